# Complaints (APPC 91-100): the person, the mission, the higher body.

timeline-file-complaint = Подана жалоба
timeline-forward-complaint = Жалоба направлена в вышестоящий орган
timeline-satisfy-complaint = Учреждение полностью удовлетворило жалобу
timeline-decide-complaint = По жалобе принято решение
timeline-reopen = Заявление рассматривается заново
act-reopen = Рассмотреть заново
paper-link-refusal-before = Отменённый отказ (PDF)
case-complain = Подать жалобу
case-complain-about = Пожаловаться на действия учреждения
complaint-title = Подать жалобу
complaint-lead-order = Жалобу принимает { $mission }. Учреждение удовлетворит её полностью или направит с материалами дела в вышестоящий орган: { $body }.
complaint-lead-terms =
    Сроки: передача — { $forward ->
        [one] { $forward } рабочий день
        [few] { $forward } рабочих дня
       *[other] { $forward } рабочих дней
    }, решение — { $decide ->
        [one] { $decide } рабочий день
        [few] { $decide } рабочих дня
       *[other] { $decide } рабочих дней
    }.
complaint-lead-no-harm = Жалоба не может ухудшить ваше положение и не останавливает ваше заявление.
complaint-subject = На что вы жалуетесь?
complaint-subject-refusal = На отказ
complaint-subject-not-registered = На то, что заявление не зарегистрировали
complaint-subject-deadline-missed = На то, что срок прошёл, а решения нет
complaint-subject-action = На действие или бездействие сотрудника
complaint-subject-error-missing = Выберите, на что вы жалуетесь
complaint-circumstances = Что произошло и почему вы не согласны?
complaint-circumstances-hint = Напишите своими словами. Скажите, какие документы или факты это подтверждают. Не более { $max } знаков.
complaint-circumstances-error-missing = Напишите, что произошло
complaint-circumstances-error-too-long = Напишите не более { $max } знаков
complaint-wishes = Чего вы просите?
complaint-wish-cancel = Отменить решение и зарегистрировать смерть
complaint-wish-decide-now = Принять решение сейчас
complaint-wish-explain = Объяснить причины
complaint-wish-other = Другое: я написал выше
complaint-wishes-error-missing = Выберите, чего вы просите
complaint-residence = Где вы живёте сейчас?
complaint-residence-hint = Закон требует указать адрес фактического проживания.
complaint-residence-error-missing = Укажите адрес, где вы живёте
complaint-residence-error-too-long = Укажите адрес не длиннее { $max } знаков
complaint-late-because = Почему вы жалуетесь позже трёх месяцев?
complaint-late-because-hint = Можно не отвечать. Пропуск срока не основание не принять жалобу.
complaint-late-because-error-too-long = Напишите причину не длиннее { $max } знаков
complaint-attachments = Какие из ваших документов приложить?
complaint-attachments-hint = Это файлы, которые вы прислали с заявлением. Можно не выбирать.
complaint-continue = Продолжить
complaint-leave = Выйти без жалобы
complaint-check-title = Проверьте и подпишите жалобу
complaint-own-title = Ваша жалоба
complaint-sign-title = Подпишите жалобу
complaint-confirm-title = Подтвердите жалобу кодом
complaint-file = Файл жалобы
complaint-change = Изменить написанное
complaint-to-case = Вернуться к заявлению
complaint-state-draft = Жалоба ещё не подана
complaint-state-received = Жалоба принята
complaint-state-forwarded = Жалоба в вышестоящем органе
complaint-state-satisfied = Жалоба удовлетворена полностью
complaint-state-decided = По жалобе принято решение
complaint-draft-next = Прочитайте написанное ниже и подпишите файл или подтвердите кодом. После этого жалоба будет подана.
complaint-filed-at = Подана: { $when }.
complaint-forward-by = { $mission } удовлетворит её полностью или передаст в вышестоящий орган до { $when }.
complaint-decide-by = Срок решения: { $when }.
complaint-without-decision = Вы жалуетесь на то, что решение не принято в срок. Жалоба не останавливает заявление: учреждение может решить его в это время.
complaint-suspends = Пока жалоба рассматривается, обжалуемое решение не исполняется.
complaint-forwarded-at = Передана: { $body }, { $when }.
complaint-silence = Срок прошёл, решения нет. По закону это считается отказом в жалобе, и вы можете обратиться в суд.
complaint-satisfied-at = Учреждение полностью удовлетворило жалобу { $when }.
complaint-decided-at = Решение: { $decision }. { $when }.
complaint-reopened = Ваше заявление рассматривается заново.
complaint-carried-out = Загранучреждение выполняет то, что решено.
complaint-court = Если вы не согласны, вы можете обратиться в суд.
complaint-decision-satisfied = жалоба удовлетворена полностью
complaint-decision-cancel = обжалуемое решение отменено
complaint-decision-cancel-and-adopt = решение отменено, будет принято новое
complaint-decision-perform-action = учреждение обязано совершить действие
complaint-decision-without-satisfaction = жалоба оставлена без удовлетворения
complaint-decision-send-back = дело возвращено учреждению с указанием нарушений
complaint-decision-without-consideration = жалоба оставлена без рассмотрения
desk-nav-complaints = Жалобы
desk-complaints-title = Жалобы
desk-complaints-empty = Нет жалоб, которые ждут ответа.
desk-complaints-caption = Жалобы, которые ждут ответа
desk-complaints-filed = Подана
desk-complaint-title = { $reference }: жалоба
desk-complaint-from = Кто жалуется
desk-complaint-case = Дело по заявлению
desk-complaint-answer-link = Ответить
desk-complaint-answer-title = { $reference }: ответ на жалобу
desk-complaint-answer-lead = Жалоба не может ухудшить положение заявителя. Перед отправкой вы увидите письмо.
desk-complaint-answer = Ваш ответ
desk-complaint-answer-satisfy = Удовлетворить полностью: заявление рассматривается заново
desk-complaint-answer-satisfy-carried-out = Удовлетворить полностью: загранучреждение выполняет то, о чём просят
desk-complaint-answer-forward = Передать с материалами дела в вышестоящий орган
desk-complaint-answer-error-missing = Выберите ответ
desk-complaint-reasons = Обоснование
desk-complaint-reasons-hint = При передаче не нужно. Назовите нормы закона. Пишите на языке заявителя.
desk-complaint-reasons-error-missing = Напишите обоснование
desk-complaint-reasons-error-too-long = Напишите обоснование не длиннее { $max } знаков
desk-complaint-own-act = Эта жалоба на ваше действие. По закону вы не решаете по ней, а только передаёте её.
desk-complaint-button = Отправить ответ
desk-complaint-done = Ответ на жалобу отправлен.
desk-case-complaint = Жалоба

