# The account: contacts and devices.

frame-account-link = Тіркелгім
account-title = Тіркелгім
account-name = Аты-жөніңіз
account-iin = ЖСН
account-iin-proven = { $iin }, электрондық қолтаңбамен расталған
account-iin-declared = { $iin }, өзіңіз көрсеткен
account-phone = Кіретін телефоныңыз
account-email = Электрондық поштаңыз
account-email-change = Электрондық поштаны өзгерту
account-email-title = Электрондық поштаңыз
account-email-label = Электрондық пошта
account-email-hint = Жаңа өтініштеріңіз осы мекенжаймен басталады. Ескі мекенжайға да хабар жібереміз. Бос қалдырсаңыз, пошта жіберілмейді.
account-email-error = Электрондық поштаны aty@example.kz түрінде жазыңыз
account-email-save = Сақтау
account-sessions = Кірген құрылғылар
account-sessions-lead = Таныс емес кіруді көрсеңіз, қалғандарының бәрін аяқтаңыз. Уақыт дүниежүзілік (UTC) сағатпен берілген.
account-session = Кірген уақыты: { $since }. Соңғы рет: { $seen }.
account-session-this = осы құрылғы
account-sessions-end = Қалған құрылғылардан шығу
account-moment = { $date }, { $time }
account-done-email = Электрондық пошта өзгертілді.
account-done-sessions = Басқа құрылғылардан шықтыңыз.

letter-contact-changed-subject = Электрондық поштаңыз өзгертілді
letter-contact-changed-body-old =
    Тіркелгіңіздегі электрондық пошта басқа мекенжайға өзгертілді.

    Мұны сіз істесеңіз, ештеңе істеудің қажеті жоқ.
    Егер сіз істемесеңіз, тіркелгіңізге кіріп, мекенжайды қайтарыңыз және басқа құрылғылардан шығыңыз: { $url }
letter-contact-changed-body-new =
    Бұл мекенжай тіркелгіңіздің электрондық поштасы болды.

    Егер мұны сіз істемесеңіз, бұл хатты елемеңіз немесе бізге хабарлаңыз: { $url }
