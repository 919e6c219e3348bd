# Өтініш беруші шешімнен бөлек нені сұрай алады (ӘРПК 67, 75, 82).

motion-heading = Шешімнен бөлек сұралғандар
motion-waiting = Сіздің сөзіңізді күткен өтінулер
motion-waits = { $what }, мерзімі { $due }
motion-waits-officer = мекеме қызметкері
motion-waits-head = консулдық бөлімнің басшысы
motion-waits-higher-body = жоғары тұрған орган
motion-said-at = Уақыты: { $when }
motion-due = Жауап мерзімі: { $when }
motion-leave = Өтінішке қайту
flag-motion-recusal = Қарсылық білдірілді
motion-link-recusal = Лауазымды адамға қарсылық білдіру
motion-desk-recusal = Қарсылық білдіру туралы арыз
motion-ask-recusal = Қарсылық білдірілді: { $name }
motion-grant-recusal = Қарсылық қанағаттандырылды: лауазымды адам енді өтінішпен айналыспайды
motion-refuse-recusal = Қарсылық қабылданбады: лауазымды адам өтінішті қарай береді
timeline-ask-recusal = Өтініш беруші лауазымды адамға қарсылық білдірді
timeline-grant-recusal = Қарсылық қанағаттандырылды
timeline-refuse-recusal = Қарсылық қабылданбады
recusal-title = Лауазымды адамға қарсылық білдіру
recusal-lead = Лауазымды адамның әділдігіне күмән туғызатын себеп болса, заң оны істен шеттетеді (ӘРПК 67-бабы). Кім екенін және неге екенін айтыңыз.
recusal-lead-term =
    { $days ->
        [one] Бөлім басшысы { $days } жұмыс күні ішінде шешеді, сізге хат келеді. Басшының өзі туралы жоғары тұрған орган шешеді.
       *[other] Бөлім басшысы { $days } жұмыс күні ішінде шешеді, сізге хат келеді. Басшының өзі туралы жоғары тұрған орган шешеді.
    }
recusal-lead-goes-on = Бұл уақытта өтінішіңіз қарала береді. Жауапқа бөлек шағым жасалмайды, сол мән-жайларды екінші рет айтуға болмайды.
recusal-official = Қай лауазымды адам?
recusal-ground = Ол неге іспен айналыса алмайды?
recusal-ground-took-part = осы іске өзі қатысқан немесе қатысушының өкілі болған
recusal-ground-relative = іске қатысушының жақын туысы, жұбайы (зайыбы) немесе жекжаты
recusal-ground-dependence = іске қатысушыға қызмет бойынша немесе басқаша тәуелді
recusal-ground-interest = істің нәтижесіне мүдделі немесе әділдігіне күмән туғызатын басқа мән-жай бар
recusal-reason = Не болды?
recusal-reason-hint = Білгеніңізді өз сөзіңізбен жазыңыз. Мұны бөлім басшысы мен мекеме қызметкерлері оқиды.
recusal-send = Арызды жіберу
recusal-error-official-missing = Лауазымды адамды таңдаңыз
recusal-error-ground-missing = Себебін таңдаңыз
recusal-error-reason-missing = Не болғанын жазыңыз
recusal-error-reason-too-long = { $max } таңбадан аспасын
recusal-error-reason-again = Дәл осыны бұрын мәлімдегенсіз, жауап берілген. Не жаңа екенін жазыңыз
recusal-desk-title = { $reference }: лауазымды адамға қарсылық
recusal-decide-lead = Өтініш беруші бұл лауазымды адамның іспен айналыспауын сұрайды. Қанағаттандырсаңыз, ол іс бойынша енді ештеңе істей алмайды, бұл түпкілікті. Өтініш берушіге сіздің сөздеріңізбен хат жіберіледі.
recusal-only-read = Өтініш берушінің лауазымды адам туралы айтқаны және не шешілгені.
recusal-applicant = Өтініш беруші
recusal-due = Шешу мерзімі
recusal-decides = Кім шешеді
recusal-nobody-else = Мекемеде бұл істі ала алатын басқа қызметкер жоқ. Қанағаттандырсаңыз, басқа қызметкер тағайындалуы немесе іс басқа мекемеге берілуі керек.
recusal-case = Істі ашу
recusal-decision-reason = Сіздің дәлелдеріңіз
recusal-decision-hint = Өтініш беруші бұл сөздерді хаттан оқиды.
recusal-grant = Қарсылықты қанағаттандыру
recusal-refuse = Қарсылықты қабылдамау
recusal-error-decision-missing = Дәлелдеріңізді жазыңыз
recusal-error-decision-too-long = { $max } таңбадан аспасын
recusal-decision-granted = Қарсылық қанағаттандырылды: бұл лауазымды адам енді өтінішіңізбен айналыспайды.
recusal-decision-refused = Қарсылық қабылданбады: бұл лауазымды адам өтінішіңізді қарай береді.
letter-recusal-decided-subject = { $reference }: қарсылық бойынша шешім
letter-recusal-decided-body =
    Сіз лауазымды адамға қарсылық білдірдіңіз: { $official }.

    { $decision }
    Дәлелдері: { $reason }

    Заң бойынша бұл шешімге бөлек шағым жасалмайды (ӘРПК 67-бабы). Өтініш бойынша шешімнің өзіне шағым бере аласыз.
    Өтінішіңіз: { $url }

    { $mission }
    { $phone }