letter-complaint-received-subject = { $reference }: ваша жалоба принята
letter-complaint-received-body =
    Мы приняли вашу жалобу по заявлению { $reference }.

    До { $forward_by } { $mission } удовлетворит её полностью или передаст с материалами дела в вышестоящий орган: { $higher_body }.
    Срок решения: { $decide_by }.

    Ваша жалоба: { $url }

    { $mission }
    { $phone }
letter-complaint-received-sms = { $reference }: ваша жалоба принята. { $url }

letter-complaint-forwarded-subject = { $reference }: жалоба передана в вышестоящий орган
letter-complaint-forwarded-body =
    Ваша жалоба по заявлению { $reference } передана с материалами дела: { $higher_body }.

    Решение будет принято до { $decide_by }. Сейчас вам ничего делать не нужно.

    Ваша жалоба: { $url }

    { $mission }
letter-complaint-forwarded-sms = { $reference }: жалоба передана в вышестоящий орган. { $url }

letter-complaint-decided-subject = { $reference }: решение по вашей жалобе
letter-complaint-decided-body =
    Ваша жалоба по заявлению { $reference } рассмотрена.

    Решение: { $decision }.
    Обоснование: { $reason }

    Если вы не согласны, вы можете обратиться в суд. Подробности: { $url }

    { $mission }
    { $phone }
