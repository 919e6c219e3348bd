# Вопрос в загранучреждение до подачи заявления, с фотографиями документа.

enquiry-link = Показать документ загранучреждению
enquiry-offer = До заявления можно показать документ загранучреждению: до { $files } фотографий, вместе до { $all }. Учётная запись не нужна. Рабочих дней до ответа: не больше { $days }.
enquiry-title = Спросить загранучреждение о документе
enquiry-lead = Фотографии и вопрос получит загранучреждение: { $mission }. Рабочих дней до ответа: не больше { $days }. Это совет: заявление этим не подаётся.
enquiry-kept = Их увидят только сотрудники этого загранучреждения. Всё стирается через { $days } дн. после ответа, а без ответа – через { $unanswered } дн. после отправки.
enquiry-choose-again = Пока ничего не отправлено. Написанное сохранилось; фотографии выберите, пожалуйста, ещё раз.
enquiry-photos = Фотографии документа
enquiry-photo = Фотография или PDF
enquiry-photo-more = Фотография или PDF { $number }, если есть ещё страница
enquiry-photo-hint = JPG, PNG или PDF. Файлов не больше { $files }, вместе до { $all }. Место съёмки мы удаляем.
enquiry-error-photo-missing = Загрузите фотографию документа
enquiry-error-photo-together = Все фотографии вместе должны быть меньше { $limit }
enquiry-answer-goes = Ваш вопрос и куда прислать ответ
enquiry-question = Ваш вопрос
enquiry-question-hint = До { $max } знаков. Можно не писать: тогда мы скажем, тот ли это документ.
enquiry-error-question-too-long = В вопросе должно быть не больше { $max } знаков
enquiry-email = Ваш адрес электронной почты
enquiry-email-hint = Укажите почту, телефон или и то и другое.
enquiry-email-hint-account = Ответ будет в вашей учётной записи. Если оба поля пустые, он придёт и на её адрес и телефон.
enquiry-error-email-missing = Укажите почту или телефон, чтобы ответ дошёл до вас
enquiry-error-email-format = Введите адрес в правильном виде, например name@example.com
enquiry-phone = Ваш телефон для СМС
enquiry-phone-hint = С кодом страны, например +49 30 1234567.
enquiry-error-phone-format = Введите номер телефона, например +49 30 1234567
enquiry-send = Отправить загранучреждению

enquiry-sent-title = Ваш вопрос получен
enquiry-sent-lead = { $mission }. Ответ будет не позже этого дня: { $date }
enquiry-way-both = Ответ придёт по почте и появится на этой странице. О нём сообщит СМС.
enquiry-way-email = Ответ придёт по почте и появится на этой странице.
enquiry-way-phone = Когда ответ появится на этой странице, придёт СМС.
enquiry-way-account = Ответ появится на этой странице.
enquiry-erased-on = День, когда мы сотрём вопрос, фотографии и ответ: { $date }
enquiry-answered-title = На ваш вопрос ответили
enquiry-answered-lead = { $mission }. День ответа: { $date }
enquiry-is-advice = Это совет по фотографии. Решает консул, когда вы подаёте заявление.
enquiry-answer = Ответ
enquiry-go-on = Узнать, что нужно, и подать заявление
enquiry-keep-link = Сохраните этот личный адрес. По нему вопрос и ответ прочтёт каждый, у кого он есть:
enquiry-what = Что вы спросили
enquiry-asked = Вопрос
enquiry-erase-lead = Всё это можно стереть сейчас. Вернуть будет нельзя.
enquiry-erase = Стереть мой вопрос
enquiry-erased-title = Ваш вопрос стёрт
enquiry-erased-lead = Вопроса, фотографий, ответа и наших копий писем о нём больше нет.
history-enquiries = Ваши вопросы загранучреждениям
enquiry-waits-until = Ответ не позже { $date }
enquiry-answered-on = День ответа: { $date }

