# Counts, and the public board of terms kept.

desk-nav-statistics = Statistics
statistics-title = Statistics
statistics-lead = { $of }. Counted by the month in which an application was registered; there are no names.
statistics-all = All missions
statistics-from = From month
statistics-until = Until month (included)
statistics-month-hint = For example 2026-11
statistics-error-missing = Write the month like 2026-11
statistics-error-order = The last month must not be before the first
statistics-error-too-long = Choose { $max } months or fewer
statistics-show = Show
statistics-csv = Download the tables (CSV)
statistics-csv-group = Group
statistics-csv-name = Name
statistics-name = Name
statistics-count = Number
statistics-bar = Relative length
statistics-total = Total of what is shown
statistics-few = fewer than 5
statistics-share-few = too few to tell
statistics-nothing = There is nothing in these months.
statistics-hidden = Numbers from 1 to 4 are not shown, and the others are rounded to five: they could point to a person.
statistics-terms = Terms kept
statistics-terms-lead = Cases whose term has ended. Applications that were withdrawn, not registered, or returned because nothing was added in time are not counted.
statistics-terms-none = There is no case whose term has ended.
statistics-mission = Mission
statistics-terms-ended = Term ended
statistics-terms-in-time = Answered in time
statistics-visits = Visits for one certificate: { $count }.
statistics-visits-few = Too few certificates were handed over to tell the number of visits.
statistics-days = From the record to the hand-over, in the middle: { $count ->
    [one] { $count } day
   *[other] { $count } days
}.
statistics-days-few = Too few certificates were handed over to tell the time until then.
statistics-by-month = By month
statistics-by-mission = By mission
statistics-by-country = By country of death
statistics-by-channel = By channel
statistics-by-state = By where they stand now
statistics-by-ground = Grounds of refusals
statistics-by-asked = Sections that people were asked about
statistics-channel-portal = on the portal
statistics-channel-paper = on paper
terms-title = How terms are kept
terms-law = Working days to answer: { $portal } for an application from the portal, { $paper } for one on paper (the service's page on gov.kz; APPC article 76).
terms-months = Applications registered from { $from } until { $until }. Counted again every hour.
terms-none = There are no applications to show yet.
terms-late = If you were not answered in time, you can complain: open your case in "My applications".
