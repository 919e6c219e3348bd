# Кім не істеді және нені ашты.

case-readers = Өтінішіңізді кім ашты
case-readers-lead = Өтінішіңізді немесе оның қағаздарын ашқан қызметкерлер. Бұл өздігінен, сағатына бір реттен жиі емес белгіленеді.
case-readers-last = Соңғы рет белгіленген: { $when }
desk-nav-readings = Кім не істеді
readings-title = Кім не істеді және нені ашты
readings-lead = Журналдағы әрекеттер мен істердің ашылуы, алдымен жаңалары. Ашу әр адам мен іс үшін сағатына бір рет белгіленеді.
readings-reference = Істің нөмірі
readings-reference-error = DR-26-7K4FQ2-X түріндегі нөмірді енгізіңіз. Әр таңбаны тексеріңіз
readings-officer = Қызметкер
readings-everybody = Барлығы
readings-show = Көрсету
readings-none = Мұнда ештеңе істелмеген және ашылмаған.
readings-when = Қашан
readings-who = Кім
readings-what = Не
readings-case = Іс
readings-older = Бұрынғылары
readings-applicant = Өтініш беруші
readings-system = Жүйе
reading-case = Іс ашылды
reading-file = Қоса берілген файл ашылды
reading-paper = Істің қағазы ашылды
timeline-refuse-paper = Қағаз түріндегі өтініш қабылданбады
timeline-change-contact = Электрондық пошта мекенжайы өзгертілді
timeline-change-phone = Тіркелгінің телефоны өзгертілді
timeline-change-notices = Хабарламалардың қалай келетіні өзгертілді
