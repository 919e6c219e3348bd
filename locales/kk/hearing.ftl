# Бас тарту алдындағы тыңдау (ӘРПК 73, 74). Қызмет ережесі тыңдауды талап етпесе, мұның бәрі көрінбейді.

state-preliminary-refusal-applicant = Мекеме бас тартуды жоспарлап отыр. Алдымен сіз өз сөзіңізді айта аласыз
state-preliminary-refusal-officer = Бас тарту жоспарланды: өтініш берушінің сөзі күтілуде
state-position-stated-applicant = Мекеме сіздің жауабыңызды қарап жатыр
state-position-stated-officer = Өтініш беруші жауап берді
state-hearing-asked-applicant = Сіз тыңдауды сұрадыңыз. Уақытын мекеме белгілейді
state-hearing-asked-officer = Тыңдау уақытын белгілеу керек
state-hearing-set-applicant = Тыңдау уақыты белгіленді
state-hearing-set-officer = Тыңдау белгіленді
state-hearing-held-applicant = Тыңдау хаттамасы дайын
state-hearing-held-officer = Тыңдау хаттамасы жасалды
timeline-plan-refusal = Мекеме бас тартуды жоспарлап отырғанын хабарлады
timeline-state-position = Өтініш беруші жазбаша жауап берді
timeline-waive-hearing = Өтініш беруші тыңдаусыз шешуді сұрады
timeline-ask-hearing = Өтініш беруші өзін тыңдауды сұрады
timeline-set-hearing = Тыңдау уақыты белгіленді
timeline-record-hearing = Тыңдау хаттамасы жасалды
timeline-remark-protocol = Өтініш беруші хаттама туралы пікірін айтты
timeline-answer-remarks = Хаттамаға ескертулерге жауап берілді
timeline-resume-review = Өтініш қайта тексерілуде
act-plan-refusal = Бас тартуды жоспарлап отырғанын хабарлау
act-state-position = Жазбаша жауап беру
act-waive-hearing = Тыңдаусыз шешуді сұрау
act-ask-hearing = Тыңдауды сұрау
act-remark-protocol = Хаттама туралы пікір айту
act-set-hearing = Тыңдау уақытын белгілеу
act-record-hearing = Хаттама жазу
act-answer-remarks = Ескертулерге жауап беру
act-resume-review = Бас тартпай, қайта тексеру
case-hearing-answer = Мекемеге жауап беру
case-hearing = Бас тарту алдындағы тыңдау
hearing-title = Бас тарту алдындағы сіздің сөзіңіз
hearing-heading = Жоспарланған бас тарту, { $when }
hearing-lead-planned = Өтінішіңіз бойынша шешім әлі қабылданған жоқ. Мекеме { $day } бас тартуды жоспарлап отыр. Төменде оның себебі және қалай түзетуге болатыны жазылған.
hearing-lead-until = { $when } дейін жазбаша жауап беріңіз немесе сізді тыңдауды сұраңыз. Кейін жазған сөзіңіз де шешім қабылданғанша оқылады.
hearing-lead-papers = Жақсырақ құжатыңыз болса, жауабыңызда жазыңыз: мекеме оны жүктеуге мүмкіндік береді. Жауап бермеу сізге айып емес, бірақ мекеме онсыз шешеді.
hearing-lead-stated = Жауабыңыз мекемеде. Мекеме оны оқиды; бас тарту { $day } дейін болмайды.
hearing-lead-waived = Сіз тыңдаусыз шешуді сұрадыңыз. Мекеме белгіленген күнді күтпей шеше алады.
hearing-lead-asked = Сіз тыңдауды сұрадыңыз. Мекеме уақытын белгілеп, хат жібереді. Оның орнына жазбаша да жауап бере аласыз.
hearing-lead-set = Сізді тыңдайтын уақыт: { $when }. Келе алмасаңыз, мекемеге қоңырау шалыңыз немесе осында жазбаша жауап беріңіз.
hearing-lead-held = Хаттаманы оқып, { $when } дейін бәрі дұрыс па, соны айтыңыз.
hearing-lead-day = Бас тарту { $day } дейін болмайды.
hearing-way = Қалай жауап бергіңіз келеді?
hearing-way-written = жазбаша, осы бетте
hearing-way-in-person = мекемеге келіп
hearing-way-video = бейнебайланыс арқылы
hearing-way-phone = телефон арқылы
hearing-way-none = тыңдау қажет емес, мекеме күтпей шеше берсін
hearing-words = Сіздің сөзіңіз
hearing-words-hint = Жазбаша жауап берсеңіз, мекеме ненің дұрыс емесін білуі керек, соны жазыңыз. Тыңдауды сұрасаңыз, қай сағат ыңғайлы екенін және нөміріңізді жазыңыз. Ең көбі { $max } таңба.
hearing-words-max = Ең көбі { $max } таңба.
hearing-send = Жіберу
hearing-remarks-ask = Хаттама дұрыс па?
hearing-remarks-none = иә, ескертуім жоқ
hearing-remarks-some = жоқ, ескертуім бар
hearing-remarks-words = Ненің дұрыс жазылмағаны
hearing-send-remarks = Мекемеге айту
hearing-remarks-accepted = ескертулер қабылданды
hearing-remarks-partly = ескертулер ішінара қабылданды
hearing-remarks-declined = ескертулер қабылданбады
hearing-error-way-missing = Қалай жауап беретініңізді таңдаңыз
hearing-error-way-late = Тыңдауды сұрау уақыты өтті. Жазбаша жауап әлі оқылады
hearing-error-words-missing = Өз сөзіңізді жазыңыз
hearing-error-words-too-long = { $max } таңбадан асырмаңыз
hearing-error-remarks-missing = Хаттама дұрыс па, соны таңдаңыз
hearing-row-grounds = Негізі
hearing-row-reasons = Не дұрыс емес
hearing-row-remedy = Қалай түзетуге болады
hearing-row-listens = Кім тыңдайды
hearing-row-object-by = Жауап беру мерзімі
hearing-row-decide-from = Бас тарту осыдан бұрын болмайды
hearing-row-way = Қалай тыңдау
hearing-row-asked = Қашан сұралды
hearing-row-wish = Өтініш берушінің сөзі
hearing-row-position = Жазбаша жауап
hearing-row-stated = Жауап берілген уақыт
hearing-row-waived = Тыңдаусыз шешу сұралды
hearing-row-when = Тыңдау уақыты
hearing-row-place = Орны немесе байланыс
hearing-row-began = Басталды
hearing-row-ended = Аяқталды
hearing-row-presided = Төрағалық етті
hearing-row-secretary = Хатшы
hearing-row-present = Кім қатысты
hearing-row-said = Не айтылды: түсініктемелер, сұрақтар, жауаптар
hearing-row-made = Хаттама жасалған уақыт
hearing-row-no-remarks = Хаттамаға ескерту жоқ деді
hearing-row-remarks = Хаттамаға ескертулер
hearing-row-answer = Ескертулерге жауап
hearing-row-answer-reason = Неліктен
desk-preliminary-refusal-title = { $reference }: жоспарланған бас тарту
desk-preliminary-refusal-lead = Бұл әлі бас тарту емес. Өтініш беруші себебін біледі де, жазбаша жауап бере алады немесе тыңдауды сұрай алады (ӘРПК 73-бабы). Шешім қабылдау мерзімі шешім күнін күтеді. Өтініш берушінің тілінде жазыңыз.
desk-preliminary-refusal-button = Өтініш берушіге хабарлау
desk-preliminary-refusal-done = Өтініш берушіге бас тарту жоспарланып отырғаны хабарланды.
desk-preliminary-refusal-remedy-hint = Қай құжат немесе мәлімет жағдайды түзетер еді.
desk-preliminary-refusal-remedy-error-missing = Қалай түзетуге болатынын жазыңыз
desk-preliminary-refusal-day = Шешім күні
desk-preliminary-refusal-day-hint = Хабарламадан кейін толық жұмыс күндері өтуі керек. Бас тарту бұл күннен бұрын болмайды.
desk-preliminary-refusal-day-error-missing = Шешім күнін таңдаңыз
desk-hearing-title = { $reference }: тыңдау уақыты
desk-hearing-lead = Өтініш беруші өзін тыңдауды сұрады. Жұмыс уақытындағы күн мен сағатты белгілеңіз. Шешім күні тыңдаудан кейін болады, мерзім соны күтеді.
desk-hearing-button = Уақытты белгілеу
desk-hearing-done = Тыңдау уақыты белгіленді.
desk-hearing-place = Орны немесе байланыс
desk-hearing-place-hint = Кабинет, бейнеқоңырау сілтемесі немесе телефон нөмірі. Өтініш беруші мұны хаттан оқиды.
desk-hearing-place-error-missing = Орнын немесе байланысты жазыңыз
desk-hearing-at-error-missing = Күн мен уақытты енгізіңіз
desk-hearing-at-error-unreadable = Күн мен уақытты мысалдағыдай енгізіңіз
desk-hearing-at-error-past = Бұл уақыт өтіп кеткен
desk-hearing-at-error-no-such-time = Мұндай уақыт жоқ: сағат ауыстырылады
desk-hearing-at-error-not-office-hours = Бұл уақытта мекеме жұмыс істемейді
desk-hearing-at-error-too-far = Бұл жылдың мереке күндері белгісіз
desk-hearing-at-error-too-late = Алдағы он жұмыс күнінің ішінен күнді таңдаңыз
desk-hearing-protocol-title = { $reference }: тыңдау хаттамасы
desk-hearing-protocol-lead = Хаттама тыңдаудан кейін екі жұмыс күні ішінде жасалады (ӘРПК 74-бабы). Өтініш беруші оны оқып, ескерту айта алады. Келмесе, соны жазыңыз.
desk-hearing-protocol-button = Хаттаманы сақтап, хабарлау
desk-hearing-protocol-done = Хаттама сақталды.
desk-hearing-protocol-from = Басталған уақыты
desk-hearing-protocol-to = Аяқталған уақыты
desk-hearing-protocol-secretary-hint = Хаттаманы кім жүргізді: тегі және аты-жөнінің бас әріптері.
desk-hearing-protocol-present-hint = Өтініш беруші және басқа адамдар; ешкім келмесе, соны жазыңыз.
desk-hearing-protocol-said-hint = Кім не айтты, өтініш берушінің тілінде. Төраға өз атынан қорытынды жазбайды.
desk-hearing-protocol-times-error-missing = Басталған және аяқталған уақытын енгізіңіз
desk-hearing-protocol-times-error-no-such-time = Мұндай уақыт жоқ: сағат ауыстырылады
desk-hearing-protocol-times-error-ahead = Аяқталған уақыт басталғаннан кейін және қазірден бұрын болуы керек
desk-hearing-protocol-secretary-error-missing = Хатшыны жазыңыз
desk-hearing-protocol-present-error-missing = Кім қатысқанын жазыңыз
desk-hearing-protocol-said-error-missing = Не айтылғанын жазыңыз
desk-hearing-remarks-title = { $reference }: хаттамаға ескертулер
desk-hearing-remarks-lead = Төрағалық еткен адам ескертулерді қабылдайды немесе қабылдамайды және себебін айтады (ӘРПК 74-бабының 6-бөлігі). Жауап берілгенше бас тартуға болмайды.
desk-hearing-remarks-button = Жауап беру
desk-hearing-remarks-done = Ескертулерге жауап берілді.
desk-hearing-remarks-answer-error-missing = Жауапты таңдаңыз
desk-hearing-remarks-reason-error-missing = Неліктен екенін жазыңыз
desk-resumed-review-title = { $reference }: бас тартпай, қайта тексеру
desk-resumed-review-lead = Өтініш тексерудегі күйіне қайтады: толықтыру сұрауға немесе қанағаттандыруға болады. Кейін бас тарту керек болса, өтініш беруші қайтадан тыңдалады.
desk-resumed-review-button = Тексеруге қайтару
desk-resumed-review-done = Өтініш қайта тексерілуде.
desk-refusal-grounds-error-not-heard = Өтініш беруші бұл негіз туралы тыңдалған жоқ. Айтылған негіздерді ғана таңдаңыз немесе өтінішті тексеруге қайтарыңыз
letter-preliminary-refusal-subject = { $reference }: бас тарту жоспарланып отыр, алдымен сіз жауап бере аласыз
letter-preliminary-refusal-body =
    Өтінішіңіз бойынша шешім әлі қабылданған жоқ. Мекеме бас тартуды жоспарлап отыр. Шешім күні: { $decide_on }.

    Негізі: { $grounds }
    Не дұрыс емес: { $reason }

    Қалай түзетуге болады: { $remedy }

    Сіз жазбаша жауап бере аласыз немесе өзіңізді тыңдауды сұрай аласыз: мекемеге келіп, бейнебайланыс немесе телефон арқылы. Мерзімі: { $answer_by }. Сізді тыңдайтын адам: { $official }.
    Жауап бермесеңіз, мекеме онсыз шешеді. Осы бетте жауап беріңіз: { $url }

    { $mission }
    { $phone }
