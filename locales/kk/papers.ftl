# Sentences of the papers: application, certificate, refusal. Layout is in templates/papers/.

# Every paper
paper-test-banner = СЫНАҚ. Сынақ кілттерімен жасалған. Заңды күші жоқ.
paper-sample = ҮЛГІ
paper-unprintable = [U+6771] түріндегі код осы құжаттың қарпінде жоқ таңбаның орнына қойылған.
paper-unprintable-application = [U+6771] түріндегі код осы құжаттың қарпінде жоқ таңбаның орнына қойылған. Мәтіннің енгізілген дәл түрі тіркелген request.json файлында бар.
paper-not-provided = Көрсетілмеген
paper-not-known = Белгісіз
paper-state = Қазақстан Республикасы

# Dates (UX.md 2.1)
paper-date = { $year } жылғы { $day } { $month }
paper-month-and-year = { $year } жылғы { $month }
paper-month-1 = қаңтар
paper-month-2 = ақпан
paper-month-3 = наурыз
paper-month-4 = сәуір
paper-month-5 = мамыр
paper-month-6 = маусым
paper-month-7 = шілде
paper-month-8 = тамыз
paper-month-9 = қыркүйек
paper-month-10 = қазан
paper-month-11 = қараша
paper-month-12 = желтоқсан
paper-month-in-date-1 = қаңтар
paper-month-in-date-2 = ақпан
paper-month-in-date-3 = наурыз
paper-month-in-date-4 = сәуір
paper-month-in-date-5 = мамыр
paper-month-in-date-6 = маусым
paper-month-in-date-7 = шілде
paper-month-in-date-8 = тамыз
paper-month-in-date-9 = қыркүйек
paper-month-in-date-10 = қазан
paper-month-in-date-11 = қараша
paper-month-in-date-12 = желтоқсан

# Application
paper-application-title = Өтініш
paper-application-subtitle = шетелде қайтыс болуды мемлекеттік тіркеу туралы
paper-addendum-title = Өтінішке қосымша
paper-changes-heading = Не өзгертілді
paper-changes-about = Бұл — {$reference} өтінішіне № {$number} қосымша. Алғашқы өтініш пен оның растамасы өзгеріссіз қалады.
paper-changes-first-file = Алғашқы өтініш файлының SHA-256 мәні
paper-changes-what = Жауап
paper-changes-before = Бұрын
paper-changes-after = Енді
paper-changes-whole = Төменде өзгертілген өтініш толық берілген.
paper-to = Кімге
paper-from = Кімнен
paper-iin-number = ЖСН { $iin }
paper-essence = Қайтыс болуды мемлекеттік тіркеуді және қайтыс болу туралы куәлікті { $language } беруді сұраймын. Қайтыс болған адам: { $name }.
paper-essence-unidentified = Жеке басы анықталмаған адамның қайтыс болуын мемлекеттік тіркеуді және қайтыс болу туралы куәлікті { $language } беруді сұраймын.
paper-in-language-kk = қазақ тілінде
paper-in-language-ru = орыс тілінде
paper-application-date = Өтініш күні
paper-applicant-signature = Қолы (қағаз өтініште ғана)
paper-application-signing = Өтініш беруші осы файлға құжаттар тізімімен және олардың хеш-сомаларымен бірге тұтас қол қояды немесе растайды. Өтініш қағаз түрінде берілсе ғана қолмен қол қойылады.
paper-attachment-description = Осы өтініштің жауаптары дерек түрінде (JSON, RFC 8785)
paper-attachment-note = Тіркелген request.json файлында сол жауаптар дерек түрінде берілген. Оның SHA-256 мәні:

