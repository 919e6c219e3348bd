# The officer's room: sign-in, queue, case, acts, journal, system.

desk-nav = Desk
desk-nav-queue = Cases
desk-nav-journal = Journal
desk-nav-system = System
desk-yes = Yes
desk-no = No
desk-verified = verified
desk-unverified = not verified
desk-none = None
desk-who-applicant = Applicant
desk-who-clerk = Intake clerk
desk-who-officer = Officer
desk-who-reviewer = Reviewer of complaints
desk-who-auditor = Auditor
desk-who-administrator = Administrator
desk-who-system = The system
desk-zone = { $city } time

## Sign-in

desk-sign-in-title = Sign in to the desk
desk-sign-in-lead = For people who work at a mission. All three fields are checked together.
desk-sign-in-login = Login
desk-sign-in-password = Password
desk-sign-in-code = Code
desk-sign-in-code-hint = 6 digits from the app on your phone
desk-sign-in-button = Sign in
desk-sign-in-error = The login, the password or the code is wrong. Check all three.
desk-sign-in-applicants = Go to the service page for applicants

## Queue

desk-queue-title = Cases
desk-queue-all-missions = All missions
desk-queue-tabs = Which cases
desk-queue-region = Table of cases, scrolls sideways
desk-queue-reference = Reference
desk-queue-deceased = Person who died
desk-queue-applicant = Applicant
desk-queue-sent = Received
desk-queue-channel = Channel
desk-queue-due = Due
desk-queue-state = State
desk-queue-flags = Flags
desk-queue-mission = Mission
desk-queue-empty-open = There are no open cases.
desk-queue-next = Next cases
desk-queue-first = Back to the first cases
desk-queue-zone = Times are in the mission’s zone: { $zone }.
desk-queue-pages = Pages of the list

desk-channel-portal = Portal
desk-channel-paper = Paper
desk-confirmation-eds = Signed with an EDS
desk-confirmation-otp = Confirmed with a one-time code

desk-due-minutes = { $count ->
    [one] Due in { $count } min
   *[other] Due in { $count } min
}
desk-due-hours = { $count ->
    [one] Due in { $count } h
   *[other] Due in { $count } h
}
desk-due-today = Due today
desk-due-tomorrow = Due tomorrow
desk-due-days = { $count ->
    [one] Due in { $count } day
   *[other] Due in { $count } days
}
desk-overdue-minutes = Overdue { $count } min
desk-overdue-hours = Overdue { $count } h
desk-overdue-days = { $count ->
    [one] Overdue { $count } day
   *[other] Overdue { $count } days
}
desk-due-met = Answer sent
## Case

desk-case-title = Case { $reference }
desk-case-identity = The case in short
desk-case-state = State
desk-case-due = Due
desk-case-sent = Sent
desk-case-registration = Date of registration
desk-case-applicant = Applicant
desk-case-deceased = Person who died
desk-case-mission = Mission
desk-case-flags = Flags
desk-case-acts = What you can do
desk-case-no-acts = No act is open to you in this state.
desk-case-read-only = You see this case to check it. You cannot change it.
desk-case-answers = Answers
desk-case-documents = Documents
desk-case-no-documents = No documents are enclosed.
desk-case-proof = Confirmation
desk-case-timeline = What happened
desk-case-notices = Notices to the applicant
desk-case-no-notices = No notices yet.
desk-case-papers = Papers
desk-case-collection = Collection
desk-case-not-provided = Not provided
desk-case-overdue = The term ended on { $due } without a decision. By law the applicant may complain. Please decide now.
desk-case-met = Answer sent
desk-case-record = Record
desk-case-record-value = No. { $number } of { $date }
desk-paper-application = Application as confirmed (PDF)
desk-paper-certificate = Certificate (PDF)
desk-paper-refusal = Refusal (PDF)
desk-paper-proof = Signature or seal (file)
desk-paper-stamped = Signature with proof of time (file)

desk-document-hash = SHA-256 of the kept file
desk-document-no-files = No files
desk-document-rule = What the rule says
desk-document-stamped = Sealed with a stamp, in the prescribed form
desk-document-language = Language
desk-document-issued = Issued
desk-document-issued-in = { $country }
desk-document-issued-on = { $country }, { $date }
desk-document-applicant-says = The applicant states
desk-document-certified = Apostille or legalization
desk-document-translation = Translation enclosed
desk-size = { $count } kB
desk-rule-legalization = Legalization
desk-rule-translation = Translation
desk-proof-signer = Signer
desk-proof-iin = IIN
desk-proof-algorithm = Algorithm
desk-proof-checked = Checked
desk-proof-timestamp = Proof of time
desk-proof-findings = What the check found
desk-proof-valid = The signature is valid.
desk-proof-indeterminate = The signature could not be checked to the end.
desk-proof-invalid = The signature is not valid.
desk-proof-otp = Confirmed with a one-time code. This is not a signature (Digital Code, article 47(4)). The server sealed the same file at that moment.
desk-proof-number = Number
desk-proof-confirmed = Confirmed
desk-proof-file = SHA-256 of the file

