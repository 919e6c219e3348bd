# Sentences of the papers: application, certificate, refusal. Layout is in templates/papers/.

# Every paper
paper-test-banner = ПРОБА. Составлено с тестовыми ключами. Юридической силы не имеет.
paper-sample = ОБРАЗЕЦ
paper-unprintable = Код вида [U+6771] стоит на месте знака, которого нет в шрифте этого документа.
paper-unprintable-application = Код вида [U+6771] стоит на месте знака, которого нет в шрифте этого документа. Точный текст, как он был введён, есть во вложенном файле request.json.
paper-not-provided = Не указано
paper-not-known = Неизвестно
paper-state = Республика Казахстан

# Dates (UX.md 2.1)
paper-date = { $day } { $month } { $year } г.
paper-month-and-year = { $month } { $year } г.
paper-month-1 = январь
paper-month-2 = февраль
paper-month-3 = март
paper-month-4 = апрель
paper-month-5 = май
paper-month-6 = июнь
paper-month-7 = июль
paper-month-8 = август
paper-month-9 = сентябрь
paper-month-10 = октябрь
paper-month-11 = ноябрь
paper-month-12 = декабрь
paper-month-in-date-1 = января
paper-month-in-date-2 = февраля
paper-month-in-date-3 = марта
paper-month-in-date-4 = апреля
paper-month-in-date-5 = мая
paper-month-in-date-6 = июня
paper-month-in-date-7 = июля
paper-month-in-date-8 = августа
paper-month-in-date-9 = сентября
paper-month-in-date-10 = октября
paper-month-in-date-11 = ноября
paper-month-in-date-12 = декабря

# Application
paper-application-title = Заявление
paper-application-subtitle = о государственной регистрации смерти за рубежом
paper-addendum-title = Дополнение к заявлению
paper-changes-heading = Что изменено
paper-changes-about = Это дополнение № {$number} к заявлению {$reference}. Первое заявление и его подтверждение остаются без изменений.
paper-changes-first-file = SHA-256 файла первого заявления
paper-changes-what = Ответ
paper-changes-before = Было
paper-changes-after = Стало
paper-changes-whole = Ниже заявление приведено полностью, с изменениями.
paper-to = Кому
paper-from = От кого
paper-iin-number = ИИН { $iin }
paper-essence = Прошу произвести государственную регистрацию смерти и выдать свидетельство о смерти { $language }. Умерший человек: { $name }.
paper-essence-unidentified = Прошу произвести государственную регистрацию смерти неопознанного человека и выдать свидетельство о смерти { $language }.
paper-in-language-kk = на казахском языке
paper-in-language-ru = на русском языке
paper-application-date = Дата заявления
paper-applicant-signature = Подпись (только на бумаге)
paper-application-signing = Заявитель подписывает или подтверждает этот файл целиком, вместе со списком документов и их хеш-суммами. Подпись от руки нужна, только если заявление подают на бумаге.
paper-attachment-description = Ответы этого заявления в виде данных (JSON, RFC 8785)
paper-attachment-note = Вложенный файл request.json содержит те же ответы в виде данных. Его SHA-256:

# Application: the applicant
paper-section-applicant = Заявитель
paper-surname = Фамилия
paper-given-name = Имя
paper-patronymic = Отчество
paper-latin-name = Имя латинскими буквами, как в паспорте
paper-iin = ИИН
paper-iin-proven = подтверждён электронной цифровой подписью
paper-iin-declared = указан заявителем
paper-postal-address = Почтовый адрес
paper-phone = Телефон
paper-email = Электронная почта
paper-relation = Кем приходится умершему
paper-relation-spouse = Муж или жена
paper-relation-child = Сын или дочь
paper-relation-parent = Отец или мать
paper-relation-sibling = Брат или сестра
paper-relation-grand = Внук, внучка, дедушка или бабушка
paper-relation-other-relative = Другой родственник: { $said }
paper-relation-other = Не родственник: { $said }
paper-relation-representative = Представитель по доверенности
paper-principal = Действует от имени
paper-writes-in = Язык переписки
paper-mission-basis = Как определено загранучреждение
paper-mission-only = Единственное в стране проживания
paper-mission-chosen = Выбрано заявителем; консульский округ не проверен
paper-mission-asked = Указано заявителем после обращения; в стране проживания загранучреждения нет
paper-mission-objected = Выбрано заявителем, который считает, что в реестре указано не то
paper-mission-reason = Почему

