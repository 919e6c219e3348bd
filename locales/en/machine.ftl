# What was checked by a machine (Digital Code, the article before 44).

machine-heading = What was checked by a machine
machine-lead = A program only helps the official. A person decides about your application. What was checked:
machine-signature = if you signed with an EDS: the signature, its certificate, its dates and whether it was revoked
machine-iin = IINs: the check digit, and whether they agree with the date of birth and the sex
machine-mission = which mission is responsible for the country where you live
machine-papers = whether an apostille, legalization or translation is needed: by the country, date and language of each paper
machine-alike = whether another application is about the same death: by IIN, name, dates of birth and death
machine-ask = If you do not agree with a result, ask the mission to have a person look again.
case-file-right = This page has the papers of your case. Not shown here: the certificate, which is handed to you, and notes that officials make for themselves. The rest of the file you see under “See the file of the case”: the mission opens it within 3 working days (APPC article 75).
