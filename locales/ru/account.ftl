# The account: contacts and devices.

frame-account-link = Моя учётная запись
account-title = Моя учётная запись
account-name = Имя
account-iin = ИИН
account-iin-proven = { $iin }, подтверждён цифровой подписью
account-iin-declared = { $iin }, указан вами
account-phone = Телефон для входа
account-email = Электронная почта
account-email-change = Изменить электронную почту
account-email-title = Ваша электронная почта
account-email-label = Адрес электронной почты
account-email-hint = С этим адресом начнутся ваши новые заявления. Мы сообщим и на старый адрес. Если оставить пустым, писем не будет.
account-email-error = Введите адрес в виде imya@example.kz
account-email-save = Сохранить
account-sessions = Где вы вошли
account-sessions-lead = Если какой-то вход вам незнаком, завершите все остальные. Указано всемирное время (UTC).
account-session = Вход: { $since }. Последний раз: { $seen }.
account-session-this = это устройство
account-sessions-end = Выйти на других устройствах
account-moment = { $date }, { $time }
account-done-email = Адрес электронной почты изменён.
account-done-sessions = Вы вышли на других устройствах.

letter-contact-changed-subject = Ваша электронная почта изменена
letter-contact-changed-body-old =
    Адрес электронной почты вашей учётной записи изменён на другой.

    Если это сделали вы, ничего делать не нужно.
    Если нет, войдите, верните адрес и выйдите на других устройствах: { $url }
letter-contact-changed-body-new =
    Этот адрес стал электронной почтой вашей учётной записи.

    Если это сделали не вы, не обращайте внимания на это письмо или сообщите нам: { $url }
