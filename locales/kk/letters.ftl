# Өтініш берушіге хаттар (UX.md 2.13) және істің сөздері: күйлер, әрекеттер, себептер. СМС-та қайтыс болған адамның аты жазылмайды.

## Хаттар. Аргументтер: reference, url, mission, deadline, name, record, date, time, zone, place, reason, remedy, grounds, appeal_until, collector, phone.
## СМС-тағы мекенжай қысқа: сайт, тіл және /services.

letter-submitted-subject = { $reference }: өтінішіңізді алдық
letter-submitted-body =
    { $reference } өтінішіңізді алдық.

    Шешімді { $mission } қабылдайды. Шешім мерзімі: { $deadline }.
    Қазір сізден ештеңе қажет емес. Әр қадам туралы жазып отырамыз.

    Өтінішіңіз және оның көшірмесі: { $url }
letter-submitted-sms = { $reference }: өтініш алынды. Шешім мерзімі: { $deadline }. { $url }

letter-signature-delayed-subject = { $reference }: өтініш алынды, қолтаңбаны тексеру кешігіп жатыр
letter-signature-delayed-body =
    { $reference } өтінішіңізді алдық және қолтаңбаңызды сақтадық.

    Куәландырушы орталық әлі жауап бермеді, сондықтан сертификатты тексеру кешігіп жатыр.
    Сізден ештеңе қажет емес. Сұранысты өзіміз қайталаймыз.
    Шешімді { $mission } қабылдайды. Шешім мерзімі: { $deadline }.

    Өтінішіңіз: { $url }
letter-signature-delayed-sms = { $reference }: алынды. Қолтаңбаны тексеру кешігуде, сізден ештеңе қажет емес. { $url }

letter-registered-subject = { $reference }: өтінішіңіз тіркелді
letter-registered-body =
    { $reference } өтінішіңіз тіркелді. Тіркелген күні: { $date }.

    Шешімді { $mission } қабылдайды. Шешім мерзімі: { $deadline }.
    Қазір сізден ештеңе қажет емес.

    Өтінішіңіз: { $url }
letter-registered-sms = { $reference }: тіркелді. Шешім мерзімі: { $deadline }. { $url }

letter-declined-registration-subject = { $reference }: тіркелмеді, түзету керек
letter-declined-registration-body =
    { $reference } өтінішіңізді тіркей алмадық.

    Себебі: { $reason }

    Не істеу керек: { $remedy }

    Жауаптарыңыз бен файлдарыңыз сақтаулы. Оларды түзетіп, өтінішті қайта жібере аласыз: { $url }

    Тіркеуден бас тартумен келіспесеңіз, шағым бере аласыз. Шағым берудің соңғы күні: { $appeal_until }.
    Шағым мына мекемеге беріледі: { $mission }. Ол шағымды жоғары тұрған органға жолдайды.
letter-declined-registration-sms = { $reference }: тіркелмеді, түзету керек. { $url }

letter-granted-subject = { $reference }: қайтыс болу тіркелді
letter-granted-body =
    Қайтыс болу тіркелді: { $name }.
    Акт жазбасының нөмірі: { $record }, күні: { $date }.

    Куәлікті алатын күн мен уақытты хабарлаймыз.

    Өтінішіңіз: { $url }

    { $mission }
letter-granted-sms = { $reference }: тіркелді. Куәлік беру уақытын хабарлаймыз. { $url }

letter-ready-subject = { $reference }: куәлік дайын
letter-ready-body =
    Куәлік дайын. Сізді күтетін уақытымыз: { $date }, { $time } ({ $zone }).

    Қайда келу керек: { $place }

    Жеке басыңызды куәландыратын құжатты және бізге жіберген құжаттардың түпнұсқаларын ала келіңіз.
    Куәлік тегін беріледі.

    Бұл уақыт сізге қолайсыз болса, басқа уақыт таңдаңыз: { $url }
letter-ready-sms = { $reference }: куәлік дайын: { $date }, { $time } ({ $zone }). { $url }

