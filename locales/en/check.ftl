service-check = Check what you need
service-check-lead = The check takes two minutes, without signing in. It tells you which papers you need and which mission decides.
check-caption = Check what you need

check-died-title = Where did the person die?
check-died-label = Country of death
check-died-at-sea = On board a ship or plane
check-died-error = Select the country where the person died
check-citizen-title = Was the person a citizen of Kazakhstan?
check-citizen-label = Citizen of Kazakhstan
check-citizen-yes = Yes
check-citizen-no = No
check-citizen-unsure = I am not sure
check-citizen-error = Select yes if the person was a citizen of Kazakhstan
check-lives-title = Which country do you live in now?
check-lives-label = Country you live in
check-lives-hint = We use this to find the right embassy or consulate.
check-lives-error = Select the country you live in
check-mission-label = Embassy or consulate
check-mission-one-title = Your mission for { $country }
check-mission-one = This mission will decide on your application. Continue if it is right.
check-mission-choose-title = Which mission is yours in { $country }?
check-mission-choose = Several missions serve this country, and we do not know for certain which part belongs to which. Select the one nearest to you.
check-mission-ask-title = We do not know which mission serves { $country }
check-mission-ask = Select the mission that you deal with, or ask the nearest one by phone.
check-mission-error = Select a mission
check-paper-title = What paper do you have about the death?
check-paper-label = Paper about the death
check-paper-medical = A medical document
check-paper-medical-hint = From a hospital, a clinic or a doctor
check-paper-court-decision = A court decision
check-paper-court-decision-hint = That establishes the fact of death or declares the person dead, and is in force
check-paper-local-death-certificate = Only a death certificate of the local registry office
check-paper-other = Something else, or I am not sure
check-paper-none = Nothing yet
check-paper-error = Select the paper you have
check-issued-title = Which country issued the paper?
check-issued-label = Country that issued the paper
check-issued-error = Select the country that issued the paper
check-language-title = What language is the paper in?
check-language-label = Language of the paper
check-language-error = Select the language
check-relation-title = Who are you to the person who died?
check-relation-label = Who you are
check-relation-error = Select who you are

check-exit-kazakhstan-title = The death is registered inside Kazakhstan
check-exit-kazakhstan = Who died in Kazakhstan is registered by a registry office there, on the portal eGov.kz or at a public service centre. This service is for deaths abroad.
check-exit-citizen-title = This service is for citizens of Kazakhstan
check-exit-citizen = The missions of Kazakhstan register the death of its citizens. Please ask the authorities of the country where the person died, or the mission of the country whose citizen the person was.
check-exit-lives-title = Please ask the mission in the country of death
check-exit-lives = This service goes to the mission whose district you live in. You live in Kazakhstan: ask the mission of the country where the person died, or a registry office, how to apply.
check-exit-change = Change the last answer

check-trap-local-title = You need one more paper
check-trap-local-1 = Kazakhstan registers a death abroad from a medical document or a court decision. The death certificate of the local registry office alone is not accepted.
check-trap-local-2 = Ask the hospital, the clinic or the doctor for a medical document on the death. There is a letter to print that asks for it.
check-trap-local-3 = Keep the local death certificate: other offices in the country may ask for it.
check-trap-other-title = Please show the paper to the consular officer
check-trap-other-1 = Kazakhstan registers a death abroad from a medical document of a hospital, clinic or doctor, or from a court decision.
check-trap-other-2 = If you are not sure whether yours is one, ask the mission before you apply.
check-trap-none-title = How to get the paper
check-trap-none-1 = You need a medical document on the death, or a court decision.
check-trap-none-2 = The hospital, the clinic or the doctor who established the death gives the medical document. There is a letter to print that asks for it.
check-trap-none-3 = If no doctor established the death, a court of the country can decide on the fact of death.
check-trap-letter = A letter to the hospital or doctor, to print
check-trap-has-medical = I have a medical document
check-trap-has-court = I have a court decision
check-trap-go-on = Go on and see what else I will need
check-ask-mission = Ask the mission

check-list-title = What you need
check-list-lead = This is your list. You can print it, or keep the address of this page: it holds your answers and nothing about you.
check-done = Done
check-to-do = To do
check-start = Start the application
check-keep = You can apply when the papers are ready, or start now and add them later.
check-your-mission = Your mission
check-mission-now = Its time now: { $when }
check-answers-title = Your answers

