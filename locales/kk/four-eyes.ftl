# Four eyes: who registers a request does not decide it, where a mission's policy says so.

four-eyes = Екі лауазымды адам
four-eyes-on = Бұл мекемеде өтінішті бірі тіркейді, екіншісі шешеді.
four-eyes-mine = Бұл істі сіз тіркедіңіз. Жазбаға немесе бас тартуға басқа адам қол қояды.
four-eyes-before = Бұл мекемеде екі адам керек: өтінішті тіркеген адам оның жазбасына немесе бас тартуға қол қоймайды.
problem-same-hands-title = Бұл істі басқа адам шешеді
problem-same-hands-body = Оны сіз тіркедіңіз. Бұл мекемеде жазбаға немесе бас тартуға басқа адам қол қояды; істі бөлім басшысы бере алады.
