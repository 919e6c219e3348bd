# Warnings to the staff while a term passes, and a person's own page.

desk-nav-me = Менің бетім
me-title = Менің бетім
me-warnings = Мерзім туралы ескертулер
me-warned = Мерзімнің жұмыс уақытының { $shares } өткенде және мерзім біткенде істер тізімі сізге не қажет екенін айтады.
me-warned-end = Мерзім біткенде істер тізімі сізге не қажет екенін айтады.
me-lead = Осының бәрі поштамен де келе алады: сол сағаттағы барлық іске бір хат, нөмірлерімен, адам есімдерінсіз. Мекенжай бос тұрғанда ештеңе келмейді.
me-email = Электрондық пошта мекенжайы
me-email-hint = Жұмыс мекенжайыңыз. Бос болса, хат келмейді.
me-language = Хаттардың тілі
me-save = Сақтау
me-done-mail = Мерзім туралы ескертулер осы мекенжайға келеді.
me-done-none = Хаттар келмейді.
me-error-email-format = Мекенжайды толық жазыңыз, мысалы name@example.org
me-error-email-too-long = Мекенжай ең көбі { $max } таңба
needs-you-title = Қазір сізді күтіп тұр
needs-you-more = Басқалары да бар: төмендегі қойындыларды қараңыз.
desk-tab-near = { $percent } % өтті
desk-tab-caption-near = Мерзімінің { $percent } % өткен немесе мерзімі біткен істер
staff-warning-passed = { $reference }: мерзімнің { $percent } % өтті, соңғы уақыты { $due }
staff-warning-over = { $reference }: мерзімі өтіп кетті, { $due } біткен
staff-warning-more = Тағы { $count } іс бар.
letter-staff-warning-subject = Сізді күтіп тұрған істер: { $count }
letter-staff-warning-body =
    Мына істер қазір сізді күтіп тұр.

    { $cases }

    Оларды жүйеде ашыңыз: { $url }

    Мұндай хаттардың келуін және қайда келуін сол жердегі өз бетіңізде таңдайсыз.
timeline-tell-staff = Қызметкерлерге мерзім туралы ескертілді
timeline-staff-mail = Қызметкер өзіне қайда жазылатынын айтты
