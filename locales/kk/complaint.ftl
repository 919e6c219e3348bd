# Complaints (APPC 91-100): the person, the mission, the higher body.

timeline-file-complaint = Шағым берілді
timeline-forward-complaint = Шағым жоғары тұрған органға жіберілді
timeline-satisfy-complaint = Мекеме шағымды толық қанағаттандырды
timeline-decide-complaint = Шағым бойынша шешім қабылданды
timeline-reopen = Өтініш қайта қаралуда
act-reopen = Қайта қарау
paper-link-refusal-before = Күшін жойған бас тарту (PDF)
case-complain = Шағым беру
case-complain-about = Мекеменің әрекетіне шағым беру
complaint-title = Шағым беру
complaint-lead-order = Шағымды { $mission } қабылдайды. Ол шағымды толық қанағаттандырады немесе істің құжаттарымен бірге жоғары тұрған органға жібереді: { $body }.
complaint-lead-terms = Мерзімдер: жіберу — { $forward } жұмыс күні, шешім — { $decide } жұмыс күні.
complaint-lead-no-harm = Шағым сіздің жағдайыңызды нашарлата алмайды және өтінішіңізді тоқтатпайды.
complaint-subject = Неге шағымданасыз?
complaint-subject-refusal = Бас тарту туралы шешімге
complaint-subject-not-registered = Өтінішімнің тіркелмегеніне
complaint-subject-deadline-missed = Мерзім өткеніне, шешім жоқтығына
complaint-subject-action = Қызметкердің әрекетіне немесе әрекетсіздігіне
complaint-subject-error-missing = Неге шағымданатыныңызды таңдаңыз
complaint-circumstances = Не болды және неліктен келіспейсіз?
complaint-circumstances-hint = Өз сөзіңізбен жазыңыз. Қандай құжат немесе дерек мұны растайтынын айтыңыз. Ең көбі { $max } таңба.
complaint-circumstances-error-missing = Не болғанын жазыңыз
complaint-circumstances-error-too-long = Ең көбі { $max } таңба жазыңыз
complaint-wishes = Не істелуін сұрайсыз?
complaint-wish-cancel = Шешімді жойып, қайтыс болуды тіркеу
complaint-wish-decide-now = Шешімді қазір қабылдау
complaint-wish-explain = Себебін түсіндіру
complaint-wish-other = Басқа: жоғарыда жаздым
complaint-wishes-error-missing = Не істелуін сұрайтыныңызды таңдаңыз
complaint-residence = Қазір қайда тұрасыз?
complaint-residence-hint = Заң нақты тұратын мекенжайды көрсетуді талап етеді.
complaint-residence-error-missing = Тұратын мекенжайыңызды жазыңыз
complaint-residence-error-too-long = Мекенжайды ең көбі { $max } таңбамен жазыңыз
complaint-late-because = Неліктен үш айдан кейін шағымданып отырсыз?
complaint-late-because-hint = Жауап бермеуге болады. Мерзімнің өтуі шағымды қабылдамауға негіз емес.
complaint-late-because-error-too-long = Кешігу себебін ең көбі { $max } таңбамен жазыңыз
complaint-attachments = Қай құжаттарыңызды қоса бересіз?
complaint-attachments-hint = Бұл — өтінішпен жіберген файлдарыңыз. Таңдамауға болады.
complaint-continue = Жалғастыру
complaint-leave = Шағымданбай шығу
complaint-check-title = Шағымды тексеріп, қол қойыңыз
complaint-own-title = Сіздің шағымыңыз
complaint-sign-title = Шағымға қол қойыңыз
complaint-confirm-title = Шағымды кодпен растаңыз
complaint-file = Шағым файлы
complaint-change = Жазғанды өзгерту
complaint-to-case = Өтінішке қайту
complaint-state-draft = Шағым әлі берілген жоқ
complaint-state-received = Шағым қабылданды
complaint-state-forwarded = Шағым жоғары тұрған органда
complaint-state-satisfied = Шағым толық қанағаттандырылды
complaint-state-decided = Шағым бойынша шешім қабылданды
complaint-draft-next = Төмендегіні оқып, файлға қол қойыңыз немесе кодпен растаңыз. Содан кейін шағым беріледі.
complaint-filed-at = Берілген уақыты: { $when }.
complaint-forward-by = { $mission } оны толық қанағаттандырады немесе жоғары тұрған органға жібереді; бұл мына уақытқа дейін болады: { $when }.
complaint-decide-by = Шешім мерзімі: { $when }.
complaint-without-decision = Шешімнің мерзімінде қабылданбағанына шағымданып отырсыз. Шағым өтінішті тоқтатпайды: мекеме бұл уақытта да шеше алады.
complaint-suspends = Шағым қаралып жатқанда, шағым жасалған шешім орындалмайды.
complaint-forwarded-at = { $body } органына жіберілді: { $when }.
complaint-silence = Мерзім өтті, шешім жоқ. Заң бойынша бұл шағымнан бас тарту деп саналады, енді сотқа жүгіне аласыз.
complaint-satisfied-at = Мекеме шағымды { $when } толық қанағаттандырды.
complaint-decided-at = Шешім: { $decision }. { $when }.
complaint-reopened = Өтінішіңіз қайта қаралады.
complaint-carried-out = Мекеме шешілгенді орындайды.
complaint-court = Келіспесеңіз, сотқа жүгіне аласыз.
complaint-decision-satisfied = шағым толық қанағаттандырылды
complaint-decision-cancel = шағым жасалған шешім жойылды
complaint-decision-cancel-and-adopt = шешім жойылып, жаңасы қабылданады
complaint-decision-perform-action = мекеме қажетті әрекетті жасауға міндеттелді
complaint-decision-without-satisfaction = шағым қанағаттандырусыз қалдырылды
complaint-decision-send-back = іс бұзушылықтары көрсетіліп, мекемеге қайтарылды
complaint-decision-without-consideration = шағым қараусыз қалдырылды
desk-nav-complaints = Шағымдар бөлімі
desk-complaints-title = Шағымдар
desk-complaints-empty = Жауап күтіп тұрған шағым жоқ.
desk-complaints-caption = Жауап күтіп тұрған шағымдар
desk-complaints-filed = Берілген уақыты
desk-complaint-title = { $reference }: шағым
desk-complaint-from = Кім шағымданды
desk-complaint-case = Өтініштің ісі
desk-complaint-answer-link = Жауап беру
desk-complaint-answer-title = { $reference }: шағымға жауап
desk-complaint-answer-lead = Шағым арыз иесінің жағдайын нашарлата алмайды. Хатты жібермес бұрын көресіз.
desk-complaint-answer = Шешіміңіз
desk-complaint-answer-satisfy = Толық қанағаттандыру: өтініш қайта қаралады
desk-complaint-answer-satisfy-carried-out = Толық қанағаттандыру: мекеме сұралғанды орындайды
desk-complaint-answer-forward = Істің құжаттарымен жоғары тұрған органға жіберу
desk-complaint-answer-error-missing = Жауапты таңдаңыз
desk-complaint-reasons = Уәждері
desk-complaint-reasons-hint = Жіберген кезде қажет емес. Заң нормаларын атаңыз. Шағымданушының тілінде жазыңыз.
desk-complaint-reasons-error-missing = Уәждерін жазыңыз
desk-complaint-reasons-error-too-long = Уәждерін ең көбі { $max } таңбамен жазыңыз
desk-complaint-own-act = Бұл шағым сіздің әрекетіңізге берілген. Заң бойынша сіз ол туралы шешім қабылдай алмайсыз, тек жібере аласыз.
desk-complaint-button = Жауапты жіберу
desk-complaint-done = Шағымға жауап жіберілді.
desk-case-complaint = Шағым

