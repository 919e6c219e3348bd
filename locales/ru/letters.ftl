# Письма заявителю (UX.md 2.13) и слова дела: состояния, действия, причины. В СМС нет имени умершего.

## Письма. Аргументы: reference, url, mission, deadline, name, record, date, time, zone, place, reason, remedy, grounds, appeal_until, collector, phone.
## Адрес в СМС короткий: сайт, язык и /services.

letter-submitted-subject = { $reference }: мы получили ваше заявление
letter-submitted-body =
    Мы получили ваше заявление { $reference }.

    Решение принимает { $mission }. Срок решения: { $deadline }.
    Сейчас от вас ничего не нужно. Мы напишем вам о каждом шаге.

    Ваше заявление и его копия: { $url }
letter-submitted-sms = { $reference }: заявление получено. Решение до { $deadline }. { $url }

letter-signature-delayed-subject = { $reference }: заявление получено, проверка подписи задерживается
letter-signature-delayed-body =
    Мы получили ваше заявление { $reference } и сохранили вашу подпись.

    Удостоверяющий центр ещё не ответил, поэтому проверка сертификата задерживается.
    От вас ничего не нужно. Мы повторим запрос сами.
    Решение принимает { $mission }. Срок решения: { $deadline }.

    Ваше заявление: { $url }
letter-signature-delayed-sms = { $reference }: получено. Проверка подписи задерживается, от вас ничего не нужно. { $url }

letter-registered-subject = { $reference }: ваше заявление зарегистрировано
letter-registered-body =
    Ваше заявление { $reference } зарегистрировано. Дата регистрации: { $date }

    Решение принимает { $mission }. Срок решения: { $deadline }.
    Сейчас от вас ничего не нужно.

    Ваше заявление: { $url }
letter-registered-sms = { $reference }: зарегистрировано. Решение до { $deadline }. { $url }

letter-declined-registration-subject = { $reference }: не зарегистрировано, нужно исправление
letter-declined-registration-body =
    Мы не смогли зарегистрировать ваше заявление { $reference }.

    Причина: { $reason }

    Что сделать: { $remedy }

    Ваши ответы и файлы сохранены. Их можно исправить и отправить заявление снова: { $url }

    Если вы не согласны с отказом в регистрации, вы можете подать жалобу. Последний день для жалобы: { $appeal_until }
    Жалобу подают сюда: { $mission }. Оттуда её передадут в вышестоящий орган.
letter-declined-registration-sms = { $reference }: не зарегистрировано, нужно исправление. { $url }

letter-granted-subject = { $reference }: смерть зарегистрирована
letter-granted-body =
    Смерть зарегистрирована: { $name }.
    Актовая запись: № { $record }, { $date }

    Мы сообщим вам день и время, когда можно получить свидетельство.

    Ваше заявление: { $url }

    { $mission }
letter-granted-sms = { $reference }: зарегистрировано. Время выдачи сообщим. { $url }

letter-ready-subject = { $reference }: свидетельство готово
letter-ready-body =
    Свидетельство готово. Ждём вас { $date } в { $time } ({ $zone }).

    Куда прийти: { $place }

    Возьмите с собой документ, удостоверяющий личность, и оригиналы документов, которые вы нам отправили.
    Свидетельство выдаётся бесплатно.

    Если это время вам не подходит, выберите другое: { $url }
letter-ready-sms = { $reference }: свидетельство готово: { $date }, { $time } ({ $zone }). { $url }

letter-collected-subject = { $reference }: свидетельство выдано
letter-collected-body =
    Свидетельство по заявлению { $reference } выдано. Дата: { $date }, получатель: { $collector }

    Если это были не вы и не названный вами человек, сразу сообщите нам.

    { $mission }
    { $phone }
letter-collected-sms = { $reference }: { $date } свидетельство выдано. Это не вы? { $url }

letter-refused-subject = { $reference }: по вашему заявлению принят отказ
letter-refused-body =
    По вашему заявлению { $reference } { $date } принят отказ.

    В чём дело: { $grounds }

    Почему: { $reason }

    Что вы можете сделать: исправить это и подать заявление снова или подать жалобу. Последний день для жалобы: { $appeal_until }
    Жалобу подают сюда: { $mission }. Оттуда её передадут в вышестоящий орган.

    Само решение: { $url }
letter-refused-sms = { $reference }: решение принято. Прочитайте: { $url }

letter-withdrawn-subject = { $reference }: вы отозвали заявление
letter-withdrawn-body =
    Вы отозвали заявление { $reference } { $date } в { $time } ({ $zone }). Загранучреждение не будет принимать по нему решения.

    Ваши ответы и документы сохранены. С ними можно подать заявление снова: { $url }

    Если это были не вы, сразу сообщите нам.

    { $mission }
    { $phone }
letter-withdrawn-sms = { $reference }: заявление отозвано. Это не вы? { $url }

letter-otp-sms =
    Ваш код: { $code }. Действует { $minutes } минут. Никому его не сообщайте.

    @{ $host } #{ $code }

