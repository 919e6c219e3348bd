# What was checked by a machine (Digital Code, the article before 44).

machine-heading = Что проверила машина
machine-lead = Программа только помогает должностному лицу. Решение по вашему заявлению принимает человек. На что смотрела программа и что вышло:
machine-signature = Если вы подписали ЭЦП: подпись, её сертификат, его срок и не отозван ли он.
machine-code = Если вы подтвердили одноразовым паролем: введён ли он именно для этого заявления.
machine-iin = Контрольная цифра каждого ИИН и согласие ИИН с датой рождения и полом.
machine-alike = Нет ли другого заявления о той же смерти: по ИИН, имени, датам рождения и смерти.
machine-dates = Даты между собой и по календарю: рождение, смерть, день выдачи документа.
machine-mission = Какое учреждение отвечает за страну, где вы живёте.
machine-papers = Нужны ли апостиль или легализация: по стране и дате каждого документа и по тому, что вы о нём указали.
machine-translation = Нужен ли перевод: по языку каждого документа.
machine-attorney = Приложена ли доверенность, если один действует за другого.
machine-consent = С каким текстом согласия вы согласились.
machine-files = Открываются ли файлы и нет ли в них вируса.
machine-ask = Если вы не согласны с результатом, попросите учреждение, чтобы его пересмотрел человек.
case-file-right = На этой странице документы вашего дела. Здесь не показаны: свидетельство, которое вам выдадут, и записи, которые должностные лица делают для себя. Остальное можно увидеть по ссылке «Ознакомиться с материалами дела»: учреждение открывает материалы за 3 рабочих дня (АППК, статья 75).

