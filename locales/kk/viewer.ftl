# Жауаптардың жанындағы қағаздар: қарау, салыстыру, ішкі жазбалар.

sheet-title = { $pages } беттің { $page }-беті: { $document }
sheet-facts = { $name }, жүктелген уақыты: { $uploaded }, { $size }.
sheet-look = Беттерін қарау
sheet-papers = Қоса берілген қағаздар
sheet-smaller = Кішірейту
sheet-larger = Үлкейту
sheet-turn = Оңға бұру
sheet-previous = Алдыңғы бет
sheet-next = Келесі бет
sheet-previous-document = Алдыңғы файл
sheet-next-document = Келесі файл
sheet-beside = Жанына қою
sheet-alone = Екінші бетті жабу
sheet-original = Файлдың өзін ашу
sheet-not-drawn = Бұл бетті осы жерде көрсету мүмкін емес. Файлды жіберілген күйінде ашыңыз.
sheet-replaced = Өтініш берушінің толықтыруымен ауыстырылды
compare-title = { $reference }: жауаптар мен қағаздар
compare-heading = Жауаптар мен қағаздар
compare-lead = Әр жауап бойынша қағаздарда не жазылғанын белгілеңіз. Бұл шешім қабылдаушыға көмектеседі, бірақ өздігінен ештеңе шешпейді.
compare-link = Жауаптарды қағаздармен салыстыру
compare-ask = Айырмашылықтар туралы өтініш берушіден сұрау
compare-differs = { $count ->
    [0] Қағаздардан өзгеше жауап жоқ.
   *[other] Қағаздардан өзгеше жауаптар: { $count }.
}
compare-left = { $count ->
    [0] Барлық жауап салыстырылды.
   *[other] Әлі салыстырылмаған жауаптар: { $count }.
}
compare-saved = Сақталған уақыты: { $when }, { $who }.
compare-done = Сақталды.
compare-found-matches = Сәйкес келеді
compare-found-differs = Өзгеше
compare-found-not-on-paper = Қағазда жоқ
compare-found-none = Салыстырылмады
compare-page = Беті
compare-seen = Өзгеше болса, қағазда не жазылған
compare-seen-value = қағазда: «{ $seen }»
compare-both = Жауап: { $value }. Қағазда: { $seen }
compare-origin-typed = Өтініш беруші жазды
compare-origin-certificate = ЭЦҚ сертификатынан
compare-applicant-name = Өтініш берушінің аты-жөні
compare-applicant-iin = Өтініш берушінің ЖСН-і
compare-save = Сақтау
compare-leaf = Бетті парақтаған, үлкейткен не бұрған сайын белгілеріңіз сақталады.
compare-question = { $label }: сіз «{ $value }» деп жаздыңыз, ал қағазда «{ $seen }» деп тұр. Қайсысы дұрыс екенін тексеріңізші.
compare-error-at-missing = { $label }: бетті таңдаңыз
compare-error-seen-missing = { $label }: қағазда не жазылғанын жазыңыз
compare-error-seen-too-long = { $label }: { $max } таңбадан аспауы керек
note-title = { $reference }: ішкі жазбалар
note-heading = Ішкі жазбалар
note-lead = Мекеме қызметкерлері мен аудиторларға арналған. Өтініш беруші жазбаларды көрмейді. Жазбаны өзгертуге немесе алып тастауға болмайды.
note-label = Жаңа жазба
note-hint = Деректерді жазыңыз: кімнен сұрадыңыз, не білдіңіз.
note-button = Жазбаны сақтау
note-link = Жазба қалдыру
note-none = Жазбалар жоқ.
note-error-missing = Жазбаны жазыңыз
note-error-too-long = Жазба { $max } таңбадан аспауы керек
timeline-compare-papers = Жауаптар қағаздармен салыстырылды
timeline-note = Ішкі жазба жазылды
