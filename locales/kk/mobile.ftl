# eGov Mobile қолданбасында қол қою: беттер және қолданбаның өзі көрсететін мәтіндер.

mobile-sign-in = eGov Mobile қолданбасы
mobile-sign-in-hint = Ішінде ЭЦҚ-ңыз бар қолданбасы орнатылған телефон қажет.
mobile-sign-in-title = eGov Mobile арқылы кіру
mobile-sign-in-lead = Қолданбада қысқа мәтінге қол қоясыз. Ол кілттің сіздікі екенін көрсетеді және басқа ештеңеге қолданылмайды.
mobile-request-title = Өтінішке eGov Mobile арқылы қол қойыңыз
mobile-request-lead = Дәл бір файлға қол қоясыз. Қолданба қол қойғанда, өтініш жіберіледі.
mobile-complaint-title = Шағымға eGov Mobile арқылы қол қойыңыз
mobile-complaint-lead = Дәл бір файлға қол қоясыз. Қолданба қол қойғанда, шағым беріледі.
mobile-begin-needs = eGov Mobile қолданбасы бар телефон, ондағы ЭЦҚ-ңыз және оның құпиясөзі қажет.
mobile-begin-warning = Осы сайтта өзіңіз сұраған нәрсеге ғана қол қойыңыз. Кодты біреу жіберсе, қол қоймаңыз: басқалар сіздің атыңыздан әрекет ете алады.
mobile-begin = Кодты көрсету
mobile-begin-again = Жаңа код көрсету
mobile-number = Қолданба дәл осы санды көрсетуі керек:
mobile-here-title = Қолданбаны осы құрылғыда ашу
mobile-here-lead = Қолданба осында болса, оны осы түймемен ашып, сонда қол қойыңыз да, осы бетке оралыңыз.
mobile-here-open = eGov Mobile қолданбасын ашу
mobile-scan-title = Кодты қолданбасы бар телефонмен оқыту
mobile-scan-1 = Сол телефонда eGov Mobile ашып, QR сканерін іске қосыңыз.
mobile-scan-2 = Камераны осы кодқа бағыттаңыз.
mobile-scan-3 = Санды салыстырып, құжатты қарап шығып, қол қойыңыз.
mobile-scan-code = eGov Mobile үшін QR-код
mobile-left = { $count ->
    [one] Код тағы { $count } минут жарамды.
   *[other] Код тағы { $count } минут жарамды.
}
mobile-check-again = Қайта тексеру
mobile-new-code = Жаңа код көрсету
mobile-enter-lead = Осы құрылғыда кіру үшін «Жалғастыру» түймесін басыңыз.
mobile-not-me = Бұл мен емес
mobile-said-waiting = Код қолданбаны күтіп тұр.
mobile-said-fetched = Құжат қолданбаға жетті. Сонда қарап шығып, қол қойыңыз.
mobile-said-signed = Қолтаңба дұрыс: { $name }.
mobile-said-sent = Қол қойылып, жіберілді.
mobile-said-expired = Бұл кодтың мерзімі бітті. Ештеңе жоғалған жоқ.
mobile-said-lost = Серверге қосыла алмадық. Байланысты тексеріп, «Қайта тексеру» түймесін басыңыз.
mobile-check-sign = eGov Mobile арқылы қол қою
mobile-instead = Оның орнына eGov Mobile арқылы қол қою
mobile-program-instead = Оның орнына NCALayer немесе басқа бағдарламамен қол қою
mobile-system-on = Көрсетілім: тек телефонның үлгісі, шынайы қолданбамен сыналған жоқ

signature-error-changed = Бұл код көрсетілгеннен кейін өтініш өзгерді. Жаңа код көрсетіп, қайта қол қойыңыз

mobile-organisation = Elshi, шетелдегі қайтыс болуды консулдық тіркеу
mobile-app-sign-in = { $host } сайтына кіру. Бетте { $number } саны тұруы керек. Бұл бетті өзіңіз ашпасаңыз, қол қоймаңыз.
mobile-app-request = { $host } сайтындағы өтінішіңіз. Бетте { $number } саны тұруы керек. Мұны өзіңіз сұрамасаңыз, қол қоймаңыз.
mobile-app-addendum = { $host } сайтындағы өтінішіңізге қосымша. Бетте { $number } саны тұруы керек. Мұны өзіңіз сұрамасаңыз, қол қоймаңыз.
mobile-app-complaint = { $host } сайтындағы шағымыңыз. Бетте { $number } саны тұруы керек. Мұны өзіңіз сұрамасаңыз, қол қоймаңыз.
mobile-app-number = Беттегі сан
mobile-app-token = Бұл сұраудың құжатқа құқығы жоқ. Кодты қайта оқытыңыз.
mobile-app-over = Бұл код енді жарамсыз. Бетте жаңасын көрсетіңіз.
mobile-document-sign-in = Кіруге арналған мәтін
mobile-document-request = Қайтыс болуды тіркеу туралы өтініш
mobile-document-addendum = Өтінішке қосымша
mobile-document-complaint = Шағым

mobile-phone-title = Көрсетілімге арналған телефон үлгісі
mobile-phone-lead = Қолданбасы жоқ адамдарға арналған. Кодты оқып, қол қойылатынды алады да, сынақ кілтімен қол қояды. Көрсетілімнен тыс жерде бұл бет жоқ.
mobile-phone-code = Кодтың мәтіні
mobile-phone-key = Кімнің сынақ кілті
mobile-phone-sign = Қол қою
mobile-phone-done = Қол қойылып, жеткізілді. Коды бар бетке оралыңыз.
mobile-phone-no-code = Бұл қол қоюға арналған код емес
mobile-phone-no-key = Кімнің кілтімен қол қойылатынын таңдаңыз
mobile-phone-link = Қолданба жоқ па? Телефон үлгісі (көрсетілім, жаңа қойындыда ашылады)
