# Комната сотрудника: вход, очередь, дело, действия, журнал, система.

desk-nav = Рабочее место
desk-nav-queue = Дела
desk-nav-journal = Журнал
desk-nav-system = Система
desk-yes = Да
desk-no = Нет
desk-verified = проверено
desk-unverified = не проверено
desk-none = Нет
desk-who-applicant = Заявитель
desk-who-clerk = Специалист по приёму
desk-who-officer = Сотрудник
desk-who-reviewer = Рассматривающий жалобу
desk-who-auditor = Аудитор
desk-who-administrator = Администратор
desk-who-system = Система
desk-zone = время города { $city }

## Вход

desk-sign-in-title = Вход для сотрудников
desk-sign-in-lead = Для тех, кто работает в загранучреждении. Все три поля проверяются вместе.
desk-sign-in-login = Логин
desk-sign-in-password = Пароль
desk-sign-in-code = Код
desk-sign-in-code-hint = 6 цифр из приложения на вашем телефоне
desk-sign-in-button = Войти
desk-sign-in-error = Логин, пароль или код неверны. Проверьте все три поля.
desk-sign-in-applicants = Перейти на страницу услуги для заявителей

## Очередь

desk-queue-title = Дела
desk-queue-all-missions = Все загранучреждения
desk-queue-tabs = Какие дела
desk-queue-region = Таблица дел, прокручивается вбок
desk-queue-reference = Номер
desk-queue-deceased = Умерший
desk-queue-applicant = Заявитель
desk-queue-sent = Получено
desk-queue-channel = Способ подачи
desk-queue-due = Срок
desk-queue-state = Состояние
desk-queue-flags = Отметки
desk-queue-mission = Загранучреждение
desk-queue-empty-open = Открытых дел нет.
desk-queue-next = Следующие дела
desk-queue-first = Назад к первым делам
desk-queue-zone = Время указано по часовому поясу загранучреждения: { $zone }.
desk-queue-pages = Страницы списка

desk-channel-portal = Портал
desk-channel-paper = Бумага
desk-confirmation-eds = Подписано ЭЦП
desk-confirmation-otp = Подтверждено одноразовым кодом

desk-due-minutes = Осталось { $count } мин
desk-due-hours = Осталось { $count } ч
desk-due-today = Срок сегодня
desk-due-tomorrow = Срок завтра
desk-due-days = { $count ->
    [one] Остался { $count } день
    [few] Осталось { $count } дня
   *[other] Осталось { $count } дней
}
desk-overdue-minutes = Просрочено на { $count } мин
desk-overdue-hours = Просрочено на { $count } ч
desk-overdue-days = { $count ->
    [one] Просрочено на { $count } день
    [few] Просрочено на { $count } дня
   *[other] Просрочено на { $count } дней
}
desk-due-met = Ответ отправлен
## Дело

desk-case-title = Дело { $reference }
desk-case-identity = Кратко о деле
desk-case-state = Состояние
desk-case-due = Срок
desk-case-sent = Отправлено
desk-case-registration = Дата регистрации
desk-case-applicant = Заявитель
desk-case-deceased = Умерший
desk-case-mission = Загранучреждение
desk-case-flags = Отметки
desk-case-acts = Что вы можете сделать
desk-case-no-acts = В этом состоянии вам не открыто ни одно действие.
desk-case-read-only = Вы видите дело для проверки. Изменить его вы не можете.
desk-case-answers = Ответы
desk-case-documents = Документы
desk-case-no-documents = Документы не приложены.
desk-case-proof = Подтверждение
desk-case-timeline = Что произошло
desk-case-notices = Уведомления заявителю
desk-case-no-notices = Уведомлений пока нет.
desk-case-papers = Бумаги
desk-case-collection = Выдача
desk-case-not-provided = Не указано
desk-case-overdue = Срок истёк { $due }, решения нет. По закону заявитель может подать жалобу. Примите решение сейчас.
desk-case-met = Ответ отправлен
desk-case-record = Актовая запись
desk-case-record-value = № { $number } от { $date }
desk-paper-application = Заявление в подтверждённом виде (PDF)
desk-paper-certificate = Свидетельство (PDF)
desk-paper-refusal = Отказ (PDF)
desk-paper-proof = Подпись или печать (файл)
desk-paper-stamped = Подпись с меткой времени (файл)

