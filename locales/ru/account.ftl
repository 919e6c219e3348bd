# The account: contacts and devices.

frame-account-link = Моя учётная запись
account-title = Моя учётная запись
account-name = Имя
account-iin = ИИН
account-iin-proven = { $iin }, подтверждён цифровой подписью
account-iin-declared = { $iin }, указан вами
account-phone = Телефон для входа
account-email = Электронная почта
account-phone-change = Изменить телефон
account-phone-add = Добавить телефон для входа
account-phone-title = Ваш телефон для входа
account-phone-lead = Мы отправим код на новый номер. После этого входить можно только по новому номеру. Мы сообщим на старый номер и на электронную почту.
account-phone-error-same = По этому номеру вы уже входите. Введите другой
account-phone-error-taken = По этому номеру входят в другую учётную запись. Введите другой номер или войдите по этому, чтобы её увидеть
account-done-phone = Телефон изменён. На других устройствах вы вышли.
account-email-change = Изменить электронную почту
account-email-title = Ваша электронная почта
account-email-label = Адрес электронной почты
account-email-hint = С этим адресом начнутся ваши новые заявления. Мы сообщим и на старый адрес. Если оставить пустым, писем не будет.
account-email-error = Введите адрес в виде imya@example.kz
account-email-save = Сохранить
account-notices = Уведомления приходят
account-notices-language = Язык уведомлений
account-notices-change = Изменить, как приходят уведомления
account-notices-title = Как присылать вам уведомления?
account-notices-lead = Каждое уведомление есть и на странице вашего заявления. О решении, о том, что нужно от вас, и о дне получения мы сообщим хотя бы одним способом. Адрес и номер берём из заявления.
account-notices-channel-label = Каким способом?
account-notices-language-label = На каком языке?
account-notices-as-stated = как указано в каждом заявлении
account-notices-email = по электронной почте
account-notices-sms = сообщением на телефон
account-notices-both = по электронной почте и сообщением на телефон
account-language-kk = казахский
account-language-ru = русский
account-language-en = английский
account-notices-error-channel-missing = Выберите, как присылать уведомления
account-notices-error-channel-no-mail = Сначала укажите электронную почту в учётной записи или выберите сообщения на телефон
account-notices-error-language-missing = Выберите язык уведомлений
account-done-notices = Способ уведомления изменён.
account-phone-waits = Загранучреждение записало { $phone } как ваш новый телефон. Вход по нему откроется { $when } (UTC). Если вы об этом не просили, остановите и сообщите загранучреждению.
account-phone-stop = Остановить новый телефон
account-done-objection = Новый телефон остановлен. Старый остаётся.
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

letter-phone-changed-subject = Ваш телефон изменён
letter-phone-changed-body =
    Телефон для входа в вашу учётную запись теперь { $phone }. По другому номеру войти больше нельзя.

    Если это сделали вы, ничего делать не нужно.
    Если нет, войдите по ЭЦП и укажите свой номер. Если ключа нет, обратитесь в загранучреждение: { $url }
letter-phone-changed-sms = В вашу учётную запись теперь входят по другому телефону, не по этому. Не вы? { $url }

letter-phone-recorded-subject = Новый телефон для вашей учётной записи
letter-phone-recorded-body =
    { $mission }: по удостоверению личности записан телефон вашей учётной записи { $phone }. Вход по нему откроется { $when }.

    Если это были вы, ничего делать не нужно.
    Если не вы, остановите это в учётной записи или позвоните { $call }: { $url }
letter-phone-recorded-sms = Через { $hours } ч. в вашу учётную запись войдут по другому телефону. Не вы? Войдите или звоните: { $call }
letter-phone-stopped-sms = По этому номеру в учётную запись не войти: замена остановлена. { $url }

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
