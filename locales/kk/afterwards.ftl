# Шетелдегі қазадан кейін тағы не қажет болуы мүмкін.

afterwards-title = Шетелдегі қазадан кейін тағы не істеу керек
afterwards-lead = Мұның ешқайсысын тіркеуге дейін істеу міндетті емес. Бір-бірлеп істеңіз, түсініксіз болса, шетелдегі мекемеден сұраңыз.
afterwards-country = Адам қайтыс болған ел
afterwards-show = Осы ел үшін көрсету
afterwards-source = Дереккөзі: { $source }
afterwards-family-code = Неке және отбасы туралы кодекс, { $article }-бап
afterwards-digital-code = Цифрлық кодекс, { $article }-бап
afterwards-unverified = Әлі расталмаған. Оған сүйенбес бұрын сұраңыз.
afterwards-mission = Кімнен сұрау керек
afterwards-link = Шетелдегі қазадан кейінгі басқа істер
