# Sentences of the papers: application, certificate, refusal. Layout is in templates/papers/.

# Every paper
paper-test-banner = TEST. Made with test keys. This paper has no legal force.
paper-sample = SAMPLE
paper-unprintable = A code such as [U+6771] stands for a character that the font of this paper does not have.
paper-unprintable-application = A code such as [U+6771] stands for a character that the font of this paper does not have. The attached file request.json holds the text exactly as it was typed.
paper-not-provided = Not provided
paper-not-known = Not known
paper-state = Republic of Kazakhstan

# Dates (UX.md 2.1)
paper-date = { $day } { $month } { $year }
paper-month-and-year = { $month } { $year }
paper-month-1 = January
paper-month-2 = February
paper-month-3 = March
paper-month-4 = April
paper-month-5 = May
paper-month-6 = June
paper-month-7 = July
paper-month-8 = August
paper-month-9 = September
paper-month-10 = October
paper-month-11 = November
paper-month-12 = December
paper-month-in-date-1 = January
paper-month-in-date-2 = February
paper-month-in-date-3 = March
paper-month-in-date-4 = April
paper-month-in-date-5 = May
paper-month-in-date-6 = June
paper-month-in-date-7 = July
paper-month-in-date-8 = August
paper-month-in-date-9 = September
paper-month-in-date-10 = October
paper-month-in-date-11 = November
paper-month-in-date-12 = December

# Application
paper-application-title = Application
paper-application-subtitle = for state registration of a death abroad
paper-addendum-title = Addendum to the application
paper-changes-heading = What is changed
paper-changes-about = This is addendum no. {$number} to the application {$reference}. The first application and its confirmation stay as they are.
paper-changes-first-file = SHA-256 of the file of the first application
paper-changes-what = Answer
paper-changes-before = Before
paper-changes-after = Now
paper-changes-whole = Below is the whole application as amended.
paper-to = To
paper-from = From
paper-iin-number = IIN { $iin }
paper-essence = I ask you to register the death of { $name } and to issue the death certificate { $language }.
paper-essence-unidentified = I ask you to register the death of an unidentified person and to issue the death certificate { $language }.
paper-in-language-kk = in Kazakh
paper-in-language-ru = in Russian
paper-application-date = Date of the application
paper-applicant-signature = Signature (on paper only)
paper-application-signing = The applicant signs or confirms this file as a whole, with the list of documents and their hashes. A signature by hand is needed only where the application is handed in on paper.
paper-attachment-description = The answers of this application as data (JSON, RFC 8785)
paper-attachment-note = The attached file request.json holds the same answers as data. Its SHA-256:

# Application: the applicant
paper-section-applicant = The applicant
paper-surname = Surname
paper-given-name = Given name
paper-patronymic = Patronymic
paper-latin-name = Name in Latin letters, as in the passport
paper-iin = IIN
paper-iin-proven = confirmed by a digital signature
paper-iin-declared = as stated by the applicant
paper-postal-address = Postal address
paper-phone = Telephone
paper-email = E-mail
paper-relation = Relation to the person who died
paper-relation-spouse = Husband or wife
paper-relation-child = Son or daughter
paper-relation-parent = Father or mother
paper-relation-sibling = Brother or sister
paper-relation-grand = Grandchild or grandparent
paper-relation-other-relative = Another relative: { $said }
paper-relation-other = Not a relative: { $said }
paper-relation-representative = Representative under a power of attorney
paper-principal = Acts for
paper-writes-in = Language of letters
paper-mission-basis = How the mission was found
paper-mission-only = It is the only one that serves the country of residence
paper-mission-chosen = Chosen by the applicant; the consular district is not verified
paper-mission-asked = Named by the applicant after asking; there is none in the country of residence
paper-mission-objected = Chosen by the applicant, who says that the register names the wrong one
paper-mission-reason = Why

# Languages
paper-language-ar = Arabic
paper-language-az = Azerbaijani
paper-language-be = Belarusian
paper-language-cs = Czech
paper-language-de = German
paper-language-en = English
paper-language-es = Spanish
paper-language-fa = Persian
paper-language-fr = French
paper-language-he = Hebrew
paper-language-hi = Hindi
paper-language-it = Italian
paper-language-ja = Japanese
paper-language-kk = Kazakh
paper-language-ko = Korean
paper-language-ky = Kyrgyz
paper-language-nl = Dutch
paper-language-pl = Polish
paper-language-pt = Portuguese
paper-language-ru = Russian
paper-language-tr = Turkish
paper-language-uk = Ukrainian
paper-language-uz = Uzbek
paper-language-zh = Chinese

# Application: the person who died
paper-section-person = The person who died
paper-identity = Identity
paper-unidentified = Not identified
paper-description = Description in the medical document
paper-sex = Sex
paper-sex-male = Male
paper-sex-female = Female
paper-born-on = Date of birth
paper-born-in = Place of birth
paper-citizenship = Citizenship
paper-ethnicity = Ethnicity, as in the identity document
paper-last-residence = Last place of residence
paper-marital-status = Marital status
paper-marital-married = Married
paper-marital-not-married = Never married
paper-marital-divorced = Divorced
paper-marital-widowed = Widowed

