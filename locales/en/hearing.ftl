# The hearing before a refusal (APPC 73, 74). Nothing of it is seen where the service holds none.

state-preliminary-refusal-applicant = The mission plans to refuse. You can speak first
state-preliminary-refusal-officer = Refusal planned: waits for the applicant
state-position-stated-applicant = The mission reads your answer
state-position-stated-officer = The applicant answered
state-hearing-asked-applicant = You asked to be heard. The mission sets the time
state-hearing-asked-officer = Set the time of the hearing
state-hearing-set-applicant = The time of the hearing is set
state-hearing-set-officer = Hearing set
state-hearing-held-applicant = The protocol of the hearing is ready
state-hearing-held-officer = Protocol of the hearing made
timeline-plan-refusal = The mission told that it plans to refuse
timeline-state-position = The applicant answered in writing
timeline-waive-hearing = The applicant asked to decide without a hearing
timeline-ask-hearing = The applicant asked to be heard
timeline-set-hearing = The time of the hearing was set
timeline-record-hearing = The protocol of the hearing was made
timeline-remark-protocol = The applicant spoke about the protocol
timeline-answer-remarks = The remarks on the protocol were answered
timeline-resume-review = The application is checked again
act-plan-refusal = Tell that a refusal is planned
act-state-position = Answer in writing
act-waive-hearing = Ask to decide without a hearing
act-ask-hearing = Ask to be heard
act-remark-protocol = Speak about the protocol
act-set-hearing = Set the time of the hearing
act-record-hearing = Write the protocol
act-answer-remarks = Answer the remarks
act-resume-review = Do not refuse, check again
case-hearing-answer = Answer the mission
case-hearing = The hearing before a refusal
hearing-title = Your word before a refusal
hearing-heading = Planned refusal, { $when }
hearing-lead-planned = Nothing is decided on your application yet. The mission plans to refuse it on { $day }. Below it says why, and how that can be mended.
hearing-lead-until = Answer in writing or ask to be heard by { $when }. What you write later is read too, as long as nothing is decided.
hearing-lead-papers = If you have a better document, say so in your answer: the mission then opens its upload. You need not answer; the mission then decides without it.
hearing-lead-stated = The mission has your answer and reads it. There is no refusal before { $day }.
hearing-lead-waived = You asked to decide without a hearing. The mission need not wait for the day that it named.
hearing-lead-asked = You asked to be heard. The mission sets the time and sends a letter. You can also answer in writing instead.
hearing-lead-set = You are heard: { $when }. If you cannot come, call the mission or answer here in writing.
hearing-lead-held = Read the protocol and say by { $when } whether it is right.
hearing-lead-day = There is no refusal before { $day }.
hearing-way = How do you want to answer?
hearing-way-written = in writing, on this page
hearing-way-in-person = in person, at the mission
hearing-way-video = by video
hearing-way-phone = by telephone
hearing-way-none = no hearing is needed; the mission may decide without waiting
hearing-words = Your words
hearing-words-hint = In writing: say what you disagree with and why. To be heard: say which hours suit you and your number. At most { $max } characters.
hearing-words-max = At most { $max } characters.
hearing-send = Send
hearing-remarks-ask = Is the protocol right?
hearing-remarks-none = yes, I have no remarks
hearing-remarks-some = no, I have remarks
hearing-remarks-words = What is not right
hearing-send-remarks = Tell the mission
hearing-remarks-accepted = the remarks are taken in
hearing-remarks-partly = the remarks are taken in partly
hearing-remarks-declined = the remarks are not taken in
hearing-error-way-missing = Choose how you want to answer
hearing-error-way-late = The time to ask to be heard has passed. An answer in writing is still read
hearing-error-words-missing = Write what you want to say
hearing-error-words-too-long = Write { $max } characters or fewer
hearing-error-remarks-missing = Choose whether the protocol is right
hearing-row-grounds = Ground
hearing-row-reasons = What is wrong
hearing-row-remedy = How it can be mended
hearing-row-listens = Who listens
hearing-row-object-by = Answer by
hearing-row-decide-from = No refusal before
hearing-row-way = How to be heard
hearing-row-asked = Asked for on
hearing-row-wish = The applicant’s words
hearing-row-position = Answer in writing
hearing-row-stated = Answered on
hearing-row-waived = Asked to decide without a hearing
hearing-row-when = Time of the hearing
hearing-row-place = Place or connection
hearing-row-began = Began
hearing-row-ended = Ended
hearing-row-presided = Presided
hearing-row-secretary = Secretary
hearing-row-present = Who took part
hearing-row-said = What was said: explanations, questions, answers
hearing-row-made = Protocol made
hearing-row-no-remarks = No remarks on the protocol
hearing-row-remarks = Remarks on the protocol
hearing-row-answer = Answer to the remarks
hearing-row-answer-reason = Why
desk-preliminary-refusal-title = { $reference }: a planned refusal
desk-preliminary-refusal-lead = This is no refusal yet. The applicant learns why and can answer in writing or ask to be heard (APPC article 73). The term waits for the day of the decision. Write in the applicant’s language.
desk-preliminary-refusal-button = Tell the applicant
desk-preliminary-refusal-done = The applicant was told that a refusal is planned.
desk-preliminary-refusal-remedy-hint = Which document or fact would mend it.
desk-preliminary-refusal-remedy-error-missing = Write how it can be mended
desk-preliminary-refusal-day = Day of the decision
desk-preliminary-refusal-day-hint = Whole working days lie between the notice and this day. There is no refusal before it.
desk-preliminary-refusal-day-error-missing = Choose the day of the decision
desk-hearing-title = { $reference }: time of the hearing
desk-hearing-lead = The applicant asked to be heard. Name a day and an hour within office hours. The day of the decision comes after the hearing, and the term waits for it.
desk-hearing-button = Set the time
desk-hearing-done = The time of the hearing is set.
desk-hearing-place = Place or connection
desk-hearing-place-hint = A room, the link of the video call or a telephone number. The applicant reads it in the letter.
desk-hearing-place-error-missing = Write the place or the connection
desk-hearing-at-error-missing = Enter the day and the time
desk-hearing-at-error-unreadable = Enter the day and the time as in the example
desk-hearing-at-error-past = This time has passed
desk-hearing-at-error-no-such-time = There is no such time: the clocks change
desk-hearing-at-error-not-office-hours = The mission does not work at this time
desk-hearing-at-error-too-far = The holidays of that year are not known
desk-hearing-at-error-too-late = Choose a day within the next ten working days
desk-hearing-protocol-title = { $reference }: protocol of the hearing
desk-hearing-protocol-lead = The protocol is made within two working days after the hearing (APPC article 74). The applicant reads it and may have remarks. If nobody came, write that.
desk-hearing-protocol-button = Keep the protocol and tell
desk-hearing-protocol-done = The protocol is kept.
desk-hearing-protocol-from = Began at
desk-hearing-protocol-to = Ended at
desk-hearing-protocol-secretary-hint = Who kept the protocol: surname and initials.
desk-hearing-protocol-present-hint = The applicant and other people; if nobody came, write that.
desk-hearing-protocol-said-hint = Who said what, in the applicant’s language. No conclusions stand here.
desk-hearing-protocol-times-error-missing = Enter when it began and ended
desk-hearing-protocol-times-error-no-such-time = There is no such time: the clocks change
desk-hearing-protocol-times-error-ahead = The end comes after the beginning and not after this minute
desk-hearing-protocol-secretary-error-missing = Write who the secretary is
desk-hearing-protocol-present-error-missing = Write who took part
desk-hearing-protocol-said-error-missing = Write what was said
desk-hearing-remarks-title = { $reference }: remarks on the protocol
desk-hearing-remarks-lead = Who presided takes the remarks in or does not, and says why (APPC article 74(6)). There is no refusal before they are answered.
desk-hearing-remarks-button = Answer
desk-hearing-remarks-done = The remarks were answered.
desk-hearing-remarks-answer-error-missing = Choose the answer
desk-hearing-remarks-reason-error-missing = Write why
desk-resumed-review-title = { $reference }: no refusal, check again
desk-resumed-review-lead = The application goes back to the check: you can ask for something or grant it. If it has to be refused later, the applicant is heard again.
desk-resumed-review-button = Go back to the check
desk-resumed-review-done = The application is checked again.
desk-refusal-grounds-error-not-heard = The applicant was not heard about this ground. Keep the grounds that were told, or go back to the check
letter-preliminary-refusal-subject = { $reference }: a refusal is planned, and you can answer first
letter-preliminary-refusal-body =
    Nothing is decided on your application yet. The mission plans to refuse it. Day of the decision: { $decide_on }.

    Ground: { $grounds }
    What is wrong: { $reason }

    How it can be mended: { $remedy }

    You can answer in writing or ask to be heard: at the mission, by video or by telephone. Please do so by { $answer_by }. Who listens to you: { $official }.
    Without an answer the mission decides without it. Answer here: { $url }

    { $mission }
    { $phone }