# Application: the applicant
paper-section-applicant = Өтініш беруші
paper-surname = Тегі
paper-given-name = Аты
paper-patronymic = Әкесінің аты
paper-latin-name = Аты-жөні латын әріптерімен, паспорттағыдай
paper-iin = ЖСН
paper-iin-proven = электрондық цифрлық қолтаңбамен расталған
paper-iin-declared = өтініш берушінің айтуы бойынша
paper-postal-address = Пошталық мекенжайы
paper-phone = Телефоны
paper-email = Электрондық пошта
paper-relation = Қайтыс болған адамға кім болады
paper-relation-spouse = Жұбайы
paper-relation-child = Ұлы немесе қызы
paper-relation-parent = Әкесі немесе анасы
paper-relation-sibling = Аға-інісі немесе апа-сіңлісі
paper-relation-grand = Немересі, атасы немесе әжесі
paper-relation-other-relative = Басқа туысы: { $said }
paper-relation-other = Туысы емес: { $said }
paper-relation-representative = Сенімхат бойынша өкіл
paper-principal = Кімнің атынан әрекет етеді
paper-writes-in = Хат жазысу тілі
paper-mission-basis = Шетелдегі мекеме қалай анықталды
paper-mission-only = Тұратын елде біреу ғана
paper-mission-chosen = Өтініш беруші таңдады; консулдық округ тексерілмеген
paper-mission-asked = Өтініш беруші сұрап біліп көрсетті; тұратын елде шетелдегі мекеме жоқ
paper-mission-objected = Өтініш беруші таңдады; ол тізілімде басқасы қате көрсетілген деп санайды
paper-mission-reason = Неліктен

# Languages
paper-language-ar = араб тілі
paper-language-az = әзербайжан тілі
paper-language-be = беларусь тілі
paper-language-cs = чех тілі
paper-language-de = неміс тілі
paper-language-en = ағылшын тілі
paper-language-es = испан тілі
paper-language-fa = парсы тілі
paper-language-fr = француз тілі
paper-language-he = иврит тілі
paper-language-hi = хинди тілі
paper-language-it = итальян тілі
paper-language-ja = жапон тілі
paper-language-kk = қазақ тілі
paper-language-ko = корей тілі
paper-language-ky = қырғыз тілі
paper-language-nl = нидерланд тілі
paper-language-pl = поляк тілі
paper-language-pt = португал тілі
paper-language-ru = орыс тілі
paper-language-tr = түрік тілі
paper-language-uk = украин тілі
paper-language-uz = өзбек тілі
paper-language-zh = қытай тілі

# Application: the person who died
paper-section-person = Қайтыс болған адам
paper-identity = Жеке басы
paper-unidentified = Анықталмаған
paper-description = Медициналық құжаттағы сипаттама
paper-sex = Жынысы
paper-sex-male = Ер
paper-sex-female = Әйел
paper-born-on = Туған күні
paper-born-in = Туған жері
paper-citizenship = Азаматтығы
paper-ethnicity = Ұлты, жеке басты куәландыратын құжаттағыдай
paper-last-residence = Соңғы тұрғылықты жері
paper-marital-status = Отбасылық жағдайы
paper-marital-married = Некеде тұрған
paper-marital-not-married = Некеде тұрмаған
paper-marital-divorced = Ажырасқан
paper-marital-widowed = Жесір

# Application: the death
paper-section-death = Қайтыс болуы
paper-died-on = Қайтыс болған күні
paper-died-in = Қайтыс болған жері
paper-basis = Қайтыс болуды растайтын құжат
paper-basis-medical = Медициналық ұйымның құжаты
paper-basis-court = Заңды күшіне енген сот шешімі
paper-basis-issued-by = Кім берген
paper-basis-number = Құжат нөмірі
paper-basis-issued-on = Берілген күні
paper-court = Сот
paper-case-number = Іс нөмірі
paper-decided-on = Шешім күні
paper-in-force-on = Күшіне енген күні
paper-cause = Қайтыс болу себебі
paper-cause-from-paper = Қызметкер құжаттан көшіреді
paper-cause-not-stated = Құжатта көрсетілмеген

# Application: what is surrendered, the certificate
paper-section-surrendered = Қайтыс болған адамның құжаттары
paper-identity-document = Тапсырылатын жеке басты куәландыратын құжат
paper-identity-document-missing = Оны неге тапсыру мүмкін емес
paper-military-id = Әскери билет
paper-military-id-yes = Тапсырылады
paper-military-id-no = Тапсыратын билет жоқ
paper-section-certificate = Куәлік
paper-certificate-language = Куәлік тілі
paper-collector = Кім алады
paper-collector-applicant = Өтініш берушінің өзі