desk-document-hash = SHA-256 сохранённого файла
desk-document-no-files = Файлов нет
desk-document-rule = Что говорит правило
desk-document-stamped = С печатью, по установленной форме
desk-document-language = Язык
desk-document-issued = Выдан
desk-document-issued-in = Страна: { $country }
desk-document-issued-on = Страна: { $country }, дата: { $date }
desk-document-applicant-says = Заявитель указал
desk-document-certified = Апостиль или легализация
desk-document-translation = Перевод приложен
desk-size = { $count } кБ
desk-rule-legalization = Легализация
desk-rule-translation = Перевод
desk-proof-signer = Подписал
desk-proof-iin = ИИН
desk-proof-algorithm = Алгоритм
desk-proof-checked = Проверено
desk-proof-timestamp = Метка времени
desk-proof-findings = Что показала проверка
desk-proof-valid = Подпись действительна.
desk-proof-indeterminate = Подпись не удалось проверить до конца.
desk-proof-invalid = Подпись недействительна.
desk-proof-otp = Подтверждено одноразовым кодом. Это не подпись (Цифровой кодекс, статья 47(4)). Сервер скрепил тот же файл своей печатью в тот же момент.
desk-proof-number = Номер телефона
desk-proof-confirmed = Подтверждено
desk-proof-file = SHA-256 файла

desk-notice-channel-portal = На портале
desk-notice-channel-email = Электронная почта
desk-notice-channel-sms = СМС
desk-notice-delivered = { $channel } { $to }: передано { $at }
desk-notice-waiting = { $channel } { $to }: ждёт отправки
desk-notice-failed = { $channel } { $to }: отправить не удалось, попытки прекращены { $at }
desk-notice-not-arrived = { $channel } { $to }: сеть не смогла доставить, сообщено { $at }
desk-notice-arrived = { $channel } { $to }: доставлено на телефон { $at }
desk-notice-portal = На портале: сразу

## Действия

desk-act-continue = Продолжить
desk-act-change = Изменить написанное
desk-act-confirm-title = Проверьте перед подтверждением
desk-act-cancel = Выйти, ничего не делая
desk-letter-title = Письмо, которое получит заявитель
desk-letter-language-kk = На казахском, как выбрал заявитель
desk-letter-language-ru = На русском, как выбрал заявитель
desk-letter-language-en = На английском, как выбрал заявитель
desk-letter-sms = СМС
desk-field-error-missing = Заполните это поле
desk-field-error-too-long = Не больше { $max } знаков
desk-text-max = Не больше { $max } знаков. Этот текст прочитает заявитель.

desk-registration-title = Зарегистрировать заявление { $reference }
desk-registration-lead = Дата регистрации следует из времени отправки. Ваше нажатие срок не меняет.
desk-registration-button = Зарегистрировать и отправить письмо
desk-registration-done = Заявление зарегистрировано. Письмо отправляется.

desk-declined-title = Отказать в регистрации { $reference }
desk-declined-lead = Все ответы остаются у заявителя. Он сразу может отправить исправленное заявление.
desk-declined-reason = Почему нельзя зарегистрировать?
desk-declined-reason-error-missing = Выберите причину
desk-declined-remedy = Что может сделать заявитель?
desk-declined-remedy-hint = Назовите страницу или документ и скажите, как будет верно. Пишите коротко.
desk-declined-remedy-error-missing = Напишите, что может сделать заявитель
desk-declined-button = Отказать в регистрации и отправить письмо
desk-declined-done = В регистрации отказано. Письмо отправляется.

desk-record-title = Составить запись акта о смерти: { $reference }
desk-record-lead = Так заявление удовлетворяется. Запись получает номер, затем свидетельство оформляется само.
desk-record-check = Перед подтверждением сравните ответы с документами.
desk-record-button = Составить запись и отправить письмо
desk-record-done = Запись составлена. Свидетельство оформляется.