letter-preliminary-refusal-sms = { $reference }: please read an important message by { $answer_by_date }. { $url }
letter-hearing-set-subject = { $reference }: when you are heard
letter-hearing-set-body =
    You asked to be heard ({ $way }).

    When: { $when }
    Place or connection: { $place }
    Who listens to you: { $official }

    What is said is written in a protocol, and you read it. If you cannot come, call the mission or answer in writing: { $url }
    There is no refusal before { $decide_on }.

    { $mission }
    { $phone }
letter-hearing-set-sms = { $reference }: you are heard on { $when }. { $url }
letter-hearing-recorded-subject = { $reference }: the protocol of the hearing
letter-hearing-recorded-body =
    The hearing took place: { $when }. The protocol is ready: { $url }

    Read it and say by { $answer_by } whether it is right. Your remarks are answered.
    There is no refusal before { $decide_on }.

    { $mission }
    { $phone }
letter-hearing-recorded-sms = { $reference }: please read the protocol by { $answer_by_date }. { $url }
letter-remarks-answered-subject = { $reference }: your remarks on the protocol were answered
letter-remarks-answered-body =
    You had remarks on the protocol (hearing: { $when }).

    Answer: { $decision }
    Why: { $reason }

    There is no refusal before { $decide_on }.
    Your application: { $url }

    { $mission }
    { $phone }
letter-remarks-answered-sms = { $reference }: your remarks were answered. { $url }
letter-review-resumed-subject = { $reference }: no refusal for now, the application is checked again
letter-review-resumed-body =
    The mission does not refuse for now. Your application is checked again; the decision comes by { $deadline }.
    If something is needed, the mission writes to you. You need not do anything now.
    Your application: { $url }

    { $mission }
    { $phone }
letter-review-resumed-sms = { $reference }: your application is checked again. { $url }