# Application: enclosed documents
paper-section-documents = Қоса берілген құжаттар
paper-documents-none = Құжаттар қоса берілмеген.
paper-file-name = Файл атауы
paper-file-size = Көлемі
paper-file-sha256 = Файлдың SHA-256 мәні
paper-size-kilobytes = { $number } Кбайт
paper-size-megabytes = { $whole },{ $tenth } Мбайт
paper-document-issued = Берілген: { $country }, { $date }
paper-document-issued-undated = Берілген елі: { $country }
paper-document-language = Тілі: { $language }
paper-document-language-kk-ru = қазақ және орыс тілдері
paper-document-language-other = басқа тіл
paper-document-stamped = Белгіленген нысанда, мөрі бар
paper-document-not-stamped = Мөрі жоқ немесе белгіленген нысанда емес
paper-certified-nothing = Апостилі де, заңдастыруы да жоқ
paper-certified-apostille = Апостиль қоса берілген
paper-certified-legalization = Заңдастыру қоса берілген
paper-certified-same-page = Апостиль немесе заңдастыру сол бетте
paper-document-translation = Қазақ немесе орыс тіліне аударма қоса берілген
paper-document-medical = Қайтыс болу туралы медициналық құжат
paper-document-court-decision = Сот шешімі
paper-document-local-death-certificate = Болу елінің қайтыс болу туралы куәлігі
paper-document-kinship = Жақын туыстықты растайтын құжат
paper-document-power-of-attorney = Сенімхат
paper-document-deceased-identity = Қайтыс болған адамның жеке басын куәландыратын құжат
paper-document-applicant-passport = Өтініш берушінің паспорты
paper-document-translation-kind = Аударма
paper-document-apostille = Апостиль немесе заңдастыру

# Application: consent (Law on personal data, art. 8); its words stand in services/death-abroad/consent.toml
paper-consent-version = Келісім мәтіннің { $version } редакциясына берілді.

# Signature and stamp of an officer
paper-place-signature = Қолы
paper-place-stamp = Мөр орны
paper-certificate-signing = Қызметкер осы куәлікке қолмен қол қояды және мөр басады. Онда электрондық қолтаңба жоқ.
paper-refusal-signing = Қызметкер осы шешімге қолмен қол қояды және мөр басады. Онда электрондық қолтаңба жоқ.
paper-signed-eds = Қызметкер бұл файлға өзінің ЭЦҚ-сымен қол қойды. Қолтаңба оның жанында сақталады.

# Certificate (Family Code, art. 274)
paper-certificate-title = Қайтыс болу туралы куәлік
paper-certificate-number = Сериясы мен нөмірі { $number }
paper-age = Жасы, толық жыл
paper-record-date = Акт жазбасы жасалған күн
paper-record-number = Акт жазбасының нөмірі
paper-record-body = Мемлекеттік тіркеу орны
paper-issued-on = Берілген күні
paper-issued-by = Куәлікті берген

# Refusal (Administrative Procedural and Process-Related Code, art. 80)
paper-refusal-title = Дәлелді бас тарту
paper-refusal-reference = Өтініш нөмірі
paper-refusal-date = Шешім күні
paper-refusal-body = Шешім қабылдаған мекеме
paper-refusal-official = Лауазымды адам
paper-refusal-applicant = Өтініш беруші
paper-refusal-applied-on = Өтініш күні
paper-refusal-subject = Қаралған мәселе
paper-refusal-question = Қайтыс болуды мемлекеттік тіркеу және қайтыс болу туралы куәлік беру. Қайтыс болған адам: { $name }
paper-refusal-question-unidentified = Жеке басы анықталмаған адамның қайтыс болуын мемлекеттік тіркеу және қайтыс болу туралы куәлік беру
paper-refusal-opening = Қайғыңызға ортақтасамыз.
paper-refusal-decided = Біз өтінішіңізді қарадық, бірақ қолда бар құжаттар мен мәліметтер бойынша қайтыс болуды тіркей алмаймыз. Төменде негіздер, себептер және бұдан әрі не істей алатыныңыз жазылған.
paper-refusal-grounds = Заңдағы негіздер
paper-refusal-reasons = Себептері
paper-refusal-again-heading = Қайта өтініш бере аласыз
paper-refusal-again = Бас тарту себебі жойылғаннан кейін сіз жалпы тәртіппен қайта өтініш бере аласыз (Мемлекеттік көрсетілетін қызметтер туралы заң, 19-1-баптың 3-тармағы). Қызмет тегін.
paper-complaint-heading = Шағым бере аласыз
paper-complaint-body = Шағымды жоғары тұрған орган қарайды: { $body }.
paper-complaint-order = Оны осы шешімді қабылдаған органға беріңіз: { $mission }. Шағымды өзі толық қанағаттандырмаса, бұл орган 3 жұмыс күні ішінде шағым мен іс материалдарын жоғары тұрған органға жібереді (Әкімшілік рәсімдік-процестік кодекс (ӘРПК), 91-баптың 4-тармағы).
paper-complaint-term = Беру мерзімі — осы шешім туралы білген күннен бастап { $months } ай (ӘРПК, 92-баптың 1-тармағы). Мерзімі өткен шағым да қабылданады: оның неге кешіккенін жазыңыз.
paper-complaint-content = Онда мыналарды көрсетіңіз (ӘРПК, 93-баптың 2-тармағы): оны кім қарайды; аты-жөніңіз, ЖСН, пошталық мекенжайыңыз және тұратын жеріңіз; кімнің шешіміне шағымданасыз; не болды және қандай дәлелдер бар; күні; қолыңыз; қоса берілген құжаттар тізімі.
paper-complaint-court = Заңда өзгеше белгіленбесе, шағым бойынша шешімнен кейін сотқа жүгіне аласыз (ӘРПК, 91-баптың 5-тармағы).

