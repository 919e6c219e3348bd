# Warnings to the staff while a term passes, and a person's own page.

desk-nav-me = My page
me-title = My page
me-warnings = Warnings of terms
me-warned = The list of cases tells you what needs you when { $shares } of a term's working time have passed, and when it is over.
me-warned-end = The list of cases tells you what needs you when a term is over.
me-lead = The same can come by mail: one letter for all cases of that hour, with their numbers and no names of people. Nothing comes while the address is empty.
me-email = Email address
me-email-hint = Of your work. Empty: no letters.
me-language = Language of the letters
me-save = Save
me-done-mail = Warnings of terms will be sent to this address.
me-done-none = No letters will be sent.
me-error-email-format = Write the address in full, for example name@example.org
me-error-email-too-long = The address has at most { $max } characters
needs-you-title = Needs you now
needs-you-more = There are more: see the tabs below.
desk-tab-near = Past { $percent } %
desk-tab-caption-near = Cases past { $percent } % of their term, or overdue
staff-warning-passed = { $reference }: { $percent } % of the term have passed, due { $due }
staff-warning-over = { $reference }: overdue, the term ended { $due }
staff-warning-more = And { $count } more.
letter-staff-warning-subject = Cases that need you: { $count }
letter-staff-warning-body =
    These cases need you now.

    { $cases }

    Open them at the desk: { $url }

    On your own page there you say whether and where such letters come.
timeline-tell-staff = The staff were warned of the term
timeline-staff-mail = A person said where they are written to
