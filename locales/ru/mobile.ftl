# Подписание в приложении eGov Mobile: страницы и то, что показывает само приложение.

mobile-sign-in = Приложение eGov Mobile
mobile-sign-in-hint = Нужен телефон с приложением и вашей ЭЦП в нём.
mobile-sign-in-title = Вход через eGov Mobile
mobile-sign-in-lead = Вы подпишете в приложении короткий текст. Он показывает, что ключ ваш, и больше ни для чего не нужен.
mobile-request-title = Подпишите заявление в eGov Mobile
mobile-request-lead = Вы подписываете именно один файл. Как только приложение его подпишет, заявление будет отправлено.
mobile-begin-needs = Нужен телефон с приложением eGov Mobile, вашей ЭЦП в нём и её паролем.
mobile-begin-warning = Подписывайте только то, что вы сами запросили на этом сайте. Если код вам прислали, не подписывайте: от вашего имени смогут действовать другие.
mobile-begin = Показать код
mobile-begin-again = Показать новый код
mobile-number = Приложение должно показать то же число:
mobile-here-title = Открыть приложение на этом устройстве
mobile-here-lead = Если приложение здесь, откройте его этой кнопкой, подпишите там и вернитесь на эту страницу.
mobile-here-open = Открыть eGov Mobile
mobile-scan-title = Считать код телефоном, где есть приложение
mobile-scan-1 = Откройте на том телефоне eGov Mobile и запустите сканер QR.
mobile-scan-2 = Наведите камеру на этот код.
mobile-scan-3 = Сравните число, посмотрите документ и подпишите его.
mobile-scan-code = QR-код для eGov Mobile
mobile-left = { $count ->
    [one] Код действует ещё { $count } минуту.
    [few] Код действует ещё { $count } минуты.
   *[other] Код действует ещё { $count } минут.
}
mobile-check-again = Проверить ещё раз
mobile-new-code = Показать новый код
mobile-enter-lead = Нажмите «Продолжить», чтобы войти на этом устройстве.
mobile-not-me = Это не я
mobile-said-waiting = Код ждёт приложения.
mobile-said-fetched = Документ в приложении. Посмотрите его там и подпишите.
mobile-said-signed = Подпись верна: { $name }.
mobile-said-sent = Заявление подписано и отправлено.
mobile-said-expired = Срок этого кода истёк. Ничего не потеряно.
mobile-said-lost = Нет связи с сервером. Проверьте соединение и нажмите «Проверить ещё раз».
mobile-check-sign = Подписать в eGov Mobile
mobile-instead = Подписать в eGov Mobile
mobile-program-instead = Подписать программой NCALayer или другой
mobile-system-on = Демонстрация: только имитация телефона, с настоящим приложением не пробовали

signature-error-changed = Заявление изменилось после того, как был показан этот код. Покажите новый код и подпишите снова

mobile-organisation = Elshi, консульская регистрация смерти за рубежом
mobile-app-sign-in = Вход на { $host }. На странице должно быть число { $number }. Если вы не открывали эту страницу сами, не подписывайте.
mobile-app-request = Ваше заявление на { $host }. На странице должно быть число { $number }. Если вы не запрашивали это сами, не подписывайте.
mobile-app-addendum = Дополнение к вашему заявлению на { $host }. На странице должно быть число { $number }. Если вы не запрашивали это сами, не подписывайте.
mobile-app-number = Число на странице
mobile-app-token = У этого обращения нет права на документ. Считайте код ещё раз.
mobile-app-over = Этот код больше не действует. Покажите новый на странице.
mobile-document-sign-in = Текст для входа
mobile-document-request = Заявление о регистрации смерти
mobile-document-addendum = Дополнение к заявлению