letter-draft-saved-subject = { $reference }: ваше заявление сохранено до { $date }
letter-draft-saved-body =
    Ваше заявление { $reference } сохранено. Оно ещё не отправлено.

    Мы храним его до { $date }, с каждым изменением срок начинается заново.
    Пока вы его не отправите, загранучреждение его не видит: { $mission }.

    Продолжить: { $url }

letter-draft-expiring-subject = { $reference }: неотправленное заявление будет удалено { $date }
letter-draft-expiring-body =
    Ваше заявление { $reference } не отправлено, и в нём давно ничего не менялось.

    Мы удалим его { $date } со всеми ответами и файлами.
    Чтобы сохранить его, откройте его и сохраните любую страницу или отправьте: { $url }
    Если оно вам больше не нужно, ничего делать не надо.

    На вопросы ответит { $mission }.
letter-draft-expiring-sms = { $reference }: неотправленное заявление удалим { $date } { $url }

## Состояния: для заявителя и для сотрудника.

state-signature-check-pending-applicant = Отправлено. Проверка сертификата задерживается. От вас ничего не нужно.
state-signature-check-pending-officer = Ждёт ответа удостоверяющего центра
state-submitted-applicant = Отправлено. Загранучреждение зарегистрирует заявление.
state-submitted-officer = К регистрации
state-declined-registration-applicant = Не зарегистрировано. Можно исправить и отправить снова.
state-declined-registration-officer = В регистрации отказано
state-in-review-applicant = Проверяется
state-in-review-officer = К решению
state-granted-applicant = Смерть зарегистрирована. Свидетельство готовится.
state-granted-officer = Запись составлена, ждёт свидетельства
state-certificate-reserved-applicant = Смерть зарегистрирована. Свидетельство оформляется.
state-certificate-reserved-officer = Номер свидетельства закреплён
state-certificate-issued-applicant = Свидетельство оформлено. Мы сообщим время, когда его можно получить.
state-certificate-issued-officer = Назначить время выдачи
state-ready-applicant = Свидетельство готово. Его можно получить.
state-ready-officer = К выдаче
state-collected-applicant = Свидетельство выдано
state-collected-officer = Выдано
state-refused-applicant = Отказано. Можно подать заявление снова или подать жалобу.
state-refused-officer = Отказано
state-withdrawn-applicant = Вы отозвали заявление
state-withdrawn-officer = Отозвано заявителем

## Что произошло: строка хода дела.

timeline-send = Заявление отправлено
timeline-confirm-signature = Удостоверяющий центр подтвердил подпись
timeline-timestamp = К подписи добавлена метка времени
timeline-reject-signature = Удостоверяющий центр не подтвердил подпись
timeline-register = Заявление зарегистрировано
timeline-decline-registration = Заявление не зарегистрировано
timeline-grant = Составлена запись акта о смерти
timeline-refuse = В заявлении отказано
timeline-withdraw = Заявитель отозвал заявление
timeline-reserve-certificate = Закреплён номер свидетельства
timeline-issue-certificate = Свидетельство оформлено
timeline-set-collection = Назначено время выдачи
timeline-hand-over = Свидетельство выдано

## Кнопки действий.

act-confirm-signature = Подтвердить подпись
act-reject-signature = Отклонить подпись
act-register = Зарегистрировать
act-decline-registration = Отказать в регистрации
act-grant = Составить запись
act-refuse = Отказать
act-reserve-certificate = Закрепить номер свидетельства
act-issue-certificate = Оформить свидетельство
act-set-collection = Назначить время выдачи
act-hand-over = Выдать
act-withdraw = Отозвать заявление

## Почему заявление не зарегистрировано.

decline-wrong-mission = Место жительства относится к округу другого загранучреждения
decline-fields-filled-in-wrongly = Поля заполнены неверно
decline-incomplete-documents = Не хватает документов
decline-expired-documents = Срок действия документа истёк
decline-signature-invalid = Электронная цифровая подпись недействительна

## Основания отказа словами страницы услуги.

ground-unreliable-documents = Установлена недостоверность документов или данных в них
ground-does-not-meet-rules = Заявитель или данные не соответствуют требованиям главы 6 Правил
ground-no-consent = Нет согласия на доступ к персональным данным ограниченного доступа

## Кому можно выдать свидетельство (Кодекс о браке и семье, статья 273).

receiver-close-relative = Близкий родственник
receiver-heir = Другой наследник
receiver-carer = Человек, на попечении которого был умерший
receiver-state-organisation = Администрация государственной организации
receiver-other-relative = Другой родственник по извещению нотариуса
receiver-representative = Представитель по доверенности

## Отметки дела в очереди.

flag-signature-pending = Проверка подписи задерживается
flag-district-not-verified = Округ не проверен
flag-mission-objected = Заявитель указал другое загранучреждение
flag-iin-declared = ИИН указан, но не подтверждён
flag-representative = По доверенности

unidentified-person = Неустановленное лицо
