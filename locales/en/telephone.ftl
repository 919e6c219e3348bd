# A lost telephone: the desk records a new one.

desk-telephone-heading = Lost telephone
desk-telephone-link = The applicant lost the telephone
desk-telephone-title = New telephone for { $reference }
desk-telephone-lead = For an applicant who stands before you with an identity document. The old number and the mail are told at once. The new number signs in after 24 hours.
desk-telephone-iin = IIN in the document
desk-telephone-iin-hint = 12 numbers, read off the document
desk-telephone-code-hint = 6 numbers from the message to the new number; the applicant reads them to you
desk-telephone-send = Send the code
desk-telephone-record = Record the new telephone
desk-telephone-sent = A code was sent to { $phone }.
desk-telephone-waits = A new telephone waits. Stop it when the owner of the account did not ask for it.
desk-telephone-new = New telephone
desk-telephone-recorded = Recorded
desk-telephone-counts = Signs in from
desk-telephone-stop = Stop it
desk-telephone-phone-error-unreadable = Enter the telephone number with its country code
desk-telephone-phone-error-same = This number signs in already
desk-telephone-phone-error-taken = This number signs in to another account
desk-telephone-iin-error-impossible = Enter the 12 numbers of the IIN as the document shows them
desk-telephone-iin-error-other = This is not the IIN of the account. Nothing was recorded
desk-telephone-identity-document-error-missing = Choose the identity document
desk-telephone-identity-number-error-missing = Enter the number of the document
desk-telephone-identity-number-error-too-long = The number of the document is too long
timeline-record-phone = A new telephone was recorded at the mission
timeline-stop-phone = The new telephone was stopped
timeline-apply-phone = The new telephone signs in now