letter-collected-subject = { $reference }: куәлік берілді
letter-collected-body =
    { $reference } өтініші бойынша куәлік берілді. Күні: { $date }. Алған адам: { $collector }.

    Бұл сіз немесе сіз атаған адам болмаса, бізге бірден хабарлаңыз.

    { $mission }
    { $phone }
letter-collected-sms = { $reference }: куәлік берілді, { $date }. Сіз емес пе? { $url }

letter-refused-subject = { $reference }: өтінішіңіз бойынша бас тартылды
letter-refused-body =
    { $reference } өтінішіңіз бойынша бас тарту туралы шешім қабылданды. Күні: { $date }.

    Не дұрыс емес: { $grounds }

    Себебі: { $reason }

    Сіз не істей аласыз: мұны түзетіп, қайта өтініш бересіз немесе шағым бересіз. Шағым берудің соңғы күні: { $appeal_until }.
    Шағым мына мекемеге беріледі: { $mission }. Ол шағымды жоғары тұрған органға жолдайды.

    Шешімнің өзі: { $url }
letter-refused-sms = { $reference }: шешім қабылданды. Оқыңыз: { $url }

letter-withdrawn-subject = { $reference }: өтінішіңізді қайтарып алдыңыз
letter-withdrawn-body =
    Сіз { $reference } өтінішін { $date } күні сағат { $time } ({ $zone }) қайтарып алдыңыз. Мекеме ол бойынша шешім шығармайды.

    Жауаптарыңыз бен құжаттарыңыз сақталды. Солармен қайта өтініш бере аласыз: { $url }

    Егер мұны сіз жасамаған болсаңыз, бізге бірден хабарлаңыз.

    { $mission }
    { $phone }
letter-withdrawn-sms = { $reference }: өтініш қайтарып алынды. Сіз емес пе? { $url }

letter-otp-sms =
    Кодыңыз: { $code }. { $minutes } минут жарамды. Оны ешкімге айтпаңыз.

    @{ $host } #{ $code }

letter-draft-saved-subject = { $reference }: өтінішіңіз { $date } күніне дейін сақталады
letter-draft-saved-body =
    { $reference } өтінішіңіз сақталды. Ол әлі жіберілген жоқ.

    Оны { $date } күніне дейін сақтаймыз. Әр өзгерістен кейін мерзім қайта басталады.
    Сіз жібергенге дейін оны шетелдегі мекеме көрмейді: { $mission }.

    Жалғастыру: { $url }

letter-draft-expiring-subject = { $reference }: жіберілмеген өтінішіңіз { $date } күні өшіріледі
letter-draft-expiring-body =
    { $reference } өтінішіңіз жіберілген жоқ және онда көптен бері ештеңе өзгермеді.

    Оны { $date } күні барлық жауабымен және файлымен бірге өшіреміз.
    Қалдырғыңыз келсе, ашып, кез келген бетін сақтаңыз немесе жіберіңіз: { $url }
    Енді қажет болмаса, ештеңе істеудің керегі жоқ.

    Сұрақтарыңызға мына мекеме жауап береді: { $mission }.
letter-draft-expiring-sms = { $reference }: жіберілмеген өтініш { $date } күні өшіріледі. { $url }

## Күйлер: өтініш берушіге және қызметкерге.