## Complaint

paper-complaint-title = Шағым
paper-complaint-against = Шағым жасалып отырған мекеме
paper-complaint-about = Шағымның мәні
paper-complaint-subject = Нені шағымданады
paper-complaint-subject-refusal = Мемлекеттік қызмет көрсетуден бас тарту
paper-complaint-subject-not-registered = Өтініштің тіркелмеуі
paper-complaint-subject-deadline-missed = Шешім мерзімінде қабылданбады
paper-complaint-subject-action = Лауазымды адамның әрекеті немесе әрекетсіздігі
paper-complaint-learned-on = Өтініш беруші білген күн
paper-complaint-residence = Нақты тұратын жері
paper-complaint-circumstances = Мән-жайлар мен дәлелдер
paper-complaint-late = Мерзімнен кеш берілу себебі
paper-complaint-asked = Өтініш берушінің талабы
paper-complaint-wishes = Талап
paper-complaint-wish-cancel = Шешімді жойып, қайтыс болуды тіркеу
paper-complaint-wish-decide-now = Өтініш бойынша шешімді кешіктірмей қабылдау
paper-complaint-wish-explain = Шешімнің себебін түсіндіру
paper-complaint-wish-other = Мән-жайларда жазылған талап
paper-complaint-files = Қоса берілетін құжаттар
paper-complaint-no-files = Қоса берілген құжат жоқ.
paper-complaint-date = Шағым күні
paper-complaint-signing = Өтініш беруші осы файлға толық қол қояды немесе оны растайды. Қолмен қол қою шағым қағаз түрінде берілгенде ғана қажет.
paper-complaint-data = Шағым деректері (JSON, RFC 8785)
paper-complaint-data-note = Қоса берілген complaint.json файлының SHA-256 мәні:

# Өтінішті қағаз түрінде әкелген адам терезеден не алады

