# Қызмет сүйенетін деректер; жұмыс орнынан өзгертіледі.

desk-nav-registers = Тізілімдер
registers-title = Қызметтің тізілімдері мен қағидалары
registers-lead = Қызмет осы файлдарға сүйенеді. Өзгеріс дайындалады, жол-жолымен қаралады, оны екінші әкімші мақұлдайды және ол өз күнінен бастап қолданылады. Істер өздері түскен кездегі қағидаларды сақтайды.
registers-coverage-title = Қай елге қай шетелдегі мекеме қызмет көрсетеді
registers-coverage-lead = Мекемесі белгісіз ел адамды «сұрау» бетіне апарады. Ештеңе болжанбайды.
registers-in-force = Қазір қолданыста
registers-name = Файл атауы
registers-what = Ішінде не бар
registers-lines = Жол саны
registers-unverified = Расталмаған мәліметтер
registers-origin = Қайдан алынған
registers-changed = осында өзгертілген
registers-shipped = жеткізілген күйінде
registers-file-missions = Мекемелер: атаулары, мекенжайлары, телефондары, сағаттары
registers-file-districts = Басқа елден қызмет көрсетілетін елдер
registers-file-treaties = Құжаттар туралы шарттар, олардың тараптары мен күндері
registers-file-holidays-kz = Қазақстанның демалыс және мереке күндері
registers-file-holidays-host = Болатын елдердің демалыс және мереке күндері
registers-file-closures = Мекемелер жабық күндер
registers-file-country-names-override = Топтамадан өзгеше ел атаулары
registers-file-afterwards = Шетелдегі қазадан кейінгі басқа істер
registers-file-passport = Қызмет: мерзімдер, құжаттар, төлем, шағым
registers-file-refusals = Бас тарту негіздері мен тіркемеу себептері
registers-file-consent = Келісім мәтіні, редакциялары бойынша
registers-new = Файлдарды өзгерту
registers-new-lead = Файлды жүктеп алыңыз, оны редакторда немесе кестеде өзгертіп, сол атаумен осында жіберіңіз. Екінші әкімші мақұлдағанға дейін ештеңе қолданылмайды.
registers-files = Өзгертілген файлдар
registers-files-hint = Жоғарыдағы файлдардың бірі немесе бірнешеуі, UTF-8 кодтамасындағы CSV немесе TOML.
registers-files-chosen = Таңдалған файлдар: %{"{"}count{"}"}
registers-reason = Неліктен
registers-reason-hint = Мысалы: елшіліктің жаңа телефоны, 20 қарашадағы хат.
registers-show = Не өзгеретінін көрсету
registers-changes = Өзгерістер
registers-none = Мұнда әлі ештеңе өзгертілген жоқ.
registers-made = Дайындалды
registers-by = Кім
registers-stage = Күйі
registers-stage-draft = жоба
registers-stage-proposed = екінші әкімшіні күтуде
registers-stage-approved = мақұлданды
registers-stage-rejected = мақұлданбады
registers-stage-withdrawn = қайтарып алынды
registers-from = Қолданылу басы
registers-from-approval = мақұлданған сәттен
registers-from-hint = Мысалы, 01.12.2026, Астана уақытымен түн ортасынан. Мақұлданғаннан кейін бірден болса, бос қалдырыңыз.
registers-change-title = Тізілімдердің өзгерісі
registers-decided = Шешілді
registers-word = Екінші әкімшінің сөзі
registers-word-hint = Мақұлдамасаңыз, қажет.
registers-added = Жаңа жол
registers-removed = Алынып тасталды
registers-altered = Өзгертілді
registers-differs =
    { $count ->
        [one] { $count } жол өзгеше.
       *[other] { $count } жол өзгеше.
    }
registers-more =
    { $count ->
        [one] Тағы { $count } жол көрсетілмеген.
       *[other] Тағы { $count } жол көрсетілмеген.
    }
registers-row = Жол
registers-column = Баған
registers-before = Бұрын
registers-after = Енді
registers-moved = Басқа мекеме қызмет көрсететін болатын елдер
registers-moved-lead = Жіберілген сұраулар өз мекемесінде қалады.
registers-country = Ел
registers-code = Коды
registers-served = Кім қызмет көрсетеді
registers-choose = Адам таңдайды: { $missions }
registers-ask = Мекеме белгісіз: «сұрау» беті
registers-one = Елге бір мекеме қызмет көрсетеді
registers-choice = Адам бірнешеуінен таңдайды
registers-propose = Екінші әкімшіге жіберу
registers-withdraw = Қайтарып алу
registers-approve = Мақұлдау
registers-reject = Мақұлдамау
registers-error-files-missing = Кемінде бір файл таңдаңыз
registers-error-files-unknown = Жоғарыдағы тізімде мұндай файл жоқ: файл атауын сақтаңыз
registers-error-files-too-big = Файл { $megabytes } МБ-тан үлкен
registers-error-files-too-long = Файлда ең көбі 20 000 жол болуы мүмкін
registers-error-files-twice = Бір файл екі рет жіберілді
registers-error-files-same = Бұл файлдар қолданыстағыдан немесе мақұлданғаннан өзгеше емес
registers-error-files-unfit = Деректер бір-біріне сәйкес келмейді. { $why }
registers-error-reason-missing = Неліктен екенін жазыңыз
registers-error-reason-too-long = { $max } таңбадан аспасын
registers-error-from-unreadable = Күнді енгізіңіз, мысалы 01.12.2026
registers-error-from-past = Күн болашақта болуы керек
registers-error-from-too-far = Ең көбі 400 күн алға
registers-error-word-missing = Неліктен мақұлдамайтыныңызды жазыңыз
registers-error-word-too-long = { $max } таңбадан аспасын
registers-error-approve-changed-meanwhile = Файлдардың бірі осы арада өзгертілді. Бүгінгі файлдан жаңа жоба дайындауды сұраңыз
registers-error-approve-before-earlier = Ол өзі негізделген өзгерістен бұрын қолданысқа енер еді. Кейінірек күнді сұраңыз
registers-error-approve-one-hand = Өзгерісті жасаған адам сізге құпиясөзді 30 күннен аз уақыт бұрын берген. Оны басқа әкімші бекітеді
timeline-propose-registers = Тізілімдердің өзгерісі екінші әкімшіге жіберілді
timeline-approve-registers = Тізілімдердің өзгерісі мақұлданды
timeline-reject-registers = Тізілімдердің өзгерісі мақұлданбады
timeline-withdraw-registers = Тізілімдердің өзгерісі қайтарып алынды
registers-file-whole = Файл толығымен
registers-behind = осында өзгертілген; бағдарламаның бұл нұсқасында жаңарақ файл бар, оны өзгеріс жауып тұр