desk-refusal-title = Отказать по заявлению { $reference }
desk-refusal-lead = Для отказа нужны хотя бы одно основание закона и ваши доводы (АППК, статья 80).
desk-refusal-grounds = По каким основаниям?
desk-refusal-grounds-hint = Отметьте все подходящие.
desk-refusal-grounds-error-missing = Отметьте хотя бы одно основание
desk-refusal-reasons = Что не так и как это исправить?
desk-refusal-reasons-hint = Назовите документ или ответ, что вы увидели и как будет верно. Пишите коротко.
desk-refusal-reasons-error-missing = Напишите ваши доводы
desk-refusal-reasons-error-short = Напишите не меньше { $min } знаков, чтобы заявитель понял
desk-refusal-button = Отказать и отправить письмо
desk-refusal-done = В заявлении отказано. Письмо отправляется.

desk-collection-title = Назначить время выдачи: { $reference }
desk-collection-lead = Срок соблюдён, когда отправлено это письмо.
desk-collection-zone = Время загранучреждения: { $zone }.
desk-collection-date = В какой день?
desk-collection-date-hint = Например, { $example }
desk-collection-day = День
desk-collection-month = Месяц
desk-collection-year = Год
desk-collection-time = В какое время?
desk-collection-time-hint = Часы и минуты, например 10:30
desk-collection-note = Что добавить? (необязательно)
desk-collection-note-hint = Какой вход, кого спросить. Этот текст прочитает заявитель.
desk-collection-hours = часы приёма
desk-collection-at-error-missing = Укажите день и время
desk-collection-at-error-unreadable = Укажите существующие день и время, например { $example } и { $time }
desk-collection-at-error-past = Выберите время в будущем
desk-collection-at-error-not-reception-hours = В это время загранучреждение не принимает. Выберите время в часы приёма
desk-collection-at-error-no-such-time = В этот час переводят часы, такого времени нет. Выберите другое
desk-collection-button = Назначить время и отправить письмо
desk-collection-at-error-too-far = Выберите день раньше: праздники того года ещё не известны
desk-collection-done = Время выдачи назначено. Письмо отправляется.
desk-weekday-1 = Понедельник
desk-weekday-2 = Вторник
desk-weekday-3 = Среда
desk-weekday-4 = Четверг
desk-weekday-5 = Пятница
desk-weekday-6 = Суббота
desk-weekday-7 = Воскресенье

desk-handover-title = Выдать свидетельство: { $reference }
desk-handover-lead = Сначала посмотрите документ, удостоверяющий личность, и оригиналы. Потом отметьте, что вы увидели.
desk-handover-number = Номер свидетельства
desk-handover-collector = Заявитель указал
desk-handover-collector-applicant = Заявитель придёт сам
desk-handover-receiver = Кто пришёл?
desk-handover-receiver-hint = Закон перечисляет, кому можно выдать свидетельство (Кодекс о браке и семье, статья 273).
desk-handover-receiver-error-missing = Выберите, кто получает свидетельство
desk-handover-document = Какой документ, удостоверяющий личность, вы видели?
desk-handover-document-passport = Паспорт
desk-handover-document-identity-card = Удостоверение личности
desk-handover-document-foreign-passport = Паспорт другого государства
desk-handover-document-other = Другой документ
desk-handover-identity-document-error-missing = Выберите документ, удостоверяющий личность
desk-handover-identity-number = Номер документа, удостоверяющего личность
desk-handover-identity-number-error-missing = Укажите номер документа, удостоверяющего личность
desk-handover-originals = Я видел(а) оригиналы приложенных документов, они совпадают с файлами
desk-handover-originals-legend = Оригиналы
desk-handover-originals-seen-error-missing = Без оригиналов свидетельство выдать нельзя
desk-handover-surrendered = Сданные документы умершего (необязательно)
desk-handover-surrendered-hint = Один документ на строке. Здесь уже стоит то, что указал заявитель: оставьте только то, что вы приняли. Получатель получит расписку.
desk-handover-declared = Указано к сдаче
desk-handover-military = Военный билет
desk-handover-button = Выдать и отправить письмо
desk-handover-done = Выдача записана. Письмо отправляется.
desk-handover-identity-number-error-too-long = Номер слишком длинный. Проверьте его
desk-handover-receiver-error-not-entitled = Выберите, кто получает свидетельство
desk-handover-receiver-name = Имя, как в документе, удостоверяющем личность
desk-handover-receiver-name-error-missing = Укажите имя того, кто получает свидетельство
desk-handover-receiver-name-hint = Фамилия, имя, отчество (при наличии)
desk-handover-receiver-paper = Документ, который даёт право
desk-handover-receiver-paper-error-missing = Укажите номер и дату документа, который даёт право
desk-handover-receiver-paper-hint = Номер и дата. Только для организации, другого родственника или представителя.

