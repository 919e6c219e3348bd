# Өтініш берушіге хаттар (UX.md 2.13) және істің сөздері: күйлер, әрекеттер, себептер. СМС-та қайтыс болған адамның аты жазылмайды.

## Хаттар. Аргументтер: reference, url, mission, deadline, name, record, date, time, zone, address, reason, remedy, grounds, appeal_until, collector, phone.
## СМС-тағы мекенжай қысқа: сайт, тіл және /services.

letter-submitted-subject = { $reference }: өтінішіңізді алдық
letter-submitted-body =
    { $reference } өтінішіңізді алдық.

    Шешімді { $mission } қабылдайды. Шешім мерзімі: { $deadline }.
    Қазір сізден ештеңе қажет емес. Әр қадам туралы жазып отырамыз.

    Өтінішіңіз және оның көшірмесі: { $url }
letter-submitted-sms = { $reference }: өтініш алынды. Шешім мерзімі: { $deadline }. { $url }

letter-signature_delayed-subject = { $reference }: өтініш алынды, қолтаңбаны тексеру кешігіп жатыр
letter-signature_delayed-body =
    { $reference } өтінішіңізді алдық және қолтаңбаңызды сақтадық.

    Куәландырушы орталық әлі жауап бермеді, сондықтан сертификатты тексеру кешігіп жатыр.
    Сізден ештеңе қажет емес. Сұранысты өзіміз қайталаймыз.
    Шешімді { $mission } қабылдайды. Шешім мерзімі: { $deadline }.

    Өтінішіңіз: { $url }
letter-signature_delayed-sms = { $reference }: алынды. Қолтаңбаны тексеру кешігуде, сізден ештеңе қажет емес. { $url }

letter-registered-subject = { $reference }: өтінішіңіз тіркелді
letter-registered-body =
    { $reference } өтінішіңіз тіркелді. Тіркелген күні: { $date }.

    Шешімді { $mission } қабылдайды. Шешім мерзімі: { $deadline }.
    Қазір сізден ештеңе қажет емес.

    Өтінішіңіз: { $url }
letter-registered-sms = { $reference }: тіркелді. Шешім мерзімі: { $deadline }. { $url }

letter-declined_registration-subject = { $reference }: тіркелмеді, түзету керек
letter-declined_registration-body =
    { $reference } өтінішіңізді тіркей алмадық.

    Себебі: { $reason }

    Не істеу керек: { $remedy }

    Жауаптарыңыз бен файлдарыңыз сақтаулы. Оларды түзетіп, өтінішті қайта жібере аласыз: { $url }

    { $mission }
letter-declined_registration-sms = { $reference }: тіркелмеді, түзету керек. { $url }

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

    Қайда келу керек: { $mission }, { $address }

    Жеке басыңызды куәландыратын құжатты және бізге жіберген құжаттардың түпнұсқаларын ала келіңіз.
    Куәлік тегін беріледі.

    Бұл уақыт сізге қолайсыз болса, шетелдегі мекемеге хабарлаңыз. Толығырақ: { $url }
letter-ready-sms = { $reference }: куәлік дайын: { $date }, { $time } ({ $zone }). { $url }

letter-collected-subject = { $reference }: куәлік берілді
letter-collected-body =
    { $reference } өтініші бойынша куәлік берілді. Күні: { $date }. Алған адам: { $collector }.

    Бұл сіз немесе сіз атаған адам болмаса, бізге қоңырау шалыңыз: { $phone }

    { $mission }
letter-collected-sms = { $reference }: куәлік берілді, { $date }. Сіз емес пе? { $phone }

letter-refused-subject = { $reference }: өтінішіңіз бойынша бас тартылды
letter-refused-body =
    { $reference } өтінішіңіз бойынша бас тарту туралы шешім қабылданды. Күні: { $date }.

    Не дұрыс емес: { $grounds }

    Себебі: { $reason }

    Сіз не істей аласыз: мұны түзетіп, қайта өтініш бересіз немесе шағым бересіз. Шағым берудің соңғы күні: { $appeal_until }.
    Шағым мына мекемеге беріледі: { $mission }. Ол шағымды жоғары тұрған органға жолдайды.

    Шешімнің өзі: { $url }
letter-refused-sms = { $reference }: шешім қабылданды. Оқыңыз: { $url }

letter-otp-sms =
    Кодыңыз: { $code }. { $minutes } минут жарамды. Оны ешкімге айтпаңыз.

    @{ $host } #{ $code }

## Күйлер: өтініш берушіге және қызметкерге.