letter-preliminary-refusal-sms = { $reference }: маңызды хабарды { $answer_by_date } дейін оқыңыз. { $url }
letter-hearing-set-subject = { $reference }: сізді тыңдайтын уақыт
letter-hearing-set-body =
    Сіз өзіңізді тыңдауды сұрадыңыз ({ $way }).

    Уақыты: { $when }
    Орны немесе байланыс: { $place }
    Сізді тыңдайтын адам: { $official }

    Не айтылғаны хаттамаға жазылады, сіз оны оқисыз. Келе алмасаңыз, мекемеге қоңырау шалыңыз немесе жазбаша жауап беріңіз: { $url }
    Бас тарту мына күннен бұрын болмайды: { $decide_on }.

    { $mission }
    { $phone }
letter-hearing-set-sms = { $reference }: сізді тыңдайтын уақыт: { $when }. { $url }
letter-hearing-recorded-subject = { $reference }: тыңдау хаттамасы
letter-hearing-recorded-body =
    Тыңдау болды: { $when }. Хаттама дайын: { $url }

    Оны оқып, { $answer_by } дейін бәрі дұрыс па, соны айтыңыз. Ескертулеріңізге жауап беріледі.
    Бас тарту мына күннен бұрын болмайды: { $decide_on }.

    { $mission }
    { $phone }
letter-hearing-recorded-sms = { $reference }: хаттаманы { $answer_by_date } дейін оқыңыз. { $url }
letter-remarks-answered-subject = { $reference }: хаттамаға ескертулеріңізге жауап
letter-remarks-answered-body =
    Хаттамаға ескерту айттыңыз (тыңдау: { $when }).

    Жауап: { $decision }
    Неліктен: { $reason }

    Бас тарту мына күннен бұрын болмайды: { $decide_on }.
    Өтінішіңіз: { $url }

    { $mission }
    { $phone }
letter-remarks-answered-sms = { $reference }: ескертулеріңізге жауап берілді. { $url }
letter-review-resumed-subject = { $reference }: бас тарту болмады, өтініш қайта тексерілуде
letter-review-resumed-body =
    Мекеме қазір бас тартпайды. Өтінішіңіз қайта тексеріледі, шешім мерзімі: { $deadline }.
    Бірдеңе керек болса, мекеме сізге жазады. Қазір сізге ештеңе істеудің қажеті жоқ.
    Өтінішіңіз: { $url }

    { $mission }
    { $phone }
letter-review-resumed-sms = { $reference }: өтінішіңіз қайта тексерілуде. { $url }