## Журнал

desk-journal-title = Журнал действий
desk-journal-lead = Одно действие — одна запись. Каждая запись называет хеш предыдущей, поэтому изменение или пропуск видны.
desk-journal-intact = Журнал цел. { $count ->
    [one] Проверена { $count } запись.
    [few] Проверены { $count } записи.
   *[other] Проверено { $count } записей.
}
desk-journal-broken = Журнал нарушен. Сообщите администратору сейчас и ничего не меняйте.
desk-journal-head = Голова журнала
desk-journal-head-hint = Храните копию в другом месте. Отрезанный конец виден только по сохранённой голове.
desk-journal-chains = Цепочки
desk-journal-check = Сверить с ней
desk-journal-entries = Записи
desk-journal-expect = Сохранённая вами голова
desk-journal-head-found = Журнал цел, и в нём есть голова, которую вы сохранили.
desk-journal-seals = Печати
desk-journal-unsealed = Записи, которые ждут печати
## Система

desk-system-title = Система
desk-system-lead = С чем соединена эта установка и что в ней отмечено как непроверенное.
desk-system-trust = Список доверия
desk-system-trust-test = Тестовый: принимаются лица из тестового списка удостоверяющего центра
desk-system-trust-production = Рабочий
desk-system-gateways = Шлюзы
desk-system-gateway-mail = Электронная почта
desk-system-gateway-sms = СМС
desk-system-gateway-scan = Проверка на вирусы
desk-system-gateway-nca = Удостоверяющий центр по сети
desk-system-gateway-egov-mobile = Подписание в eGov Mobile
desk-system-gateway-citizens = База мобильных граждан
desk-system-on = Настроен
desk-system-local = Местный: запись в папку данных
desk-system-absent = Отсутствует
desk-system-off-nca = Списки отзыва загружаются по адресам из trust.toml; если адресов нет, читаются из файлов
desk-system-time-waiting = Подписей, которые ждут метку времени: { $count }.
desk-system-off-time = Выключены: в trust.toml нет адреса [tsp]
desk-system-gateway-time = Метки времени (служба меток времени)
desk-system-off-egov-mobile = Выключено, пока его не попробовали с приложением
desk-system-off-citizens = Отсутствует, пока не известен её протокол. Указанный ИИН остаётся неподтверждённым.
desk-system-unverified = Непроверенные сведения
desk-system-unverified-count = { $count ->
    [one] В справочниках не проверено { $count } сведение.
    [few] В справочниках не проверены { $count } сведения.
   *[other] В справочниках не проверено { $count } сведений.
}
desk-system-unverified-file = Файл
desk-system-unverified-line = Строка
desk-system-unverified-what = Что
desk-system-unverified-why = Почему
desk-system-unverified-more = Ещё { $count } здесь не показаны. Команда «elshi registers check» выводит все.
desk-system-region = Таблица непроверенных сведений, прокручивается вбок
desk-system-host = Публичный адрес
desk-system-letters-state = Письма в пути
desk-system-letters-good = Ничего не ждёт отправки
desk-system-letters-counts = Ждут больше часа: { $late }. Не удалось отправить за последние семь дней: { $failed }.
desk-system-letters-error = Последнее: { $said }