letter-recusal-decided-sms = { $reference }: қарсылық бойынша шешім шықты. { $url }

flag-motion-see-file = Іспен танысуды сұрады
motion-link-see-file = Іс материалдарымен танысу
motion-desk-see-file = Іспен танысу туралы өтінішхат
motion-ask-file = Іс материалдарымен танысу сұралды
motion-open-file = Іс материалдары ашылды
timeline-ask-file = Өтініш беруші іс материалдарымен танысуды сұрады
timeline-open-file = Іс материалдары өтініш берушіге ашылды
file-title = Іс материалдары
file-own = Өз құжаттарыңыз
file-item-journal = Не істелді, қашан және кім істеді
file-item-decisions = Қолтаңбасы немесе мөрі бар шешімдер
file-item-notices = Басқа органдарға не хабарланды
file-rest = Қалған материалдар
file-rest-lead = Оларды қызметкер ашады: не істелгені және кім істегені, қол қойылған шешімдер, басқа органдарға не хабарланғаны. Бәрін көшіріп алуға болады. Лауазымды адамдардың өзі үшін жазғандары іске кірмейді.
file-way = Қалай танысқыңыз келеді?
file-way-hint =
    { $days ->
        [one] Мекеме { $days } жұмыс күні ішінде жауап береді (ӘРПК 75-бабы).
       *[other] Мекеме { $days } жұмыс күні ішінде жауап береді (ӘРПК 75-бабы).
    }
file-way-portal = осында, осы бетте
file-way-at-mission = мекемеде де, ол айтқан уақытта
file-send = Іспен танысуды сұрау
file-error-way-missing = Қалай танысқыңыз келетінін таңдаңыз
file-asked = Қалған материалдарды көруді сұрадыңыз. Мекеменің жауап беру мерзімі: { $when }.
file-opened-at = Материалдар ашылды: { $when }.
file-visit-said = Мекемеде: { $text }
file-withheld-said = Көрсетілмеген: { $text }
file-visit-none = Порталда оқи аласыз.
file-withheld-none = ештеңе жасырылған жоқ.
file-desk-title = { $reference }: істі ашу
file-desk-lead = Өтініш беруші іс материалдарымен танысуды сұрады. Заң қорғамайтынның бәрі ашылады (ӘРПК 75-бабы). Ішкі жазбалар мен салыстырулар ешқашан көрсетілмейді.
file-only-read = Не сұралғаны және не ашылғаны.
file-items = Не ашылады
file-withheld = Не көрсетілмейді және қай заң бойынша
file-withheld-hint = Тізімнен бірдеңе ашылмаса ғана. Бұл сөздерді өтініш беруші оқиды.
file-visit = Мекемеде қашан және қай жерде көруге болады
file-visit-hint = Өтініш беруші келгісі келсе керек: күні, уақыты, бөлмесі.
file-error-withheld-missing = Не көрсетілмейтінін және қай заң бойынша екенін жазыңыз
file-error-withheld-too-long = { $max } таңбадан аспасын
file-error-visit-missing = Қашан және қайда келуге болатынын жазыңыз
file-error-visit-too-long = { $max } таңбадан аспасын
file-open = Істі ашып, хат жіберу
letter-file-opened-subject = { $reference }: іс материалдары сізге ашылды
letter-file-opened-body =
    Сіз іс материалдарымен танысуды сұрадыңыз. Олар сізге ашық: { $url }

    { $place }
    Көрсетілмегені: { $reason }

    Көргеніңіздің бәрін көшіріп алуға болады (ӘРПК 75-бабы).

    { $mission }
    { $phone }
letter-file-opened-sms = { $reference }: іс материалдары сізге ашылды. { $url }

