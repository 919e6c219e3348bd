# О чём заявитель может просить помимо решения (АППК 67, 75, 82).

motion-heading = Просьбы помимо решения
motion-waiting = Просьбы, которые ждут вашего слова
motion-waits = { $what }, срок { $due }
motion-waits-officer = сотрудник учреждения
motion-waits-head = руководитель консульского отдела
motion-waits-higher-body = вышестоящий орган
motion-said-at = Когда: { $when }
motion-due = Ответ до { $when }
motion-leave = Назад к заявлению
flag-motion-recusal = Заявлен отвод
motion-link-recusal = Заявить отвод должностному лицу
motion-desk-recusal = Заявление об отводе
motion-ask-recusal = Заявлен отвод: { $name }
motion-grant-recusal = Отвод удовлетворён: должностное лицо больше не занимается заявлением
motion-refuse-recusal = В отводе отказано: должностное лицо продолжает заниматься заявлением
timeline-ask-recusal = Заявитель заявил отвод должностному лицу
timeline-grant-recusal = Отвод удовлетворён
timeline-refuse-recusal = В отводе отказано
recusal-title = Заявить отвод должностному лицу
recusal-lead = Закон отстраняет должностное лицо от дела, если есть причина сомневаться в его беспристрастности (статья 67 АППК). Скажите, кто это и почему.
recusal-lead-term =
    { $days ->
        [one] Руководитель отдела решает в течение { $days } рабочего дня, вы получите письмо. Об отводе самого руководителя решает вышестоящий орган.
        [few] Руководитель отдела решает в течение { $days } рабочих дней, вы получите письмо. Об отводе самого руководителя решает вышестоящий орган.
       *[other] Руководитель отдела решает в течение { $days } рабочих дней, вы получите письмо. Об отводе самого руководителя решает вышестоящий орган.
    }
recusal-lead-goes-on = Работа по заявлению тем временем продолжается. Ответ отдельно не обжалуется; о тех же обстоятельствах повторно заявить нельзя.
recusal-official = Какое должностное лицо?
recusal-ground = Почему оно не может заниматься делом?
recusal-ground-took-part = само участвовало в этом деле или представляло его участника
recusal-ground-relative = близкий родственник, супруг (супруга) или свойственник участника дела
recusal-ground-dependence = зависит от участника дела по службе или иначе
recusal-ground-interest = заинтересовано в исходе дела, или есть другое, что вызывает сомнение в его беспристрастности
recusal-reason = Что произошло?
recusal-reason-hint = Напишите своими словами, что вам известно. Это прочитают руководитель отдела и сотрудники учреждения.
recusal-send = Отправить заявление об отводе
recusal-error-official-missing = Выберите должностное лицо
recusal-error-ground-missing = Выберите причину
recusal-error-reason-missing = Напишите, что произошло
recusal-error-reason-too-long = Не больше { $max } знаков
recusal-error-reason-again = О том же вы уже заявляли, и ответ был дан. Напишите, что появилось нового
recusal-desk-title = { $reference }: отвод должностному лицу
recusal-decide-lead = Заявитель просит, чтобы это должностное лицо не занималось делом. Если вы удовлетворите отвод, оно больше ничего не сможет сделать по делу, и это окончательно. Заявитель получит письмо с вашими словами.
recusal-only-read = Что заявитель сказал о должностном лице и что решено.
recusal-applicant = Заявитель
recusal-due = Решить до
recusal-decides = Решает
recusal-nobody-else = Другого сотрудника, который мог бы взять это дело, в учреждении нет. Если вы удовлетворите отвод, нужно назначить другого сотрудника или передать дело другому учреждению.
recusal-case = Открыть дело
recusal-decision-reason = Ваши доводы
recusal-decision-hint = Заявитель прочитает эти слова в письме.
recusal-grant = Удовлетворить отвод
recusal-refuse = Отказать в отводе
recusal-error-decision-missing = Напишите доводы
recusal-error-decision-too-long = Не больше { $max } знаков
recusal-decision-granted = Отвод удовлетворён: это должностное лицо больше не занимается вашим заявлением.
recusal-decision-refused = В отводе отказано: это должностное лицо продолжает заниматься вашим заявлением.
letter-recusal-decided-subject = { $reference }: решение по отводу
letter-recusal-decided-body =
    Вы заявили отвод должностному лицу: { $official }.

    { $decision }
    Доводы: { $reason }

    По закону это решение отдельно не обжалуется (статья 67 АППК). Пожаловаться на решение по самому заявлению вы по-прежнему можете.
    Ваше заявление: { $url }

    { $mission }
    { $phone }