letter-complaint-received-subject = { $reference }: шағымыңыз қабылданды
letter-complaint-received-body =
    { $reference } өтініші бойынша шағымыңызды қабылдадық.

    { $mission } оны { $forward_by } дейін толық қанағаттандырады немесе істің құжаттарымен бірге жоғары тұрған органға жібереді: { $higher_body }.
    Шешім мерзімі: { $decide_by }.

    Шағымыңыз: { $url }

    { $mission }
    { $phone }
letter-complaint-received-sms = { $reference }: шағымыңыз қабылданды. { $url }

letter-complaint-forwarded-subject = { $reference }: шағымыңыз жоғары тұрған органға жіберілді
letter-complaint-forwarded-body =
    { $reference } өтініші бойынша шағымыңыз істің құжаттарымен бірге жіберілді: { $higher_body }.

    Шешім { $decide_by } дейін қабылданады. Қазір сізге ештеңе істеудің қажеті жоқ.

    Шағымыңыз: { $url }

    { $mission }
letter-complaint-forwarded-sms = { $reference }: шағымыңыз жоғары органға жіберілді. { $url }

letter-complaint-decided-subject = { $reference }: шағымыңыз бойынша шешім
letter-complaint-decided-body =
    { $reference } өтініші бойынша шағымыңыз қаралды.

    Шешім: { $decision }.
    Уәждері: { $reason }

    Келіспесеңіз, сотқа жүгіне аласыз. Толығырақ: { $url }

    { $mission }
    { $phone }
