# The data that the service follows, changed from the desk.

desk-nav-registers = Registers
registers-title = Registers and rules of the service
registers-lead = The service follows these files. A change is drafted, looked at row by row, approved by a second administrator, and in force from its day. Cases keep the rules of the service under which they came.
registers-coverage-title = Which mission serves which country
registers-coverage-lead = A country with no known mission leads the person to the page "ask". Nothing is guessed.
registers-in-force = In force now
registers-name = File
registers-what = What it holds
registers-lines = Lines
registers-unverified = Facts not confirmed
registers-origin = Origin
registers-changed = changed here
registers-shipped = as delivered
registers-file-missions = Missions: names, addresses, telephones, hours
registers-file-districts = Countries served from elsewhere
registers-file-treaties = Treaties on documents, with their parties and dates
registers-file-holidays-kz = Days off of Kazakhstan
registers-file-holidays-host = Days off of the host countries
registers-file-closures = Closed days of missions
registers-file-country-names-override = Names of countries that differ from the package
registers-file-afterwards = Other things to do after a death abroad
registers-file-passport = The service: terms, documents, fee, complaint
registers-file-refusals = Grounds of refusal and reasons not to register
registers-file-consent = The text of the consent, version by version
registers-new = Change files
registers-new-lead = Take a file away, change it in a text editor or a spreadsheet, and send it here under the same name. Nothing is in force before a second administrator has approved it.
registers-files = Changed files
registers-files-hint = One or more of the files above, CSV or TOML in UTF-8.
registers-files-chosen = Files chosen: %{"{"}count{"}"}
registers-reason = Why
registers-reason-hint = For example: new telephone of the embassy, letter of 20 November.
registers-show = Show what changes
registers-changes = Changes
registers-none = Nothing was changed here yet.
registers-made = Drafted
registers-by = By
registers-stage = State
registers-stage-draft = draft
registers-stage-proposed = waits for a second administrator
registers-stage-approved = approved
registers-stage-rejected = not approved
registers-stage-withdrawn = taken back
registers-from = In force from
registers-from-approval = its approval
registers-from-hint = Like 01.12.2026, from midnight in Astana. Leave it empty for at once, when it is approved.
registers-change-title = Change of the registers
registers-decided = Decided
registers-word = Word of the second administrator
registers-word-hint = Needed when you do not approve.
registers-added = New
registers-removed = Removed
registers-altered = Altered
registers-differs =
    { $count ->
        [one] { $count } row differs.
       *[other] { $count } rows differ.
    }
registers-more =
    { $count ->
        [one] { $count } more row is not shown.
       *[other] { $count } more rows are not shown.
    }
registers-row = Row
registers-column = Column
registers-before = Before
registers-after = After
registers-moved = Countries that another mission will serve
registers-moved-lead = Requests that were sent stay with their mission.
registers-country = Country
registers-code = Code
registers-served = Served by
registers-choose = The person chooses: { $missions }
registers-ask = No known mission: the page "ask"
registers-one = One mission serves the country
registers-choice = The person chooses among several
registers-propose = Send to a second administrator
registers-withdraw = Take it back
registers-approve = Approve
registers-reject = Do not approve
registers-error-files-missing = Choose at least one file
registers-error-files-unknown = This is none of the files above: keep the name of the file
registers-error-files-too-big = The file is larger than { $megabytes } MB
registers-error-files-too-long = A file may have 20 000 lines at most
registers-error-files-twice = One file was sent twice
registers-error-files-same = These files are the same as those in force or already approved
registers-error-files-unfit = The data does not hold together. { $why }
registers-error-reason-missing = Say why
registers-error-reason-too-long = { $max } characters or fewer
registers-error-from-unreadable = Enter a date like 01.12.2026
registers-error-from-past = The day must be in the future
registers-error-from-too-far = At most 400 days ahead
registers-error-word-missing = Say why you do not approve it
registers-error-word-too-long = { $max } characters or fewer
registers-error-approve-changed-meanwhile = One of the files was changed meanwhile. Ask for a new draft made from the file of today
registers-error-approve-before-earlier = It would be in force before the change that it was made from. Ask for a later day
registers-error-approve-one-hand = The one who made this change gave you your password less than 30 days ago. Another administrator approves it
timeline-propose-registers = A change of the registers was sent to a second administrator
timeline-approve-registers = A change of the registers was approved
timeline-reject-registers = A change of the registers was not approved
timeline-withdraw-registers = A change of the registers was taken back
registers-file-whole = The file as a whole
registers-behind = changed at the desk; this release has a newer file, which the change hides