letter-recusal-decided-sms = { $reference }: по отводу принято решение. { $url }

flag-motion-see-file = Просят показать дело
motion-link-see-file = Ознакомиться с материалами дела
motion-desk-see-file = Ходатайство об ознакомлении с делом
motion-ask-file = Заявлено ходатайство об ознакомлении с делом
motion-open-file = Материалы дела открыты
timeline-ask-file = Заявитель попросил показать материалы дела
timeline-open-file = Материалы дела открыты заявителю
file-title = Материалы дела
file-own = Ваши собственные документы
file-item-journal = Что сделано, когда и кем
file-item-decisions = Решения с подписями или печатями
file-item-notices = О чём сообщили другим органам
file-rest = Остальные материалы
file-rest-lead = Их открывает сотрудник: что и кем сделано, решения с подписями, о чём сообщили другим органам. Всё это можно копировать. Записи, которые должностные лица делают для себя, в дело не входят.
file-way = Как вы хотите ознакомиться?
file-way-hint =
    { $days ->
        [one] Учреждение отвечает в течение { $days } рабочего дня (статья 75 АППК).
        [few] Учреждение отвечает в течение { $days } рабочих дней (статья 75 АППК).
       *[other] Учреждение отвечает в течение { $days } рабочих дней (статья 75 АППК).
    }
file-way-portal = здесь, на этой странице
file-way-at-mission = также в учреждении, в назначенное время
file-send = Попросить показать дело
file-error-way-missing = Выберите, как вы хотите ознакомиться
file-asked = Вы попросили показать остальные материалы. Учреждение ответит до { $when }.
file-opened-at = Материалы открыты: { $when }.
file-visit-said = В учреждении: { $text }
file-withheld-said = Не показано: { $text }
file-visit-none = Ознакомиться можно на портале.
file-withheld-none = ничего не удержано.
file-desk-title = { $reference }: открыть дело
file-desk-lead = Заявитель просит показать материалы дела. Открывают всё, что не охраняет закон (статья 75 АППК). Внутренние заметки и сверки не показывают никогда.
file-only-read = Что просили показать и что открыто.
file-items = Что открыть
file-withheld = Что не показано и по какому закону
file-withheld-hint = Только если что-то из списка не открыто. Эти слова прочитает заявитель.
file-visit = Когда и где можно посмотреть в учреждении
file-visit-hint = Нужно, если заявитель хочет прийти: день, время, кабинет.
file-error-withheld-missing = Укажите, что не показано и по какому закону
file-error-withheld-too-long = Не больше { $max } знаков
file-error-visit-missing = Укажите, когда и куда можно прийти
file-error-visit-too-long = Не больше { $max } знаков
file-open = Открыть дело и отправить письмо
letter-file-opened-subject = { $reference }: материалы дела открыты
letter-file-opened-body =
    Вы попросили показать материалы дела. Они открыты для вас: { $url }

    { $place }
    Не показано: { $reason }

    Всё, что вы видите, можно копировать (статья 75 АППК).

    { $mission }
    { $phone }
letter-file-opened-sms = { $reference }: материалы дела открыты. { $url }