# Application: the death
paper-section-death = The death
paper-died-on = Date of death
paper-died-in = Place of death
paper-basis = Document that confirms the death
paper-basis-medical = Document of a medical organisation
paper-basis-court = Court decision in force
paper-basis-issued-by = Issued by
paper-basis-number = Number of the document
paper-basis-issued-on = Date of issue
paper-court = Court
paper-case-number = Case number
paper-decided-on = Date of the decision
paper-in-force-on = In force since
paper-cause = Cause of death
paper-cause-from-paper = The officer copies it from the document
paper-cause-not-stated = The document does not state it

# Application: what is surrendered, the certificate
paper-section-surrendered = Papers of the person who died
paper-identity-document = Identity document to be surrendered
paper-identity-document-missing = Why it cannot be surrendered
paper-military-id = Military ID
paper-military-id-yes = Will be surrendered
paper-military-id-no = None to surrender
paper-section-certificate = The certificate
paper-certificate-language = Language of the certificate
paper-collector = Who will collect it
paper-collector-applicant = The applicant

# Application: enclosed documents
paper-section-documents = Enclosed documents
paper-documents-none = No documents are enclosed.
paper-file-name = File
paper-file-size = Size
paper-file-sha256 = SHA-256 of the file
paper-size-kilobytes = { $number } kB
paper-size-megabytes = { $whole }.{ $tenth } MB
paper-document-issued = Issued in { $country }, { $date }
paper-document-issued-undated = Issued in { $country }
paper-document-language = Language: { $language }
paper-document-language-kk-ru = Kazakh and Russian
paper-document-language-other = another language
paper-document-stamped = In the prescribed form, with a stamp
paper-document-not-stamped = Without a stamp or not in the prescribed form
paper-certified-nothing = No apostille or legalisation
paper-certified-apostille = Apostille enclosed
paper-certified-legalization = Legalisation enclosed
paper-certified-same-page = Apostille or legalisation on the same page
paper-document-translation = Translation into Kazakh or Russian enclosed
paper-document-medical = Medical document about the death
paper-document-court-decision = Court decision
paper-document-local-death-certificate = Death certificate of the country of stay
paper-document-kinship = Document confirming close relationship
paper-document-power-of-attorney = Power of attorney
paper-document-deceased-identity = Identity document of the person who died
paper-document-applicant-passport = Passport of the applicant
paper-document-translation-kind = Translation
paper-document-apostille = Apostille or legalisation

# Application: consent (Law on personal data, art. 8); its words stand in services/death-abroad/consent.toml
paper-consent-version = The agreement was given to the text in version { $version }.

# Signature and stamp of an officer
paper-place-signature = Signature
paper-place-stamp = Place for the stamp
paper-certificate-signing = The officer signs this certificate by hand and stamps it. It carries no electronic signature.
paper-refusal-signing = The officer signs this decision by hand and stamps it. It carries no electronic signature.
paper-signed-eds = The officer signed this file with their electronic digital signature. The signature is kept beside it.

# Certificate (Family Code, art. 274)
paper-certificate-title = Death certificate
paper-certificate-number = Series and number { $number }
paper-age = Age, full years
paper-record-date = Date of the act record
paper-record-number = Number of the act record
paper-record-body = Registered by
paper-issued-on = Date of issue
paper-issued-by = Issued by

# Refusal (Administrative Procedural and Process-Related Code, art. 80)
paper-refusal-title = Reasoned refusal
paper-refusal-reference = Application number
paper-refusal-date = Date of the decision
paper-refusal-body = Decided by
paper-refusal-official = Official
paper-refusal-applicant = Applicant
paper-refusal-applied-on = Date of the application
paper-refusal-subject = Question decided
paper-refusal-question = State registration of the death of { $name } and issue of the death certificate
paper-refusal-question-unidentified = State registration of the death of an unidentified person and issue of the death certificate
paper-refusal-opening = We are sorry for your loss.
paper-refusal-decided = We have considered your application and cannot register the death on the documents and data that we have. Below are the grounds, the reasons and what you can do next.
paper-refusal-grounds = Grounds in the law
paper-refusal-reasons = Reasons
paper-refusal-again-heading = You can apply again
paper-refusal-again = Once the reason for the refusal is removed, you may apply again in the ordinary way (Law on public services, article 19-1(3)). The service is free.
paper-complaint-heading = You can complain
paper-complaint-body = Your complaint is considered by the higher body: { $body }.
paper-complaint-order = File it with the body that made this decision: { $mission }. Within 3 working days that body sends the complaint and the case file to the higher body, unless it grants the complaint in full itself (Administrative Procedural and Process-Related Code (APPC), article 91(4)).
paper-complaint-term = Term: { $months } months from the day you learned of this decision (APPC, article 92(1)). A late complaint is accepted too; say in it why it is late.
paper-complaint-content = State in it (APPC, article 93(2)): who considers it; your name, IIN, postal address and where you live; whose decision you appeal; what happened and the evidence; the date; your signature; the list of enclosed papers.
paper-complaint-court = After the complaint has been decided you may go to court, unless a law says otherwise (APPC, article 91(5)).