paper-form-number = Бланк нөмірі: { $number }
paper-application-signing-by-hand = Өтініш беруші осы өтінішке өз қолымен қол қойып, оны жеке басын куәландыратын құжатпен және түпнұсқалармен бірге шетелдегі мекемеге әкеледі. Бланк әр беттің төменгі жағындағы нөмір бойынша табылады.
paper-slip-accepted-title = Қағаз түріндегі өтініштің қабылданғаны туралы қолхат
paper-slip-not-accepted-title = Қағаз түріндегі өтініш қабылданбады
paper-slip-form-number = Бланк нөмірі
paper-slip-at = Күні мен уақыты (жергілікті)
paper-slip-moment = { $date }, сағат { $time }
paper-slip-about = Қайтыс болған адам
paper-slip-unidentified = Белгісіз адам
paper-slip-registered = Тіркеу күні
paper-slip-due = Шешім кешіктірілмей қабылданатын мерзім
paper-slip-documents = Қабылданған құжаттар
paper-slip-enclosed = Бланкіге қоса берілген құжаттар
paper-slip-document = { $document }, файлдар саны: { $count }
paper-slip-next-heading = Әрі қарай не болады
paper-slip-next = Шетелдегі мекеме тіркелген күннен кейінгі күннен бастап 3 жұмыс күні ішінде шешім қабылдайды. Әр қадам туралы сізге жазамыз; өтініш нөмірін айтып, шетелдегі мекемеден сұрауға да болады.
paper-slip-free = Қызмет тегін көрсетіледі.
paper-slip-signing = Қызметкер бұл қағазға өз қолымен қол қояды.
paper-slip-surrendered-title = Қайтыс болған адамның құжаттарын қабылдау туралы қолхат
paper-slip-surrendered-by = Тапсырған адам
paper-slip-surrendered = Қабылданған құжаттар
paper-slip-surrendered-heading = Себебі
paper-slip-surrendered-law = Қайтыс болған адамның жеке басын куәландыратын құжаттар мен әскери билет қайтыс болуды тіркеу кезінде тапсырылады («Неке (ерлі-зайыптылық) және отбасы туралы» кодекс, 270-бап, 4-тармақ).
paper-slip-surrendered-check = Кетер алдында тізімді тексеріңіз. Осы қолхатты сақтаңыз.
paper-slip-reason-heading = Заң бойынша себебі
paper-slip-reason-incomplete-documents = Құжаттар топтамасы толық емес («Мемлекеттік көрсетілетін қызметтер туралы» Заң, 19-бап).
paper-slip-reason-expired-documents = Құжаттың қолданылу мерзімі өткен («Мемлекеттік көрсетілетін қызметтер туралы» Заң, 19-бап).
paper-slip-remedy-heading = Сіз не істей аласыз
paper-slip-complaint = Шағымды мына органға беруге болады: { $body }. Ол { $mission } арқылы беріледі. Мерзімі — бұл туралы білген күннен бастап { $months } ай (ӘРПК, 91 және 92-баптар).
paper-blank = Бланкінің сериясы мен нөмірі
paper-complaint-subject-annulment = Акт жазбасының күшін жою
paper-complaint-wish-cancel-annulment = Акт жазбасының күшін жою туралы шешімді өзгерту
paper-complaint-decision-title = Шағым бойынша шешім
paper-complaint-decision-from = Шағым берген адам
paper-complaint-decision-filed-on = Шағым берілген күн
paper-complaint-decision-act = Не туралы шағым
paper-complaint-decision-essence = Шағымның мәні
paper-complaint-decision-decided = Шешім
paper-complaint-decision-reasons = Уәждері мен заң нормалары
paper-complaint-decision-satisfied = Шағым толық қанағаттандырылды (ӘРПК, 91-баптың 4-тармағы).
paper-complaint-decision-cancel = Актінің күші жойылды (ӘРПК, 100-баптың 1-тармағының 1) тармақшасы).
paper-complaint-decision-cancel-and-adopt = Актінің күші жойылды, жаңасы қабылдануға тиіс (ӘРПК, 100-баптың 1-тармағының 2) тармақшасы).
paper-complaint-decision-perform-action = Әрекет жасалуға тиіс (ӘРПК, 100-баптың 1-тармағының 3) тармақшасы).
paper-complaint-decision-without-satisfaction = Шағым қанағаттандырусыз қалдырылды (ӘРПК, 100-баптың 1-тармағының 4) тармақшасы).
paper-complaint-decision-send-back = Іс бұзушылықтары көрсетіліп қайтарылды (ӘРПК, 100-баптың 1-тармағының 5) тармақшасы).
paper-complaint-decision-without-consideration = Шағым қараусыз қалдырылды (ӘРПК, 95-бап және 100-баптың 1-тармағының 6) тармақшасы).
paper-complaint-decision-next = Әрі қарай
paper-complaint-decision-binding = Бұл шешімді орындау міндетті (ӘРПК, 100-баптың 4-тармағы).
paper-complaint-decision-court = Келіспесеңіз, шағымды қарайтын басқа органға немесе сотқа жүгіне аласыз (ӘРПК, 100-баптың 6-тармағы).
paper-complaint-decision-signing = Мекеме бұл шешімді лауазымды адамның екінші факторымен мөрмен бекітті. Мөр қолтаңба емес: лауазымды адам құжатқа қолмен қол қойып, мөртабан басады.
