# Letters to the applicant (UX.md 2.13) and the words of the case: states, acts, reasons. No text message names the person who died.

## Letters. Arguments: reference, url, mission, deadline, name, record, date, time, zone, place, reason, remedy, grounds, appeal_until, collector, phone.
## The url of a text message is the short one: host, language and /services.

letter-submitted-subject = { $reference }: we have received your application
letter-submitted-body =
    We have received your application { $reference }.

    { $mission } decides by { $deadline }.
    You do not need to do anything now. We will write to you about every step.

    Your application and its copy: { $url }
letter-submitted-sms = { $reference }: application received. Decision by { $deadline }. { $url }

letter-signature-delayed-subject = { $reference }: received, the signature check is delayed
letter-signature-delayed-body =
    We have received your application { $reference } and saved your signature.

    The certification centre has not answered yet, so the check of your certificate is delayed.
    You do not need to do anything. We ask again by ourselves.
    { $mission } decides by { $deadline }.

    Your application: { $url }
letter-signature-delayed-sms = { $reference }: received. The signature check is delayed, you need not do anything. { $url }

letter-registered-subject = { $reference }: your application is registered
letter-registered-body =
    Your application { $reference } is registered. The date of registration is { $date }.

    { $mission } decides by { $deadline }.
    You do not need to do anything now.

    Your application: { $url }
letter-registered-sms = { $reference }: registered. Decision by { $deadline }. { $url }

letter-declined-registration-subject = { $reference }: not registered, a correction is needed
letter-declined-registration-body =
    We could not register your application { $reference }.

    Reason: { $reason }

    What to do: { $remedy }

    Your answers and files are kept. You can correct them and send the application again: { $url }

    If you do not agree, you can complain until { $appeal_until }.
    A complaint is lodged with { $mission }, which passes it to the higher body.
letter-declined-registration-sms = { $reference }: not registered, a correction is needed. { $url }

letter-granted-subject = { $reference }: the death is registered
letter-granted-body =
    The death of { $name } has been registered.
    Record No. { $record } of { $date }.

    We will send you the day and time to collect the certificate.

    Your application: { $url }

    { $mission }
letter-granted-sms = { $reference }: registered. We will send a collection time. { $url }

letter-ready-subject = { $reference }: the certificate is ready
letter-ready-body =
    The certificate is ready. Please come on { $date } at { $time } ({ $zone }).

    Where: { $place }

    Please bring your identity document and the originals of the documents that you sent us.
    The certificate is free of charge.

    If this time does not suit you, change it: { $url }
letter-ready-sms = { $reference }: certificate ready. Collect it on { $date }, { $time } ({ $zone }). { $url }

letter-collected-subject = { $reference }: the certificate was handed over
letter-collected-body =
    The certificate for application { $reference } was handed to { $collector } on { $date }.

    If this was not you or a person you named, tell us at once.

    { $mission }
    { $phone }
letter-collected-sms = { $reference }: certificate handed over on { $date }. Not you? { $url }

letter-refused-subject = { $reference }: your application was refused
letter-refused-body =
    Your application { $reference } was refused on { $date }.

    What is wrong: { $grounds }

    Why: { $reason }

    What you can do: correct this and apply again, or complain until { $appeal_until }.
    A complaint is lodged with { $mission }, which passes it to the higher body.

    The decision itself: { $url }
letter-refused-sms = { $reference }: a decision was made. Please read: { $url }

letter-withdrawn-subject = { $reference }: you took your request back
letter-withdrawn-body =
    You took the request { $reference } back on { $date } at { $time } ({ $zone }). The mission will not decide on it.

    Your answers and papers are kept. You can apply again with them: { $url }

    If this was not you, tell us at once.

    { $mission }
    { $phone }
letter-withdrawn-sms = { $reference }: you took your request back. Not you? { $url }

letter-otp-sms =
    Your code: { $code }. It works for { $minutes } minutes. Tell it to nobody.

    @{ $host } #{ $code }

