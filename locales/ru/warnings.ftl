# Warnings to the staff while a term passes, and a person's own page.

desk-nav-me = Моя страница
me-title = Моя страница
me-warnings = Предупреждения о сроках
me-warned = Список дел говорит, что требует вас, когда прошло { $shares } рабочего времени срока и когда срок вышел.
me-warned-end = Список дел говорит, что требует вас, когда срок вышел.
me-lead = То же может приходить по почте: одно письмо обо всех делах этого часа, с номерами и без имён людей. Пока адрес пуст, ничего не приходит.
me-email = Адрес электронной почты
me-email-hint = Рабочий. Пусто: писем не будет.
me-language = Язык писем
me-save = Сохранить
me-done-mail = Предупреждения о сроках будут приходить на этот адрес.
me-done-none = Писем не будет.
me-error-email-format = Напишите адрес целиком, например name@example.org
me-error-email-too-long = Адрес: не больше { $max } знаков
needs-you-title = Требует вас сейчас
needs-you-more = Есть и другие: смотрите вкладки ниже.
desk-tab-near = Прошло { $percent } %
desk-tab-caption-near = Дела, в которых прошло { $percent } % срока или срок вышел
staff-warning-passed = { $reference }: прошло { $percent } % срока, срок до { $due }
staff-warning-over = { $reference }: просрочено, срок вышел { $due }
staff-warning-more = И ещё { $count }.
letter-staff-warning-subject = Дела, которые требуют вас: { $count }
letter-staff-warning-body =
    Эти дела требуют вас сейчас.

    { $cases }

    Откройте их в системе: { $url }

    На своей странице там вы решаете, приходят ли такие письма и куда.
timeline-tell-staff = Сотрудники предупреждены о сроке
timeline-staff-mail = Сотрудник указал, куда ему писать