letter-complaint-decided-sms = { $reference }: шағымыңыз бойынша шешім қабылданды. { $url }
timeline-recheck-complaint = Шағымдағы қолтаңба қайта тексерілді
complaint-proof = Файлға қойылған қолтаңба немесе мөр (.cms)
complaint-subject-annulment = Жазбаның күші жойылғанына
complaint-wish-cancel-annulment = Күшін жою туралы шешімді өзгерту: жазба мен куәлік қайта жарамды болсын
complaint-restored = Акт жазбасы мен куәлік қайта жарамды.
desk-complaint-answer-satisfy-restored = Толық қанағаттандыру: күшін жою тоқтатылады, жазба қайта жарамды
desk-complaint-answer-error-record-stands = Осы уақытта бұл қайтыс болу туралы басқа жазба жасалды. Алдымен оның күшін жойыңыз немесе осы шешім өзгермейтіндей жауап беріңіз
desk-complaint-record-stands = Қазір бұл қайтыс болу туралы басқа жазба жарамды: { $record }. Бір қайтыс болуға бір жазба. Ол жазба жарамды тұрғанда, бұл жазбаны қайта жарамды ету мүмкін емес.
desk-complaint-court = Жазбаның күші заңды күшіне енген сот шешімімен жойылды. Мұндай шешім міндетті: ол осы жазба туралы болмаса ғана өзгертіңіз.
desk-complaint-also = Және осы хат, өз бетімен
complaint-brief-refusal = { $date } қайтыс болуды тіркеуден бас тарту. { $why }
complaint-brief-not-registered = Өтініш { $date } тіркелмеді. { $why }
complaint-brief-annulment = { $record } акт жазбасының күші { $date } жойылды. { $why }
complaint-brief-deadline-missed = { $date } дейін шешім қабылданбады.
timeline-extend-complaint = Шағым бойынша шешім мерзімі ұзартылды
timeline-tell-silence = Өтініш берушіге шағымның мерзімінде қаралмағаны айтылды
complaint-extension-further-study = қосымша зерделеу немесе тексеру қажет
complaint-extension-information = қосымша ақпарат қажет
complaint-extended-at = Мерзім { $when } ұзартылды: { $ground }.
complaint-suspends-annulment = Шағым қаралып жатқанда, хатта себебі айтылмаса, күшін жою орындалмайды. Куәлікті сақтаңыз.
desk-complaint-passed = { $when }: мерзім өтті, бас тарту деп саналады
desk-complaint-extend = Мерзімді ұзарту
desk-extension-title = { $reference }: шағым бойынша шешім мерзімін ұзарту
desk-extension-lead = Заң мұны мерзім өткенше бір рет рұқсат етеді. Адамға бірден, сіздің себебіңізбен айтылады.
desk-extension-ground = Не қажет
desk-extension-ground-error-missing = Не қажет екенін таңдаңыз
desk-extension-days = Неше жұмыс күніне
desk-extension-days-hint = Ең көбі { $max } күн.
desk-extension-days-error-missing = Неше жұмыс күні екенін жазыңыз
desk-extension-days-error-too-many = Ең көбі { $max } жұмыс күнін жазыңыз
desk-extension-reasons = Мерзім неге ұзартылады
desk-extension-reasons-hint = Бұл сөздерді шағымданушы оқиды. Оның тілінде жазыңыз.
desk-extension-reasons-error-missing = Мерзім неге ұзартылатынын жазыңыз
desk-extension-reasons-error-too-long = Мұны ең көбі { $max } таңбамен жазыңыз
desk-extension-button = Ұзартып, адамға хабарлау

letter-complaint-extended-subject = { $reference }: шағымыңыз бойынша шешім кейінірек болады
letter-complaint-extended-body =
    { $reference } өтініші бойынша шағымыңызды шешуге көбірек уақыт керек: { $basis }. Шағымды { $higher_body } қарайды.

    { $reason }

    Шешім { $decide_by } дейін қабылданады (Мемлекеттік көрсетілетін қызметтер туралы заң, 25-баптың 4-тармағы). Қазір сізге ештеңе істеудің қажеті жоқ.
    Шағымыңыз: { $url }

    { $mission }
    { $phone }
letter-complaint-extended-sms = { $reference }: шағым бойынша шешім кейінірек болады. { $url }

letter-complaint-silence-subject = { $reference }: шағымыңыз мерзімінде қаралмады
letter-complaint-silence-body =
    { $reference } өтініші бойынша шағымыңызды шешу мерзімі { $decide_by } өтті, шешім жоқ. Кешірім сұраймыз.

    Заң бойынша сол күннен бастап шағымнан бас тартылды деп саналады (ӘРПК, 100-баптың 5-тармағы). Енді сотқа жүгіне аласыз.
    Сіздің пайдаңызға шешім кейін де болуы мүмкін; онда хат аласыз.
    Шағымыңыз: { $url }

    { $mission }
    { $phone }
letter-complaint-silence-sms = { $reference }: шағымыңыз мерзімінде қаралмады. { $url }
