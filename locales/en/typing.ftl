# Typing at the desk for somebody who came in person.

typing-title = Somebody came without a form
typing-lead = You type for them, on the same pages as on the portal. Then you print the form, they sign it by hand, and you accept it. Until then nothing is filed.
typing-iin = IIN of this person
typing-language = Which language does the person read?
typing-language-kk = Kazakh
typing-language-ru = Russian
typing-language-en = English
typing-country = Where does the person live?
typing-reason = Why at this mission
typing-reason-hint = Only where their district belongs to another mission. This mission forwards such an application within 3 working days (APPC 65).
typing-begin = Begin
typing-begun = Begun at this desk, not accepted yet
typing-for = You type for { $name }.
typing-back = Back to applications on paper
typing-print = Print the form
typing-paper-lead = Print the form and let the person read and sign it. Then accept it.
typing-accept = Accept the signed form
typing-error-country-missing = Select where the person lives
typing-error-language-missing = Select the language
typing-error-mission-reason-missing = Say why the person comes to this mission: their district belongs to another one
typing-error-mission-reason-too-long = The reason must be { $max } characters or fewer
identity-iin-error-own = This is your own IIN. Another person of the mission types for you.
typing-document-iin = IIN in the identity document
intake-iin-error-missing = Enter the IIN from the identity document
intake-iin-error-differs = The IIN in the document is not the one that was typed. Begin again with the right one
