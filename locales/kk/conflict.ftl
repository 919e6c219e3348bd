# Who may not decide a case (Family Code 179(4)).

problem-barred-title = Бұл істі сіз шеше алмайсыз
problem-barred-body = Бұл іс сізге немесе жақын туысыңызға қатысты деп айтылған (Отбасы кодексі, 179-баптың 4-тармағы). Істі басқа лауазымды адам шешеді; бөлім басшысынан сұраңыз.
conflict-heading = Кім шеше алмайды
conflict-none = Ешкім мүдделер қақтығысы туралы айтпаған.
conflict-link = Мүдделер қақтығысы
conflict-title = { $reference }: мүдделер қақтығысы
conflict-lead = Лауазымды адам өзінің, жұбайының немесе жақын туысының актісін тіркей алмайды (Отбасы кодексі, 179-баптың 4-тармағы). Осы іс туралы айтсаңыз, сіз оны бұдан былай шешпейсіз, ал бұны өзіңіз кері қайтара алмайсыз.
conflict-reason = Бұл іс сізге қалай қатысты?
conflict-reason-hint = Мысалы: қайтыс болған адам менің апам. Бөлім басшысы мен аудитор оқиды.
conflict-button = Мүдделер қақтығысын мәлімдеу
conflict-lift-lead = Лауазымды адамның сөзін тексергеннен кейін ғана оған істі қайта сеніп тапсырыңыз.
conflict-officer = Кім туралы
conflict-lift-reason = Неліктен қақтығыс жоқ
conflict-lift-hint = Нені тексергеніңізді жазыңыз. Жазба өзгертілмейді.
conflict-lift-button = Қайта шешуге рұқсат беру
conflict-only-read = Мұнда сіз тек оқи аласыз.
conflict-said = { $name } бұл істі шеше алмайды
conflict-lifted = { $name } бұл істі қайта шеше алады
conflict-error-reason-missing = Себебін жазыңыз
conflict-error-reason-too-long = Ең көбі { $max } таңба жазыңыз.
conflict-error-officer-missing = Лауазымды адамды таңдаңыз
timeline-conflict = Мүдделер қақтығысы туралы айтылды
