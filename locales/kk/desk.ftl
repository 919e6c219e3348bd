# Қызметкердің бөлмесі: кіру, кезек, іс, әрекеттер, журнал, жүйе.

desk-name = Жұмыс орны
desk-nav = Жұмыс орны
desk-nav-queue = Істер
desk-nav-journal = Әрекеттер журналы
desk-nav-system = Жүйе
desk-nav-sign-out = Шығу
desk-back-to-queue = Істерге оралу
desk-back-to-case = Іске оралу
desk-yes = Иә
desk-no = Жоқ
desk-verified = тексерілген
desk-unverified = тексерілмеген
desk-unverified-hint = «Тексерілмеген» белгісі: сенбес бұрын тексеріңіз.
desk-none = Жоқ
desk-who-applicant = Өтініш беруші
desk-who-officer = Қызметкер
desk-who-auditor = Тексеруші аудитор
desk-who-administrator = Жүйе әкімшісі
desk-who-system = Жүйе
desk-local-time = { $at } ({ $zone })

## Кіру

desk-sign-in-title = Қызметкерлердің кіруі
desk-sign-in-lead = Шетелдегі мекемеде жұмыс істейтіндерге. Үш өріс бірге тексеріледі.
desk-sign-in-login = Пайдаланушы аты
desk-sign-in-password = Құпиясөз
desk-sign-in-code = Растау коды
desk-sign-in-code-hint = Телефоныңыздағы қолданбадан 6 сан
desk-sign-in-button = Кіру
desk-sign-in-error = Пайдаланушы аты, құпиясөз немесе код дұрыс емес. Үшеуін де тексеріңіз.
desk-sign-in-locked = Қате әрекет тым көп болды. Қайта көруге болатын уақыт: { $until }.
desk-sign-in-applicants = Өтініш берушілерге арналған қызмет бетіне өту

## Кезек

desk-queue-title = Істер
desk-queue-all-missions = Барлық шетелдегі мекеме
desk-queue-tabs = Қандай істер
desk-queue-tab-open = Ашық
desk-queue-tab-all = Барлығы
desk-queue-caption-open = Ашық істер, мерзімі жақыны бірінші
desk-queue-caption-all = Барлық істер, соңғысы бірінші
desk-queue-region = Істер кестесі, көлденең жылжиды
desk-queue-reference = Нөмірі
desk-queue-deceased = Қайтыс болған адам
desk-queue-applicant = Өтініш беруші
desk-queue-sent = Келіп түскені
desk-queue-channel = Берілген жолы
desk-queue-due = Мерзімі
desk-queue-state = Күйі
desk-queue-flags = Белгілері
desk-queue-mission = Шетелдегі мекеме
desk-queue-empty-open = Ашық іс жоқ.
desk-queue-empty-all = Әзірге іс жоқ.
desk-queue-next = Келесі істер
desk-queue-first = Алғашқы істерге оралу
desk-queue-zone = Уақыт шетелдегі мекеменің белдеуімен көрсетілген: { $zone }.

desk-channel-portal = Портал арқылы
desk-channel-paper = Қағаз түрінде
desk-confirmation-eds = ЭЦҚ-мен қол қойылған
desk-confirmation-otp = Бір реттік кодпен расталған

desk-due-minutes = { $count } мин қалды
desk-due-hours = { $count } сағ қалды
desk-due-today = Мерзімі бүгін
desk-due-tomorrow = Мерзімі ертең
desk-due-days = { $count } күн қалды
desk-overdue-minutes = { $count } мин өтіп кетті
desk-overdue-hours = { $count } сағ өтіп кетті
desk-overdue-days = { $count } күн өтіп кетті
desk-due-met = Мерзім сақталды
desk-due-met-at = Орындалды: { $at }

## Іс

desk-case-title = { $reference } ісі
desk-case-identity = Іс туралы қысқаша
desk-case-state = Күйі
desk-case-due = Мерзімі
desk-case-sent = Жіберілген уақыты
desk-case-registration = Тіркелген күні
desk-case-applicant = Өтініш беруші
desk-case-deceased = Қайтыс болған адам
desk-case-mission = Шетелдегі мекеме
desk-case-flags = Белгілері
desk-case-acts = Не істей аласыз
desk-case-no-acts = Бұл күйде сізге ашық әрекет жоқ.
desk-case-read-only = Бұл істі тексеру үшін көріп тұрсыз. Оны өзгерте алмайсыз.
desk-case-answers = Жауаптар
desk-case-documents = Құжаттар
desk-case-no-documents = Құжат қоса берілмеген.
desk-case-proof = Растау
desk-case-timeline = Не болды
desk-case-notices = Өтініш берушіге хабарламалар
desk-case-no-notices = Әзірге хабарлама жоқ.
desk-case-papers = Қағаздар
desk-case-collection = Куәлікті беру
desk-case-not-provided = Көрсетілмеген
desk-case-overdue = Мерзім { $due } аяқталды, шешім жоқ. Заң бойынша өтініш беруші шағымдана алады. Қазір шешім қабылдаңыз.
desk-case-done-title = Орындалды
desk-done-register = Өтініш тіркелді. Хат жіберілуде.
desk-done-decline_registration = Тіркеуден бас тартылды. Хат жіберілуде.
desk-done-grant = Жазба жасалды. Куәлік рәсімделіп жатыр.
desk-done-refuse = Өтініш бойынша бас тартылды. Хат жіберілуде.
desk-done-set_collection = Беру уақыты белгіленді. Хат жіберілуде.
desk-done-hand_over = Куәліктің берілгені жазылды. Хат жіберілуде.