desk-notice-channel-portal = In the portal
desk-notice-channel-email = E-mail
desk-notice-channel-sms = Text message
desk-notice-delivered = { $channel } { $to }: handed over { $at }
desk-notice-waiting = { $channel } { $to }: waiting to be sent
desk-notice-failed = { $channel } { $to }: could not be sent, given up { $at }
desk-notice-not-arrived = { $channel } { $to }: the network could not deliver it, reported { $at }
desk-notice-arrived = { $channel } { $to }: delivered to the phone { $at }
desk-notice-portal = In the portal: there at once

## Acts

desk-act-continue = Continue
desk-act-change = Change what I wrote
desk-act-confirm-title = Check before you confirm
desk-act-cancel = Leave without doing anything
desk-letter-title = The letter the applicant will get
desk-letter-language-kk = In Kazakh, as the applicant chose
desk-letter-language-ru = In Russian, as the applicant chose
desk-letter-language-en = In English, as the applicant chose
desk-letter-sms = Text message
desk-field-error-missing = Fill in this field
desk-field-error-too-long = Write at most { $max } characters
desk-text-max = At most { $max } characters. The applicant reads this text.

desk-registration-title = Register the application { $reference }
desk-registration-lead = The date of registration follows from the moment of sending. Your click does not change the term.
desk-registration-button = Register and send the letter
desk-registration-done = The application is registered. The letter is on its way.

desk-declined-title = Decline to register { $reference }
desk-declined-lead = The applicant keeps all answers and can send a corrected application at once.
desk-declined-reason = Why can it not be registered?
desk-declined-reason-error-missing = Choose a reason
desk-declined-remedy = What can the applicant do?
desk-declined-remedy-hint = Say which page or document, and what would be right. Use short sentences.
desk-declined-remedy-error-missing = Write what the applicant can do
desk-declined-button = Decline and send the letter
desk-declined-done = Registration is declined. The letter is on its way.

desk-record-title = Make the record of the death: { $reference }
desk-record-lead = This grants the application. The record gets its number, then the certificate is issued by itself.
desk-record-check = Compare the answers with the documents before you confirm.
desk-record-button = Make the record and send the letter
desk-record-done = The record is made. The certificate is being issued.

desk-refusal-title = Refuse { $reference }
desk-refusal-lead = A refusal needs at least one ground of the law and your reasons (Administrative Procedure Code, article 80).
desk-refusal-grounds = On which grounds?
desk-refusal-grounds-hint = Choose all that apply.
desk-refusal-grounds-error-missing = Choose at least one ground
desk-refusal-reasons = What is wrong, and what would put it right?
desk-refusal-reasons-hint = Name the document or answer, what you saw, and what would be right. Use short sentences.
desk-refusal-reasons-error-missing = Write your reasons
desk-refusal-reasons-error-short = Write at least { $min } characters, so that the applicant understands
desk-refusal-button = Refuse and send the letter
desk-refusal-done = The application is refused. The letter is on its way.

desk-collection-title = Set the collection time: { $reference }
desk-collection-lead = The term is met when this letter is sent.
desk-collection-zone = The time is the mission’s: { $zone }.
desk-collection-date = Which day?
desk-collection-date-hint = For example, { $example }
desk-collection-day = Day
desk-collection-month = Month
desk-collection-year = Year
desk-collection-time = At what time?
desk-collection-time-hint = Hours and minutes, for example 10:30
desk-collection-note = Anything to add? (optional)
desk-collection-note-hint = Which entrance, whom to ask for. The applicant reads this text.
desk-collection-hours = reception hours
desk-collection-at-error-missing = Enter the day and the time
desk-collection-at-error-unreadable = Enter a real day and time, for example { $example } and { $time }
desk-collection-at-error-past = Choose a time in the future
desk-collection-at-error-not-reception-hours = The mission receives nobody at this time. Choose a time in the reception hours
desk-collection-at-error-no-such-time = The clocks change at this hour, so this time does not exist. Choose another
desk-collection-button = Set the time and send the letter
desk-collection-at-error-too-far = Choose an earlier day: the holidays of that year are not known yet
desk-collection-done = The collection time is set. The letter is on its way.
desk-weekday-1 = Monday
desk-weekday-2 = Tuesday
desk-weekday-3 = Wednesday
desk-weekday-4 = Thursday
desk-weekday-5 = Friday
desk-weekday-6 = Saturday
desk-weekday-7 = Sunday

