# Who did and who opened what.

case-readers = Who opened your application
case-readers-lead = People of the service who opened your application or its papers. It is noted by itself, once an hour at most.
case-readers-last = Last noted: { $when }
desk-nav-readings = Who did what
readings-title = Who did and who opened what
readings-lead = Acts of the journal and openings of cases, the newest first. An opening is noted once an hour for a person and a case.
readings-reference = Reference of the case
readings-reference-error = Enter a reference like DR-26-7K4FQ2-X. Check each letter
readings-officer = Person
readings-everybody = Everybody
readings-show = Show
readings-none = Nothing was done or opened here.
readings-when = When
readings-who = Who
readings-what = What
readings-case = Case
readings-older = Older
readings-applicant = Applicant
readings-system = The system
reading-case = Opened the case
reading-file = Opened an enclosed file
reading-paper = Opened a paper of the case
timeline-refuse-paper = An application on paper was not accepted
timeline-change-contact = A mail address was changed
timeline-change-phone = The telephone of an account was changed
timeline-change-notices = How notices come was changed
