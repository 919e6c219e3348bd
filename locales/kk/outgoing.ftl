# Notices to other bodies, on a case and on the administrator's page.

outgoing-heading = Басқа органдарға хабарламалар
outgoing-lead = Қайтыс болу тіркелгенде заң осы органдарға хабарлауды талап етеді. Қабылдаушысы аталмаған хабарлама күтіп тұрады.
outgoing-kind-consular-deregistration = Консулдық есептен шығару
outgoing-kind-key-revocation = Қайтыс болған адамның электрондық қолтаңба куәлігін кері қайтарып алу
outgoing-kind-register-copy = Жеке тұлғалардың мемлекеттік деректер базасына көшірме
outgoing-taken = Қабылданды: { $when }
outgoing-waiting-since = Күтіп тұр, жазылған уақыты: { $when }
outgoing-receiver = Қабылдаушы: { $host }.
outgoing-nobody = Қабылдаушы аталмаған (--receivers).
outgoing-none-waiting = Күтіп тұрған жоқ.
outgoing-waiting = Күтіп тұрғаны: { $count }.
outgoing-error = Соңғы қате: { $said }
