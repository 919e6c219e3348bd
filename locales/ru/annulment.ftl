# Аннулирование актовой записи (Кодекс о браке и семье, статья 185).

state-annulled-applicant = Актовая запись аннулирована
state-annulled-officer = Аннулировано
act-annul = Аннулировать запись
timeline-annul = Актовая запись аннулирована
timeline-propose-annulment = Сотрудник предложил аннулировать запись
timeline-decline-annulment = Руководитель не согласился аннулировать запись
annulment-title = Аннулировать запись по { $reference }
annulment-lead = Запись аннулируют по основанию статьи 185 Кодекса о браке и семье, с документом, который его подтверждает. Вы предлагаете, решает руководитель. До этого для семьи ничего не меняется.
annulment-decide = Сотрудник предложил аннулировать эту запись. Если вы согласны, запись и свидетельство недействительны, семья получит это письмо, а органы, которым сообщили о смерти, узнают об этом.
annulment-only-read = Что сказано об аннулировании этой записи.
annulment-basis = Основание
annulment-basis-court-decision = вступившее в силу решение суда
annulment-basis-interested-person = заявление заинтересованного лица
annulment-basis-registering-body = вывод регистрирующего органа
annulment-document = Документ, который это подтверждает
annulment-document-hint = Вид, номер, дата и кто выдал.
annulment-reason = Причина
annulment-reason-hint = Эти слова семья прочитает в письме.
annulment-no = Почему вы не согласны
annulment-no-hint = Это прочитает сотрудник. Семья не увидит.
annulment-propose = Предложить руководителю
annulment-yes = Аннулировать запись и отправить письмо
annulment-decline = Не аннулировать
annulment-proposed = Предложено
annulment-declined = Не согласовано
annulment-agreed = Запись аннулирована
annulment-heading = Аннулирование
annulment-link-propose = Предложить аннулировать запись
annulment-link-decide = Решить о предложенном аннулировании
annulment-link-read = Что сказано об аннулировании записи
annulment-waiting = Аннулирования, которые ждут вашего слова
annulment-error-basis-missing = Выберите основание
annulment-error-document-missing = Укажите, какой документ это подтверждает
annulment-error-document-too-long = Не больше { $max } знаков
annulment-error-reason-missing = Напишите, почему
annulment-error-reason-too-long = Не больше { $max } знаков
case-annulled-at = Аннулировано: { $when }
case-annulled-why = Основание: { $basis }, { $document }. { $reason }
case-annulled-next = Свидетельство больше не действует. Вы можете подать жалобу и подать заявление снова с исправленными документами.
letter-annulled-subject = { $reference }: актовая запись аннулирована
letter-annulled-body =
    Актовая запись { $record } и свидетельство { $certificate } аннулированы { $date }

    Основание: { $basis }, { $document }
    Причина: { $reason }

    Свидетельство больше не действует. Если оно у вас, принесите его в загранучреждение.
    Если вы не согласны, подайте жалобу в это загранучреждение до { $appeal_until }. Её рассматривает { $body }. После этого можно обратиться в суд.
    { $suspension }
    Вы также можете подать заявление снова с исправленными документами: { $url }

    { $mission }
    { $phone }
letter-annulled-sms = { $reference }: прочитайте важное сообщение. { $url }
act-restore = Вернуть записи силу
timeline-restore = Аннулирование отменено, запись снова действует
annulment-cancelled = Отменено по жалобе
letter-reinstated-subject = { $reference }: актовая запись снова действует
letter-reinstated-body =
    Аннулирование отменено по вашей жалобе. Актовая запись { $record } и свидетельство { $certificate } снова действуют.

    { $next }

    Органы, которым сообщили об аннулировании, узнают и об этом. Вам не нужно им сообщать.
    Ваше заявление: { $url }

    { $mission }
    { $phone }
letter-reinstated-sms = { $reference }: прочитайте важное сообщение. { $url }
reinstated-next-issued = Свидетельство находится в загранучреждении. Вы получите сообщение с днём и временем выдачи.
reinstated-next-ready = Назначенное время выдачи остаётся: { $when }.
reinstated-next-uncollected = Свидетельство хранится для вас в загранучреждении. Выберите другое время, чтобы его получить.
reinstated-next-collected = Свидетельство, которое у вас на руках, действует. Если вы его сдали, загранучреждение вернёт его вам.
annulment-stays = Почему жалоба не должна приостанавливать аннулирование (необязательно)
annulment-stays-hint = По закону жалоба приостанавливает аннулирование, пока её не рассмотрят. Оно остаётся в силе, только если нужно защитить права людей или общественные интересы; тогда закон требует указать причину здесь (АППК, статья 96). Семья прочитает эти слова.
annulment-error-not-suspended-too-long = Напишите не больше { $max } знаков
annulment-suspended-by-complaint = Жалоба приостанавливает аннулирование до решения по ней: до этого приносить свидетельство не нужно.
annulment-not-suspended = Жалоба не приостанавливает аннулирование, потому что: { $why }
