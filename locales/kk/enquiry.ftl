# Өтініш бергенге дейін мекемеге құжаттың фотосымен қойылатын сұрақ.

enquiry-link = Құжатты мекемеге көрсету
enquiry-offer = Өтініш берер алдында құжатты мекемеге көрсете аласыз: { $files } фотоға дейін, барлығы { $all } дейін. Тіркелгі керек емес. Жауап { $days } жұмыс күнінен кешікпейді.
enquiry-title = Құжат туралы мекемеден сұрау
enquiry-lead = Фотолар мен сұрақты мына мекеме алады: { $mission }. Жауап { $days } жұмыс күнінен кешікпейді. Бұл – кеңес, өтініш басталмайды.
enquiry-kept = Оларды тек осы мекеменің қызметкерлері көреді. Бәрі жауаптан кейін { $days } күнде, жауап болмаса, жіберілгеннен кейін { $unanswered } күнде өшіріледі.
enquiry-choose-again = Әзірге ештеңе жіберілген жоқ. Жазғаныңыз сақталды; фотоларды қайта таңдаңыз.
enquiry-photos = Құжаттың фотолары
enquiry-photo = Фото немесе PDF
enquiry-photo-more = { $number }-фото немесе PDF, тағы бет болса
enquiry-photo-hint = JPG, PNG немесе PDF. { $files } файлға дейін, барлығы { $all } дейін. Фото түсірілген жерді өшіреміз.
enquiry-error-photo-missing = Құжаттың фотосын жүктеңіз
enquiry-error-photo-together = Барлық фото бірге { $limit } аспауы керек
enquiry-answer-goes = Сұрағыңыз және жауап қайда жіберіледі
enquiry-question = Сұрағыңыз
enquiry-question-hint = { $max } таңбаға дейін. Бос қалдыруға болады: онда бұл керекті құжат па, соны айтамыз.
enquiry-error-question-too-long = Сұрақ { $max } таңбадан аспауы керек
enquiry-email = Электрондық пошта мекенжайыңыз
enquiry-email-hint = Поштаны, телефонды немесе екеуін де жазыңыз.
enquiry-email-hint-account = Жауап тіркелгіңізде тұрады. Екі өріс те бос болса, ол тіркелгідегі мекенжай мен телефонға да барады.
enquiry-error-email-missing = Жауап сізге жетуі үшін поштаны немесе телефонды жазыңыз
enquiry-error-email-format = Мекенжайды дұрыс түрде енгізіңіз, мысалы name@example.com
enquiry-phone = Қысқа хабарлама үшін телефоныңыз
enquiry-phone-hint = Елдің кодымен, мысалы +49 30 1234567.
enquiry-error-phone-format = Телефон нөмірін енгізіңіз, мысалы +49 30 1234567
enquiry-send = Мекемеге жіберу

enquiry-sent-title = Сұрағыңыз мекемеде
enquiry-sent-lead = { $mission }. Жауап осы күннен кешікпейді: { $date }.
enquiry-way-both = Жауап поштамен келеді және осы бетте тұрады. Келгенін қысқа хабарлама айтады.
enquiry-way-email = Жауап поштамен келеді және осы бетте тұрады.
enquiry-way-phone = Жауап осы бетте пайда болғанда, қысқа хабарлама келеді.
enquiry-way-account = Жауап осы бетте тұрады.
enquiry-erased-on = Сұрақты, фотоларды және жауапты өшіретін күн: { $date }.
enquiry-answered-title = Мекеме сұрағыңызға жауап берді
enquiry-answered-lead = { $mission }. Жауап берілген күн: { $date }.
enquiry-is-advice = Бұл – фото бойынша кеңес. Өтініш бергенде консул шешеді.
enquiry-answer = Жауап
enquiry-go-on = Не керегін білу және өтініш беру
enquiry-keep-link = Осы жеке мекенжайды сақтаңыз. Ол кімде болса, сұрақ пен жауапты оқи алады:
enquiry-what = Не сұрадыңыз
enquiry-asked = Сұрақ
enquiry-erase-lead = Бәрін қазір өшіруге болады. Қайтару мүмкін болмайды.
enquiry-erase = Сұрағымды өшіру
enquiry-erased-title = Сұрағыңыз өшірілді
enquiry-erased-lead = Сұрақ, фотолар, жауап және ол туралы хаттардың біздегі көшірмелері енді жоқ.
history-enquiries = Мекемелерге сұрақтарыңыз
enquiry-waits-until = Жауап берілетін соңғы күн: { $date }
enquiry-answered-on = Жауап берілген күн: { $date }

