# The queue: tabs, search, taking cases up.

desk-tab-open = Open
desk-tab-mine = Mine
desk-tab-new = New
desk-tab-check = To check
desk-tab-waiting = Waiting for applicant
desk-tab-prepare = To prepare
desk-tab-hand-over = To hand over
desk-tab-late = Overdue
desk-tab-all = All
desk-tab-caption-open = Open cases, the nearest deadline first
desk-tab-caption-mine = Open cases that you have taken up
desk-tab-caption-new = Cases to register or decline
desk-tab-caption-check = Cases to check and decide
desk-tab-caption-waiting = Cases in which the applicant was asked for something
desk-tab-caption-prepare = Granted cases: certificate and appointment
desk-tab-caption-hand-over = Certificates to hand over
desk-tab-caption-late = Cases whose deadline has passed
desk-tab-caption-all = All cases, by deadline
desk-queue-empty-tab = There are no such cases.
desk-queue-choose = Choose
desk-queue-assignee = Taken up by
desk-search-label = Find a case
desk-search-hint = Reference, IIN, or names in Kazakh, Russian or Latin letters
desk-search-button = Search
desk-search-for = You searched for:
desk-search-nothing = Nothing was found. Check the spelling, try fewer words, or search by the IIN.
desk-search-error-too-long = The search must be { $max } characters or fewer
desk-assign-take-button = Take up
desk-assign-release-button = Return to the common queue
desk-assign-case-error-missing = Choose at least one case
desk-assign-case-error-too-many = Choose { $max } cases or fewer
timeline-assign = A case worker was named
desk-case-take = Take up this case
desk-case-release = Return this case to the common queue
desk-search-found =
    Found: { $count ->
        [one] { $count } case
       *[other] { $count } cases
    }
desk-search-many = The { $count } newest cases; add a word to find fewer
desk-assign-take =
    Taken up: { $done }. { $left ->
        [0] All are yours now.
       *[other] Left as they are, because somebody else has them or they are closed: { $left }.
    }
desk-assign-release =
    Returned to the common queue: { $done }. { $left ->
        [0] Everybody at the mission may take them up.
       *[other] Left as they are, because somebody else has them or they are closed: { $left }.
    }
desk-case-taken = You have taken up this case.
desk-case-released = This case is free again.
desk-case-left = Nothing was changed: somebody else has this case, or it is closed.
desk-queue-nobody = Nobody
desk-nav-workload = Workload
desk-workload-title = Who has how much
desk-workload-lead = Open cases of your mission. Give them out on the list of cases.
desk-workload-caption = Open cases by officer
desk-workload-officer = Officer
desk-workload-open = Open
desk-workload-today = Due today
desk-workload-late = Overdue
desk-workload-nobody = Nobody has taken them up
desk-workload-gone = Somebody who is no longer an officer here
desk-assign-officer = Give to
desk-assign-give-button = Give
desk-assign-officer-error-missing = Choose an officer of your mission
desk-who-supervisor = Supervisor
who-supervisor = the head of the consular section
desk-assign-give =
    Given: { $done }. { $left ->
        [0] The officer sees them under “Mine”.
       *[other] Left as they are, because they are closed: { $left }.
    }
kept-heading = Your filters
kept-keep = Keep what is shown under a name
kept-keeps-tab = The tab “{ $tab }” will be kept. Only you see your filters.
kept-keeps-search = The search for “{ $text }” will be kept. Only you see your filters.
kept-name = Name of the filter
kept-button = Keep
kept-remove = Remove
kept-saved = The filter is kept.
kept-removed = The filter was removed.
kept-error-missing = Enter a name for the filter
kept-error-too-long = The name must be { $max } characters or fewer
kept-error-taken = You have a filter of this name already
kept-error-too-many = You have { $max } filters already. Remove one first.