# Languages
paper-language-ar = арабский
paper-language-az = азербайджанский
paper-language-be = белорусский
paper-language-cs = чешский
paper-language-de = немецкий
paper-language-en = английский
paper-language-es = испанский
paper-language-fa = персидский
paper-language-fr = французский
paper-language-he = иврит
paper-language-hi = хинди
paper-language-it = итальянский
paper-language-ja = японский
paper-language-kk = казахский
paper-language-ko = корейский
paper-language-ky = киргизский
paper-language-nl = нидерландский
paper-language-pl = польский
paper-language-pt = португальский
paper-language-ru = русский
paper-language-tr = турецкий
paper-language-uk = украинский
paper-language-uz = узбекский
paper-language-zh = китайский

# Application: the person who died
paper-section-person = Умерший человек
paper-identity = Личность
paper-unidentified = Не установлена
paper-description = Описание в медицинском документе
paper-sex = Пол
paper-sex-male = Мужской
paper-sex-female = Женский
paper-born-on = Дата рождения
paper-born-in = Место рождения
paper-citizenship = Гражданство
paper-ethnicity = Национальность, как в удостоверяющем документе
paper-last-residence = Последнее место жительства
paper-marital-status = Семейное положение
paper-marital-married = В браке
paper-marital-not-married = В браке не состоял (не состояла)
paper-marital-divorced = В разводе
paper-marital-widowed = Вдовец или вдова

# Application: the death
paper-section-death = Смерть
paper-died-on = Дата смерти
paper-died-in = Место смерти
paper-basis = Документ, подтверждающий смерть
paper-basis-medical = Документ медицинской организации
paper-basis-court = Вступившее в силу решение суда
paper-basis-issued-by = Кем выдан
paper-basis-number = Номер документа
paper-basis-issued-on = Дата выдачи
paper-court = Суд
paper-case-number = Номер дела
paper-decided-on = Дата решения
paper-in-force-on = Вступило в силу
paper-cause = Причина смерти
paper-cause-from-paper = Сотрудник перенесёт её из документа
paper-cause-not-stated = В документе не указана

# Application: what is surrendered, the certificate
paper-section-surrendered = Документы умершего человека
paper-identity-document = Документ, удостоверяющий личность, к сдаче
paper-identity-document-missing = Почему его нельзя сдать
paper-military-id = Военный билет
paper-military-id-yes = Будет сдан
paper-military-id-no = Сдавать нечего
paper-section-certificate = Свидетельство
paper-certificate-language = Язык свидетельства
paper-collector = Кто получит
paper-collector-applicant = Заявитель

# Application: enclosed documents
paper-section-documents = Приложенные документы
paper-documents-none = Документы не приложены.
paper-file-name = Файл
paper-file-size = Размер
paper-file-sha256 = SHA-256 файла
paper-size-kilobytes = { $number } кБ
paper-size-megabytes = { $whole },{ $tenth } МБ
paper-document-issued = Выдан: { $country }, { $date }
paper-document-issued-undated = Выдан: { $country }
paper-document-language = Язык: { $language }
paper-document-language-kk-ru = казахский и русский
paper-document-language-other = другой язык
paper-document-stamped = По установленной форме, с печатью
paper-document-not-stamped = Без печати или не по установленной форме
paper-certified-nothing = Без апостиля и легализации
paper-certified-apostille = Приложен апостиль
paper-certified-legalization = Приложена легализация
paper-certified-same-page = Апостиль или легализация на той же странице
paper-document-translation = Приложен перевод на казахский или русский язык
paper-document-medical = Медицинский документ о смерти
paper-document-court-decision = Решение суда
paper-document-local-death-certificate = Свидетельство о смерти страны пребывания
paper-document-kinship = Документ о близком родстве
paper-document-power-of-attorney = Доверенность
paper-document-deceased-identity = Документ, удостоверяющий личность умершего человека
paper-document-applicant-passport = Паспорт заявителя
paper-document-translation-kind = Перевод
paper-document-apostille = Апостиль или легализация

# Application: consent (Law on personal data, art. 8); its words stand in services/death-abroad/consent.toml
paper-consent-version = Согласие дано на текст в редакции { $version }.

