# After sending: what the mission asks, the answer, appointments. Letters, pages and the desk.

state-correction-requested-applicant = Мекеме сізден қосымша мәлімет күтеді
state-correction-requested-officer = Өтініш берушіден жауап күтілуде
state-uncollected-applicant = Куәлік сізді күтіп тұр. Жаңа уақыт таңдаңыз.
state-uncollected-officer = Белгіленген уақытта ешкім келмеді
timeline-request-correction = Мекеме қосымша мәлімет сұрады
timeline-remind-correction = Жауап беру туралы еске салынды
timeline-supplement = Өтініш толықтырылды
timeline-recheck-supplement = Толықтырудағы қолтаңба қайта тексерілді
timeline-change-collection = Өтініш беруші басқа уақыт таңдады
timeline-remind-collection = Келу уақыты еске салынды
timeline-report-no-show = Белгіленген уақытта ешкім келмеді
act-request-correction = Қосымша мәлімет сұрау
act-remind-correction = Жауап туралы еске салу
act-supplement = Өтінішті толықтыру
act-change-collection = Басқа уақыт таңдау
act-remind-collection = Келу уақытын еске салу
act-report-no-show = Ешкім келмегенін белгілеу
case-asked-title = Мына уақытқа дейін жауап беріңіз: { $when }
case-asked-term = Сіз жауап бергенше шешім қабылдау мерзімі тоқтамайды.
case-asked-answer = Қазір жауап беру
case-supplement = № { $number } толықтыру, { $when }
case-uncollected = Куәлік { $when } бастап сізді күтіп тұр.
case-appointment = Басқа уақыт таңдау
change-before = Бұрын
change-after = Енді
answer-title = Мекемеге жауап
answer-lead = Төмендегі бөлімдерді ғана өзгерте аласыз. Қалған жауаптарыңыз сол күйінде қалады.
answer-not-changed = Әлі өзгертілмеген
answer-changed = Өзгертілді
answer-check-title = Өзгерістерді тексеріп, жіберіңіз
error-nothing-changed = Сұралған бөлімдердің кемінде біреуін өзгертіңіз
answer-changes = Не өзгерді
answer-sent-title = Жауап жіберілді
answer-sent-next = { $mission } өтінішіңізді қайта тексереді. Қазір сізге ештеңе істеудің қажеті жоқ.
paper-link-supplement = № { $number } толықтыру (PDF)
paper-link-supplement-proof = № { $number } толықтыруды растау (CMS)
appointment-title = Куәлікті алудың басқа уақытын таңдау
appointment-now = Қазір белгіленген уақыт: { $when }.
appointment-missed = Өткен кездесу уақыты: { $when }. Куәлік сақталып тұр.
appointment-until = Уақытты мына сәтке дейін өзгертуге болады: { $when }.
appointment-choose = Бос уақытты таңдаңыз. Уақыт — мекеме орналасқан жердің сағаты бойынша.
appointment-day = { $weekday }, { $date }
appointment-none = Жақын күндері бос уақыт жоқ. Мекемеге хабарласыңыз.
appointment-none-suits = Ешқайсысы жарамаса, мекемеге қоңырау шалыңыз.
appointment-do = Осы уақытты таңдау
appointment-keep = Ештеңе өзгертпеу
appointment-error-missing = Тізімнен уақытты таңдаңыз
appointment-error-taken = Бұл уақытты басқа адам алып қойды. Басқасын таңдаңыз.
desk-correction-title = { $reference }: өтініш берушіден сұрау
desk-correction-lead = Сұралатын бөлімге не керек екенін өтініш берушінің тілінде жазыңыз. Бос қалған бөлім сұралмайды. Шешім қабылдау мерзімі тоқтамайды.
desk-correction-button = Сұрауды жіберу
desk-correction-done = Сұрау жіберілді.
desk-correction-items-error-missing = Кемінде бір бөлімге не керек екенін жазыңыз
desk-correction-days = Жауап беру уақыты
desk-correction-days-hint = Соңғы күннің жұмыс уақыты аяқталғанға дейін. Заң ақылға қонымды мерзім дейді.
desk-correction-working-days-error-missing = Жауап беру уақытын таңдаңыз
desk-correction-working-days-error-too-far = Бұл мерзім мереке күндері белгісіз жылға жетеді. Қысқарақ уақыт таңдаңыз.
desk-supplement-asked = Не сұралған еді
desk-no-show-title = { $reference }: ешкім келмеді
desk-no-show-lead = Куәлік сақталады. Хатта адамнан жаңа уақыт таңдау сұралады.
desk-no-show-button = Ешкім келмегенін белгілеу
desk-no-show-done = Белгіленді. Адамға хат жазылды.
desk-collection-at-error-taken = Бұл уақытқа басқа адам жазылған. Басқа уақыт таңдаңыз.
desk-correction-days-option =
    { $days ->
        [one] { $days } жұмыс күні
       *[other] { $days } жұмыс күні
    }