desk-paper-application = Расталған өтініш (PDF)
desk-paper-certificate = Куәлік (PDF)
desk-paper-refusal = Бас тарту (PDF)
desk-paper-proof = Қолтаңба немесе мөр (файл)

desk-document-files = Файлдар
desk-document-file = { $name } ({ $size })
desk-document-hash = Сақталған файлдың SHA-256 мәні
desk-document-hash-received = Алынған файлдың SHA-256 мәні
desk-document-no-files = Файл жоқ
desk-document-rule = Ереже не дейді
desk-document-stamped = Мөрі бар, белгіленген нысанда
desk-document-language = Тілі
desk-document-issued = Берілген жері
desk-document-issued-in = Елі: { $country }
desk-document-issued-on = Елі: { $country }, күні: { $date }
desk-document-applicant-says = Өтініш берушінің айтқаны
desk-kind-medical = Қайтыс болу туралы медициналық құжат
desk-kind-court_decision = Заңды күшіне енген сот шешімі
desk-kind-local_death_certificate = Болу елінің қайтыс болу туралы куәлігі
desk-kind-kinship = Туыстықты растайтын құжат
desk-kind-power_of_attorney = Сенімхат
desk-kind-deceased_identity = Қайтыс болған адамның жеке басын куәландыратын құжат
desk-kind-applicant_passport = Өтініш берушінің паспорты
desk-kind-translation = Аударма
desk-kind-apostille = Апостиль немесе заңдастыру
desk-rule-legalization = Заңдастыру
desk-rule-translation = Аударма
desk-rule-basis = Негізі

desk-proof-signer = Қол қойған адам
desk-proof-iin = ЖСН
desk-proof-algorithm = Алгоритмі
desk-proof-checked = Тексерілген уақыты
desk-proof-findings = Тексеру не көрсетті
desk-proof-no-findings = Тексеру ескертусіз өтті.
desk-proof-valid = Қолтаңба жарамды.
desk-proof-indeterminate = Қолтаңбаны соңына дейін тексеру мүмкін болмады.
desk-proof-invalid = Қолтаңба жарамсыз.
desk-proof-otp = Бір реттік кодпен расталған. Бұл қолтаңба емес (Цифрлық кодекс, 47(4)-бап). Сервер сол файлды дәл сол сәтте мөрмен бекітті.
desk-proof-number = Телефон нөмірі
desk-proof-confirmed = Расталған уақыты

desk-notice-channel-portal = Порталда
desk-notice-channel-email = Электрондық пошта
desk-notice-channel-sms = Қысқа хабарлама
desk-notice-delivered = { $channel } { $to }: тапсырылды, { $at }
desk-notice-waiting = { $channel } { $to }: жіберуді күтуде
desk-notice-portal = Порталда: бірден

## Әрекеттер

desk-act-summary = Іс туралы қысқаша
desk-act-continue = Жалғастыру
desk-act-change = Жазғанымды өзгерту
desk-act-confirm-title = Растамас бұрын тексеріңіз
desk-act-cancel = Ештеңе істемей шығу
desk-act-gone = Бұл әрекет қазір ашық емес. Іс ілгері жылжыған болуы мүмкін. Істі қайта қараңыз.
desk-act-stale = Сіз жұмыс істеп жатқанда істі басқа біреу өзгертті. Ештеңе жасалған жоқ. Істі қайта қараңыз.
desk-letter-title = Өтініш беруші алатын хат
desk-letter-language-kk = Қазақша, өтініш беруші таңдағандай
desk-letter-language-ru = Орысша, өтініш беруші таңдағандай
desk-letter-language-en = Ағылшынша, өтініш беруші таңдағандай
desk-letter-subject = Тақырыбы: { $subject }
desk-letter-sms = Қысқа хабарлама
desk-field-error-missing = Бұл өрісті толтырыңыз
desk-text-too-long = Ең көбі { $max } таңба жазыңыз
desk-text-max = Ең көбі { $max } таңба. Бұл мәтінді өтініш беруші оқиды.

