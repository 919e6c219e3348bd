# Рамка каждой страницы, страница услуги, страница разработчика.

frame-service-name = Регистрация смерти за рубежом
frame-title-error = Ошибка:
frame-error-word = Ошибка:
frame-error-summary = Проверьте ответы
frame-notice = Сделано
frame-skip = Перейти к содержанию
frame-languages = Язык
frame-account = Ваша учётная запись
frame-sign-in = Войти
frame-sign-out = Выйти
frame-my-applications = Мои заявления
frame-back = Назад
frame-test-label = Проверочная система
frame-test = Проверочная система. Ключи и документы здесь не имеют юридической силы.
frame-demo-letters = Письма и SMS демонстрации
session-label = Ваш сеанс
session-soon = Через 5 минут сеанс закончится, потому что вы давно ничего не делали. Всё, что вы набрали, останется.
session-last = Через несколько минут сеанс закончится: он длится не дольше { $hours } часов. Набранное сохранится, когда вы продолжите и войдёте снова.
session-ended = Сеанс закончился. Продолжите и войдите снова: набранное сохранится.
session-stay = Остаться в кабинете
frame-help = Помощь
frame-help-ask = Вы можете спросить в посольстве или консульстве Казахстана там, где вы живёте.
frame-help-reference = Номер вашего заявления:
frame-check-mission = Уточните это в загранучреждении, прежде чем звонить или ехать.
frame-about = Об услуге
frame-desk = Для сотрудников
frame-licences = Лицензии программ
frame-footer = Формы, решения и документы этой услуги есть на казахском, русском и английском языках.

form-continue = Продолжить
form-save-and-leave = Сохранить и выйти

time-utc = { $date }, { $time } (всемирное время)
time-in-kazakhstan = (в Астане: { $date }, { $time })
time-in-kazakhstan-same-day = (в Астане: { $time })
wait-seconds = { $count ->
    [one] { $count } секунду
    [few] { $count } секунды
   *[other] { $count } секунд
}
wait-hours = { $count ->
    [one] { $count } час
    [few] { $count } часа
   *[other] { $count } часов
}
wait-minutes = { $count ->
    [one] { $count } минуту
    [few] { $count } минуты
   *[other] { $count } минут
}
size-megabytes = { $count } МБ
size-kilobytes = { $count } кБ

service-title = Регистрация смерти гражданина Казахстана за рубежом
service-sorry = Примите наши соболезнования.
service-what = Загранучреждение Казахстана регистрирует смерть и выдаёт свидетельство. Заявление вы подаёте здесь, за свидетельством приходите один раз.
service-facts = Услуга бесплатна. Загранучреждение принимает решение за 1 рабочий день после регистрации. Вы можете прерваться и вернуться.
service-request = Заказать услугу онлайн
service-continue = Войти и продолжить заявление
service-documents-title = Что понадобится
service-documents-lead = Один из двух документов:
service-document-medical = медицинский документ о смерти от больницы, клиники или врача
service-document-court = вступившее в силу решение суда о смерти
service-document-not = Свидетельство о смерти, выданное в стране, где человек умер, само по себе не принимается.
service-stamp = Иностранному документу нужен апостиль или легализация. Странам Минской и Кишинёвской конвенций не нужно ни то ни другое. Мы скажем, какое правило ваше.
service-translation = Документ на другом языке нужно перевести на казахский или русский.
service-steps-title = Как это происходит
service-step-1 = Вы входите с ЭЦП или по коду, который придёт на ваш телефон.
service-step-2 = Вы говорите, где живёте. Мы находим посольство или консульство.
service-step-3 = Вы отвечаете на вопросы и добавляете снимки документов.
service-step-4 = Вы читаете готовое заявление и подписываете его или подтверждаете кодом.
service-step-5 = Загранучреждение принимает решение и сообщает, когда прийти за свидетельством.
service-passport-title = Услуга словами закона
service-unverified = По первоисточнику не проверено. Уточните в загранучреждении.
passport-name = Название
passport-provider = Кто оказывает
passport-ways = Способы подачи
passport-term = Срок
passport-form = Форма
passport-result = Результат
passport-fee = Плата
passport-schedule = Время работы
passport-documents = Документы
passport-refusal-grounds = Основания отказа

mission-check = Уточните это в загранучреждении, прежде чем ехать.

dev-letters-title = Письма демонстрации
dev-letters-lead = Всё, что отправила система, новое сверху. Ничто не покинуло этот компьютер. Вне демонстрации этой страницы нет.
dev-letters-none = Пока ничего не отправлено.
dev-letters-email = Электронная почта
dev-letters-sms = Сообщение SMS
dev-letters-portal = Уведомление на портале
