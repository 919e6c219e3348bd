# Notices to other bodies, on a case and on the administrator's page.

outgoing-heading = Уведомления других органов
outgoing-lead = Когда смерть зарегистрирована, закон требует сообщить этим органам. Уведомление, для которого не назван получатель, ждёт.
outgoing-kind-consular-deregistration = Снятие с консульского учёта
outgoing-kind-key-revocation = Отзыв сертификата электронной подписи умершего
outgoing-kind-register-copy = Копия в Государственную базу данных физических лиц
outgoing-taken = Принято: { $when }
outgoing-waiting-since = Ждёт, составлено: { $when }
outgoing-receiver = Получатель: { $host }.
outgoing-nobody = Получатель не назван (--receivers).
outgoing-none-waiting = Ничего не ждёт.
outgoing-waiting = Ждут: { $count }.
outgoing-error = Последняя ошибка: { $said }