desk-registration-title = { $reference } өтінішін тіркеу
desk-registration-lead = Тіркеу күні жіберілген уақытқа қарай анықталады. Сіздің басқаныңыз мерзімді өзгертпейді.
desk-registration-button = Тіркеп, хат жіберу

desk-declined-title = { $reference } өтінішін тіркеуден бас тарту
desk-declined-lead = Өтініш берушінің барлық жауабы сақталады. Ол түзетілген өтінішті бірден жібере алады.
desk-declined-reason = Неге тіркеуге болмайды?
desk-declined-reason-error-missing = Себебін таңдаңыз
desk-declined-remedy = Өтініш беруші не істей алады?
desk-declined-remedy-hint = Қай бет немесе құжат екенін және қалай дұрыс болатынын айтыңыз. Қысқа жазыңыз.
desk-declined-remedy-error-missing = Өтініш беруші не істей алатынын жазыңыз
desk-declined-button = Бас тартып, хат жіберу

desk-record-title = Қайтыс болу туралы акт жазбасын жасау: { $reference }
desk-record-lead = Осылай өтініш қанағаттандырылады. Жазба нөмір алады, содан кейін куәлік өздігінен рәсімделеді.
desk-record-check = Растамас бұрын жауаптарды құжаттармен салыстырыңыз.
desk-record-button = Жазба жасап, хат жіберу

desk-refusal-title = { $reference } өтініші бойынша бас тарту
desk-refusal-lead = Бас тарту үшін заңның кемінде бір негізі және сіздің дәлелдеріңіз керек (ӘРПК, 80-бап).
desk-refusal-grounds = Қандай негіздер бойынша?
desk-refusal-grounds-hint = Сәйкес келетіннің бәрін белгілеңіз.
desk-refusal-grounds-error-missing = Кемінде бір негізді белгілеңіз
desk-refusal-reasons = Не дұрыс емес және оны қалай түзетуге болады?
desk-refusal-reasons-hint = Құжатты немесе жауапты, не көргеніңізді және қалай дұрыс болатынын жазыңыз. Қысқа жазыңыз.
desk-refusal-reasons-error-missing = Дәлелдеріңізді жазыңыз
desk-refusal-reasons-error-short = Өтініш беруші түсінуі үшін кемінде { $min } таңба жазыңыз
desk-refusal-button = Бас тартып, хат жіберу

desk-collection-title = Беру уақытын белгілеу: { $reference }
desk-collection-lead = Осы хат жіберілгенде мерзім сақталған болады.
desk-collection-zone = Уақыт шетелдегі мекеменікі: { $zone }.
desk-collection-date = Қай күні?
desk-collection-date-hint = Мысалы, { $example }
desk-collection-day = Күні
desk-collection-month = Айы
desk-collection-year = Жылы
desk-collection-time = Сағат нешеде?
desk-collection-time-hint = Сағаты мен минуты, мысалы 10:30
desk-collection-note = Не қосасыз? (міндетті емес)
desk-collection-note-hint = Қай есік, кімді сұрау керек. Бұл мәтінді өтініш беруші оқиды.
desk-collection-hours = Қабылдау сағаттары
desk-collection-at-error-missing = Күні мен уақытын көрсетіңіз
desk-collection-at-error-unreadable = Нақты күн мен уақытты көрсетіңіз, мысалы { $example }
desk-collection-at-error-past = Болашақтағы уақытты таңдаңыз
desk-collection-at-error-not-reception-hours = Бұл уақытта мекеме қабылдамайды. Қабылдау сағаттарындағы уақытты таңдаңыз
desk-collection-at-error-no-such-time = Бұл сағатта сағат тілі ауыстырылады, мұндай уақыт жоқ. Басқасын таңдаңыз
desk-collection-button = Уақытты белгілеп, хат жіберу