letter-correction-requested-subject = { $reference }: сізден қосымша мәлімет керек
letter-correction-requested-body =
    { $reference } өтініші бойынша шешім қабылдау үшін { $answer_by } дейін мына мәліметтер қажет:

    { $items }

    Жауап беру: { $url }

    Осы уақытқа дейін ештеңе келмесе, өтінішті өзіңізге қайтаруымыз мүмкін. Онда қайта өтініш бере аласыз.

    Сіз жауап бергенше шешім қабылдау мерзімі тоқтамайды: { $deadline }.

    { $mission }
    { $phone }
letter-correction-requested-sms = { $reference }: сізден { $answer_by_date } дейін мәлімет керек. { $url }

letter-correction-reminder-subject = { $reference }: жауабыңызды күтеміз
letter-correction-reminder-body =
    { $reference } өтініші бойынша жауабыңызды { $answer_by } дейін күтеміз:

    { $items }

    Жауап беру: { $url }

    Жауап болмаса, мекеме бар құжаттар бойынша шешім қабылдайды немесе өтінішті өзіңізге қайтарады.

    { $mission }
    { $phone }
letter-correction-reminder-sms = { $reference }: жауабыңызды { $answer_by_date } дейін күтеміз. { $url }

letter-supplemented-subject = { $reference }: жауабыңызды алдық
letter-supplemented-body =
    Рақмет, жауабыңызды алдық. { $reference } өтініші қайта тексеріледі.

    Шешім { $deadline } дейін қабылданады. Қазір сізге ештеңе істеудің қажеті жоқ.

    Өтінішіңіз: { $url }

    { $mission }
letter-supplemented-sms = { $reference }: жауабыңызды алдық. { $url }

letter-collection-changed-subject = { $reference }: куәлікті алудың жаңа уақыты
letter-collection-changed-body =
    Куәлікті алудың жаңа уақыты: { $date }, { $time } ({ $zone }).

    Мекенжай: { $place }

    Жеке басыңызды куәландыратын құжатты және бізге жіберген құжаттардың түпнұсқаларын алып келіңіз. Куәлік тегін беріледі.

    Бұл уақыт жарамаса, оны өзгертіңіз: { $url }

    { $mission }
    { $phone }
letter-collection-changed-sms = { $reference }: жаңа уақыт { $date }, { $time } ({ $zone }). { $url }

letter-collection-reminder-subject = { $reference }: куәлікті алу уақыты жақындады
letter-collection-reminder-body =
    Еске саламыз: куәлікті { $date } күні сағат { $time } ({ $zone }) алуға болады.

    Мекенжай: { $place }

    Жеке басыңызды куәландыратын құжатты және бізге жіберген құжаттардың түпнұсқаларын алып келіңіз.

    { $mission }
    { $phone }
letter-collection-reminder-sms = { $reference }: { $date }, { $time } ({ $zone }). Паспортыңызды алыңыз. { $url }

letter-no-show-subject = { $reference }: куәлікті алудың жаңа уақытын таңдаңыз
letter-no-show-body =
    Сіз { $date } күні сағат { $time } ({ $zone }) келе алмадыңыз. Куәлігіңіз сақталып тұр.

    Өзіңізге ыңғайлы жаңа уақыт таңдаңыз: { $url }

    { $mission }
    { $phone }
letter-no-show-sms = { $reference }: куәлікті алудың жаңа уақытын таңдаңыз. { $url }
