# Counts, and the public board of terms kept.

desk-nav-statistics = Статистика
statistics-title = Статистика
statistics-lead = { $of }. Считается по месяцу регистрации заявления; имён здесь нет.
statistics-all = Все учреждения
statistics-from = С какого месяца
statistics-until = По какой месяц (включительно)
statistics-month-hint = Например, 2026-11
statistics-error-missing = Напишите месяц в виде 2026-11
statistics-error-order = Последний месяц должен быть не раньше первого
statistics-error-too-long = Выберите не больше { $max } месяцев
statistics-show = Показать
statistics-csv = Скачать таблицы (CSV)
statistics-csv-group = Группа
statistics-csv-name = Название
statistics-name = Название
statistics-count = Число
statistics-bar = Относительная длина
statistics-total = Сумма показанного
statistics-few = меньше 5
statistics-share-few = слишком мало случаев
statistics-nothing = В эти месяцы ничего нет.
statistics-hidden = Числа от 1 до 4 не показываются, остальные округлены до пяти: они могли бы указать на человека.
statistics-terms = Соблюдение сроков
statistics-terms-lead = Дела, срок которых прошёл. Отозванные и незарегистрированные заявления, а также возвращённые без дополнения в срок, не считаются.
statistics-terms-none = Нет дел, срок которых прошёл.
statistics-mission = Учреждение
statistics-terms-ended = Срок прошёл
statistics-terms-in-time = Ответ в срок
statistics-visits = Посещений на одно свидетельство: { $count }.
statistics-visits-few = Выданных свидетельств слишком мало, чтобы назвать число посещений.
statistics-days = От записи акта до выдачи, в середине: { $count ->
    [one] { $count } день
    [few] { $count } дня
   *[other] { $count } дней
}.
statistics-days-few = Выданных свидетельств слишком мало, чтобы назвать время до выдачи.
statistics-by-month = По месяцам
statistics-by-mission = По учреждениям
statistics-by-country = По стране смерти
statistics-by-channel = По способу подачи
statistics-by-state = По состоянию сейчас
statistics-by-ground = Основания отказов
statistics-by-asked = О каких разделах спрашивали
statistics-channel-portal = через портал
statistics-channel-paper = на бумаге
terms-title = Как соблюдаются сроки
terms-law = Срок ответа, рабочих дней: на заявление с портала { $portal }, на бумажное { $paper } (страница услуги на gov.kz; АППК, статья 76).
terms-months = Заявления, зарегистрированные с { $from } по { $until }. Пересчитывается каждый час.
terms-none = Пока нет заявлений, которые можно показать.
terms-late = Если вам не ответили в срок, вы можете пожаловаться: откройте своё дело в разделе «Мои заявления».
