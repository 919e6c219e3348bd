# What an applicant may ask for beside the decision (APPC 67, 75, 82).

motion-heading = Asked for beside the decision
motion-waiting = Requests that wait for your word
motion-waits = { $what }, due { $due }
motion-waits-officer = an officer of the mission
motion-waits-head = the head of the section
motion-waits-higher-body = the higher body
motion-said-at = When: { $when }
motion-due = To be answered by { $when }
motion-leave = Back to the application
flag-motion-recusal = Recusal asked for
motion-link-recusal = Ask that an official does not handle the application
motion-desk-recusal = The request about an official
motion-ask-recusal = It was asked that { $name } does not handle the application
motion-grant-recusal = The official does not handle the application any more
motion-refuse-recusal = The official goes on handling the application
timeline-ask-recusal = The applicant asked that an official does not handle the application
timeline-grant-recusal = The official was kept from the application
timeline-refuse-recusal = The official goes on handling the application
recusal-title = Ask that an official does not handle the application
recusal-lead = The law keeps an official from a case where there is reason to doubt that they are impartial (APPC article 67). Say who and why.
recusal-lead-term =
    { $days ->
        [one] The head of the section decides within { $days } working day and you get a letter. About the head, the higher body decides.
       *[other] The head of the section decides within { $days } working days and you get a letter. About the head, the higher body decides.
    }
recusal-lead-goes-on = Your application goes on meanwhile. The answer cannot be appealed on its own, and the same circumstances cannot be stated twice.
recusal-official = Which official?
recusal-ground = Why may they not handle it?
recusal-ground-took-part = they took part in this case themselves, or represented somebody in it
recusal-ground-relative = they are a close relative, spouse or in-law of a person in this case
recusal-ground-dependence = they depend on a person in this case, at work or otherwise
recusal-ground-interest = they have an interest in how it ends, or something else makes me doubt that they are impartial
recusal-reason = What happened?
recusal-reason-hint = Write in your own words what you know. The head of the section and officers of the mission read this.
recusal-send = Send the request
recusal-error-official-missing = Choose the official
recusal-error-ground-missing = Choose why
recusal-error-reason-missing = Write what happened
recusal-error-reason-too-long = Write { $max } characters or fewer
recusal-error-reason-again = You stated the same before and it was answered. Write what is new
recusal-desk-title = { $reference }: request about an official
recusal-decide-lead = The applicant asks that this official does not handle the case. If you grant it, the official can do nothing on the case any more, and this is final. The applicant gets a letter with your words.
recusal-only-read = What the applicant asked about an official, and what was decided.
recusal-applicant = Applicant
recusal-due = Decide by
recusal-decides = Decides
recusal-nobody-else = No other officer of this mission could take the case. If you grant it, another officer has to be named, or the case goes to another mission.
recusal-case = Open the case
recusal-decision-reason = Your reasons
recusal-decision-hint = The applicant reads these words in the letter.
recusal-grant = Grant: the official does not handle it
recusal-refuse = Refuse: the official goes on
recusal-error-decision-missing = Write your reasons
recusal-error-decision-too-long = Write { $max } characters or fewer
recusal-decision-granted = The request is granted: this official does not handle your application any more.
recusal-decision-refused = The request is refused: this official goes on handling your application.
letter-recusal-decided-subject = { $reference }: your request about the official
letter-recusal-decided-body =
    You asked that this official does not handle your application: { $official }.

    { $decision }
    Reasons: { $reason }

    By law this decision is not appealed on its own (APPC article 67). You can still complain about the decision on your application.
    Your application: { $url }

    { $mission }
    { $phone }
letter-recusal-decided-sms = { $reference }: your request about the official was decided. { $url }

flag-motion-see-file = File to be opened
motion-link-see-file = See the file of the case
motion-desk-see-file = The request to see the file
motion-ask-file = It was asked to see the file of the case
motion-open-file = The file of the case was opened
timeline-ask-file = The applicant asked to see the file
timeline-open-file = The file was opened to the applicant
file-title = The file of the case
file-own = Your own papers
file-item-journal = What was done, when and by whom
file-item-decisions = Decisions with their signatures or seals
file-item-notices = What other bodies were told
file-rest = The rest of the file
file-rest-lead = An officer opens it: what was done and by whom, the decisions with their signatures, and what other bodies were told. You may copy all of it. Notes that officials make for themselves are not part of the file.
file-way = How do you want to see it?
file-way-hint =
    { $days ->
        [one] The mission answers within { $days } working day (APPC article 75).
       *[other] The mission answers within { $days } working days (APPC article 75).
    }
file-way-portal = here, on this page
file-way-at-mission = also at the mission, at a time that it names
file-send = Ask to see the file
file-error-way-missing = Choose how you want to see it
file-asked = You asked to see the rest of the file. The mission answers by { $when }.
file-opened-at = The file was opened: { $when }.
file-visit-said = At the mission: { $text }
file-withheld-said = Not shown: { $text }
file-visit-none = You can read it in the portal.
file-withheld-none = Nothing is kept back.
file-desk-title = { $reference }: open the file
file-desk-lead = The applicant asked to see the file. Everything is opened unless a law protects it (APPC article 75). Internal notes and comparisons are never shown.
file-only-read = What was asked and opened of the file.
file-items = What is opened
file-withheld = What is kept back, and by which law
file-withheld-hint = Only where something above is not opened. The applicant reads these words.
file-visit = When and where they may look at it at the mission
file-visit-hint = Needed where the applicant wants to come: day, time, room.
file-error-withheld-missing = Say what is kept back and by which law
file-error-withheld-too-long = Write { $max } characters or fewer
file-error-visit-missing = Say when and where they may come
file-error-visit-too-long = Write { $max } characters or fewer
file-open = Open the file and send the letter
letter-file-opened-subject = { $reference }: the file of the case is open to you
letter-file-opened-body =
    You asked to see the file of the case. It is open to you: { $url }

    { $place }
    Kept back: { $reason }

    You may copy everything that you see (APPC article 75).

    { $mission }
    { $phone }