enquiry-verdict-counts = Да. По этому документу можно зарегистрировать смерть.
enquiry-verdict-not-enough = Нет. Одного этого документа недостаточно.
enquiry-verdict-unreadable = Фотографию не удаётся прочитать. Снимите, пожалуйста, весь документ ещё раз при хорошем свете и спросите снова.
enquiry-verdict-cannot-say = По фотографии этого сказать нельзя.
enquiry-still-needed = Ещё нужно:
enquiry-need-basis = медицинский документ о смерти или решение суда
enquiry-need-apostille = апостиль на документе
enquiry-need-legalization = консульская легализация документа
enquiry-need-translation = перевод на казахский или русский язык
enquiry-need-original = оригинал, когда придёте в загранучреждение
enquiry-officer-writes = Сотрудник пишет:

desk-nav-enquiries = Вопросы
enquiries-title = Вопросы до заявления
enquiries-lead = Люди спрашивают, тот ли у них документ. Дело не начинается, срок не идёт. Вопрос стирается через { $days } дн. после ответа, без ответа – через { $unanswered } дн.
enquiries-waiting = Ждут ответа
enquiries-none-waiting = Ни один вопрос не ждёт.
enquiries-answered = С ответом
enquiries-none-answered = Вопросов с ответом не хранится.
enquiries-sent = Отправлен
enquiries-answer-by = Ответить до
enquiries-answered-at = Дан ответ
enquiries-erased-at = Будет стёрт
enquiries-late = Просрочен
enquiries-language = Язык ответа
enquiries-language-kk = казахский
enquiries-language-ru = русский
enquiries-language-en = английский
enquiries-email = Электронная почта
enquiries-phone = Телефон
enquiry-desk-title = Вопрос: { $when }
enquiry-desk-lead = Посмотрите фотографии и ответьте. Письмо уйдёт на языке того, кто спросил; вы прочтёте его до отправки.
enquiry-desk-only-read = На этот вопрос отвечает сотрудник загранучреждения.
enquiry-desk-answered = Дан ответ: { $when }, { $who }
enquiry-choose-counts = По нему можно зарегистрировать смерть
enquiry-choose-not-enough = Одного его недостаточно
enquiry-choose-unreadable = Фотография не читается
enquiry-choose-cannot-say = По фотографии сказать нельзя
enquiry-verdict = Что это за документ?
enquiry-error-verdict-missing = Выберите, что это за документ
enquiry-needs = Что человеку ещё нужно?
enquiry-error-needs-unknown = Выберите из списка, что ещё нужно
enquiry-error-needs-contradicts = Если по документу можно зарегистрировать смерть, другой медицинский документ или решение суда не нужны
enquiry-words = Своими словами
enquiry-words-hint = На языке того, кто спросил. Человек прочтёт это в письме.
enquiry-error-words-missing = Напишите, что человеку сделать
enquiry-error-words-too-long = Должно быть не больше { $max } знаков
enquiry-answer-send = Отправить ответ

letter-enquiry-received-subject = Ваш вопрос загранучреждению получен
letter-enquiry-received-body =
    Ваш вопрос и фотографии получило загранучреждение: { $mission }.
    Ответ будет не позже этого дня: { $answer_by }

    Здесь видно, пришёл ли ответ, и здесь вопрос можно стереть:
    { $url }

    Всё будет стёрто через несколько недель после ответа, а самое позднее в этот день: { $erased }
    Если спрашивали не вы, откройте адрес и сотрите вопрос.

    { $mission }
    { $phone }
letter-enquiry-answered-subject = Загранучреждение ответило на ваш вопрос
letter-enquiry-answered-body =
    { $mission } отвечает на ваш вопрос. День вопроса: { $sent }

    { $answer }

    Это совет по фотографии. Решает консул, когда вы подаёте заявление.
    Ответ можно прочитать и здесь, пока мы его не сотрём ({ $erased }):
    { $url }

    { $mission }
    { $phone }
letter-enquiry-answered-sms = На ваш вопрос ответили: { $url }

timeline-ask-enquiry = Отправлен вопрос до заявления
timeline-read-enquiry = Открыт вопрос до заявления
timeline-answer-enquiry = Дан ответ на вопрос до заявления
timeline-erase-enquiry = Стёрт вопрос до заявления
timeline-warn-draft = Сообщено, что неотправленное заявление будет удалено
timeline-erase-draft = Неотправленное заявление удалено
