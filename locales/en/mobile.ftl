# Signing by the phone app eGov Mobile: the pages, and what the app itself shows.

mobile-sign-in = The app eGov Mobile
mobile-sign-in-hint = You need a phone with the app and your digital signature in it.
mobile-sign-in-title = Sign in with eGov Mobile
mobile-sign-in-lead = You sign a short text in the app. It shows that the key is yours and is used for nothing else.
mobile-request-title = Sign the request with eGov Mobile
mobile-request-lead = You sign exactly one file. When the app has signed it, the request is sent.
mobile-complaint-title = Sign the complaint with eGov Mobile
mobile-complaint-lead = You sign exactly one file. When the app has signed it, the complaint is filed.
mobile-begin-needs = You need a phone with the app eGov Mobile, your digital signature in it, and its password.
mobile-begin-warning = Sign only what you asked for yourself on this site. If someone sends you a code, do not sign: they could act in your name.
mobile-begin = Show the code
mobile-begin-again = Show a new code
mobile-number = The app must show the same number:
mobile-here-title = Open the app on this device
mobile-here-lead = If the app is here, open it with this button, sign there and come back to this page.
mobile-here-open = Open eGov Mobile
mobile-scan-title = Scan with the phone that has the app
mobile-scan-1 = Open eGov Mobile on that phone and start its QR scanner.
mobile-scan-2 = Point the camera at this code.
mobile-scan-3 = Compare the number, look at the document and sign it.
mobile-scan-code = QR code for eGov Mobile
mobile-left = { $count ->
    [one] The code works for { $count } more minute.
   *[other] The code works for { $count } more minutes.
}
mobile-check-again = Check again
mobile-new-code = Show a new code
mobile-enter-lead = Press Continue to sign in on this device.
mobile-not-me = This is not me
mobile-said-waiting = The code waits for the app.
mobile-said-fetched = The app has the document. Look at it there and sign.
mobile-said-signed = The signature of { $name } is good.
mobile-said-sent = Signed and sent.
mobile-said-expired = This code has expired. Nothing was lost.
mobile-said-lost = We cannot reach the server. Check your connection and press “Check again”.
mobile-check-sign = Sign with eGov Mobile
mobile-instead = Sign with eGov Mobile instead
mobile-program-instead = Sign with NCALayer or another program instead
mobile-system-on = Demonstration: simulated phone only, never tried with the real app

signature-error-changed = The request was changed after this code was shown. Show a new code and sign again

mobile-organisation = Elshi, consular registration of deaths abroad
mobile-app-sign-in = Sign in at { $host }. The page must show the number { $number }. If you did not open this page yourself, do not sign.
mobile-app-request = Your request at { $host }. The page must show the number { $number }. If you did not ask for this yourself, do not sign.
mobile-app-addendum = The addendum to your request at { $host }. The page must show the number { $number }. If you did not ask for this yourself, do not sign.
mobile-app-complaint = Your complaint at { $host }. The page must show the number { $number }. If you did not ask for this yourself, do not sign.
mobile-app-number = Number on the page
mobile-app-token = This call has no right to the document. Read the code again.
mobile-app-over = This code no longer works. Show a new one on the page.
mobile-document-sign-in = Text for signing in
mobile-document-request = Request to register a death
mobile-document-addendum = Addendum to the request
mobile-document-complaint = Complaint

mobile-phone-title = Simulated phone of the demonstration
mobile-phone-lead = For people without the app. It reads a code, fetches what is to be signed and signs it with a test key. This page does not exist outside the demonstration.
mobile-phone-code = Text of the code
mobile-phone-key = Whose test key
mobile-phone-sign = Sign
mobile-phone-done = Signed and brought back. Go back to the page with the code.
mobile-phone-no-code = This is no code for signing
mobile-phone-no-key = Select whose key signs
mobile-phone-link = No app at hand? Use the simulated phone (demonstration, opens in a new tab)
