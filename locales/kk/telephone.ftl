# A lost telephone: the desk records a new one.

desk-telephone-heading = Жоғалған телефон
desk-telephone-link = Өтініш беруші телефонын жоғалтты
desk-telephone-title = { $reference } бойынша жаңа телефон
desk-telephone-lead = Жеке куәлігімен алдыңызға келген өтініш беруші үшін. Ескі нөмірге және поштаға бірден хабар беріледі. Жаңа нөмірмен 24 сағаттан кейін кіруге болады.
desk-telephone-iin = Құжаттағы ЖСН
desk-telephone-iin-hint = Құжаттан оқылған 12 сан
desk-telephone-code-hint = Жаңа нөмірге келген хабарламадағы 6 сан; оны өтініш беруші айтады
desk-telephone-send = Код жіберу
desk-telephone-record = Жаңа телефонды жазу
desk-telephone-sent = { $phone } нөміріне код жіберілді.
desk-telephone-waits = Жаңа телефон күтіп тұр. Тіркелгінің иесі оны сұрамаған болса, тоқтатыңыз.
desk-telephone-new = Жаңа телефон
desk-telephone-recorded = Жазылған уақыты
desk-telephone-counts = Кіруге болатын уақыт
desk-telephone-stop = Тоқтату
desk-telephone-phone-error-unreadable = Телефон нөмірін елдің кодымен енгізіңіз
desk-telephone-phone-error-same = Бұл нөмірмен қазір де кіреді
desk-telephone-phone-error-taken = Бұл нөмірмен басқа тіркелгіге кіреді
desk-telephone-iin-error-impossible = ЖСН-нің 12 санын құжаттағыдай енгізіңіз
desk-telephone-iin-error-other = Бұл тіркелгінің ЖСН-і емес. Ештеңе жазылған жоқ
desk-telephone-identity-document-error-missing = Жеке басты куәландыратын құжатты таңдаңыз
desk-telephone-identity-number-error-missing = Құжаттың нөмірін енгізіңіз
desk-telephone-identity-number-error-too-long = Құжаттың нөмірі тым ұзын
timeline-record-phone = Мекемеде жаңа телефон жазылды
timeline-stop-phone = Жаңа телефон тоқтатылды
timeline-apply-phone = Жаңа телефонмен енді кіруге болады
