# Complaints (APPC 91-100): the person, the mission, the higher body.

timeline-file-complaint = A complaint was filed
timeline-forward-complaint = The complaint was forwarded to the higher body
timeline-satisfy-complaint = The mission satisfied the complaint in full
timeline-decide-complaint = The complaint was decided
timeline-reopen = The application is considered anew
act-reopen = Consider anew
paper-link-refusal-before = The refusal that was cancelled (PDF)
case-complain = Complain
case-complain-about = Complain about what the mission did
complaint-title = Make a complaint
complaint-lead-order = { $mission } takes the complaint. It satisfies it in full or forwards it with the file to the higher body: { $body }.
complaint-lead-terms =
    Terms: { $forward ->
        [one] { $forward } working day
       *[other] { $forward } working days
    } to forward it, { $decide ->
        [one] { $decide } working day
       *[other] { $decide } working days
    } to decide.
complaint-lead-no-harm = A complaint cannot make your position worse, and it does not stop your application.
complaint-subject = What do you complain about?
complaint-subject-refusal = The refusal
complaint-subject-not-registered = My application was not registered
complaint-subject-deadline-missed = The deadline passed without a decision
complaint-subject-action = Something an official did or did not do
complaint-subject-error-missing = Select what you complain about
complaint-circumstances = What happened, and why do you disagree?
complaint-circumstances-hint = Write in your own words. Say which papers or facts show it. At most { $max } characters.
complaint-circumstances-error-missing = Write what happened
complaint-circumstances-error-too-long = Write at most { $max } characters
complaint-wishes = What do you ask for?
complaint-wish-cancel = Cancel the decision and register the death
complaint-wish-decide-now = Decide now
complaint-wish-explain = Explain the reasons
complaint-wish-other = Something else: I wrote it above
complaint-wishes-error-missing = Select what you ask for
complaint-residence = Where do you live now?
complaint-residence-hint = The law asks for the address of actual residence.
complaint-residence-error-missing = Enter the address where you live
complaint-residence-error-too-long = Enter the address in at most { $max } characters
complaint-late-because = Why do you complain later than three months?
complaint-late-because-hint = You need not answer. A missed term is no ground not to take the complaint.
complaint-late-because-error-too-long = Write the reason in at most { $max } characters
complaint-attachments = Which of your papers do you attach?
complaint-attachments-hint = These are the files that you sent with the application. You may leave them out.
complaint-continue = Continue
complaint-leave = Leave without complaining
complaint-check-title = Check the complaint and sign it
complaint-own-title = Your complaint
complaint-sign-title = Sign the complaint
complaint-confirm-title = Confirm the complaint with a code
complaint-file = The file of the complaint
complaint-change = Change what I wrote
complaint-to-case = Back to the application
complaint-state-draft = The complaint is not filed yet
complaint-state-received = The complaint was received
complaint-state-forwarded = The complaint is with the higher body
complaint-state-satisfied = The complaint was satisfied in full
complaint-state-decided = The complaint was decided
complaint-draft-next = Read what is below and sign the file or confirm it with a code. Then the complaint is filed.
complaint-filed-at = Filed: { $when }.
complaint-forward-by = { $mission } satisfies it in full or forwards it to the higher body by { $when }.
complaint-decide-by = Deadline of the decision: { $when }.
complaint-without-decision = You complain that no decision was made in time. The complaint does not stop your application: the mission can decide it meanwhile.
complaint-suspends = While the complaint is considered, the decision it is about is not carried out.
complaint-forwarded-at = Forwarded to { $body } on { $when }.
complaint-silence = The deadline passed without a decision. By law this counts as a refusal of the complaint, and you may go to court.
complaint-satisfied-at = The mission satisfied the complaint in full on { $when }.
complaint-decided-at = Decision: { $decision }. { $when }.
complaint-reopened = Your application is considered anew.
complaint-carried-out = The mission does what was decided.
complaint-court = If you disagree, you may go to court.
complaint-decision-satisfied = the complaint is satisfied in full
complaint-decision-cancel = the decision is cancelled
complaint-decision-cancel-and-adopt = the decision is cancelled and a new one is to be made
complaint-decision-perform-action = the mission is to perform the action
complaint-decision-without-satisfaction = the complaint is left without satisfaction
complaint-decision-send-back = the case is sent back with the violations named
complaint-decision-without-consideration = the complaint is left without consideration
desk-nav-complaints = Complaints
desk-complaints-title = Complaints
desk-complaints-empty = No complaint waits for an answer.
desk-complaints-caption = Complaints that wait for an answer
desk-complaints-filed = Filed
desk-complaint-title = { $reference }: complaint
desk-complaint-from = Who complains
desk-complaint-case = The case
desk-complaint-answer-link = Answer
desk-complaint-answer-title = { $reference }: answer to the complaint
desk-complaint-answer-lead = A complaint cannot make the person’s position worse. You see the letter before it is sent.
desk-complaint-answer = Your answer
desk-complaint-answer-satisfy = Satisfy in full: the application is considered anew
desk-complaint-answer-satisfy-carried-out = Satisfy in full: the mission does what is asked
desk-complaint-answer-forward = Forward with the file to the higher body
desk-complaint-answer-error-missing = Select the answer
desk-complaint-reasons = Reasons
desk-complaint-reasons-hint = Not needed to forward. Name the norms of the law you rely on. Write in the person’s language.
desk-complaint-reasons-error-missing = Write the reasons
desk-complaint-reasons-error-too-long = Write the reasons in at most { $max } characters
desk-complaint-own-act = This complaint is about your own act. By law you do not decide it, you only forward it.
desk-complaint-button = Send the answer
desk-complaint-done = The answer was sent.
desk-case-complaint = Complaint