desk-handover-title = Куәлікті беру: { $reference }
desk-handover-lead = Алдымен жеке басты куәландыратын құжатты және түпнұсқаларды қараңыз. Содан кейін көргеніңізді белгілеңіз.
desk-handover-number = Куәлік нөмірі
desk-handover-collector = Өтініш берушінің көрсеткені
desk-handover-collector-applicant = Өтініш беруші өзі келеді
desk-handover-receiver = Кім келді?
desk-handover-receiver-hint = Куәлікті кімге беруге болатыны заңда көрсетілген (Неке және отбасы туралы кодекс, 273-бап).
desk-handover-receiver-error-missing = Куәлікті кім алатынын таңдаңыз
desk-handover-receiver-error-not-allowed = Заң бойынша бұл адамға куәлік беруге болмайды
desk-handover-document = Жеке басты куәландыратын қандай құжатты көрдіңіз?
desk-handover-document-passport = Төлқұжат (паспорт)
desk-handover-document-identity_card = Жеке куәлік
desk-handover-document-foreign_passport = Басқа мемлекеттің паспорты
desk-handover-document-other = Басқа құжат
desk-handover-identity_document-error-missing = Жеке басты куәландыратын құжатты таңдаңыз
desk-handover-identity_number = Жеке басты куәландыратын құжаттың нөмірі
desk-handover-identity_number-error-missing = Жеке басты куәландыратын құжаттың нөмірін жазыңыз
desk-handover-originals = Қоса берілген құжаттардың түпнұсқаларын көрдім, олар файлдармен бірдей
desk-handover-originals-legend = Түпнұсқалар
desk-handover-originals_seen-error-missing = Түпнұсқаларсыз куәлікті беруге болмайды
desk-handover-surrendered = Қайтыс болған адамның тапсырылған құжаттары (міндетті емес)
desk-handover-surrendered-hint = Мысалы, паспорт және оның нөмірі, әскери билет (Неке және отбасы туралы кодекс, 270(4)-бап).
desk-handover-button = Беріп, хат жіберу

## Журнал

desk-journal-title = Әрекеттер журналы
desk-journal-lead = Бір әрекет — бір жазба. Әр жазба алдыңғысының хешін атайды, сондықтан өзгеріс немесе үзіліс көрінеді.
desk-journal-intact = Журнал бүтін. { $count } жазба тексерілді.
desk-journal-broken = Журнал { $entry } жазбасында бұзылған. Әкімшіге қазір хабарлаңыз, ештеңені өзгертпеңіз.
desk-journal-head = Журналдың басы
desk-journal-head-hint = Көшірмесін басқа жерде сақтаңыз. Кесілген соңы тек сақталған бас арқылы көрінеді.
desk-journal-caption = Соңғы жазбалар
desk-journal-sequence = Рет саны
desk-journal-at = Қашан
desk-journal-act = Әрекет
desk-journal-who = Кім
desk-journal-reference = Өтініш
desk-journal-hash = Хеші
desk-journal-empty = Журналда әзірге жазба жоқ.
desk-journal-region = Журнал жазбаларының кестесі, көлденең жылжиды

## Жүйе

desk-system-title = Жүйе
desk-system-lead = Бұл орнатым немен байланысқан және онда не тексерілмеген деп белгіленген.
desk-system-seal = Мекеменің кілті
desk-system-seal-hint = Бір реттік кодпен расталғанды мөрмен бекітеді. Жабық кілт серверден шықпайды.
desk-system-seal-subject = Иесі
desk-system-seal-valid = Қолданылу мерзімі
desk-system-seal-fingerprint = SHA-256 таңбасы
desk-system-trust = Сенім тізімі
desk-system-trust-test = Сынақ: куәландырушы орталықтың сынақ тізіміндегі адамдар қабылданады
desk-system-trust-production = Жұмыс тізімі
desk-system-gateways = Шлюздер
desk-system-gateway = Шлюзі
desk-system-gateway-state = Күйі
desk-system-gateway-mail = Электрондық пошта
desk-system-gateway-sms = Қысқа хабарламалар
desk-system-gateway-scan = Вирусқа тексеру
desk-system-gateway-nca = Куәландырушы орталық желі арқылы
desk-system-gateway-egov-mobile = eGov Mobile арқылы қол қою
desk-system-gateway-citizens = Мобильді азаматтар базасы
desk-system-on = Бапталған
desk-system-local = Жергілікті: деректер қалтасына жазылады
desk-system-absent = Жоқ
desk-system-off-nca = Өшірулі: кері қайтару тізімдері файлдардан оқылады
desk-system-off-egov-mobile = Қолданбамен сыналғанша өшірулі
desk-system-off-citizens = Хаттамасы белгілі болғанша жоқ. Көрсетілген ЖСН расталмаған күйінде қалады.
desk-system-unverified = Тексерілмеген мәліметтер
desk-system-unverified-count = Анықтамалықтарда { $count } мәлімет тексерілмеген.
desk-system-unverified-file = Файлы
desk-system-unverified-line = Жолы
desk-system-unverified-what = Не
desk-system-unverified-why = Неге
desk-system-unverified-more = Тағы { $count } мәлімет мұнда көрсетілмеген. «elshi registers check» пәрмені бәрін шығарады.
desk-system-region = Тексерілмеген мәліметтер кестесі, көлденең жылжиды
