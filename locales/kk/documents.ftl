# Құжат беттері: әр бетті тексеру, келесі бет, файлдар алған орын.
upload-title-again = Бетті қайта түсіру: { $document }
upload-instead = Жаңа файл «{ $name }» орнына қойылады.
upload-tips = Бетті суретке түсірер алдында
files-used = Осы уақытқа дейін { $used } алынды, барлығы { $all }.
files-look = Қайта тексеру
files-replace = Ауыстыру
page-check-title = Бұл бетті оқи аласыз ба?
page-check-label = Бет түгел оқыла ма?
page-check-hint = Мөрлерге, ұсақ мәтінге және шеттеріне қараңыз. Қызметкер де дәл осыны көреді.
page-check-yes = Иә, оқылады
page-check-no = Жоқ, қайта түсіремін
page-check-error = Бет оқылса, «Иә» дегенді таңдаңыз
page-check-photo = Сіз қосқан бет: { $name }
page-check-larger = Үлкейтіп көру үшін суретті басыңыз.
page-check-open = PDF файлын ашып, беттерін қарау
page-check-remove = Бұл бетті өшіру
page-check-pages = { $count ->
    [one] Бұл PDF файлында { $count } бет бар.
   *[other] Бұл PDF файлында { $count } бет бар.
}
more-pages-title = Тағы бет бар ма?
more-pages-label = Бұл құжаттың тағы беті бар ма?
more-pages-yes = Иә, келесі бетті қосу
more-pages-no = Жоқ, құжат толық
more-pages-error = Құжаттың тағы беті болса, «Иә» дегенді таңдаңыз
file-error-full = Барлық файл бірге { $limit } дейін орын ала алады. Қазір { $used } алынды. Бір файлды өшіріңіз немесе кішірегін таңдаңыз
upload-said-progress = Жүктелді: {"{name}"} файлының {"{percent}"}
upload-said-waiting = Байланыс үзілді. Байланыс қалпына келгенде жүктеу өзі жалғасады.
upload-said-checking = Файлды тексеріп жатырмыз
upload-said-stopped = Жүктеу тоқтап қалды. Басқа беттеріңіз сақталды. Қайталап көріңіз.
upload-said-continue = {"{name}"} файлын жүктеу {"{percent}"} деңгейінде тоқтады. Сол файлды таңдаңыз, жүктеу сол жерден жалғасады.
file-error-stopped = Жүктеу тоқтап қалды. Басқа беттеріңіз сақталды. Қайталап көріңіз
page-check-turn = Оңға бұру
file-error-not-turned = Бұл суретті бұру мүмкін болмады. Бетті дұрыс қаратып қайта түсіріңіз немесе осы күйінде қалдырыңыз
files-earlier = Бұл құжатты { $reference } өтінішіне қосқансыз, жіберілген күні { $date }: { $names }.
files-earlier-take = Осы файлдарды қайта пайдалану
upload-said-smaller = Тезірек жіберілуі үшін фото кішірейтіліп жатыр