flag-motion-correct-slip = Куәлікте қате жазу бар
motion-link-correct-slip = Куәліктегі қатені айту
motion-desk-correct-slip = Куәліктегі қате жазу
motion-ask-slip = Куәліктегі қате туралы айтылды
motion-propose-slip = Қызметкер нені түзету керегін ұсынды
motion-decline-slip = Басшы келіспеді
motion-refuse-slip = Куәлік сол күйінде қалады
motion-correct-certificate = Куәлік түзетілді
timeline-ask-slip = Өтініш беруші куәліктегі қатені айтты
timeline-propose-slip = Қызметкер қате жазуды түзетуді ұсынды
timeline-decline-slip = Басшы қате жазуды түзетуге келіспеді
timeline-refuse-slip = Куәлік сол күйінде қалдырылды
timeline-correct-certificate = Куәліктегі қате жазу түзетілді
act-correct-certificate = Куәлікті түзету
state-certificate-replacing-applicant = Түзетілген куәлік дайындалып жатыр
state-certificate-replacing-officer = Түзетілген куәлік дайындалуда
state-certificate-replaced-applicant = Түзетілген куәлік дайын. Оны қашан алуға болатынын мекеме хабарлайды.
state-certificate-replaced-officer = Түзетілген куәлікті беру керек
case-replaced-next = Түзетілген куәлікті алғанда бұрынғысын әкеліңіз. Ақы төленбейді.
slip-title = Куәліктегі қатені айту
slip-lead = Қате жазу түзетіледі: аты, күні немесе жері қате жазылған, ал іс құжаттарында басқаша. Шешімнің өзі өзгермейді (ӘРПК 82-бабы).
slip-lead-term =
    { $days ->
        [one] Мекеме мұны { $days } жұмыс күні ішінде қарап, сізге жазады.
       *[other] Мекеме мұны { $days } жұмыс күні ішінде қарап, сізге жазады.
    }
slip-lead-free = Түзетілген куәлік тегін. Қатесі бар куәлік содан кейін жарамсыз, оны қайтарасыз.
slip-what = Не қате және қалай дұрыс?
slip-what-hint = Мысалы: аты «Алия» деп жазылған, төлқұжатта «Әлия».
slip-send = Мекемеге жіберу
slip-error-what-missing = Не қате екенін жазыңыз
slip-error-what-too-long = { $max } таңбадан аспасын
slip-desk-title = { $reference }: куәліктегі қате жазу
slip-propose-lead = Дұрысын жазыңыз, қалғанын өзгертпеңіз. Тек жазылуы, күні мен жері, іс құжаттарындағыдай. Екінші сөз бөлім басшысында.
slip-decide-lead = Келіссеңіз, жаңа нөмірмен түзетілген куәлік жасалады, қатесі бар куәлік жарамсыз болады, бланкісі есептен шығарылады, отбасы мен хабардар етілген органдар біледі.
slip-only-read = Осы куәліктегі қате жазулар туралы айтылғандар.
slip-basis = Мұны көрсететін іс құжаты
slip-basis-hint = Түрі, нөмірі, беті.
slip-propose = Бөлім басшысына ұсыну
slip-agree = Келісу: куәлікті түзетіп, хат жіберу
slip-decline = Келіспеу
slip-decline-reason = Неге келіспейсіз
slip-decline-hint = Мұны қызметкер оқиды. Отбасы көрмейді.
slip-refuse = Куәлікті сол күйінде қалдыру
slip-refuse-reason = Неге бұл қате жазу емес
slip-refuse-hint = Өтініш беруші бұл сөздерді хаттан оқиды.
slip-error-field-missing = Бұл бос бола алмайды
slip-error-field-unreadable = Бұлай бола алмайды. Күн 07.05.1950 деп, аты әріппен жазылады
slip-error-field-too-long = Тым ұзын
slip-error-slips-missing = Ештеңе өзгермеген. Дұрысын жазыңыз
slip-error-basis-missing = Қай құжат көрсететінін жазыңыз
slip-error-basis-too-long = { $max } таңбадан аспасын
slip-error-reason-missing = Неліктен екенін жазыңыз
slip-error-reason-too-long = { $max } таңбадан аспасын
slip-field-surname = Тегі
slip-field-given = Аты
slip-field-patronymic = Әкесінің аты
slip-field-born-on = Туған күні
slip-field-born-in = Туған жері
slip-field-died-on = Қайтыс болған күні
slip-field-died-in = Қайтыс болған жері
slip-replaced = Енді жарамсыз: { $number } куәлігі
slip-take-back = Бұрынғы куәлікті қайтаруды сұраңыз
slip-blank-reason = Түзетілген куәлікпен ауыстырылды
slip-paper-before = Қатесі бар, жарамсыз куәлік (PDF)
letter-certificate-corrected-subject = { $reference }: куәлік түзетілді
letter-certificate-corrected-body =
    Куәліктегі қате жазу түзетілді:
    { $items }
    Негізі: { $document }

    Түзетілген куәліктің нөмірі: { $number }. { $certificate } куәлігі енді жарамсыз.
    Түзетілгенін қашан алуға болатынын мекеме хабарлайды. Бұрынғысы сізде болса, әкеліңіз. Ақы төленбейді.
    Өтінішіңіз: { $url }

    { $mission }
    { $phone }
letter-certificate-corrected-sms = { $reference }: куәлік түзетілді. { $url }
letter-slip-refused-subject = { $reference }: куәлік сол күйінде қалады
letter-slip-refused-body =
    Сіз куәліктегі қатені айттыңыз. Куәлік сол күйінде қалады.

    Себебі: { $reason }

    Келіспесеңіз, өтініш бетінде шағым бере аласыз: { $url }

    { $mission }
    { $phone }
letter-slip-refused-sms = { $reference }: куәлік туралы жауап бар. { $url }
