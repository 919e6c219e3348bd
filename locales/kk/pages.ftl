# Әр беттің жақтауы, қызмет беті, әзірлеуші беті.

frame-service-name = Шетелде қайтыс болуды тіркеу
frame-title-error = Қате:
frame-error-word = Қате:
frame-error-summary = Жауаптарды тексеріңіз
frame-notice = Орындалды
frame-skip = Негізгі мазмұнға өту
frame-languages = Тіл
frame-account = Сіздің есептік жазбаңыз
frame-sign-in = Кіру
frame-sign-out = Шығу
frame-my-applications = Менің өтініштерім
frame-back = Артқа
frame-test-label = Сынақ жүйесі
frame-test = Сынақ жүйесі. Мұндағы кілттер мен құжаттардың заңды күші жоқ.
frame-demo-letters = Көрсетілімнің хаттары мен SMS хабарламалары
session-label = Кабинеттегі уақытыңыз
session-soon = Көптен ештеңе істелмегендіктен, 5 минуттан кейін кабинеттен шығасыз. Жазғандарыңыз сақталып тұр.
session-last = Бірнеше минуттан кейін кабинеттен шығасыз: бір кіргенде { $hours } сағаттан артық болуға болмайды. Жалғастырып, қайта кірсеңіз, жазғандарыңыз сақталады.
session-ended = Кабинеттен шықтыңыз. Жалғастырып, қайта кіріңіз: жазғандарыңыз сақталады.
session-stay = Кабинетте қалу
frame-help = Көмек
frame-help-ask = Өзіңіз тұратын жердегі Қазақстан елшілігінен немесе консулдығынан сұрай аласыз.
frame-help-reference = Өтінішіңіздің нөмірі:
frame-check-mission = Қоңырау шалмас немесе жолға шықпас бұрын мұны шетелдегі мекемеден нақтылаңыз.
frame-about = Қызмет туралы
frame-desk = Қызметкерлерге
frame-licences = Бағдарламалардың лицензиялары
frame-footer = Бұл қызметтің нысандары, шешімдері мен құжаттары қазақ, орыс және ағылшын тілдерінде бар.

form-continue = Жалғастыру
form-save-and-leave = Сақтап шығу

time-utc = { $date }, { $time } (дүниежүзілік уақыт)
time-in-kazakhstan = (Астанада: { $date }, { $time })
time-in-kazakhstan-same-day = (Астанада: { $time })
wait-seconds = { $count ->
    [one] { $count } секундтан
   *[other] { $count } секундтан
}
wait-hours = { $count ->
    [one] { $count } сағаттан
   *[other] { $count } сағаттан
}
wait-minutes = { $count ->
    [one] { $count } минуттан
   *[other] { $count } минуттан
}
size-megabytes = { $count } МБ
size-kilobytes = { $count } КБ

service-title = Қазақстан азаматының шетелде қайтыс болуын тіркеу
service-sorry = Қайғыңызға ортақпыз.
service-what = Қазақстанның шетелдегі мекемесі қайтыс болуды тіркеп, куәлік береді. Өтінішті осында бересіз, куәлікке бір рет келесіз.
service-facts = Қызмет тегін. Шетелдегі мекеме тіркелгеннен кейін 1 жұмыс күнінде шешім қабылдайды. Кез келген уақытта тоқтап, кейін оралуға болады.
service-request = Қызметті онлайн алу
service-continue = Кіріп, өтінішті жалғастыру
service-documents-title = Не қажет
service-documents-lead = Мына екі құжаттың бірі:
service-document-medical = аурухана, емхана немесе дәрігер берген қайтыс болу туралы медициналық құжат
service-document-court = қайтыс болу туралы заңды күшіне енген сот шешімі
service-document-not = Адам қайтыс болған елде берілген қайтыс болу туралы куәлік жеке өзі қабылданбайды.
service-stamp = Шетелдік құжатқа апостиль немесе заңдастыру қажет. Минск және Кишинев конвенцияларының елдеріне олар қажет емес. Қай ереже сізге қатысты екенін айтамыз.
service-translation = Басқа тілдегі құжатты қазақ немесе орыс тіліне аудару қажет.
service-steps-title = Бұл қалай өтеді
service-step-1 = ЭЦҚ-мен немесе телефоныңызға келген кодпен кіресіз.
service-step-2 = Қайда тұратыныңызды айтасыз. Біз елшілікті немесе консулдықты табамыз.
service-step-3 = Сұрақтарға жауап беріп, құжаттардың суретін қосасыз.
service-step-4 = Дайын өтінішті оқып, оған қол қоясыз немесе кодпен растайсыз.
service-step-5 = Шетелдегі мекеме шешім қабылдап, куәлікке қашан келу керегін хабарлайды.
service-passport-title = Қызмет заң сөзімен
service-unverified = Түпнұсқадан тексерілмеген. Шетелдегі мекемеден нақтылаңыз.
passport-name = Атауы
passport-provider = Кім көрсетеді
passport-ways = Өтініш беру тәсілдері
passport-term = Мерзімі
passport-form = Нысаны
passport-result = Нәтижесі
passport-fee = Төлемі
passport-schedule = Жұмыс уақыты
passport-documents = Құжаттар
passport-refusal-grounds = Бас тарту негіздері

mission-check = Жолға шықпас бұрын мұны шетелдегі мекемеден нақтылаңыз.

dev-letters-title = Көрсетілім хаттары
dev-letters-lead = Жүйе жіберген барлық хат, жаңасы жоғарыда. Ештеңе бұл компьютерден шықпады. Көрсетілімнен тыс жерде бұл бет жоқ.
dev-letters-none = Әзірге ештеңе жіберілген жоқ.
dev-letters-email = Электрондық пошта
dev-letters-sms = SMS хабарлама
dev-letters-portal = Порталдағы хабарлама