letter-complaint-received-subject = { $reference }: your complaint was received
letter-complaint-received-body =
    We have received your complaint about the application { $reference }.

    By { $forward_by } { $mission } satisfies it in full or forwards it with the file to the higher body: { $higher_body }.
    Deadline of the decision: { $decide_by }.

    Your complaint: { $url }

    { $mission }
    { $phone }
letter-complaint-received-sms = { $reference }: your complaint was received. { $url }

letter-complaint-forwarded-subject = { $reference }: your complaint was forwarded
letter-complaint-forwarded-body =
    Your complaint about the application { $reference } was forwarded with the file to { $higher_body }.

    It is decided by { $decide_by }. You need not do anything now.

    Your complaint: { $url }

    { $mission }
letter-complaint-forwarded-sms = { $reference }: your complaint was forwarded. { $url }

letter-complaint-decided-subject = { $reference }: the decision on your complaint
letter-complaint-decided-body =
    Your complaint about the application { $reference } was considered.

    Decision: { $decision }.
    Reasons: { $reason }

    If you disagree, you may go to court. Details: { $url }

    { $mission }
    { $phone }
letter-complaint-decided-sms = { $reference }: your complaint was decided. { $url }
timeline-recheck-complaint = The signature of the complaint was checked again
complaint-proof = Signature or seal over the file (.cms)
complaint-subject-annulment = The record was annulled
complaint-wish-cancel-annulment = Cancel the annulment: the record and the certificate are valid again
complaint-restored = The record and its certificate are valid again.
desk-complaint-answer-satisfy-restored = Satisfy in full: the annulment is cancelled, the record is valid again
desk-complaint-answer-error-record-stands = Another record of this death was made meanwhile. Have it annulled first, or answer so that this annulment stands
desk-complaint-record-stands = Another record of this death stands now: { $record }. One death has one record. The annulment cannot be cancelled while that record stands.
desk-complaint-court = The record was annulled on a decision of a court in force. Such a decision binds: cancel the annulment only if the decision is not about this record.
desk-complaint-also = And this letter, by itself
complaint-brief-refusal = The refusal of { $date } to register the death. { $why }
complaint-brief-not-registered = The application was not registered on { $date }. { $why }
complaint-brief-annulment = The annulment of the record of the act { $record } on { $date }. { $why }
complaint-brief-deadline-missed = No decision was made by { $date }.
timeline-extend-complaint = The term to decide the complaint was extended
timeline-tell-silence = The applicant was told that the complaint was not decided in time
complaint-extension-further-study = a further study or check is needed
complaint-extension-information = further information is needed
complaint-extended-at = The term was extended on { $when }: { $ground }.
complaint-suspends-annulment = While the complaint is considered, the annulment is not carried out, unless the letter about it says why it is. Keep the certificate.
desk-complaint-passed = { $when }: passed, counts as refused
desk-complaint-extend = Extend the term
desk-extension-title = { $reference }: extend the term to decide the complaint
desk-extension-lead = The law allows it once, before the term has passed. The person is told at once, with your reason.
desk-extension-ground = What is needed
desk-extension-ground-error-missing = Select what is needed
desk-extension-days = Working days more
desk-extension-days-hint = At most { $max }.
desk-extension-days-error-missing = Enter how many working days more
desk-extension-days-error-too-many = Enter { $max } working days or fewer
desk-extension-reasons = Why the term is extended
desk-extension-reasons-hint = The person reads these words. Write in their language.
desk-extension-reasons-error-missing = Write why the term is extended
desk-extension-reasons-error-too-long = Write it in at most { $max } characters
desk-extension-button = Extend and tell the person

letter-complaint-extended-subject = { $reference }: your complaint is decided later
letter-complaint-extended-body =
    { $higher_body } needs more time to decide your complaint about the application { $reference }: { $basis }.

    { $reason }

    It is decided by { $decide_by } (Law on public services, article 25(4)). You need not do anything now.
    Your complaint: { $url }

    { $mission }
    { $phone }
letter-complaint-extended-sms = { $reference }: your complaint is decided later. { $url }

letter-complaint-silence-subject = { $reference }: your complaint was not decided in time
letter-complaint-silence-body =
    The term to decide your complaint about the application { $reference } passed on { $decide_by }, and there is no decision. We are sorry.

    By law the complaint counts as refused since that day (APPC, article 100(5)). You may go to court now.
    A later decision in your favour is still possible; you will get a letter then.
    Your complaint: { $url }

    { $mission }
    { $phone }
letter-complaint-silence-sms = { $reference }: your complaint was not decided in time. { $url }
