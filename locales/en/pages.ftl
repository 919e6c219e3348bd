# The frame of every page, the service page, the developer page.

frame-service-name = Register a death abroad
frame-title-error = Error:
frame-error-word = Error:
frame-error-summary = There is a problem
frame-notice = Done
frame-skip = Skip to the main content
frame-languages = Language
frame-account = Your account
frame-sign-in = Sign in
frame-sign-out = Sign out
frame-my-applications = My applications
frame-back = Back
frame-test-label = Test
frame-test = Test. Keys and papers here have no legal force.
frame-demo-letters = Letters and text messages of the demonstration
session-label = Your time here
session-soon = You will be signed out in 5 minutes, because nothing was done here for a while. What you have typed stays.
session-last = You will be signed out in a few minutes: nobody stays signed in for more than { $hours } hours at a time. What you have typed is kept when you continue and sign in again.
session-ended = You have been signed out. Continue and sign in again: what you have typed is kept.
session-stay = Stay signed in
frame-help = Help
frame-help-ask = You can ask the embassy or consulate of Kazakhstan where you live.
frame-help-reference = Your reference:
frame-check-mission = Check this with the mission before you call or travel.
frame-about = About this service
frame-desk = For officers
frame-licences = Licences of the software
frame-footer = Forms, decisions and papers of this service exist in Kazakh, Russian and English.

form-continue = Continue
form-save-and-leave = Save and leave

time-utc = { $date }, { $time } (universal time)
time-in-kazakhstan = (in Astana: { $date }, { $time })
time-in-kazakhstan-same-day = (in Astana: { $time })
wait-seconds = { $count ->
    [one] { $count } second
   *[other] { $count } seconds
}
wait-hours = { $count ->
    [one] { $count } hour
   *[other] { $count } hours
}
wait-minutes = { $count ->
    [one] { $count } minute
   *[other] { $count } minutes
}
size-megabytes = { $count } MB
size-kilobytes = { $count } kB

service-title = Register the death of a citizen of Kazakhstan abroad
service-sorry = We are sorry for your loss.
service-what = A foreign mission of Kazakhstan registers the death and issues the certificate. You apply here and collect the certificate in one visit.
service-facts = The service is free. The mission decides within 1 working day after registration. You can stop at any time and return.
service-request = Request online
service-continue = Sign in to continue an application
service-documents-title = What you need
service-documents-lead = One of these two documents:
service-document-medical = a medical document about the death, issued by a hospital, clinic or doctor
service-document-court = a court decision in force about the death
service-document-not = A death certificate of the country where the person died is not accepted by itself.
service-stamp = A foreign document needs an apostille or legalization. Between countries of the Minsk and Chisinau conventions it needs none. We tell you which rule is yours.
service-translation = A document in another language needs a translation into Kazakh or Russian.
service-steps-title = How it goes
service-step-1 = You sign in with your digital signature or with a code sent to your phone.
service-step-2 = You say where you live. We find the embassy or consulate.
service-step-3 = You answer the questions and add photos of the documents.
service-step-4 = You read the finished request, then sign it or confirm it with a code.
service-step-5 = The mission decides and tells you when to collect the certificate.
service-passport-title = The service in the words of the law
service-unverified = Not confirmed at its source. Check this with the mission.
passport-name = Name
passport-provider = Who provides it
passport-ways = Ways to apply
passport-term = Term
passport-form = Form
passport-result = Result
passport-fee = Fee
passport-schedule = Hours
passport-documents = Documents
passport-refusal-grounds = Grounds of a refusal

mission-check = Check this with the mission before you travel.

dev-letters-title = Letters of the demonstration
dev-letters-lead = Everything the system sent, newest first. Nothing left this computer. This page does not exist outside the demonstration.
dev-letters-none = Nothing was sent yet.
dev-letters-email = Email
dev-letters-sms = Text message
dev-letters-portal = Notice on the portal
