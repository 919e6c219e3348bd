# The account: contacts and devices.

frame-account-link = My account
account-title = My account
account-name = Name
account-iin = IIN
account-iin-proven = { $iin }, proven by a digital signature
account-iin-declared = { $iin }, as you stated it
account-phone = Telephone to sign in
account-email = E-mail
account-phone-change = Change the telephone
account-phone-add = Add a telephone to sign in
account-phone-title = Your telephone to sign in
account-phone-lead = We send a code to the new number. Then only the new number signs you in. We tell the old number and your e-mail.
account-phone-error-same = This is the number that you sign in with already. Enter another one
account-phone-error-taken = This number signs in to another account. Enter another number, or sign in with this one to see that account
account-done-phone = The telephone was changed. You are signed out on the other devices.
account-email-change = Change the e-mail
account-email-title = Your e-mail
account-email-label = E-mail address
account-email-hint = Your new applications begin with this address. We also tell the old address. Leave it empty for no mails.
account-email-error = Enter an address in the form name@example.kz
account-email-save = Save
account-notices = Notices come
account-notices-language = Language of notices
account-notices-change = Change how notices come
account-notices-title = How do you want notices?
account-notices-lead = Every notice also stands on the page of your application. Decisions, what we ask of you and the day of collection always come at least one way. The address and the number are those in the application.
account-notices-channel-label = By which way do they come?
account-notices-language-label = In which language?
account-notices-as-stated = as each application says
account-notices-email = by e-mail
account-notices-sms = by text message
account-notices-both = by e-mail and text message
account-language-kk = Kazakh
account-language-ru = Russian
account-language-en = English
account-notices-error-channel-missing = Select how notices come
account-notices-error-channel-no-mail = Add an e-mail to your account first, or choose text messages
account-notices-error-language-missing = Select the language of notices
account-done-notices = How notices come was changed.
account-phone-waits = A mission recorded { $phone } as your new telephone. It signs in from { $when } (UTC). If you did not ask for this, stop it and tell the mission.
account-phone-stop = Stop the new telephone
account-done-objection = The new telephone was stopped. Your old one stays.
account-sessions = Where you are signed in
account-sessions-lead = If you do not know one of these, end all the others. Times are universal (UTC).
account-session = Signed in { $since }. Last seen { $seen }.
account-session-this = this device
account-sessions-end = Sign out on the other devices
account-moment = { $date }, { $time }
account-done-email = The e-mail was changed.
account-done-sessions = You are signed out on the other devices.

letter-contact-changed-subject = Your e-mail was changed
letter-contact-changed-body-old =
    The e-mail of your account was changed to another address.

    If you did this, you need not do anything.
    If you did not, sign in, put the address back and sign out on the other devices: { $url }
letter-contact-changed-body-new =
    This address is now the e-mail of your account.

    If you did not do this, ignore this letter or tell us: { $url }

letter-phone-changed-subject = Your telephone was changed
letter-phone-changed-body =
    The telephone that signs in to your account is now { $phone }. Another number signs in no more.

    If you did this, you need not do anything.
    If you did not, sign in with your digital signature and set your own number. Without a key, go to the mission: { $url }
letter-phone-changed-sms = Another telephone now signs in to your account, not this one. Not you? { $url }

letter-phone-recorded-subject = A new telephone for your account
letter-phone-recorded-body =
    { $mission } saw an identity document and recorded { $phone } as the telephone of your account. It signs in from { $when }.

    If this was you, you need not do anything.
    If it was not you, stop it on your account page or call { $call }: { $url }
letter-phone-recorded-sms = In { $hours } hours another telephone will sign in to your account. Not you? Sign in or call { $call }
letter-phone-stopped-sms = This number will not sign in to the account: the change was stopped. { $url }

device-way-code = by a code to the telephone
device-way-eds = by a digital signature
device-way-mobile = by eGov Mobile
letter-new-device-subject = Your account was opened on a new device
letter-new-device-body =
    Your account was opened on a device where it was not open before: { $when } (UTC), { $way }.

    If this was you, you need not do anything.
    If it was not you, sign in and sign out on the other devices: { $url }
letter-new-device-sms = Your account was opened on a new device. Not you? { $url }
letter-iin-proven-subject = The IIN that you stated was proven by a digital signature
letter-iin-proven-body =
    Somebody signed in by the digital signature of the person whose IIN your account states. They have an account of their own now.

    If this was you, you need not do anything. Your requests stay where they are; neither account sees those of the other.
    If the IIN is not yours, correct it or tell the mission: { $url }
letter-iin-proven-sms = The IIN of your account was proven by a digital signature in another account. Not you? { $url }
account-iin-also = Another account, opened by a telephone, states this IIN too. It sees nothing of yours. If it is not your own, tell the mission.
