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

device-way-code = по коду на телефон
device-way-eds = по ЭЦП
device-way-mobile = через eGov Mobile
letter-new-device-subject = В ваш кабинет вошли с нового устройства
letter-new-device-body =
    В ваш кабинет вошли с устройства, с которого раньше не входили: { $when } (UTC), { $way }.

    Если это были вы, ничего делать не нужно.
    Если не вы, войдите и завершите сеансы на других устройствах: { $url }
letter-new-device-sms = В ваш кабинет вошли с нового устройства. Не вы? { $url }
letter-iin-proven-subject = ИИН, который вы указали, подтверждён ЭЦП
letter-iin-proven-body =
    Кто-то вошёл по ЭЦП человека, чей ИИН указан в вашем кабинете. Теперь у него свой кабинет.

    Если это были вы, ничего делать не нужно. Ваши заявления остаются на месте; кабинеты не видят заявлений друг друга.
    Если ИИН не ваш, исправьте его или сообщите загранучреждению: { $url }
letter-iin-proven-sms = ИИН вашего кабинета подтверждён ЭЦП в другом кабинете. Не вы? { $url }
account-iin-also = Этот ИИН указан и в другом кабинете, открытом по телефону. Ваших заявлений он не видит. Если он не ваш, сообщите загранучреждению.