state-signature-check-pending-applicant = Жіберілді. Сертификатты тексеру кешігіп жатыр. Сізден ештеңе қажет емес.
state-signature-check-pending-officer = Куәландырушы орталықтың жауабын күтуде
state-submitted-applicant = Жіберілді. Шетелдегі мекеме өтінішті тіркейді.
state-submitted-officer = Тіркеу керек
state-declined-registration-applicant = Тіркелмеді. Түзетіп, қайта жібере аласыз.
state-declined-registration-officer = Тіркеуден бас тартылды
state-in-review-applicant = Тексеріліп жатыр
state-in-review-officer = Шешім қабылдау керек
state-granted-applicant = Қайтыс болу тіркелді. Куәлік жасалып жатыр.
state-granted-officer = Жазба жасалды, куәлік күтілуде
state-certificate-reserved-applicant = Қайтыс болу тіркелді. Куәлік рәсімделіп жатыр.
state-certificate-reserved-officer = Куәлік нөмірі бекітілді
state-certificate-issued-applicant = Куәлік рәсімделді. Оны алатын уақытты хабарлаймыз.
state-certificate-issued-officer = Беру уақытын белгілеу керек
state-ready-applicant = Куәлік дайын. Оны алуға болады.
state-ready-officer = Беру керек
state-collected-applicant = Куәлік берілді
state-collected-officer = Берілді
state-refused-applicant = Бас тартылды. Қайта өтініш беруге немесе шағымдануға болады.
state-refused-officer = Бас тартылған
state-withdrawn-applicant = Өтінішті қайтарып алдыңыз
state-withdrawn-officer = Өтініш беруші қайтарып алған

## Не болды: істің барысындағы жол.

timeline-send = Өтініш жіберілді
timeline-confirm-signature = Куәландырушы орталық қолтаңбаны растады
timeline-timestamp = Қолтаңбаға уақыт белгісі қосылды
timeline-reject-signature = Куәландырушы орталық қолтаңбаны растамады
timeline-register = Өтініш тіркелді
timeline-decline-registration = Өтініш тіркелмеді
timeline-grant = Қайтыс болу туралы акт жазбасы жасалды
timeline-refuse = Өтініш бойынша бас тартылды
timeline-withdraw = Өтініш беруші өтінішін қайтарып алды
timeline-reserve-certificate = Куәлік нөмірі бекітілді
timeline-issue-certificate = Куәлік рәсімделді
timeline-set-collection = Куәлік беру уақыты белгіленді
timeline-hand-over = Куәлік қолға берілді

## Әрекет түймелері.

act-confirm-signature = Қолтаңбаны растау
act-reject-signature = Қолтаңбаны қабылдамау
act-register = Тіркеу
act-decline-registration = Тіркеуден бас тарту
act-grant = Жазба жасау
act-refuse = Бас тарту
act-reserve-certificate = Куәлік нөмірін бекіту
act-issue-certificate = Куәлікті рәсімдеу
act-set-collection = Беру уақытын белгілеу
act-hand-over = Куәлікті беру
act-withdraw = Өтінішті қайтарып алу

## Өтініш неге тіркелмеді.

decline-wrong-mission = Тұрғылықты жер басқа шетелдегі мекеменің округіне жатады
decline-fields-filled-in-wrongly = Өрістер дұрыс толтырылмаған
decline-incomplete-documents = Құжаттар толық емес
decline-expired-documents = Құжаттың қолданылу мерзімі өтіп кеткен
decline-signature-invalid = Электрондық цифрлық қолтаңба жарамсыз

## Бас тарту негіздері, қызмет бетінің сөздерімен.

ground-unreliable-documents = Құжаттардың немесе олардағы деректердің дұрыс еместігі анықталды
ground-does-not-meet-rules = Өтініш беруші немесе деректер Қағидалардың 6-тарауының талаптарына сай емес
ground-no-consent = Қолжетімділігі шектеулі дербес деректерге қол жеткізуге келісім жоқ

## Куәлікті кімге беруге болады (Неке және отбасы туралы кодекс, 273-бап).

receiver-close-relative = Жақын туыс
receiver-heir = Басқа мұрагер
receiver-carer = Қайтыс болған адамды асырап-баққан адам
receiver-state-organisation = Мемлекеттік ұйымның әкімшілігі
receiver-other-relative = Нотариустың хабарламасы бойынша басқа туыс
receiver-representative = Сенімхат бойынша өкіл

## Кезектегі істің белгілері.

flag-signature-pending = Қолтаңбаны тексеру кешігуде
flag-district-not-verified = Округ тексерілмеген
flag-mission-objected = Өтініш беруші басқа мекемені көрсетті
flag-iin-declared = ЖСН көрсетілген, бірақ расталмаған
flag-representative = Сенімхат бойынша

unidentified-person = Жеке басы анықталмаған адам
