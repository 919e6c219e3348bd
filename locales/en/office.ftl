remedy-signature-invalid = The certification authority has answered that the signature is not valid. Sign again with a valid key, or confirm with a one-time code. Your answers are kept.
signature-error-too-young = A person signs with an EDS from the age of 16. Confirm with a one-time code, or ask an adult relative to apply
desk-system-letters = Letters go to
desk-system-seal = Seal of the institution, SHA-256 of its certificate
desk-system-seal-show = Show the certificate of the seal
case-again = Start again with these answers
case-again-hint = Your answers and files are copied into a new request. Correct what is needed and send it.
