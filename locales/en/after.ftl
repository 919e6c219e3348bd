# After sending: what the mission asks, the answer, appointments. Letters, pages and the desk.

state-correction-requested-applicant = The mission needs something from you
state-correction-requested-officer = Waits for the applicant
state-uncollected-applicant = The certificate is waiting for you. Choose a new time.
state-uncollected-officer = Nobody came at the appointed time
timeline-request-correction = The mission asked for something
timeline-remind-correction = A reminder to answer was sent
timeline-supplement = The application was supplemented
timeline-recheck-supplement = The signature of the addendum was checked again
timeline-change-collection = The applicant chose another time
timeline-remind-collection = A reminder of the appointment was sent
timeline-report-no-show = Nobody came at the appointed time
act-request-correction = Ask the applicant
act-remind-correction = Remind of the answer
act-supplement = Supplement the application
act-change-collection = Choose another time
act-remind-collection = Remind of the appointment
act-report-no-show = Note that nobody came
case-asked-title = Answer by { $when }
case-asked-term = The deadline for the decision does not stop while the mission waits for you.
case-asked-answer = Answer now
case-supplement = Addendum no. { $number }, { $when }
case-uncollected = The certificate has been waiting for you since { $when }.
case-appointment = Choose another time
change-before = Before
change-after = Now
answer-title = Your answer to the mission
answer-lead = You can change only these parts. Your other answers stay as they are.
answer-not-changed = Not changed yet
answer-changed = Changed
answer-check-title = Check your changes and send them
error-nothing-changed = Change at least one of the parts that were asked for
answer-changes = What changed
answer-sent-title = Your answer was sent
answer-sent-next = { $mission } will check the application again. You need not do anything now.
paper-link-supplement = Addendum no. { $number } (PDF)
paper-link-supplement-proof = Confirmation of addendum no. { $number } (CMS)
appointment-title = Choose another time to collect the certificate
appointment-now = Your present appointment: { $when }.
appointment-missed = The appointment that passed: { $when }. The certificate is kept for you.
appointment-until = You can change the time until { $when }.
appointment-choose = Choose a free time. Times are those of the place of the mission.
appointment-day = { $weekday }, { $date }
appointment-none = There is no free time in the coming days. Contact the mission.
appointment-none-suits = If none of these suits you, telephone the mission.
appointment-do = Choose this time
appointment-keep = Change nothing
appointment-error-missing = Select a time from the list
appointment-error-taken = This time has just been taken. Choose another one.
desk-correction-title = { $reference }: ask the applicant
desk-correction-lead = Write beside a part what is needed, in the applicant’s language. A part left empty is not asked for. The term of the decision does not stop.
desk-correction-button = Send the question
desk-correction-done = The question was sent.
desk-correction-items-error-missing = Write what is needed beside at least one part
desk-correction-days = Time to answer
desk-correction-days-hint = Until the end of office hours of the last day. The law says a reasonable term.
desk-correction-working-days-error-missing = Select the time to answer
desk-correction-working-days-error-too-far = This term reaches a year whose holidays are not known. Choose a shorter one.
desk-supplement-asked = What was asked
desk-no-show-title = { $reference }: nobody came
desk-no-show-lead = The certificate is kept. The letter asks the person to choose a new time.
desk-no-show-button = Note that nobody came
desk-no-show-done = Noted. A letter was written.
desk-collection-at-error-taken = Somebody else has this time. Choose another one.
desk-correction-days-option =
    { $days ->
        [one] { $days } working day
       *[other] { $days } working days
    }

letter-correction-requested-subject = { $reference }: we need something from you
letter-correction-requested-body =
    To decide on the application { $reference } we need the following from you by { $answer_by }:

    { $items }

    Answer here: { $url }

    If nothing comes by then, we may return the application to you. You can then apply again.

    The deadline for the decision does not stop while we wait for you: { $deadline }.

    { $mission }
    { $phone }
letter-correction-requested-sms = { $reference }: we need something from you by { $answer_by_date }. { $url }

letter-correction-reminder-subject = { $reference }: we are waiting for your answer
letter-correction-reminder-body =
    We are waiting for your answer about the application { $reference } by { $answer_by }:

    { $items }

    Answer here: { $url }

    Without an answer the mission decides on the papers that it has, or returns the application to you.

    { $mission }
    { $phone }
letter-correction-reminder-sms = { $reference }: we wait for your answer by { $answer_by_date }. { $url }

letter-supplemented-subject = { $reference }: we received your answer
letter-supplemented-body =
    Thank you, we have received your answer. The application { $reference } is being checked again.

    The decision will be made by { $deadline }. You do not need to do anything now.

    Your application: { $url }

    { $mission }
letter-supplemented-sms = { $reference }: your answer was received. { $url }

letter-collection-changed-subject = { $reference }: a new time to collect the certificate
letter-collection-changed-body =
    The new time to collect the certificate: { $date } at { $time } ({ $zone }).

    Where: { $place }

    Please bring your identity document and the originals of the documents that you sent us. The certificate is free of charge.

    If this time does not suit you, change it: { $url }

    { $mission }
    { $phone }
letter-collection-changed-sms = { $reference }: new time { $date }, { $time } ({ $zone }). { $url }

letter-collection-reminder-subject = { $reference }: your appointment is soon
letter-collection-reminder-body =
    A reminder: you can collect the certificate on { $date } at { $time } ({ $zone }).

    Where: { $place }

    Please bring your identity document and the originals of the documents that you sent us.

    { $mission }
    { $phone }
letter-collection-reminder-sms = { $reference }: { $date }, { $time } ({ $zone }). Bring your passport. { $url }

letter-no-show-subject = { $reference }: choose a new time
letter-no-show-body =
    You could not come on { $date } at { $time } ({ $zone }). We have kept your certificate.

    Choose a new time that suits you: { $url }

    { $mission }
    { $phone }
letter-no-show-sms = { $reference }: choose a new collection time. { $url }
