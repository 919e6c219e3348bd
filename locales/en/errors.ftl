# Problem pages and the sentences of files, signatures and codes.

problem-not-found-title = Page not found
problem-not-found-body = This page does not exist, or it belongs to another person. If you typed the address, check it.
problem-not-allowed-title = This page is not for your account
problem-not-allowed-body = You are signed in, but this page is for other people. Sign out and sign in with the right account.
problem-old-form-title = This page is out of date
problem-old-form-body = We could not accept the form, because the page was open too long or in another window. Go back, reload the page and send it again. Nothing saved earlier was lost.
problem-signed-out-title = Sign in again
problem-signed-out-body = Your session ended. Sign in again to go on. Nothing saved earlier was lost.
problem-method-title = This address does not work that way
problem-method-body = The page cannot be opened like this. Begin from the start page.
problem-too-large-title = The form or the file is too large
problem-too-large-body = We could not accept it. Go back and send a smaller file. Your other files and answers are safe.
problem-unreadable-title = We could not read the form
problem-unreadable-body = The upload stopped or the form was damaged on its way. Go back and try again. Your other files and answers are safe.
problem-stale-title = Someone changed this meanwhile
problem-stale-body = It was changed in another window or by another person. Go back, reload the page and look at the current state.
problem-not-open-title = This cannot be done now
problem-not-open-body = The case is in a state in which this step is not open. Look at the case again.
problem-does-not-fit-title = Something in the form does not fit
problem-does-not-fit-body = Go back, check what you entered and send it again.
problem-too-many-title = Too many tries
problem-too-many-body = For safety we ask you to wait a little. Nothing saved earlier was lost.
problem-drafts-title = You have too many unsent requests
problem-drafts-body = Open one of them and finish or delete it; then you can begin a new one.
problem-drafts-list = Your unsent requests
problem-too-slow-title = This took too long
problem-too-slow-body = The system could not answer in time. Try again in a few minutes. Nothing saved earlier was lost.
problem-fault-title = Something went wrong on our side
problem-fault-body = It is not your mistake. Nothing saved earlier was lost. Try again in a few minutes.
problem-request-id = If it happens again, tell the mission this number:
problem-until = You can try again after: { $until }.
problem-start = Go to the start page

file-error-missing = Select a photo or file
file-error-empty = The file is empty
file-error-too-big = The file must be smaller than { $limit }
file-error-wrong-type = The file must be a JPG, PNG or PDF. On an iPhone choose the photo in Photos, not in Files
file-error-heic = This photo is in the iPhone’s own format (HEIC). Choose it in Photos, not in Files: then the phone sends it as a JPG
file-error-damaged = The file cannot be read to its end. Save or photograph it again
file-error-encrypted = The PDF has a password. Save a copy without it
file-error-active = This PDF contains a program or another file and was not saved. Print it to a new PDF, then upload that
file-error-too-many = You can add up to { $limit } files
file-error-too-many-pages = The PDF may have up to { $limit } pages. Split it into several files

signature-error-expired = This key expired on { $date }. Sign with a valid key or use a code
signature-error-not-yet-valid = This key is valid only from { $date }
signature-error-revoked = This key was revoked. Sign with a valid key or use a code
signature-error-another-person = This key belongs to another person ({ $name }). Sign with your own
signature-error-company-key = This is a company key. Use your personal key
signature-error-auth-key = You chose the key for signing in. Choose the one for signing
signature-error-tampered = The signature does not fit the file. Sign exactly the file from this page
signature-error-unknown-issuer = The key was not issued by the National Certification Authority of Kazakhstan
signature-error-unreadable = This is not a signature file we can read. Choose the .cms file that was made when signing
signature-error-no-signer = There must be exactly one signature in the file
signature-error-unchecked = The certification authority has not answered, so we cannot sign you in now. Try again in a few minutes or use a code
signature-error-used = This text was already used or is too old. Sign the new text on this page
signature-error-other = The signature could not be accepted. The technical details tell why

otp-error-not-six-digits = The code must be 6 numbers
otp-error-wrong = { $tries ->
    [one] That code is not right. You have { $tries } try left
   *[other] That code is not right. You have { $tries } tries left
}
otp-error-expired = This code has expired or was replaced. Ask for a new one
otp-error-locked = Too many wrong codes. Try again in { $wait } or use another way
otp-error-too-soon = A code was sent just now. You can ask for a new one in { $wait }
otp-error-waits = A mission recorded this number for your account. It signs you in in { $wait }
otp-error-bad-phone = Enter a phone number, like +49 30 1234567
