# A lost telephone: the desk records a new one.

desk-telephone-heading = Утерянный телефон
desk-telephone-link = Заявитель потерял телефон
desk-telephone-title = Новый телефон по { $reference }
desk-telephone-lead = Для заявителя, который пришёл к вам с удостоверением личности. На старый номер и почту сообщается сразу. Вход по новому номеру откроется через 24 часа.
desk-telephone-iin = ИИН в документе
desk-telephone-iin-hint = 12 цифр, прочитанных в документе
desk-telephone-code-hint = 6 цифр из сообщения на новый номер; их вам называет заявитель
desk-telephone-send = Отправить код
desk-telephone-record = Записать новый телефон
desk-telephone-sent = Код отправлен на { $phone }.
desk-telephone-waits = Новый телефон ждёт. Остановите его, если владелец учётной записи об этом не просил.
desk-telephone-new = Новый телефон
desk-telephone-recorded = Записан
desk-telephone-counts = Вход откроется
desk-telephone-stop = Остановить
desk-telephone-phone-error-unreadable = Введите номер телефона с кодом страны
desk-telephone-phone-error-same = По этому номеру уже входят
desk-telephone-phone-error-taken = По этому номеру входят в другую учётную запись
desk-telephone-iin-error-impossible = Введите 12 цифр ИИН, как в документе
desk-telephone-iin-error-other = Это не ИИН учётной записи. Ничего не записано
desk-telephone-identity-document-error-missing = Выберите удостоверение личности
desk-telephone-identity-number-error-missing = Введите номер документа
desk-telephone-identity-number-error-too-long = Номер документа слишком длинный
timeline-record-phone = В загранучреждении записан новый телефон
timeline-stop-phone = Новый телефон остановлен
timeline-apply-phone = Новый телефон действует
