# Кто что делал и открывал.

case-readers = Кто открывал ваше заявление
case-readers-lead = Сотрудники, которые открывали ваше заявление или его бумаги. Это отмечается само, не чаще раза в час.
case-readers-last = В последний раз отмечено: { $when }
desk-nav-readings = Кто что делал
readings-title = Кто что делал и открывал
readings-lead = Действия из журнала и открытия дел, сначала новые. Открытие отмечается раз в час для человека и дела.
readings-reference = Номер дела
readings-reference-error = Введите номер вида DR-26-7K4FQ2-X. Проверьте каждый знак
readings-officer = Сотрудник
readings-everybody = Все
readings-show = Показать
readings-none = Здесь ничего не делали и не открывали.
readings-when = Когда
readings-who = Кто
readings-what = Что
readings-case = Дело
readings-older = Более ранние
readings-applicant = Заявитель
readings-system = Система
reading-case = Открыто дело
reading-file = Открыт приложенный файл
reading-paper = Открыта бумага дела
timeline-refuse-paper = Заявление на бумаге не принято
timeline-change-contact = Изменён адрес электронной почты
timeline-change-phone = Изменён телефон учётной записи
timeline-change-notices = Изменено, как приходят уведомления