checks-heading = Проверки машины
checks-lead = Они только советуют: документы смотрите вы, и решаете вы.
checks-computed = Сделаны { $when }, когда открылась эта страница. Чтобы сделать их снова, откройте страницу ещё раз.
checks-column-check = Проверка
checks-column-outcome = Результат
checks-column-found = Что найдено
checks-column-at = На какое время
checks-name-signature = ЭЦП
checks-name-code = Одноразовый пароль
checks-name-iin = ИИН
checks-name-alike = Похожие дела
checks-name-dates = Даты
checks-name-mission = Консульский округ
checks-name-papers = Апостиль или легализация
checks-name-translation = Перевод
checks-name-attorney = Доверенность
checks-name-consent = Согласие
checks-name-files = Файлы
checks-outcome-pass = Замечаний нет
checks-outcome-attention = Должен посмотреть человек
checks-outcome-fail = Не сходится
checks-outcome-not-run = Не проводилась
checks-of-addendum = Дополнение { $number }
checks-of-applicant = Заявитель
checks-of-deceased = Умерший человек
checks-of-answer = «{ $question }»
checks-signature-valid = Подпись верна, сертификат действовал.
checks-signature-waits = Ответа удостоверяющего центра о сертификате ещё нет.
checks-signature-invalid = Подпись не подтвердилась.
checks-signature-code-instead = ЭЦП нет: вместо неё введён одноразовый пароль.
checks-proof-by-hand = Подписано от руки на бумаге; должностное лицо приняло его и видело документ, удостоверяющий личность.
checks-code-entered = Одноразовый пароль введён именно для этого файла.
checks-code-undated = Время ввода одноразового пароля не сохранилось.
checks-code-eds-instead = Не нужен: подписано ЭЦП.
checks-iin-wrong = Такой ИИН не выдаётся: проверьте цифры.
checks-iin-proven = ИИН взят из ЭЦП.
checks-iin-declared = ИИН построен верно, но он напечатан и не подтверждён ЭЦП. Сравните его с паспортом.
checks-iin-unidentified = Личность умершего не установлена, проверять ИИН не у кого.
checks-iin-unknown = ИИН не указан. Он есть в документе, удостоверяющем личность.
checks-iin-of-applicant = Это ИИН заявителя.
checks-iin-born = По ИИН дата рождения { $date }; указано: { $typed }.
checks-iin-sex = По ИИН пол другой, чем указано.
checks-iin-unusual = По этому ИИН не узнать ни века рождения, ни пола. Сравните его с документом.
checks-iin-agrees = Контрольная цифра верна, ИИН согласуется с датой рождения и полом.
checks-alike-kept = Найденное смотрит только должностное лицо.
checks-alike-unidentified = Личность умершего не установлена, искать не по чему.
checks-alike-nothing = Других дел о той же смерти не найдено.
checks-alike-open = { $count ->
    [one] Похоже { $count } дело, и никто ещё не сказал, та же ли это смерть.
    [few] Похожи { $count } дела, и никто ещё не сказал, та же ли это смерть.
   *[other] Похожи { $count } дел, и никто ещё не сказал, та же ли это смерть.
}
checks-alike-same = { $count ->
    [one] О { $count } деле должностное лицо сказало, что смерть та же.
   *[other] О { $count } делах должностное лицо сказало, что смерть та же.
}
checks-alike-apart = { $count ->
    [one] О { $count } похожем деле должностное лицо сказало, что смерть другая.
   *[other] О { $count } похожих делах должностное лицо сказало, что смерть другая.
}
checks-alike-record = { $count ->
    [one] В другом учреждении уже есть запись об этой смерти.
   *[other] В других учреждениях уже есть записи об этой смерти: { $count }.
}
checks-dates-agree = Даты согласуются между собой, и ни одна не лежит в будущем.
checks-dates-future = дата позже сегодняшней, { $date }.
checks-dates-before-birth = дата раньше рождения, { $date }.
checks-dates-before-death = дата раньше смерти, { $date }.
checks-dates-before-decision = дата раньше решения, { $date }.
checks-mission-covers = Это учреждение отвечает за страну: { $country }.
checks-mission-unconfirmed = По реестру это учреждение отвечает за страну: { $country }. Эту строку ещё никто не подтвердил.
checks-mission-shared = Страну ({ $country }) делят несколько учреждений, и это одно из них. Какое место к какому относится, реестр не знает.
checks-mission-unknown = Реестр не знает, какое учреждение отвечает за страну: { $country }.
checks-mission-objected = Для страны ({ $country }) реестр называет другое учреждение. Заявитель указал, почему обращается сюда.
checks-mission-other = Для страны ({ $country }) реестр называет другое учреждение: { $mission }.
checks-mission-others = Для страны ({ $country }) реестр называет другие учреждения.
checks-papers-need = { $need } Заявитель указал: «{ $stated }».
checks-papers-unsealed = Заявитель указал, что на документе нет печати выдавшего его органа.
checks-papers-nothing = Документов, к которым относится это правило, нет.
checks-translation-unneeded = Перевод не нужен.
checks-translation-enclosed = Перевод нужен, и он приложен.
checks-translation-only-stated = Перевод нужен. Заявитель указал, что он есть, но файл не приложен.
checks-translation-missing = Нужен перевод на казахский или русский язык, и он не приложен.
checks-attorney-nobody = Никто не действует за другого.
checks-attorney-missing = Заявление подал представитель, а доверенность не приложена.
checks-attorney-undated = Приложена; дата выдачи не указана. Срок и полномочия видны в самом документе.
checks-attorney-later = Выдана { $date }, позже заявления.
checks-attorney-enclosed = Приложена, выдана { $date }. Срок и полномочия видны в самом документе.
checks-consent-none = В заявлении не указана версия согласия.
checks-consent-in-force = Дано к версии { $version } — это текст, который показывал этот сервис.
checks-consent-other = Дано к версии { $version }: такого текста сервис не знает.
checks-files-nothing = Файлы не приложены.
checks-files-none = Файл не приложен.
checks-files-opened = При загрузке файл открылся.
checks-files-unscanned = На вирусы не проверялся: здесь нет антивируса.
checks-files-clean = Вирусов не найдено.
checks-files-waiting = На вирусы ещё не проверен.
checks-files-not-possible = Антивирус не смог его проверить.
checks-files-harmful = Найдено вредное. Подлинник файла не открывайте.

checks-despite-lead = Проверки машины нашли то, что не сходится. Решаете вы; напишите, почему запись всё же составляется.
checks-despite = Почему вы всё же составляете запись?
checks-despite-hint = Например, что видно в документе. Причина остаётся при решении, её читает руководитель учреждения.
checks-despite-short = Причина
checks-despite-row = Составлено, хотя не сошлось: { $checks }
checks-overrides = Записи, составленные, хотя проверка не сошлась
checks-overrides-case = Дело
checks-overrides-official = Должностное лицо
checks-overrides-at = Решено
