# Акт жазбасының күшін жою (Неке және отбасы туралы кодекс, 185-бап).

state-annulled-applicant = Акт жазбасының күші жойылды
state-annulled-officer = Күші жойылды
act-annul = Жазбаның күшін жою
timeline-annul = Акт жазбасының күші жойылды
timeline-propose-annulment = Қызметкер жазбаның күшін жоюды ұсынды
timeline-decline-annulment = Басшы жазбаның күшін жоюға келіспеді
annulment-title = { $reference } жазбасының күшін жою
annulment-lead = Жазбаның күші кодекстің 185-бабындағы негізбен, оны растайтын құжатпен жойылады. Сіз ұсынасыз, басшы шешеді. Оған дейін отбасы үшін ештеңе өзгермейді.
annulment-decide = Қызметкер осы жазбаның күшін жоюды ұсынды. Келіссеңіз, жазба мен куәлік жарамсыз болады, отбасы осы хатты алады, қайтыс болу туралы хабар алған органдарға да айтылады.
annulment-only-read = Осы жазбаның күшін жою туралы айтылғандар.
annulment-basis = Негізі
annulment-basis-court-decision = заңды күшіне енген сот шешімі
annulment-basis-interested-person = мүдделі адамның өтініші
annulment-basis-registering-body = тіркеуші органның қорытындысы
annulment-document = Оны растайтын құжат
annulment-document-hint = Түрі, нөмірі, күні және кім бергені.
annulment-reason = Себебі
annulment-reason-hint = Отбасы бұл сөздерді хаттан оқиды.
annulment-no = Неге келіспейсіз
annulment-no-hint = Мұны қызметкер оқиды. Отбасы көрмейді.
annulment-propose = Басшыға ұсыну
annulment-yes = Жазбаның күшін жойып, хат жіберу
annulment-decline = Күшін жоймау
annulment-proposed = Ұсынылды
annulment-declined = Келісілмеді
annulment-agreed = Жазбаның күші жойылды
annulment-heading = Күшін жою
annulment-link-propose = Жазбаның күшін жоюды ұсыну
annulment-link-decide = Ұсынылған күшін жою туралы шешу
annulment-link-read = Жазбаның күшін жою туралы айтылғандар
annulment-waiting = Сіздің сөзіңізді күткен күшін жоюлар
annulment-error-basis-missing = Негізін таңдаңыз
annulment-error-document-missing = Қай құжат растайтынын көрсетіңіз
annulment-error-document-too-long = { $max } таңбадан аспасын
annulment-error-reason-missing = Неліктен екенін жазыңыз
annulment-error-reason-too-long = { $max } таңбадан аспасын
case-annulled-at = Күші жойылды: { $when }
case-annulled-why = Негізі: { $basis }, { $document }. { $reason }
case-annulled-next = Куәлік енді жарамсыз. Шағым бере аласыз және түзетілген құжаттармен қайта өтініш бере аласыз.
letter-annulled-subject = { $reference }: акт жазбасының күші жойылды
letter-annulled-body =
    { $record } акт жазбасының және { $certificate } куәлігінің күші { $date } жойылды.

    Негізі: { $basis }, { $document }
    Себебі: { $reason }

    Куәлік енді жарамсыз. Ол сізде болса, мекемеге әкеліңіз.
    Келіспесеңіз, { $appeal_until } дейін осы мекемеге шағым беріңіз. Шағымды { $body } қарайды. Содан кейін сотқа жүгінуге болады.
    { $suspension }
    Түзетілген құжаттармен қайта өтініш бере аласыз: { $url }

    { $mission }
    { $phone }
letter-annulled-sms = { $reference }: маңызды хабарды оқыңыз. { $url }
act-restore = Жазбаны қайта жарамды ету
timeline-restore = Күшін жою тоқтатылды, жазба қайта жарамды
annulment-cancelled = Шағымнан кейін тоқтатылды
letter-reinstated-subject = { $reference }: акт жазбасы қайта жарамды
letter-reinstated-body =
    Шағымыңыздан кейін күшін жою туралы шешім өзгертілді. { $record } акт жазбасы мен { $certificate } куәлігі қайта жарамды.

    { $next }

    Күшін жою туралы хабар алған органдарға бұл да айтылады. Сізге оларға хабарлаудың қажеті жоқ.
    Өтінішіңіз: { $url }

    { $mission }
    { $phone }
letter-reinstated-sms = { $reference }: маңызды хабарды оқыңыз. { $url }
reinstated-next-issued = Куәлік мекемеде. Оны алатын күн мен уақыт туралы хабар аласыз.
reinstated-next-ready = Куәлікті алу уақыты өзгермейді: { $when }.
reinstated-next-uncollected = Куәлік сіз үшін мекемеде сақтаулы. Оны алу үшін басқа уақыт таңдаңыз.
reinstated-next-collected = Қолыңыздағы куәлік жарамды. Оны тапсырған болсаңыз, мекеме қайтарып береді.
annulment-stays = Шағым неге күшін жоюды тоқтата тұрмауы керек (міндетті емес)
annulment-stays-hint = Заң бойынша шағым қаралғанша күшін жою тоқтатыла тұрады. Адамдардың құқығын немесе қоғамдық мүддені қорғау қажет болса ғана ол күшінде қалады; онда заң себебін осында жазуды талап етеді (ӘРПК, 96-бап). Отбасы бұл сөздерді оқиды.
annulment-error-not-suspended-too-long = Ең көбі { $max } таңба жазыңыз
annulment-suspended-by-complaint = Шағым берілсе, ол қаралғанша күшін жою тоқтатыла тұрады: оған дейін куәлікті әкелудің қажеті жоқ.
annulment-not-suspended = Шағым күшін жоюды тоқтатпайды, себебі: { $why }
