# Forwarding an application to the competent mission (APPC 65).

state-transferred-applicant = Құзыретті мекемеге жіберілді. Ол тіркейді.
state-transferred-officer = Басқа мекемеден келді: тіркеу керек
act-transfer = Құзыретті мекемеге жіберу
timeline-transfer = Өтініш құзыретті мекемеге жіберілді
transfer-told = Өтінішіңіз мына мекемеге жіберілді: { $mission }, { $when }. Енді осы мекеме шешеді.
transfer-reason = Себебі: { $reason }
desk-transfer-title = { $reference } өтінішін құзыретті мекемеге жіберу
desk-transfer-lead = Мерзім тоқтамайды. Жібергеннен кейін іс тек сол мекемеде көрінеді.
desk-transfer-until = Заң бойынша жіберудің соңғы күні: { $when } (ӘРПК 65-бап).
desk-transfer-late = Жіберу мерзімі өтіп кетті: { $when } (ӘРПК 65-бап). Дегенмен жіберіңіз: өтініш құзыретті мекемеге жетуі керек.
desk-transfer-mission = Қай мекемеге
desk-transfer-mission-hint = Алдымен өтініш беруші тұратын елге қызмет ететін мекемелер көрсетілген.
desk-transfer-mission-error-missing = Мекемені таңдаңыз
desk-transfer-mission-error-same = Іс қазірдің өзінде осы мекемеде
desk-transfer-reason = Неліктен сол мекеме құзыретті
desk-transfer-button = Жіберу және хат жолдау
desk-transfer-done = Өтініш жіберілді.
desk-assign-transfer = Өтініш құзыретті мекемеге жіберілді. Хат жолда.
letter-transferred-subject = { $reference }: өтінішіңіз құзыретті мекемеге жіберілді
letter-transferred-body =
    { $reference } өтінішіңізді мына мекемеге жібердік, енді сол шешеді:
    { $to }

    Себебі: { $reason }

    Мерзім бұрынғыдай: { $deadline }. Сізге ештеңе істеудің қажеті жоқ: жауаптарыңыз бен құжаттарыңыз бірге жіберілді.

    Өтінішіңіз: { $url }
letter-transferred-sms = { $reference }: құзыретті мекемеге жіберілді. { $url }
desk-declined-forward = Басқа мекемеге берілген өтінішті { $days ->
        [one] { $days } жұмыс күні
       *[other] { $days } жұмыс күні
    } ішінде құзыретті мекемеге жіберуге болады (ӘРПК 65-бап). Сонда адам қайта өтініш бермейді, мерзім жалғаса береді.
desk-declined-forward-link = Өтінішті жіберу
