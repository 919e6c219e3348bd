# What was asked and not answered in its time: the request is returned (APPC 64(7)).

state-returned-applicant = Returned to you. You may apply again with what was missing, or complain.
state-returned-officer = Returned to the applicant
timeline-return-request = The application was returned to the applicant
act-return-request = Return the application
case-asked-otherwise = If nothing comes by then, the mission may return the application to you. You can then apply again; your answers and papers are kept.
case-asked-passed = This time has passed. You can still answer as long as the mission has neither returned nor decided your application.
case-returned-at = Returned: { $when }
case-returned-reasons = What is missing: { $reasons }
case-returned-next = This is not a refusal: nothing has been decided. You can apply again with what was missing; your answers and papers are kept. If you do not agree, you can complain.
desk-return-title = Return { $reference }
desk-return-lead = What was asked was not answered in its time. The application goes back with the reasons (Administrative Procedure Code, article 64, points 6 and 7). Nothing is decided about the death.
desk-return-or-refuse = Return the application where it cannot be considered without what is missing. Refuse only where what was sent shows a ground of the law; that nobody answered is no ground.
desk-return-by = By law the application is returned by { $when }.
desk-return-due = To return
desk-return-reasons = What is still missing?
desk-return-reasons-hint = What was asked is filled in. The applicant reads these words in the letter.
desk-return-reasons-error-missing = Write what is still missing
desk-return-button = Return and send the letter
desk-return-done = The application is returned. The letter is on its way.

letter-returned-subject = { $reference }: your application is returned to you
letter-returned-body =
    We return your application { $reference } to you. Date: { $date }.

    What is still missing:
    { $reason }

    We waited for it until { $answer_by }. By law an application that lacks it is returned (Administrative Procedure Code, article 64, points 6 and 7).

    This is not a refusal: nothing has been decided. You can apply again at any time. Your answers and files are kept, add only what is missing: { $url }

    If you do not agree, you can complain until { $appeal_until }.
    A complaint is lodged with { $mission }, which passes it to the higher body.
letter-returned-sms = { $reference }: your application is returned, something is missing. You can apply again: { $url }
letters-name-returned = The application was returned

complaint-subject-return = My application was returned
complaint-brief-return = The application was returned on { $date }. { $why }
paper-complaint-subject-return = The return of the application