# Signature and stamp of an officer
paper-place-signature = Подпись
paper-place-stamp = Место печати
paper-certificate-signing = Сотрудник подписывает это свидетельство от руки и ставит печать. Электронной подписи на нём нет.
paper-refusal-signing = Сотрудник подписывает это решение от руки и ставит печать. Электронной подписи на нём нет.
paper-signed-eds = Сотрудник подписал этот файл своей ЭЦП. Подпись хранится рядом с ним.

# Certificate (Family Code, art. 274)
paper-certificate-title = Свидетельство о смерти
paper-certificate-number = Серия и номер { $number }
paper-age = Возраст, полных лет
paper-record-date = Дата составления записи акта
paper-record-number = Номер записи акта
paper-record-body = Место государственной регистрации
paper-issued-on = Дата выдачи
paper-issued-by = Кем выдано

# Refusal (Administrative Procedural and Process-Related Code, art. 80)
paper-refusal-title = Мотивированный отказ
paper-refusal-reference = Номер заявления
paper-refusal-date = Дата решения
paper-refusal-body = Кто принял решение
paper-refusal-official = Должностное лицо
paper-refusal-applicant = Заявитель
paper-refusal-applied-on = Дата заявления
paper-refusal-subject = Рассмотренный вопрос
paper-refusal-question = Государственная регистрация смерти и выдача свидетельства о смерти. Умерший человек: { $name }
paper-refusal-question-unidentified = Государственная регистрация смерти неопознанного человека и выдача свидетельства о смерти
paper-refusal-opening = Примите наши соболезнования.
paper-refusal-decided = Мы рассмотрели ваше заявление и не можем зарегистрировать смерть по тем документам и сведениям, которые у нас есть. Ниже — основания, причины и то, что вы можете сделать дальше.
paper-refusal-grounds = Основания по закону
paper-refusal-reasons = Причины
paper-refusal-again-heading = Вы можете обратиться снова
paper-refusal-again = Когда причина отказа устранена, вы можете обратиться снова в общем порядке (Закон о государственных услугах, статья 19-1, пункт 3). Услуга бесплатна.
paper-complaint-heading = Вы можете подать жалобу
paper-complaint-body = Жалобу рассматривает вышестоящий орган: { $body }.
paper-complaint-order = Подайте её в орган, который принял это решение: { $mission }. В течение 3 рабочих дней этот орган направит жалобу и материалы дела в вышестоящий орган, если сам не удовлетворит жалобу полностью (Административный процедурно-процессуальный кодекс (АППК), статья 91, пункт 4).
paper-complaint-term = Срок подачи — { $months } мес. со дня, когда вы узнали об этом решении (АППК, статья 92, пункт 1). Жалобу примут и после срока: объясните в ней, почему он пропущен.
paper-complaint-content = Укажите в ней (АППК, статья 93, пункт 2): кто её рассматривает; ваше имя, ИИН, почтовый адрес и место проживания; чьё решение вы обжалуете; что произошло и чем это подтверждается; дату; вашу подпись; перечень приложений.
paper-complaint-court = После решения по жалобе вы можете обратиться в суд, если законом не установлено иное (АППК, статья 91, пункт 5).

## Complaint

paper-complaint-title = Жалоба
paper-complaint-against = На кого подаётся жалоба
paper-complaint-about = О чём жалоба
paper-complaint-subject = Что обжалуется
paper-complaint-subject-refusal = Отказ в оказании государственной услуги
paper-complaint-subject-not-registered = Отказ в регистрации заявления
paper-complaint-subject-deadline-missed = Решение не принято в срок
paper-complaint-subject-action = Действие или бездействие должностного лица
paper-complaint-learned-on = День, когда заявитель узнал
paper-complaint-residence = Адрес фактического проживания
paper-complaint-circumstances = Обстоятельства и доказательства
paper-complaint-late = Почему позже срока
paper-complaint-asked = Чего просит заявитель
paper-complaint-wishes = Просьба
paper-complaint-wish-cancel = Отменить решение и зарегистрировать смерть
paper-complaint-wish-decide-now = Принять решение по заявлению без промедления
paper-complaint-wish-explain = Объяснить причины решения
paper-complaint-wish-other = Иное, как сказано в обстоятельствах
paper-complaint-files = Приложения
paper-complaint-no-files = Приложений нет.
paper-complaint-date = Дата жалобы
paper-complaint-signing = Заявитель подписывает или подтверждает этот файл целиком. Подпись от руки нужна, только если жалоба подаётся на бумаге.
paper-complaint-data = Данные жалобы (JSON, RFC 8785)
paper-complaint-data-note = SHA-256 приложенного файла complaint.json:

# Что получает у окна человек, который принёс заявление на бумаге

paper-form-number = Бланк { $number }
paper-application-signing-by-hand = Заявитель подписывает это заявление от руки и приносит его в загранучреждение с удостоверяющим личность документом и оригиналами. Бланк находят по номеру внизу каждой страницы.
paper-slip-accepted-title = Расписка о приёме заявления на бумаге
paper-slip-not-accepted-title = Заявление на бумаге не принято
paper-slip-form-number = Номер бланка
paper-slip-at = Дата и время (местное)
paper-slip-moment = { $date }, { $time }
paper-slip-about = Умерший человек
paper-slip-unidentified = Неопознанный человек
paper-slip-registered = Дата регистрации
paper-slip-due = Решение не позднее
paper-slip-documents = Принятые документы
paper-slip-enclosed = Документы, приложенные к бланку
paper-slip-document = { $document }, файлов: { $count }
paper-slip-next-heading = Что будет дальше
paper-slip-next = Загранучреждение принимает решение за 3 рабочих дня, считая со дня, следующего за регистрацией. О каждом шаге мы напишем вам; можно и спросить в загранучреждении, назвав номер заявления.
paper-slip-free = Услуга бесплатна.
paper-slip-signing = Сотрудник подписывает эту бумагу от руки.
paper-slip-surrendered-title = Расписка о приёме документов умершего человека
paper-slip-surrendered-by = Сдал(а)
paper-slip-surrendered = Принятые документы
paper-slip-surrendered-heading = Почему
paper-slip-surrendered-law = Документы, удостоверяющие личность умершего человека, и военный билет сдаются при регистрации смерти (Кодекс «О браке (супружестве) и семье», статья 270, пункт 4).
paper-slip-surrendered-check = Проверьте список, прежде чем уйти. Сохраните эту расписку.
paper-slip-reason-heading = Причина по закону
paper-slip-reason-incomplete-documents = Представлен неполный пакет документов (Закон о государственных услугах, статья 19).
paper-slip-reason-expired-documents = Истёк срок действия документа (Закон о государственных услугах, статья 19).
paper-slip-remedy-heading = Что вы можете сделать
paper-slip-complaint = Жалобу можно подать в орган: { $body } — через { $mission }, в срок { $months } мес. со дня, когда вы об этом узнали (АППК, статьи 91 и 92).
paper-blank = Серия и номер бланка
paper-complaint-subject-annulment = Аннулирование актовой записи
paper-complaint-wish-cancel-annulment = Отменить аннулирование актовой записи
paper-complaint-decision-title = Решение по жалобе
paper-complaint-decision-from = Кто подал жалобу
paper-complaint-decision-filed-on = Дата подачи жалобы
paper-complaint-decision-act = Что обжалуется
paper-complaint-decision-essence = Суть жалобы
paper-complaint-decision-decided = Решение
paper-complaint-decision-reasons = Обоснование и нормы закона
paper-complaint-decision-satisfied = Жалоба удовлетворена полностью (АППК, статья 91, пункт 4).
paper-complaint-decision-cancel = Акт отменён (АППК, статья 100, пункт 1, подпункт 1).
paper-complaint-decision-cancel-and-adopt = Акт отменён, должен быть принят новый (АППК, статья 100, пункт 1, подпункт 2).
paper-complaint-decision-perform-action = Должно быть совершено действие (АППК, статья 100, пункт 1, подпункт 3).
paper-complaint-decision-without-satisfaction = Жалоба оставлена без удовлетворения (АППК, статья 100, пункт 1, подпункт 4).
paper-complaint-decision-send-back = Дело возвращено с указанием нарушений (АППК, статья 100, пункт 1, подпункт 5).
paper-complaint-decision-without-consideration = Жалоба оставлена без рассмотрения (АППК, статья 95 и статья 100, пункт 1, подпункт 6).
paper-complaint-decision-next = Что дальше
paper-complaint-decision-binding = Это решение обязательно для исполнения (АППК, статья 100, пункт 4).
paper-complaint-decision-court = Если вы не согласны, вы можете обратиться в другой орган, рассматривающий жалобы, или в суд (АППК, статья 100, пункт 6).
paper-complaint-decision-signing = Учреждение скрепило это решение печатью со вторым фактором должностного лица. Печать не подпись: должностное лицо подписывает документ от руки и ставит штамп.
