# What was checked by a machine (Digital Code, the article before 44).

machine-heading = What was checked by a machine
machine-lead = A program only helps the official. A person decides about your application. What the program looked at, and what came out:
machine-signature = If you signed with an EDS: the signature, its certificate, its dates and whether it was revoked.
machine-code = If you confirmed with a one-time password: that it was entered for exactly this application.
machine-iin = The check digit of each IIN, and whether the IIN agrees with the date of birth and the sex.
machine-alike = Whether another application is about the same death: by IIN, name, dates of birth and death.
machine-dates = Dates against each other and against the calendar: birth, death, the day the paper was issued.
machine-mission = Which mission is responsible for the country where you live.
machine-papers = Whether an apostille or a legalisation is needed: by the country and the date of each paper, and what you said of it.
machine-translation = Whether a translation is needed: by the language of each paper.
machine-attorney = Whether a power of attorney is enclosed, where somebody acts for another.
machine-consent = Which text of the consent you agreed to.
machine-files = Whether the files can be opened, and whether a virus was found in them.
machine-ask = If you do not agree with a result, ask the mission to have a person look again.
case-file-right = This page has the papers of your case. Not shown here: the certificate, which is handed to you, and notes that officials make for themselves. The rest of the file you see under “See the file of the case”: the mission opens it within 3 working days (APPC article 75).

checks-heading = Checks by the machine
checks-lead = They only advise: you look at the papers, and you decide.
checks-computed = Made { $when }, when this page was opened. Open the page again to have them made again.
checks-column-check = Check
checks-column-outcome = Result
checks-column-found = What was found
checks-column-at = As of
checks-name-signature = EDS
checks-name-code = One-time password
checks-name-iin = IIN
checks-name-alike = Cases that look alike
checks-name-dates = Dates
checks-name-mission = Consular district
checks-name-papers = Apostille or legalisation
checks-name-translation = Translation
checks-name-attorney = Power of attorney
checks-name-consent = Consent
checks-name-files = Files
checks-outcome-pass = No remarks
checks-outcome-attention = A person must look
checks-outcome-fail = Does not agree
checks-outcome-not-run = Not made
checks-of-addendum = Addendum { $number }
checks-of-applicant = Applicant
checks-of-deceased = The person who died
checks-of-answer = “{ $question }”
checks-signature-valid = The signature holds, and the certificate was in force.
checks-signature-waits = The authority’s word on the certificate is still missing.
checks-signature-invalid = The signature does not hold.
checks-signature-code-instead = There is no EDS: a one-time password was entered instead.
checks-proof-by-hand = Signed by hand on paper; an official took it in and saw the identity document.
checks-code-entered = The one-time password was entered for exactly this file.
checks-code-undated = When the one-time password was entered is not kept.
checks-code-eds-instead = Not needed: it was signed with an EDS.
checks-iin-wrong = Such an IIN is not issued: check its digits.
checks-iin-proven = The IIN is that of the EDS.
checks-iin-declared = The IIN is well formed, but it was typed and no EDS proves it. Compare it with the passport.
checks-iin-unidentified = The person is not identified, so there is no IIN to check.
checks-iin-unknown = The IIN was not stated. It can be found on the identity document.
checks-iin-of-applicant = This is the IIN of the applicant.
checks-iin-born = By the IIN the date of birth is { $date }; stated is { $typed }.
checks-iin-sex = The IIN tells another sex than was stated.
checks-iin-unusual = The IIN tells neither the century nor the sex. Compare it with the identity document.
checks-iin-agrees = The check digit is right, and the IIN agrees with the date of birth and the sex.
checks-alike-kept = What this finds is looked at by the official only.
checks-alike-unidentified = The person is not identified, so there is nothing to look for.
checks-alike-nothing = No other case of the same death was found.
checks-alike-open = { $count ->
    [one] One case looks alike, and nobody has said yet whether it is the same death.
   *[other] { $count } cases look alike, and nobody has said yet whether it is the same death.
}
checks-alike-same = { $count ->
    [one] Of one case an official said that it is the same death.
   *[other] Of { $count } cases an official said that it is the same death.
}
checks-alike-apart = { $count ->
    [one] Of one case that looks alike an official said that it is another death.
   *[other] Of { $count } cases that look alike an official said that it is another death.
}
checks-alike-record = { $count ->
    [one] A record of this death stands already in another mission.
   *[other] { $count } records of this death stand already in other missions.
}
checks-dates-agree = The dates agree with each other, and none lies in the future.
checks-dates-future = the date lies after today, { $date }.
checks-dates-before-birth = the date lies before the birth, { $date }.
checks-dates-before-death = the date lies before the death, { $date }.
checks-dates-before-decision = the date lies before the decision, { $date }.
checks-mission-covers = This mission is responsible for { $country }.
checks-mission-unconfirmed = By the register this mission is responsible for { $country }; nobody has confirmed that row yet.
checks-mission-shared = { $country } is shared between several missions, this one among them. The register does not know which place belongs to which.
checks-mission-unknown = The register does not know which mission is responsible for { $country }.
checks-mission-objected = For { $country } the register names another mission. The applicant says why this one is asked.
checks-mission-other = For { $country } the register names another mission: { $mission }.
checks-mission-others = For { $country } the register names other missions.
checks-papers-need = { $need } The applicant says: “{ $stated }”.
checks-papers-unsealed = The applicant says that it bears no stamp of the body that issued it.
checks-papers-nothing = There is no paper that this rule is about.
checks-translation-unneeded = No translation is needed.
checks-translation-enclosed = A translation is needed, and one is enclosed.
checks-translation-only-stated = A translation is needed. The applicant says there is one, but no file of it is enclosed.
checks-translation-missing = A translation into Kazakh or Russian is needed, and none is enclosed.
checks-attorney-nobody = Nobody acts for another.
checks-attorney-missing = A representative has applied, and no power of attorney is enclosed.
checks-attorney-undated = It is enclosed; its date of issue was not stated. Its term and what it covers are read on the paper.
checks-attorney-later = It was issued on { $date }, after the application.
checks-attorney-enclosed = It is enclosed, issued on { $date }. Its term and what it covers are read on the paper.
checks-consent-none = The application holds no version of a consent.
checks-consent-in-force = Given to version { $version }, a text that this service showed.
checks-consent-other = Given to version { $version }, a text that this service does not know.
checks-files-nothing = No files are enclosed.
checks-files-none = No file is enclosed.
checks-files-opened = Could be opened when it was uploaded.
checks-files-unscanned = Not looked at for viruses: there is no scanner here.
checks-files-clean = No virus was found.
checks-files-waiting = Not yet looked at for viruses.
checks-files-not-possible = The virus scanner could not look at it.
checks-files-harmful = Something harmful was found. Do not open the original.

checks-despite-lead = The machine’s checks found what does not agree. You decide; say why the record is made nevertheless.
checks-despite = Why do you make the record nevertheless?
checks-despite-hint = For example, what the paper shows. The reason stays with the decision, and the head of the mission reads it.
checks-despite-short = Reason
checks-despite-row = Made although it did not agree: { $checks }
checks-overrides = Records made although a check did not agree
checks-overrides-case = Case
checks-overrides-official = Official
checks-overrides-at = Decided