letter-complaint-decided-sms = { $reference }: по вашей жалобе принято решение. { $url }
timeline-recheck-complaint = Подпись под жалобой проверена снова
complaint-proof = Подпись или печать к файлу (.cms)
complaint-subject-annulment = На то, что запись аннулировали
complaint-wish-cancel-annulment = Отменить аннулирование: запись и свидетельство снова действуют
complaint-restored = Актовая запись и свидетельство снова действуют.
desk-complaint-answer-satisfy-restored = Удовлетворить полностью: аннулирование отменяется, запись снова действует
desk-complaint-answer-error-record-stands = За это время сделана другая запись об этой смерти. Сначала аннулируйте её или ответьте так, чтобы это аннулирование осталось в силе
desk-complaint-record-stands = Сейчас действует другая запись об этой смерти: { $record }. У одной смерти одна запись. Пока та запись действует, отменить это аннулирование нельзя.
desk-complaint-court = Запись аннулирована по решению суда, которое вступило в силу. Такое решение обязательно: отменяйте аннулирование, только если решение не об этой записи.
desk-complaint-also = И это письмо, само по себе
complaint-brief-refusal = Отказ от { $date } зарегистрировать смерть. { $why }
complaint-brief-not-registered = Заявление не зарегистрировано { $date } { $why }
complaint-brief-annulment = Аннулирование актовой записи { $record }, { $date } { $why }
complaint-brief-deadline-missed = Решение не принято до { $date }
timeline-extend-complaint = Срок решения по жалобе продлён
timeline-tell-silence = Заявителю сообщили, что жалоба не рассмотрена в срок
complaint-extension-further-study = нужно дополнительное изучение или проверка
complaint-extension-information = нужна дополнительная информация
complaint-extended-at = Срок продлён { $when }: { $ground }.
complaint-suspends-annulment = Пока жалоба рассматривается, аннулирование не исполняется, если в письме о нём не сказано, почему оно исполняется. Сохраните свидетельство.
desk-complaint-passed = { $when }: срок прошёл, считается отказом
desk-complaint-extend = Продлить срок
desk-extension-title = { $reference }: продлить срок решения по жалобе
desk-extension-lead = Закон разрешает это один раз, пока срок не прошёл. Заявитель сразу узнает об этом и прочитает вашу причину.
desk-extension-ground = Что нужно
desk-extension-ground-error-missing = Выберите, что нужно
desk-extension-days = На сколько рабочих дней
desk-extension-days-hint = Не больше { $max }.
desk-extension-days-error-missing = Укажите, на сколько рабочих дней
desk-extension-days-error-too-many = Укажите не больше { $max } рабочих дней
desk-extension-reasons = Почему срок продлевается
desk-extension-reasons-hint = Эти слова прочитает заявитель. Пишите на его языке.
desk-extension-reasons-error-missing = Напишите, почему срок продлевается
desk-extension-reasons-error-too-long = Напишите не длиннее { $max } знаков
desk-extension-button = Продлить и сообщить заявителю

letter-complaint-extended-subject = { $reference }: срок решения по жалобе продлён
letter-complaint-extended-body =
    Для решения по вашей жалобе по заявлению { $reference } нужно больше времени: { $basis }. Её рассматривает { $higher_body }.

    { $reason }

    Решение будет принято до { $decide_by } (Закон о государственных услугах, статья 25, пункт 4). Сейчас вам ничего делать не нужно.
    Ваша жалоба: { $url }

    { $mission }
    { $phone }
letter-complaint-extended-sms = { $reference }: срок решения по жалобе продлён. { $url }

letter-complaint-silence-subject = { $reference }: жалоба не рассмотрена в срок
letter-complaint-silence-body =
    Срок решения по вашей жалобе по заявлению { $reference } прошёл { $decide_by }, решения нет. Нам жаль.

    По закону с этого дня считается, что в жалобе отказано (АППК, статья 100, пункт 5). Теперь вы можете обратиться в суд.
    Решение в вашу пользу возможно и позже; тогда вы получите письмо.
    Ваша жалоба: { $url }

    { $mission }
    { $phone }
letter-complaint-silence-sms = { $reference }: жалоба не рассмотрена в срок. { $url }
