# Annulment of a record of the act (Family Code 185).

state-annulled-applicant = The record was annulled
state-annulled-officer = Annulled
act-annul = Annul the record
timeline-annul = The record was annulled
timeline-propose-annulment = An officer proposed to annul the record
timeline-decline-annulment = The head of the section did not agree to annul the record
annulment-title = Annul the record of { $reference }
annulment-lead = A record is annulled on a basis of Family Code article 185, with a paper that shows it. You propose it; the head of the section decides. Until then nothing changes for the family.
annulment-decide = An officer proposed to annul this record. If you agree, the record and the certificate are void, the family gets this letter, and the bodies that were told of the death are told of this.
annulment-only-read = What was said of annulling this record.
annulment-basis = Basis
annulment-basis-court-decision = court decision in force
annulment-basis-interested-person = application of an interested person
annulment-basis-registering-body = finding of the registering body
annulment-document = Paper that shows it
annulment-document-hint = Kind, number, date and who issued it.
annulment-reason = Why
annulment-reason-hint = The family reads these words in the letter.
annulment-no = Why you do not agree
annulment-no-hint = The officer reads it. The family does not.
annulment-propose = Propose to the head of the section
annulment-yes = Annul the record and send the letter
annulment-decline = Do not annul
annulment-proposed = Proposed
annulment-declined = Not agreed
annulment-agreed = Annulled
annulment-heading = Annulment
annulment-link-propose = Propose to annul the record
annulment-link-decide = Decide about the annulment that was proposed
annulment-link-read = What was said of annulling the record
annulment-waiting = Annulments that wait for your word
annulment-error-basis-missing = Choose the basis
annulment-error-document-missing = Say which paper shows it
annulment-error-document-too-long = { $max } characters or fewer
annulment-error-reason-missing = Say why
annulment-error-reason-too-long = { $max } characters or fewer
case-annulled-at = Annulled: { $when }
case-annulled-why = Basis: { $basis }, { $document }. { $reason }
case-annulled-next = The certificate is not valid any more. You may complain, and you may apply again with corrected papers.
letter-annulled-subject = { $reference }: the record was annulled
letter-annulled-body =
    The record of the act { $record } and the certificate { $certificate } were annulled on { $date }.

    Basis: { $basis }, { $document }
    Reason: { $reason }

    The certificate is not valid any more. Please bring it to the mission if you have it.
    If you do not agree, complain to this mission until { $appeal_until }; the complaint is decided by { $body }. After that you may go to court.
    { $suspension }
    You may also apply again with corrected papers: { $url }

    { $mission }
    { $phone }
letter-annulled-sms = { $reference }: please read an important message. { $url }
act-restore = Make the record valid again
timeline-restore = The annulment was cancelled, the record is valid again
annulment-cancelled = Cancelled after a complaint
letter-reinstated-subject = { $reference }: the record is valid again
letter-reinstated-body =
    The annulment was cancelled after your complaint. The record of the act { $record } and the certificate { $certificate } are valid again.

    { $next }

    The bodies that were told of the annulment are told of this too. You need not tell them.
    Your application: { $url }

    { $mission }
    { $phone }
letter-reinstated-sms = { $reference }: please read an important message. { $url }
reinstated-next-issued = The certificate is at the mission. You will get a message with the day and time to collect it.
reinstated-next-ready = The appointment to collect the certificate stands: { $when }.
reinstated-next-uncollected = The certificate is kept for you at the mission. Choose another time to collect it.
reinstated-next-collected = The certificate that you have is valid. If you brought it back, the mission returns it to you.
annulment-stays = Why a complaint must not suspend it (optional)
annulment-stays-hint = By law a complaint suspends the annulment until it is decided. Only where the rights of people or the public interest need protection may it stay in force; then the law wants the reason here (APPC article 96). The family reads these words.
annulment-error-not-suspended-too-long = { $max } characters or fewer
annulment-suspended-by-complaint = A complaint suspends the annulment until the complaint is decided: until then you need not bring the certificate.
annulment-not-suspended = A complaint does not suspend the annulment, because: { $why }
