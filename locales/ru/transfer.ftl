# Forwarding an application to the competent mission (APPC 65).

state-transferred-applicant = Передано компетентному учреждению. Оно зарегистрирует.
state-transferred-officer = Передано из другого учреждения: зарегистрировать
act-transfer = Передать компетентному учреждению
timeline-transfer = Заявление передано компетентному учреждению
transfer-told = Ваше заявление передано: { $mission }, { $when }. Теперь решает это учреждение.
transfer-reason = Причина: { $reason }
desk-transfer-title = Передать заявление { $reference } компетентному учреждению
desk-transfer-lead = Срок не останавливается. После передачи дело видит только то учреждение.
desk-transfer-until = По закону передать нужно до: { $when } (АППК, статья 65).
desk-transfer-late = Срок передачи прошёл: { $when } (АППК, статья 65). Всё равно передайте: заявление должно попасть в компетентное учреждение.
desk-transfer-mission = Какому учреждению
desk-transfer-mission-hint = Сначала стоят учреждения, которые обслуживают страну проживания заявителя.
desk-transfer-mission-error-missing = Выберите учреждение
desk-transfer-mission-error-same = Дело уже в этом учреждении
desk-transfer-reason = Почему компетентно то учреждение
desk-transfer-button = Передать и отправить письмо
desk-transfer-done = Заявление передано.
desk-assign-transfer = Заявление передано компетентному учреждению. Письмо отправляется.
letter-transferred-subject = { $reference }: ваше заявление передано компетентному учреждению
letter-transferred-body =
    Мы передали ваше заявление { $reference } учреждению, которое теперь решает:
    { $to }

    Причина: { $reason }

    Срок прежний: { $deadline }. Вам ничего не нужно делать: ответы и документы переданы вместе с заявлением.

    Ваше заявление: { $url }
letter-transferred-sms = { $reference }: передано компетентному учреждению. { $url }
desk-declined-forward = Заявление, поданное не в то учреждение, можно передать компетентному в течение { $days ->
        [one] { $days } рабочего дня
        [few] { $days } рабочих дней
       *[other] { $days } рабочих дней
    } (АППК, статья 65). Тогда человеку не нужно подавать его снова, и срок идёт дальше.
desk-declined-forward-link = Передать заявление
