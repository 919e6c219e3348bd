# Who may not decide a case (Family Code 179(4)).

problem-barred-title = You may not decide this case
problem-barred-body = It was said that this case concerns you or a close relative (Family Code article 179(4)). Another official decides it; ask the head of the section.
conflict-heading = Who may not decide it
conflict-none = Nobody declared a conflict of interest.
conflict-link = Conflict of interest
conflict-title = { $reference }: conflict of interest
conflict-lead = An official does not register acts about themselves, their spouse or close relatives (Family Code article 179(4)). If you declare it, you no longer decide this case, and you cannot take it back yourself.
conflict-reason = How does this case concern you?
conflict-reason-hint = For example: the person who died was my aunt. The head of the section and the auditor read this.
conflict-button = Declare a conflict of interest
conflict-lift-lead = Let an official decide the case again only after you checked what they said.
conflict-officer = About whom
conflict-lift-reason = Why there is no conflict
conflict-lift-hint = Say what you checked. What is written cannot be changed.
conflict-lift-button = Let them decide again
conflict-only-read = You can only read here.
conflict-said = { $name } may not decide this case
conflict-lifted = { $name } may decide this case again
conflict-error-reason-missing = Write the reason
conflict-error-reason-too-long = Write { $max } characters or fewer.
conflict-error-officer-missing = Choose the official
timeline-conflict = A conflict of interest was declared or lifted