## Complaint

paper-complaint-title = Complaint
paper-complaint-against = About the act of
paper-complaint-about = What the complaint is about
paper-complaint-subject = Subject
paper-complaint-subject-refusal = The refusal to provide the public service
paper-complaint-subject-not-registered = The application was not registered
paper-complaint-subject-deadline-missed = No decision was made in the term
paper-complaint-subject-action = An action or inaction of an official
paper-complaint-learned-on = Day on which the person learned of it
paper-complaint-residence = Address of actual residence
paper-complaint-circumstances = Circumstances and evidence
paper-complaint-late = Why later than the term
paper-complaint-asked = What the person asks for
paper-complaint-wishes = Request
paper-complaint-wish-cancel = Cancel the decision and register the death
paper-complaint-wish-decide-now = Decide on the application without delay
paper-complaint-wish-explain = Explain the reasons of the decision
paper-complaint-wish-other = Other, as said in the circumstances
paper-complaint-files = Attachments
paper-complaint-no-files = No attachments.
paper-complaint-date = Date of the complaint
paper-complaint-signing = The person signs or confirms this file as a whole. A signature by hand is needed only where the complaint is handed in on paper.
paper-complaint-data = The complaint as data (JSON, RFC 8785)
paper-complaint-data-note = SHA-256 of the attached file complaint.json:

# What a person gets at the desk who brought a request on paper

paper-form-number = Form { $number }
paper-application-signing-by-hand = The applicant signs this application by hand and brings it to the mission with an identity document and the originals. The form is found by the number at the foot of each page.
paper-slip-accepted-title = Receipt: application on paper accepted
paper-slip-not-accepted-title = Application on paper not accepted
paper-slip-form-number = Number of the form
paper-slip-at = Date and time (local)
paper-slip-moment = { $date }, { $time }
paper-slip-about = Person who died
paper-slip-unidentified = Unidentified person
paper-slip-registered = Date of registration
paper-slip-due = Decision no later than
paper-slip-documents = Documents handed in
paper-slip-enclosed = Documents enclosed with the form
paper-slip-document = { $document }, files: { $count }
paper-slip-next-heading = What happens next
paper-slip-next = The mission decides within 3 working days, counted from the day after registration. We will write to you about each step, and you can ask at the mission, naming the number of the application.
paper-slip-free = The service is free of charge.
paper-slip-signing = The officer signs this slip by hand.
paper-slip-surrendered-title = Receipt: papers of the person who died were surrendered
paper-slip-surrendered-by = Handed in by
paper-slip-surrendered = Papers received
paper-slip-surrendered-heading = Why
paper-slip-surrendered-law = The identity papers and the military ID of a person who died are surrendered when the death is registered (Family Code of the Republic of Kazakhstan, article 270, point 4).
paper-slip-surrendered-check = Check the list before you leave. Keep this receipt.
paper-slip-reason-heading = Reason by law
paper-slip-reason-incomplete-documents = The set of documents is not complete (Law on public services, article 19).
paper-slip-reason-expired-documents = A document has expired (Law on public services, article 19).
paper-slip-remedy-heading = What you can do
paper-slip-complaint = You can complain to { $body } through { $mission } within { $months } months of the day you learned of this (APPC, articles 91 and 92).
paper-blank = Series and number of the blank
paper-complaint-subject-annulment = The annulment of the record of the act
paper-complaint-wish-cancel-annulment = Cancel the annulment of the record
paper-complaint-decision-title = Decision on a complaint
paper-complaint-decision-from = Who complains
paper-complaint-decision-filed-on = Complaint filed on
paper-complaint-decision-act = What is complained of
paper-complaint-decision-essence = The complaint
paper-complaint-decision-decided = Decision
paper-complaint-decision-reasons = Reasons and norms of the law
paper-complaint-decision-satisfied = The complaint is satisfied in full (APPC, article 91(4)).
paper-complaint-decision-cancel = The act is cancelled (APPC, article 100(1)1)).
paper-complaint-decision-cancel-and-adopt = The act is cancelled and a new one is to be adopted (APPC, article 100(1)2)).
paper-complaint-decision-perform-action = The action is to be performed (APPC, article 100(1)3)).
paper-complaint-decision-without-satisfaction = The complaint is left without satisfaction (APPC, article 100(1)4)).
paper-complaint-decision-send-back = The case is sent back with the violations named (APPC, article 100(1)5)).
paper-complaint-decision-without-consideration = The complaint is left without consideration (APPC, articles 95 and 100(1)6)).
paper-complaint-decision-next = What follows
paper-complaint-decision-binding = This decision is binding (APPC, article 100(4)).
paper-complaint-decision-court = If you disagree, you may complain to another body that considers complaints, or go to court (APPC, article 100(6)).
paper-complaint-decision-signing = The institution sealed the statement of this decision with the official’s second factor. A seal is no signature: the official signs this paper by hand and stamps it.
