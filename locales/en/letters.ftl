# Letters to the applicant (UX.md 2.13) and the words of the case: states, acts, reasons. No text message names the person who died.

## Letters. Arguments: reference, url, mission, deadline, name, record, date, time, zone, address, reason, remedy, grounds, appeal_until, collector, phone.
## The url of a text message is the short one: host, language and /services.

letter-submitted-subject = { $reference }: we have received your application
letter-submitted-body =
    We have received your application { $reference }.

    { $mission } decides by { $deadline }.
    You do not need to do anything now. We will write to you about every step.

    Your application and its copy: { $url }
letter-submitted-sms = { $reference }: application received. Decision by { $deadline }. { $url }

letter-signature_delayed-subject = { $reference }: received, the signature check is delayed
letter-signature_delayed-body =
    We have received your application { $reference } and saved your signature.

    The certification centre has not answered yet, so the check of your certificate is delayed.
    You do not need to do anything. We ask again by ourselves.
    { $mission } decides by { $deadline }.

    Your application: { $url }
letter-signature_delayed-sms = { $reference }: received. The signature check is delayed, you need not do anything. { $url }

letter-registered-subject = { $reference }: your application is registered
letter-registered-body =
    Your application { $reference } is registered. The date of registration is { $date }.

    { $mission } decides by { $deadline }.
    You do not need to do anything now.

    Your application: { $url }
letter-registered-sms = { $reference }: registered. Decision by { $deadline }. { $url }

letter-declined_registration-subject = { $reference }: not registered, a correction is needed
letter-declined_registration-body =
    We could not register your application { $reference }.

    Reason: { $reason }

    What to do: { $remedy }

    Your answers and files are kept. You can correct them and send the application again: { $url }

    { $mission }
letter-declined_registration-sms = { $reference }: not registered, a correction is needed. { $url }

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

    Where: { $mission }, { $address }

    Please bring your identity document and the originals of the documents that you sent us.
    The certificate is free of charge.

    If this time does not suit you, please tell the mission. Details: { $url }
letter-ready-sms = { $reference }: certificate ready. Collect it on { $date }, { $time } ({ $zone }). { $url }

letter-collected-subject = { $reference }: the certificate was handed over
letter-collected-body =
    The certificate for application { $reference } was handed to { $collector } on { $date }.

    If this was not you or a person you named, call us: { $phone }

    { $mission }
letter-collected-sms = { $reference }: certificate handed over on { $date }. Not you? { $phone }

letter-refused-subject = { $reference }: your application was refused
letter-refused-body =
    Your application { $reference } was refused on { $date }.

    What is wrong: { $grounds }

    Why: { $reason }

    What you can do: correct this and apply again, or complain until { $appeal_until }.
    A complaint is lodged with { $mission }, which passes it to the higher body.

    The decision itself: { $url }
letter-refused-sms = { $reference }: a decision was made. Please read: { $url }

letter-otp-sms =
    Your code: { $code }. It works for { $minutes } minutes. Tell it to nobody.

    @{ $host } #{ $code }

## States, as the applicant and as the officer read them.

state-signature_check_pending-applicant = Sent. The check of your certificate is delayed. You need not do anything.
state-signature_check_pending-officer = Waits for the certification centre
state-submitted-applicant = Sent. The mission will register it.
state-submitted-officer = To register
state-declined_registration-applicant = Not registered. You can correct it and send it again.
state-declined_registration-officer = Registration declined
state-in_review-applicant = Being checked
state-in_review-officer = To decide
state-granted-applicant = The death is registered. The certificate is being made.
state-granted-officer = Record made, certificate awaited
state-certificate_reserved-applicant = The death is registered. The certificate is being prepared.
state-certificate_reserved-officer = Certificate number reserved
state-certificate_issued-applicant = The certificate is made. We will send you the time to collect it.
state-certificate_issued-officer = Collection time to set
state-ready-applicant = The certificate is ready. You can collect it.
state-ready-officer = To hand over
state-collected-applicant = The certificate was handed over
state-collected-officer = Handed over
state-refused-applicant = Refused. You may apply again or complain.
state-refused-officer = Refused

## What happened, a line of the timeline.

timeline-submit = The application was sent
timeline-submit_signed = The application was sent, signed with an EDS
timeline-submit_confirmed = The application was sent, confirmed with a one-time code
timeline-confirm_signature = The certification centre confirmed the signature
timeline-reject_signature = The certification centre did not confirm the signature
timeline-register = The application was registered
timeline-decline_registration = The application was not registered
timeline-grant = The record of the death was made
timeline-refuse = The application was refused
timeline-reserve_certificate = A certificate number was reserved
timeline-issue_certificate = The certificate was issued
timeline-set_collection = The collection time was set
timeline-hand_over = The certificate was handed over

## Buttons of the acts.

act-confirm_signature = Confirm the signature
act-reject_signature = Reject the signature
act-register = Register
act-decline_registration = Decline to register
act-grant = Make the record
act-refuse = Refuse
act-reserve_certificate = Reserve a certificate number
act-issue_certificate = Issue the certificate
act-set_collection = Set the collection time
act-hand_over = Hand over

## Why a request was not registered.

decline-wrong_mission = The place of residence belongs to another mission
decline-fields_filled_in_wrongly = Fields are filled in wrongly
decline-incomplete_documents = Documents are missing
decline-expired_documents = A document has expired
decline-signature_invalid = The digital signature is not valid

## Grounds of a refusal, in the words of the service page.

ground-unreliable_documents = The documents or the data in them proved to be unreliable
ground-does_not_meet_rules = The applicant or the data do not meet Chapter 6 of the Rules
ground-no_consent = There is no consent to access restricted personal data

## Who may receive the certificate (Family Code 273).

receiver-close_relative = Close relative
receiver-other_heir = Another heir
receiver-carer = A person who cared for the person who died
receiver-state_organisation = Administration of a state organisation
receiver-other_relative_on_notice = Another relative, on a notary’s notice
receiver-representative = Representative under a power of attorney

## Flags of a case in the queue.

flag-overdue = Overdue
flag-signature_check_pending = Signature check delayed
flag-signature_warning = Signature: a remark
flag-district_not_verified = District not verified
flag-iin_declared = IIN declared, not proven
flag-unidentified = Unidentified person
flag-representative = Under a power of attorney
flag-legalization_needed = Legalization or apostille needed