check-thing-has-medical = The medical document
check-thing-has-medical-why = You have it. Bring the original when you collect the certificate.
check-thing-has-court-decision = The court decision
check-thing-has-court-decision-why = You have it. It must be in force. Bring the original when you collect the certificate.
check-thing-get-medical = Get a medical document on the death
check-thing-get-medical-why = The death is registered from it. A local death certificate alone is not accepted.
check-thing-get-medical-where = From the hospital, the clinic or the doctor.
check-thing-stamp-none = No apostille or legalisation
check-thing-stamp-apostille = An apostille
check-thing-stamp-legalization = A consular legalisation
check-thing-stamp-unknown = Apostille or legalisation: the officer checks it
check-thing-stamp-since = This is so for papers issued in { $country } since { $date }.
check-thing-stamp-legalization-where = First from the authority of { $country } that legalises documents, then from the mission of Kazakhstan.
check-thing-stamp-source = Source: the service page of the Ministry, step 6, and our register of treaties.
check-thing-translation = A translation into Kazakh or Russian
check-thing-translation-why = The paper is in another language. If it gets an apostille or a legalisation, that is translated too.
check-thing-translation-where = Ask the mission whose translations it takes.
check-thing-no-translation = No translation
check-thing-no-translation-why = The paper is in Kazakh or Russian.
check-thing-identity-of-deceased = The identity papers of the person who died
check-thing-identity-of-deceased-why = The passport, the identity card and the military ID are handed in when you collect the certificate; you get a receipt. If they are lost, you can say so.
check-thing-power-of-attorney = A power of attorney
check-thing-power-of-attorney-why = You act for somebody. A power of attorney from abroad follows the same rules on apostille and translation.
check-thing-kinship = A document of your relationship
check-thing-kinship-why = For example a birth or marriage certificate that shows how you are related.
check-thing-kinship-if-names-differ = If your surnames differ: a document of your relationship
check-thing-kinship-if-names-differ-why = For example a birth or marriage certificate. With the same surname you are not asked for it.
check-thing-own-identity = Your own digital signature key, or your phone and passport
check-thing-own-identity-why = You sign with a key of Kazakhstan (EDS), or confirm with a code sent to your phone; then a page of your passport is needed too.
check-thing-citizenship = Whether the person was a citizen of Kazakhstan
check-thing-citizenship-why = You were not sure. The mission can check it; say what you know in the application.

check-letter-title = A letter to the hospital or doctor
check-letter-lead = Print this page, fill in the lines and give it to the hospital, the clinic or the doctor. Ask the mission if they want it in the language of the country.
check-letter-subject = Request for a medical document on a death
check-letter-ask = Please give the bearer of this letter a medical document on the death of the person named below: a medical certificate of death or another document of the hospital, clinic or doctor who established the death.
check-letter-says = It should state the full name, the date of birth, the date and place of death, the date of issue, who issued it, with signature and stamp, and the cause of death where it is usually stated.
check-letter-why = The document is needed to register the death at the mission of the Republic of Kazakhstan. A death certificate of the civil registry does not replace it.
check-letter-blank-name = Name of the person who died:
check-letter-blank-born = Date of birth:
check-letter-blank-died = Date and place of death:
check-letter-blank-from = Your name and phone number:
check-letter-close = Thank you.

checked-title = Start the application
checked-lead = Your answers are kept: you will not be asked again for the country of death, the paper, its country and language, and who you are. You can change them in the application.
checked-begin = Start
checked-look-again = Look at the list again

check-mail-link = E-mail me this list
check-mail-title = Your list by e-mail
check-mail-lead = We send the list once and forget the address within a day.
check-mail-email = Your e-mail address
check-mail-send = Send the list
check-mail-sent-title = The list is on its way
check-mail-sent = We sent it to { $email }. If it does not come within ten minutes, look in the folder for unwanted mail.
check-mail-back = Back to the list
check-mail-error-missing = Enter an e-mail address
check-mail-error-format = Enter an e-mail address in the correct format, like name@example.com
letter-check-list-subject = What you need to register a death abroad
letter-check-list-body =
    This is the list that you asked for.

    { $things }

    Your mission:
    { $mission }

    The list with your answers, to change it or to begin the request:
    { $url }

    If you did not ask for this, you need not do anything. We forget your address within a day.

check-mission-wrong = If this looks wrong, go on: you can choose another one when you begin the request.