enquiry-verdict-counts = Иә. Осы құжат бойынша қайтыс болуды тіркеуге болады.
enquiry-verdict-not-enough = Жоқ. Осы құжаттың өзі жеткіліксіз.
enquiry-verdict-unreadable = Фотоны оқу мүмкін емес. Құжатты жарық жерде қайта, тұтас түсіріп, тағы сұраңыз.
enquiry-verdict-cannot-say = Мұны фото бойынша айту мүмкін емес.
enquiry-still-needed = Тағы керегі:
enquiry-need-basis = қайтыс болу туралы медициналық құжат немесе сот шешімі
enquiry-need-apostille = құжаттағы апостиль
enquiry-need-legalization = құжатты консулдық заңдастыру
enquiry-need-translation = қазақ немесе орыс тіліне аударма
enquiry-need-original = мекемеге келгенде түпнұсқа
enquiry-officer-writes = Қызметкер былай жазады:

desk-nav-enquiries = Сұрақтар
enquiries-title = Өтінішке дейінгі сұрақтар
enquiries-lead = Адамдар құжаты керекті құжат па, соны сұрайды. Іс басталмайды, мерзім жүрмейді. Сұрақ жауаптан кейін { $days } күнде, жауапсыз { $unanswered } күнде өшіріледі.
enquiries-waiting = Жауап күткендер
enquiries-none-waiting = Күтіп тұрған сұрақ жоқ.
enquiries-answered = Жауап берілгендер
enquiries-none-answered = Жауап берілген сұрақтар сақталмаған.
enquiries-sent = Жіберілді
enquiries-answer-by = Жауап беру мерзімі
enquiries-answered-at = Жауап берілді
enquiries-erased-at = Өшіріледі
enquiries-late = Кешікті
enquiries-language = Жауап тілі
enquiries-language-kk = қазақша
enquiries-language-ru = орысша
enquiries-language-en = ағылшынша
enquiries-email = Электрондық пошта мекенжайы
enquiries-phone = Телефоны
enquiry-desk-title = Сұрақ: { $when }
enquiry-desk-lead = Фотоларды қарап, жауап беріңіз. Хат сұраған адамның тілінде кетеді; жіберер алдында оны оқисыз.
enquiry-desk-only-read = Бұл сұраққа мекеменің қызметкері жауап береді.
enquiry-desk-answered = Жауап берілді: { $when }, { $who }
enquiry-choose-counts = Ол бойынша қайтыс болуды тіркеуге болады
enquiry-choose-not-enough = Оның өзі жеткіліксіз
enquiry-choose-unreadable = Фото оқылмайды
enquiry-choose-cannot-say = Фото бойынша айту мүмкін емес
enquiry-verdict = Бұл қандай құжат?
enquiry-error-verdict-missing = Бұл қандай құжат екенін таңдаңыз
enquiry-needs = Адамға тағы не керек?
enquiry-error-needs-unknown = Тағы не керегін тізімнен таңдаңыз
enquiry-error-needs-contradicts = Құжат бойынша қайтыс болуды тіркеуге болса, басқа медициналық құжат немесе сот шешімі керек емес
enquiry-words = Өз сөзіңізбен
enquiry-words-hint = Сұраған адамның тілінде. Адам мұны хаттан оқиды.
enquiry-error-words-missing = Адам не істеуі керегін жазыңыз
enquiry-error-words-too-long = { $max } таңбадан аспауы керек
enquiry-answer-send = Жауапты жіберу

letter-enquiry-received-subject = Сұрағыңыз мекемеге жетті
letter-enquiry-received-body =
    Сұрағыңыз бен фотоларыңызды мына мекеме алды: { $mission }.
    Жауап осы күннен кешікпейді: { $answer_by }.

    Жауап келген-келмегенін мына жерден көріп, сұрақты өшіре аласыз:
    { $url }

    Бәрі жауаптан кейін бірнеше аптада, ең кеші мына күні өшіріледі: { $erased }.
    Сұраған сіз болмасаңыз, мекенжайды ашып, сұрақты өшіріңіз.

    { $mission }
    { $phone }
letter-enquiry-answered-subject = Мекеме сұрағыңызға жауап берді
letter-enquiry-answered-body =
    { $mission } сұрағыңызға жауап береді. Сұралған күн: { $sent }.

    { $answer }

    Бұл – фото бойынша кеңес. Өтініш бергенде консул шешеді.
    Жауапты өшірілгенге дейін ({ $erased }) мына жерден де оқи аласыз:
    { $url }

    { $mission }
    { $phone }
letter-enquiry-answered-sms = Мекеме сұрағыңызға жауап берді: { $url }

timeline-ask-enquiry = Өтінішке дейінгі сұрақ жіберілді
timeline-read-enquiry = Өтінішке дейінгі сұрақ ашылды
timeline-answer-enquiry = Өтінішке дейінгі сұраққа жауап берілді
timeline-erase-enquiry = Өтінішке дейінгі сұрақ өшірілді
timeline-warn-draft = Жіберілмеген өтініштің өшірілетіні айтылды
timeline-erase-draft = Жіберілмеген өтініш өшірілді