flag-motion-correct-slip = Описка в свидетельстве
motion-link-correct-slip = Сообщить об ошибке в свидетельстве
motion-desk-correct-slip = Описка в свидетельстве
motion-ask-slip = Сообщено об ошибке в свидетельстве
motion-propose-slip = Сотрудник предложил, что исправить
motion-decline-slip = Руководитель не согласился
motion-refuse-slip = Свидетельство остаётся как есть
motion-correct-certificate = Свидетельство исправлено
timeline-ask-slip = Заявитель сообщил об ошибке в свидетельстве
timeline-propose-slip = Сотрудник предложил исправить описку
timeline-decline-slip = Руководитель не согласился исправить описку
timeline-refuse-slip = Свидетельство оставлено как есть
timeline-correct-certificate = Описка в свидетельстве исправлена
act-correct-certificate = Исправить свидетельство
state-certificate-replacing-applicant = Готовится исправленное свидетельство
state-certificate-replacing-officer = Исправленное свидетельство готовится
state-certificate-replaced-applicant = Исправленное свидетельство готово. Учреждение сообщит, когда его можно получить.
state-certificate-replaced-officer = Выдать исправленное свидетельство
case-replaced-next = Когда придёте за исправленным свидетельством, принесите прежнее. Платить не нужно.
slip-title = Сообщить об ошибке в свидетельстве
slip-lead = Описку исправляют: неверно написано имя, дата или место, а в документах дела иначе. Само решение не меняется (статья 82 АППК).
slip-lead-term =
    { $days ->
        [one] Учреждение рассмотрит это в течение { $days } рабочего дня и напишет вам.
        [few] Учреждение рассмотрит это в течение { $days } рабочих дней и напишет вам.
       *[other] Учреждение рассмотрит это в течение { $days } рабочих дней и напишет вам.
    }
slip-lead-free = Исправленное свидетельство бесплатно. Прежнее после этого недействительно, его нужно вернуть.
slip-what = Что написано неверно и как правильно?
slip-what-hint = Например: имя написано «Алия», в паспорте «Әлия».
slip-send = Отправить в учреждение
slip-error-what-missing = Напишите, что неверно
slip-error-what-too-long = Не больше { $max } знаков
slip-desk-title = { $reference }: описка в свидетельстве
slip-propose-lead = Впишите, как правильно, остальное не меняйте. Только написание, даты и места, как в документах дела. Второе слово за руководителем отдела.
slip-decide-lead = Если вы согласны, будет сделано исправленное свидетельство с новым номером, свидетельство с опиской станет недействительным, его бланк спишут, семья и извещённые органы узнают об этом.
slip-only-read = Что сказано об описках в этом свидетельстве.
slip-basis = Документ дела, который это показывает
slip-basis-hint = Вид, номер, страница.
slip-propose = Предложить руководителю отдела
slip-agree = Согласиться: исправить и отправить письмо
slip-decline = Не соглашаться
slip-decline-reason = Почему вы не согласны
slip-decline-hint = Это прочитает сотрудник. Семья не увидит.
slip-refuse = Оставить свидетельство как есть
slip-refuse-reason = Почему это не описка
slip-refuse-hint = Заявитель прочитает эти слова в письме.
slip-error-field-missing = Это поле не может быть пустым
slip-error-field-unreadable = Так быть не может. Дата пишется 07.05.1950, имя буквами
slip-error-field-too-long = Слишком длинно
slip-error-slips-missing = Ничего не изменено. Впишите, как правильно
slip-error-basis-missing = Укажите, какой документ это показывает
slip-error-basis-too-long = Не больше { $max } знаков
slip-error-reason-missing = Напишите почему
slip-error-reason-too-long = Не больше { $max } знаков
slip-field-surname = Фамилия
slip-field-given = Имя
slip-field-patronymic = Отчество
slip-field-born-on = Дата рождения
slip-field-born-in = Место рождения
slip-field-died-on = Дата смерти
slip-field-died-in = Место смерти
slip-replaced = Недействительно: свидетельство { $number }
slip-take-back = Попросите вернуть прежнее свидетельство
slip-blank-reason = Заменено исправленным свидетельством
slip-paper-before = Свидетельство с опиской, недействительное (PDF)
letter-certificate-corrected-subject = { $reference }: свидетельство исправлено
letter-certificate-corrected-body =
    Описка в свидетельстве исправлена:
    { $items }
    На основании: { $document }

    Номер исправленного свидетельства: { $number }. Свидетельство { $certificate } больше не действительно.
    Учреждение сообщит, когда можно получить исправленное. Если прежнее у вас, принесите его. Платить не нужно.
    Ваше заявление: { $url }

    { $mission }
    { $phone }
letter-certificate-corrected-sms = { $reference }: свидетельство исправлено. { $url }
letter-slip-refused-subject = { $reference }: свидетельство остаётся как есть
letter-slip-refused-body =
    Вы сообщили об ошибке в свидетельстве. Оно остаётся как есть.

    Причина: { $reason }

    Если вы не согласны, можно подать жалобу на странице заявления: { $url }

    { $mission }
    { $phone }
letter-slip-refused-sms = { $reference }: есть ответ о свидетельстве. { $url }