letter-draft-saved-subject = { $reference }: your application is saved until { $date }
letter-draft-saved-body =
    Your application { $reference } is saved. It has not been sent yet.

    We keep it until { $date }. Each change begins the time anew.
    The { $mission } does not see it before you send it.

    Continue: { $url }

letter-draft-expiring-subject = { $reference }: we will delete your unsent application on { $date }
letter-draft-expiring-body =
    Your application { $reference } has not been sent, and nothing was changed in it for a long time.

    We will delete it on { $date } with all its answers and files.
    To keep it, open it and save any page or send it: { $url }
    If you no longer need it, you do not have to do anything.

    Questions are answered by the { $mission }.
letter-draft-expiring-sms = { $reference }: unsent application will be deleted on { $date }. { $url }

## States, as the applicant and as the officer read them.

state-signature-check-pending-applicant = Sent. The check of your certificate is delayed. You need not do anything.
state-signature-check-pending-officer = Waits for the certification centre
state-submitted-applicant = Sent. The mission will register it.
state-submitted-officer = To register
state-declined-registration-applicant = Not registered. You can correct it and send it again.
state-declined-registration-officer = Registration declined
state-in-review-applicant = Being checked
state-in-review-officer = To decide
state-granted-applicant = The death is registered. The certificate is being made.
state-granted-officer = Record made, certificate awaited
state-certificate-reserved-applicant = The death is registered. The certificate is being prepared.
state-certificate-reserved-officer = Certificate number reserved
state-certificate-issued-applicant = The certificate is made. We will send you the time to collect it.
state-certificate-issued-officer = Collection time to set
state-ready-applicant = The certificate is ready. You can collect it.
state-ready-officer = To hand over
state-collected-applicant = The certificate was handed over
state-collected-officer = Handed over
state-refused-applicant = Refused. You may apply again or complain.
state-refused-officer = Refused
state-withdrawn-applicant = You took the request back
state-withdrawn-officer = Withdrawn by the applicant

## What happened, a line of the timeline.

timeline-send = The application was sent
timeline-confirm-signature = The certification centre confirmed the signature
timeline-timestamp = Proof of time was added to the signature
timeline-reject-signature = The certification centre did not confirm the signature
timeline-register = The application was registered
timeline-decline-registration = The application was not registered
timeline-grant = The record of the death was made
timeline-refuse = The application was refused
timeline-withdraw = The applicant took the request back
timeline-reserve-certificate = A certificate number was reserved
timeline-issue-certificate = The certificate was issued
timeline-set-collection = The collection time was set
timeline-hand-over = The certificate was handed over

## Buttons of the acts.

act-confirm-signature = Confirm the signature
act-reject-signature = Reject the signature
act-register = Register
act-decline-registration = Decline to register
act-grant = Make the record
act-refuse = Refuse
act-reserve-certificate = Reserve a certificate number
act-issue-certificate = Issue the certificate
act-set-collection = Set the collection time
act-hand-over = Hand over
act-withdraw = Take the request back

## Why a request was not registered.

decline-wrong-mission = The place of residence belongs to another mission
decline-fields-filled-in-wrongly = Fields are filled in wrongly
decline-incomplete-documents = Documents are missing
decline-expired-documents = A document has expired
decline-signature-invalid = The digital signature is not valid

## Grounds of a refusal, in the words of the service page.

ground-unreliable-documents = The documents or the data in them proved to be unreliable
ground-does-not-meet-rules = The applicant or the data do not meet Chapter 6 of the Rules
ground-no-consent = There is no consent to access restricted personal data

## Who may receive the certificate (Family Code 273).

receiver-close-relative = Close relative
receiver-heir = Another heir
receiver-carer = A person who cared for the person who died
receiver-state-organisation = Administration of a state organisation
receiver-other-relative = Another relative, on a notary’s notice
receiver-representative = Representative under a power of attorney

## Flags of a case in the queue.

flag-signature-pending = Signature check delayed
flag-district-not-verified = District not verified
flag-mission-objected = Applicant named another mission
flag-iin-declared = IIN declared, not proven
flag-representative = Under a power of attorney

unidentified-person = An unidentified person