desk-handover-title = Hand over the certificate: { $reference }
desk-handover-lead = Look at the identity document and the originals first. Then fill in what you saw.
desk-handover-number = Certificate number
desk-handover-collector = The applicant named
desk-handover-collector-applicant = The applicant comes in person
desk-handover-receiver = Who is here?
desk-handover-receiver-hint = The law lists who may receive the certificate (Family Code, article 273).
desk-handover-receiver-error-missing = Choose who receives the certificate
desk-handover-document = Which identity document did you see?
desk-handover-document-passport = Passport
desk-handover-document-identity-card = Identity card
desk-handover-document-foreign-passport = Passport of another country
desk-handover-document-other = Another document
desk-handover-identity-document-error-missing = Choose the identity document
desk-handover-identity-number = Number of the identity document
desk-handover-identity-number-error-missing = Enter the number of the identity document
desk-handover-originals = I saw the originals of the enclosed documents, and they agree with the files
desk-handover-originals-legend = Originals
desk-handover-originals-seen-error-missing = Without the originals the certificate cannot be handed over
desk-handover-surrendered = Papers of the person who died that were surrendered (optional)
desk-handover-surrendered-hint = One paper a line. What the applicant stated stands here already: leave only what you received. The receiver gets a receipt.
desk-handover-declared = Stated to be surrendered
desk-handover-military = Military ID
desk-handover-button = Hand over and send the letter
desk-handover-done = The handover is recorded. The letter is on its way.
desk-handover-identity-number-error-too-long = The number is too long. Check it
desk-handover-receiver-error-not-entitled = Choose who receives the certificate
desk-handover-receiver-name = Name, as in the identity document
desk-handover-receiver-name-error-missing = Enter the name of the person who receives the certificate
desk-handover-receiver-name-hint = Surname, given name, patronymic if any
desk-handover-receiver-paper = Paper that gives the right
desk-handover-receiver-paper-error-missing = Enter the number and date of the paper that gives the right
desk-handover-receiver-paper-hint = Number and date. Only for an organisation, another relative or a representative.

## Journal

desk-journal-title = Journal
desk-journal-lead = Each act is one entry. Each entry names the hash of the one before, so a change or a gap shows.
desk-journal-intact = The journal is whole. { $count ->
    [one] { $count } entry was checked.
   *[other] { $count } entries were checked.
}
desk-journal-broken = The journal is broken. Tell the administrator now and change nothing.
desk-journal-head = Global head
desk-journal-head-hint = Keep a copy elsewhere. A cut tail shows only against a kept head.
desk-journal-chains = Chains
desk-journal-check = Check against it
desk-journal-entries = Entries
desk-journal-expect = A head that you kept
desk-journal-head-found = The journal is whole, and it holds the head that you kept.
desk-journal-seals = Seals
desk-journal-unsealed = Entries that wait for a seal
## System

desk-system-title = System
desk-system-lead = What this installation is connected to, and what it says is not verified.
desk-system-trust = Trust list
desk-system-trust-test = Test: persons of the certification centre’s test list are accepted
desk-system-trust-production = Production
desk-system-gateways = Gateways
desk-system-gateway-mail = E-mail
desk-system-gateway-sms = Text messages
desk-system-gateway-scan = Virus scan
desk-system-gateway-nca = Certification centre over the network
desk-system-gateway-egov-mobile = eGov Mobile signing
desk-system-gateway-citizens = Mobile citizens’ base
desk-system-on = Configured
desk-system-local = Local: written into the data folder
desk-system-absent = Absent
desk-system-off-nca = Revocation lists are fetched from the addresses in trust.toml; without addresses they are read from files
desk-system-time-waiting = { $count } signatures wait for a timestamp.
desk-system-off-time = Off: trust.toml names no [tsp] address
desk-system-gateway-time = Proof of time (timestamp authority)
desk-system-off-egov-mobile = Off until someone has tried it with the app
desk-system-off-citizens = Absent until its protocol is known. A declared IIN stays declared.
desk-system-unverified = Facts that are not verified
desk-system-unverified-count = { $count ->
    [one] { $count } fact in the registers is not verified.
   *[other] { $count } facts in the registers are not verified.
}
desk-system-unverified-file = File
desk-system-unverified-line = Line
desk-system-unverified-what = What
desk-system-unverified-why = Why
desk-system-unverified-more = { $count } more are not listed here. The command “elshi registers check” lists all.
desk-system-region = Table of unverified facts, scrolls sideways
desk-system-host = Public address
desk-system-letters-state = Letters on their way
desk-system-letters-good = Nothing waits
desk-system-letters-counts = Waiting for more than an hour: { $late }. Given up in the last seven days: { $failed }.
desk-system-letters-error = The last one: { $said }
