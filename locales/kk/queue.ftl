# The queue: tabs, search, taking cases up.

desk-tab-open = Ашық
desk-tab-mine = Менің істерім
desk-tab-new = Жаңа
desk-tab-check = Тексеруде
desk-tab-waiting = Өтініш берушіні күтуде
desk-tab-prepare = Дайындауға
desk-tab-hand-over = Беруге
desk-tab-late = Мерзімі өткен
desk-tab-all = Барлығы
desk-tab-caption-open = Ашық істер, мерзімі жақындары алдымен
desk-tab-caption-mine = Өзіңіз алған ашық істер
desk-tab-caption-new = Тіркелетін немесе қабылданбайтын істер
desk-tab-caption-check = Тексеріліп, шешілетін істер
desk-tab-caption-waiting = Өтініш берушіден бірдеңе сұралған істер
desk-tab-caption-prepare = Оң шешім шыққан істер: куәлік және беру уақыты
desk-tab-caption-hand-over = Берілетін куәліктер
desk-tab-caption-late = Мерзімі өткен істер
desk-tab-caption-all = Барлық істер, мерзімі бойынша
desk-queue-empty-tab = Мұндай іс жоқ.
desk-queue-choose = Таңдау
desk-queue-assignee = Кім алды
desk-search-label = Істі табу
desk-search-hint = Нөмірі, ЖСН немесе қазақ, орыс не латын әріптерімен жазылған аты-жөні
desk-search-button = Іздеу
desk-search-for = Сіз іздедіңіз:
desk-search-nothing = Ештеңе табылмады. Жазылуын тексеріңіз, сөз санын азайтыңыз немесе ЖСН бойынша іздеңіз.
desk-search-error-too-long = { $max } таңбадан артық енгізбеңіз
desk-assign-take-button = Алу
desk-assign-release-button = Ортақ кезекке қайтару
desk-assign-case-error-missing = Кемінде бір істі таңдаңыз
desk-assign-case-error-too-many = { $max } істен артық таңдамаңыз
timeline-assign = Іске жауапты қызметкер белгіленді
desk-case-take = Бұл істі алу
desk-case-release = Бұл істі ортақ кезекке қайтару
desk-search-found =
    Табылды: { $count ->
        [one] { $count } іс
       *[other] { $count } іс
    }
desk-search-many = Ең жаңа { $count } іс; азайту үшін сөз қосыңыз
desk-assign-take =
    Алынды: { $done }. { $left ->
        [0] Енді бәрі сізде.
       *[other] Басқа қызметкерде болғандықтан немесе жабылғандықтан өзгеріссіз қалды: { $left }.
    }
desk-assign-release =
    Ортақ кезекке қайтарылды: { $done }. { $left ->
        [0] Оларды мекеменің кез келген қызметкері ала алады.
       *[other] Басқа қызметкерде болғандықтан немесе жабылғандықтан өзгеріссіз қалды: { $left }.
    }
desk-case-taken = Сіз бұл істі алдыңыз.
desk-case-released = Іс қайтадан бос.
desk-case-left = Ештеңе өзгерген жоқ: бұл іс басқа қызметкерде немесе жабылған.
desk-queue-nobody = Ешкім
desk-nav-workload = Жүктеме
desk-workload-title = Кімде қанша іс бар
desk-workload-lead = Мекемеңіздің ашық істері. Оларды істер тізімінде бөліп беріңіз.
desk-workload-caption = Қызметкерлер бойынша ашық істер
desk-workload-officer = Қызметкер
desk-workload-open = Ашық
desk-workload-today = Мерзімі бүгін
desk-workload-late = Мерзімі өткен
desk-workload-nobody = Ешкім алмаған
desk-workload-gone = Енді мұнда қызметкер емес адам
desk-assign-officer = Кімге беру керек
desk-assign-give-button = Тапсыру
desk-assign-officer-error-missing = Мекемеңіздің қызметкерін таңдаңыз
desk-who-supervisor = Басшы
who-supervisor = консулдық бөлімнің басшысы
desk-assign-give =
    Тапсырылды: { $done }. { $left ->
        [0] Қызметкер оларды «Менің істерім» қойындысында көреді.
       *[other] Жабылғандықтан өзгеріссіз қалды: { $left }.
    }
kept-heading = Сіздің сүзгілеріңіз
kept-keep = Көрсетілгенді атаумен сақтау
kept-keeps-tab = «{ $tab }» қойындысы сақталады. Сүзгілеріңізді тек өзіңіз көресіз.
kept-keeps-search = «{ $text }» іздеуі сақталады. Сүзгілеріңізді тек өзіңіз көресіз.
kept-name = Сүзгінің атауы
kept-button = Сақтау
kept-remove = Алып тастау
kept-saved = Сүзгі сақталды.
kept-removed = Сүзгі алып тасталды.
kept-error-missing = Сүзгінің атауын жазыңыз
kept-error-too-long = Атауы { $max } таңбадан аспауы керек
kept-error-taken = Мұндай атаулы сүзгіңіз бар
kept-error-too-many = Сүзгі саны { $max } болды. Алдымен біреуін алып тастаңыз.
