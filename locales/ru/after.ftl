# After sending: what the mission asks, the answer, appointments. Letters, pages and the desk.

state-correction-requested-applicant = Учреждение ждёт от вас дополнений
state-correction-requested-officer = Ждёт ответа заявителя
state-uncollected-applicant = Свидетельство ждёт вас. Выберите новое время.
state-uncollected-officer = В назначенное время никто не пришёл
timeline-request-correction = Учреждение попросило дополнить заявление
timeline-remind-correction = Напомнили об ответе
timeline-supplement = Заявление дополнено
timeline-recheck-supplement = Подпись под дополнением проверена снова
timeline-change-collection = Заявитель выбрал другое время
timeline-remind-collection = Напомнили о времени получения
timeline-report-no-show = В назначенное время никто не пришёл
act-request-correction = Запросить дополнение
act-remind-correction = Напомнить об ответе
act-supplement = Дополнить заявление
act-change-collection = Выбрать другое время
act-remind-collection = Напомнить о времени получения
act-report-no-show = Отметить, что никто не пришёл
case-asked-title = Ответьте до { $when }
case-asked-term = Пока мы ждём вашего ответа, срок решения не останавливается.
case-asked-answer = Ответить сейчас
case-supplement = Дополнение № { $number }, { $when }
case-uncollected = Свидетельство ждёт вас с { $when }.
case-appointment = Выбрать другое время
change-before = Было
change-after = Стало
answer-title = Ответ учреждению
answer-lead = Изменить можно только эти разделы. Остальные ответы останутся прежними.
answer-not-changed = Пока не изменено
answer-changed = Изменено
answer-check-title = Проверьте изменения и отправьте
error-nothing-changed = Измените хотя бы один из запрошенных разделов
answer-changes = Что изменилось
answer-sent-title = Ответ отправлен
answer-sent-next = { $mission } проверит заявление снова. Сейчас вам ничего делать не нужно.
paper-link-supplement = Дополнение № { $number } (PDF)
paper-link-supplement-proof = Подтверждение дополнения № { $number } (CMS)
appointment-title = Выберите другое время получения
appointment-now = Сейчас назначено: { $when }.
appointment-missed = Прошедшее время приёма: { $when }. Свидетельство сохранено.
appointment-until = Изменить время можно до { $when }.
appointment-choose = Выберите свободное время. Указано время места, где находится учреждение.
appointment-day = { $weekday }, { $date }
appointment-none = На ближайшие дни свободного времени нет. Свяжитесь с учреждением.
appointment-none-suits = Если ничего не подходит, позвоните в учреждение.
appointment-do = Выбрать это время
appointment-keep = Ничего не менять
appointment-error-missing = Выберите время из списка
appointment-error-taken = Это время только что заняли. Выберите другое.
desk-correction-title = { $reference }: запросить дополнение
desk-correction-lead = Напишите у нужного раздела, что требуется, на языке заявителя. Пустой раздел не запрашивается. Срок решения не останавливается.
desk-correction-button = Отправить запрос
desk-correction-done = Запрос отправлен.
desk-correction-items-error-missing = Напишите хотя бы у одного раздела, что требуется
desk-correction-days = Время на ответ
desk-correction-days-hint = До конца рабочего времени последнего дня. Закон говорит о разумном сроке.
desk-correction-working-days-error-missing = Выберите время на ответ
desk-correction-working-days-error-too-far = Этот срок выходит в год, праздники которого неизвестны. Выберите меньше.
desk-supplement-asked = Что запрашивали
desk-no-show-title = { $reference }: никто не пришёл
desk-no-show-lead = Свидетельство сохраняется. Письмо попросит выбрать новое время.
desk-no-show-button = Отметить, что никто не пришёл
desk-no-show-done = Отмечено. Письмо написано.
desk-collection-at-error-taken = На это время уже записан другой человек. Выберите другое.
desk-correction-days-option =
    { $days ->
        [one] { $days } рабочий день
        [few] { $days } рабочих дня
       *[other] { $days } рабочих дней
    }

letter-correction-requested-subject = { $reference }: нам нужно кое-что от вас
letter-correction-requested-body =
    Чтобы принять решение по заявлению { $reference }, нам нужно от вас до { $answer_by }:

    { $items }

    Ответить: { $url }

    Если до этого времени ничего не придёт, мы можем вернуть вам заявление. Тогда вы сможете подать его снова.

    Пока мы ждём ответа, срок решения не останавливается: { $deadline }.

    { $mission }
    { $phone }
letter-correction-requested-sms = { $reference }: нам нужно кое-что от вас до { $answer_by_date }: { $url }

letter-correction-reminder-subject = { $reference }: мы ждём вашего ответа
letter-correction-reminder-body =
    Мы ждём вашего ответа по заявлению { $reference } до { $answer_by }:

    { $items }

    Ответить: { $url }

    Если ответа не будет, учреждение решит по тем документам, которые есть, или вернёт заявление.

    { $mission }
    { $phone }
letter-correction-reminder-sms = { $reference }: ждём вашего ответа до { $answer_by_date }: { $url }

letter-supplemented-subject = { $reference }: ваш ответ получен
letter-supplemented-body =
    Спасибо, мы получили ваш ответ. Заявление { $reference } проверяется снова.

    Решение будет принято до { $deadline }. Сейчас вам ничего делать не нужно.

    Ваше заявление: { $url }

    { $mission }
letter-supplemented-sms = { $reference }: ваш ответ получен. { $url }

letter-collection-changed-subject = { $reference }: новое время получения свидетельства
letter-collection-changed-body =
    Новое время получения свидетельства: { $date }, { $time } ({ $zone }).

    Где: { $place }

    Возьмите документ, удостоверяющий личность, и оригиналы документов, которые вы нам прислали. Свидетельство выдаётся бесплатно.

    Если это время не подходит, измените его: { $url }

    { $mission }
    { $phone }
letter-collection-changed-sms = { $reference }: новое время { $date }, { $time } ({ $zone }). { $url }

letter-collection-reminder-subject = { $reference }: скоро время получения свидетельства
letter-collection-reminder-body =
    Напоминаем: свидетельство можно получить { $date } в { $time } ({ $zone }).

    Где: { $place }

    Возьмите документ, удостоверяющий личность, и оригиналы документов, которые вы нам прислали.

    { $mission }
    { $phone }
letter-collection-reminder-sms = { $reference }: { $date }, { $time } ({ $zone }). Возьмите паспорт. { $url }

letter-no-show-subject = { $reference }: выберите новое время получения
letter-no-show-body =
    Вы не смогли прийти { $date } в { $time } ({ $zone }). Мы сохранили ваше свидетельство.

    Выберите удобное для вас новое время: { $url }

    { $mission }
    { $phone }
letter-no-show-sms = { $reference }: выберите новое время получения. { $url }