state-signature_check_pending-applicant = Жіберілді. Сертификатты тексеру кешігіп жатыр. Сізден ештеңе қажет емес.
state-signature_check_pending-officer = Куәландырушы орталықтың жауабын күтуде
state-submitted-applicant = Жіберілді. Шетелдегі мекеме өтінішті тіркейді.
state-submitted-officer = Тіркеу керек
state-declined_registration-applicant = Тіркелмеді. Түзетіп, қайта жібере аласыз.
state-declined_registration-officer = Тіркеуден бас тартылды
state-in_review-applicant = Тексеріліп жатыр
state-in_review-officer = Шешім қабылдау керек
state-granted-applicant = Қайтыс болу тіркелді. Куәлік жасалып жатыр.
state-granted-officer = Жазба жасалды, куәлік күтілуде
state-certificate_reserved-applicant = Қайтыс болу тіркелді. Куәлік рәсімделіп жатыр.
state-certificate_reserved-officer = Куәлік нөмірі бекітілді
state-certificate_issued-applicant = Куәлік рәсімделді. Оны алатын уақытты хабарлаймыз.
state-certificate_issued-officer = Беру уақытын белгілеу керек
state-ready-applicant = Куәлік дайын. Оны алуға болады.
state-ready-officer = Беру керек
state-collected-applicant = Куәлік берілді
state-collected-officer = Берілді
state-refused-applicant = Бас тартылды. Қайта өтініш беруге немесе шағымдануға болады.
state-refused-officer = Бас тартылған

## Не болды: істің барысындағы жол.

timeline-submit = Өтініш жіберілді
timeline-submit_signed = Өтініш ЭЦҚ-мен қол қойылып жіберілді
timeline-submit_confirmed = Өтініш бір реттік кодпен расталып жіберілді
timeline-confirm_signature = Куәландырушы орталық қолтаңбаны растады
timeline-reject_signature = Куәландырушы орталық қолтаңбаны растамады
timeline-register = Өтініш тіркелді
timeline-decline_registration = Өтініш тіркелмеді
timeline-grant = Қайтыс болу туралы акт жазбасы жасалды
timeline-refuse = Өтініш бойынша бас тартылды
timeline-reserve_certificate = Куәлік нөмірі бекітілді
timeline-issue_certificate = Куәлік рәсімделді
timeline-set_collection = Куәлік беру уақыты белгіленді
timeline-hand_over = Куәлік қолға берілді

## Әрекет түймелері.

act-confirm_signature = Қолтаңбаны растау
act-reject_signature = Қолтаңбаны қабылдамау
act-register = Тіркеу
act-decline_registration = Тіркеуден бас тарту
act-grant = Жазба жасау
act-refuse = Бас тарту
act-reserve_certificate = Куәлік нөмірін бекіту
act-issue_certificate = Куәлікті рәсімдеу
act-set_collection = Беру уақытын белгілеу
act-hand_over = Куәлікті беру

## Өтініш неге тіркелмеді.

decline-wrong_mission = Тұрғылықты жер басқа шетелдегі мекеменің округіне жатады
decline-fields_filled_in_wrongly = Өрістер дұрыс толтырылмаған
decline-incomplete_documents = Құжаттар толық емес
decline-expired_documents = Құжаттың қолданылу мерзімі өтіп кеткен
decline-signature_invalid = Электрондық цифрлық қолтаңба жарамсыз

## Бас тарту негіздері, қызмет бетінің сөздерімен.

ground-unreliable_documents = Құжаттардың немесе олардағы деректердің дұрыс еместігі анықталды
ground-does_not_meet_rules = Өтініш беруші немесе деректер Қағидалардың 6-тарауының талаптарына сай емес
ground-no_consent = Қолжетімділігі шектеулі дербес деректерге қол жеткізуге келісім жоқ

## Куәлікті кімге беруге болады (Неке және отбасы туралы кодекс, 273-бап).

receiver-close_relative = Жақын туыс
receiver-other_heir = Басқа мұрагер
receiver-carer = Қайтыс болған адамды асырап-баққан адам
receiver-state_organisation = Мемлекеттік ұйымның әкімшілігі
receiver-other_relative_on_notice = Нотариустың хабарламасы бойынша басқа туыс
receiver-representative = Сенімхат бойынша өкіл

## Кезектегі істің белгілері.

flag-overdue = Мерзімі өтті
flag-signature_check_pending = Қолтаңбаны тексеру кешігуде
flag-signature_warning = Қолтаңбаға қатысты ескерту
flag-district_not_verified = Округ тексерілмеген
flag-iin_declared = ЖСН көрсетілген, бірақ расталмаған
flag-unidentified = Жеке басы анықталмаған
flag-representative = Сенімхат бойынша
flag-legalization_needed = Заңдастыру немесе апостиль керек