letter-file-opened-sms = { $reference }: the file of the case is open to you. { $url }

flag-motion-correct-slip = Slip in the certificate
motion-link-correct-slip = Point out a mistake in the certificate
motion-desk-correct-slip = A slip in the certificate
motion-ask-slip = A mistake in the certificate was pointed out
motion-propose-slip = An officer proposed what is to be put right
motion-decline-slip = The head did not agree
motion-refuse-slip = The certificate stays as it is
motion-correct-certificate = The certificate was corrected
timeline-ask-slip = The applicant pointed out a mistake in the certificate
timeline-propose-slip = An officer proposed to put a slip right
timeline-decline-slip = The head of the section did not agree to put a slip right
timeline-refuse-slip = The certificate stays as it is
timeline-correct-certificate = The certificate was corrected
act-correct-certificate = Correct the certificate
state-certificate-replacing-applicant = A corrected certificate is being made
state-certificate-replacing-officer = Corrected certificate in preparation
state-certificate-replaced-applicant = The corrected certificate is ready. The mission will tell you when you can collect it.
state-certificate-replaced-officer = Corrected certificate to be handed over
case-replaced-next = Bring the earlier certificate when you collect the corrected one. It costs nothing.
slip-title = Point out a mistake in the certificate
slip-lead = A slip of the pen is corrected: a name spelled wrongly, a wrong date or place, where the papers of the case say otherwise. What was decided does not change (APPC article 82).
slip-lead-term =
    { $days ->
        [one] The mission looks at it within { $days } working day and writes to you.
       *[other] The mission looks at it within { $days } working days and writes to you.
    }
slip-lead-free = A corrected certificate costs nothing. The one with the mistake is not valid any more then, and you bring it back.
slip-what = What is wrong, and what is right?
slip-what-hint = For example: the given name is written Aliya, in the passport it is Әлия.
slip-send = Send to the mission
slip-error-what-missing = Write what is wrong
slip-error-what-too-long = Write { $max } characters or fewer
slip-desk-title = { $reference }: slip in the certificate
slip-propose-lead = Write what is right and leave the rest as it is. Only spelling, dates and places as the papers of the case show them. The head of the section has the second word.
slip-decide-lead = If you agree, a corrected certificate is made under a new number, the one with the slip is not valid any more, its blank is written off, and the family and the bodies that were told get to know.
slip-only-read = What was said of slips in this certificate.
slip-basis = Paper of the case that shows it
slip-basis-hint = Kind, number, page.
slip-propose = Propose to the head of the section
slip-agree = Agree: correct the certificate and send the letter
slip-decline = Do not agree
slip-decline-reason = Why you do not agree
slip-decline-hint = The officer reads it. The family does not.
slip-refuse = Leave the certificate as it is
slip-refuse-reason = Why it is no slip
slip-refuse-hint = The applicant reads these words in the letter.
slip-error-field-missing = This cannot be empty
slip-error-field-unreadable = This cannot be so. Write dates as 07.05.1950, names in letters
slip-error-field-too-long = This is too long
slip-error-slips-missing = Nothing differs. Write what is right
slip-error-basis-missing = Say which paper shows it
slip-error-basis-too-long = Write { $max } characters or fewer
slip-error-reason-missing = Say why
slip-error-reason-too-long = Write { $max } characters or fewer
slip-field-surname = Surname
slip-field-given = Given name
slip-field-patronymic = Patronymic
slip-field-born-on = Date of birth
slip-field-born-in = Place of birth
slip-field-died-on = Date of death
slip-field-died-in = Place of death
slip-replaced = Not valid any more: certificate { $number }
slip-take-back = Ask for the earlier certificate back
slip-blank-reason = Replaced by a corrected certificate
slip-paper-before = Certificate with the slip, not valid any more (PDF)
letter-certificate-corrected-subject = { $reference }: the certificate was corrected
letter-certificate-corrected-body =
    A slip in the certificate was put right:
    { $items }
    By: { $document }

    The corrected certificate has the number { $number }. The certificate { $certificate } is not valid any more.
    The mission will tell you when you can collect the corrected one. Please bring the earlier one if you have it. It costs nothing.
    Your application: { $url }

    { $mission }
    { $phone }
letter-certificate-corrected-sms = { $reference }: the certificate was corrected. { $url }
letter-slip-refused-subject = { $reference }: the certificate stays as it is
letter-slip-refused-body =
    You pointed out a mistake in the certificate. It stays as it is.

    Reason: { $reason }

    If you do not agree, you can complain on the page of your application: { $url }

    { $mission }
    { $phone }
letter-slip-refused-sms = { $reference }: the mission answered about the certificate. { $url }
