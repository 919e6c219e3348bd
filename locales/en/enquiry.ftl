# A question to a mission before applying, with photos of the paper.

enquiry-link = Show the paper to the mission
enquiry-offer = You can show the paper to the mission before you apply: up to { $files } photos, { $all } together. You need no account. It answers within { $days } working days.
enquiry-title = Ask the mission about your paper
enquiry-lead = Your photos and your question go to this mission: { $mission }. An officer answers within { $days } working days. It is advice: no application begins.
enquiry-kept = Only people of this mission see them. All of it is erased { $days } days after the answer, or { $unanswered } days after sending if no answer came.
enquiry-choose-again = Nothing was sent yet. What you wrote is still here; please choose the photos again.
enquiry-photos = Photos of the paper
enquiry-photo = Photo or PDF
enquiry-photo-more = Photo or PDF { $number }, if there is another page
enquiry-photo-hint = JPG, PNG or PDF. Up to { $files } files, { $all } together. We remove the place where a photo was taken.
enquiry-error-photo-missing = Upload a photo of the paper
enquiry-error-photo-together = All photos together must be smaller than { $limit }
enquiry-answer-goes = Your question and where the answer goes
enquiry-question = Your question
enquiry-question-hint = Up to { $max } characters. You can leave it empty: then we tell you whether this is the paper you need.
enquiry-error-question-too-long = The question must be { $max } characters or fewer
enquiry-email = Your email address
enquiry-email-hint = Give an email address, a phone number, or both.
enquiry-email-hint-account = The answer stands in your account. If you leave both fields empty, it also goes to the contacts of your account.
enquiry-error-email-missing = Give an email address or a phone number, so that the answer can reach you
enquiry-error-email-format = Enter an email address in the correct format, like name@example.com
enquiry-phone = Your phone number for a text message
enquiry-phone-hint = With the country code, like +49 30 1234567.
enquiry-error-phone-format = Enter a phone number, like +49 30 1234567
enquiry-send = Send to the mission

enquiry-sent-title = The mission has your question
enquiry-sent-lead = { $mission } answers by { $date }.
enquiry-way-both = The answer comes by email and stands on this page. A text message tells you that it is here.
enquiry-way-email = The answer comes by email and stands on this page.
enquiry-way-phone = A text message tells you when the answer stands on this page.
enquiry-way-account = The answer will stand on this page.
enquiry-erased-on = We erase the question, the photos and the answer on { $date }.
enquiry-answered-title = The mission has answered your question
enquiry-answered-lead = { $mission } answered on { $date }.
enquiry-is-advice = This is advice from a photo. An officer decides when you apply.
enquiry-answer = The answer
enquiry-go-on = Check what you need, and apply
enquiry-keep-link = Keep this private address. Anybody who has it can read the question and the answer:
enquiry-what = What you asked
enquiry-asked = Question
enquiry-erase-lead = You can erase all of it now. It cannot be brought back.
enquiry-erase = Erase my question
enquiry-erased-title = Your question is erased
enquiry-erased-lead = The question, the photos, the answer and our copies of the letters about it are gone.
history-enquiries = Your questions to missions
enquiry-waits-until = Answer by { $date }
enquiry-answered-on = Answered on { $date }

enquiry-verdict-counts = Yes. A death can be registered from this paper.
enquiry-verdict-not-enough = No. This paper alone is not enough.
enquiry-verdict-unreadable = We cannot read the photo. Please photograph the whole paper again in good light, and ask once more.
enquiry-verdict-cannot-say = This cannot be said from a photo.
enquiry-still-needed = You still need:
enquiry-need-basis = a medical document on the death, or a court decision
enquiry-need-apostille = an apostille on the paper
enquiry-need-legalization = consular legalization of the paper
enquiry-need-translation = a translation into Kazakh or Russian
enquiry-need-original = the original, when you come to the mission
enquiry-officer-writes = The officer writes:

desk-nav-enquiries = Questions
enquiries-title = Questions before applying
enquiries-lead = People ask whether their paper is the right one. No case begins and no term of the law runs. A question is erased { $days } days after its answer, or { $unanswered } days after it came.
enquiries-waiting = Waiting for an answer
enquiries-none-waiting = No question waits.
enquiries-answered = Answered
enquiries-none-answered = No answered question is kept.
enquiries-sent = Sent
enquiries-answer-by = Answer by
enquiries-answered-at = Answered on
enquiries-erased-at = Will be erased
enquiries-late = Late
enquiries-language = Language of the answer
enquiries-language-kk = Kazakh
enquiries-language-ru = Russian
enquiries-language-en = English
enquiries-email = Email address
enquiries-phone = Phone number
enquiry-desk-title = Question of { $when }
enquiry-desk-lead = Look at the photos and answer. The letter goes in the language of the person who asked; you read it before it leaves.
enquiry-desk-only-read = An officer of the mission answers this question.
enquiry-desk-answered = Answered: { $when }, { $who }
enquiry-choose-counts = A death can be registered from it
enquiry-choose-not-enough = Alone it is not enough
enquiry-choose-unreadable = The photo cannot be read
enquiry-choose-cannot-say = It cannot be said from a photo
enquiry-verdict = What is this paper?
enquiry-error-verdict-missing = Select what this paper is
enquiry-needs = What does the person still need?
enquiry-error-needs-unknown = Select from the list what is still needed
enquiry-error-needs-contradicts = If a death can be registered from this paper, no other medical document or court decision is needed
enquiry-words = In your own words
enquiry-words-hint = In the language of the person who asked. The person reads it in the letter.
enquiry-error-words-missing = Write what the person should do
enquiry-error-words-too-long = Your words must be { $max } characters or fewer
enquiry-answer-send = Send the answer

letter-enquiry-received-subject = The mission has your question
letter-enquiry-received-body =
    Your question and your photos are with this mission: { $mission }.
    It answers by { $answer_by }.

    Here you can see whether the answer has come, and erase the question:
    { $url }

    We erase all of it on { $erased } at the latest, or some weeks after the answer.
    If you did not ask, please open the address and erase the question.

    { $mission }
    { $phone }
letter-enquiry-answered-subject = The mission has answered your question
letter-enquiry-answered-body =
    { $mission } answers your question of { $sent }.

    { $answer }

    This is advice from a photo. An officer decides when you apply.
    You can also read the answer here, until we erase it on { $erased }:
    { $url }

    { $mission }
    { $phone }
letter-enquiry-answered-sms = The mission has answered your question: { $url }

timeline-ask-enquiry = A question before applying was sent
timeline-read-enquiry = A question before applying was opened
timeline-answer-enquiry = A question before applying was answered
timeline-erase-enquiry = A question before applying was erased
timeline-warn-draft = Told that an unsent request will be deleted
timeline-erase-draft = An unsent request was deleted
