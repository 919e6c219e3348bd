# Заслушивание перед отказом (АППК 73, 74). Не видно нигде, пока услуга не заслушивает.

state-preliminary-refusal-applicant = Учреждение планирует отказать. Сначала можете высказаться вы
state-preliminary-refusal-officer = Отказ запланирован: ждёт слова заявителя
state-position-stated-applicant = Учреждение рассматривает ваш ответ
state-position-stated-officer = Заявитель ответил
state-hearing-asked-applicant = Вы попросили вас выслушать. Время назначит учреждение
state-hearing-asked-officer = Нужно назначить время заслушивания
state-hearing-set-applicant = Время заслушивания назначено
state-hearing-set-officer = Заслушивание назначено
state-hearing-held-applicant = Протокол заслушивания готов
state-hearing-held-officer = Протокол заслушивания составлен
timeline-plan-refusal = Учреждение сообщило, что планирует отказать
timeline-state-position = Заявитель ответил письменно
timeline-waive-hearing = Заявитель попросил решить без заслушивания
timeline-ask-hearing = Заявитель попросил его выслушать
timeline-set-hearing = Назначено время заслушивания
timeline-record-hearing = Составлен протокол заслушивания
timeline-remark-protocol = Заявитель высказался о протоколе
timeline-answer-remarks = Дан ответ на замечания к протоколу
timeline-resume-review = Заявление снова проверяется
act-plan-refusal = Сообщить о планируемом отказе
act-state-position = Ответить письменно
act-waive-hearing = Попросить решить без заслушивания
act-ask-hearing = Попросить выслушать
act-remark-protocol = Высказаться о протоколе
act-set-hearing = Назначить время заслушивания
act-record-hearing = Записать протокол
act-answer-remarks = Ответить на замечания
act-resume-review = Не отказывать, проверить ещё раз
case-hearing-answer = Ответить учреждению
case-hearing = Заслушивание перед отказом
hearing-title = Ваше слово перед отказом
hearing-heading = Планируемый отказ, { $when }
hearing-lead-planned = По вашему заявлению ещё ничего не решено. { $day } учреждение планирует отказать. Ниже написано, почему и как это исправить.
hearing-lead-until = До { $when } ответьте письменно или попросите вас выслушать. Написанное позже тоже прочитают, пока решение не принято.
hearing-lead-papers = Если у вас есть лучший документ, напишите о нём в ответе: учреждение откроет его загрузку. Отвечать не обязательно, тогда учреждение решит без ответа.
hearing-lead-stated = Ваш ответ в учреждении. Его прочитают. До { $day } отказа не будет.
hearing-lead-waived = Вы попросили решить без заслушивания. Учреждение может не ждать названного дня.
hearing-lead-asked = Вы попросили вас выслушать. Учреждение назначит время и пришлёт письмо. Вместо этого можно ответить и письменно.
hearing-lead-set = Вас выслушают: { $when }. Если вы не сможете, позвоните в учреждение или ответьте здесь письменно.
hearing-lead-held = Прочитайте протокол и до { $when } скажите, всё ли в нём верно.
hearing-lead-day = До { $day } отказа не будет.
hearing-way = Как вы хотите ответить?
hearing-way-written = письменно, на этой странице
hearing-way-in-person = лично, в учреждении
hearing-way-video = по видеосвязи
hearing-way-phone = по телефону
hearing-way-none = заслушивание не нужно, пусть учреждение решает не дожидаясь
hearing-words = Ваши слова
hearing-words-hint = Если отвечаете письменно, напишите, с чем вы не согласны и почему. Если просите выслушать, напишите удобные часы и номер телефона. Не больше { $max } знаков.
hearing-words-max = Не больше { $max } знаков.
hearing-send = Отправить
hearing-remarks-ask = Верен ли протокол?
hearing-remarks-none = да, замечаний нет
hearing-remarks-some = нет, есть замечания
hearing-remarks-words = Что записано неверно
hearing-send-remarks = Сообщить учреждению
hearing-remarks-accepted = замечания приняты
hearing-remarks-partly = замечания приняты частично
hearing-remarks-declined = замечания отклонены
hearing-error-way-missing = Выберите, как вы хотите ответить
hearing-error-way-late = Время просить о заслушивании прошло. Письменный ответ ещё прочитают
hearing-error-words-missing = Напишите, что хотите сказать
hearing-error-words-too-long = Напишите не больше { $max } знаков
hearing-error-remarks-missing = Выберите, верен ли протокол
hearing-row-grounds = Основание
hearing-row-reasons = Что не так
hearing-row-remedy = Как это исправить
hearing-row-listens = Кто слушает
hearing-row-object-by = Ответить до
hearing-row-decide-from = Отказа не будет раньше
hearing-row-way = Как выслушать
hearing-row-asked = Когда попросили
hearing-row-wish = Пожелание заявителя
hearing-row-position = Письменный ответ
hearing-row-stated = Когда ответили
hearing-row-waived = Попросили решить без заслушивания
hearing-row-when = Время заслушивания
hearing-row-place = Место или связь
hearing-row-began = Начало
hearing-row-ended = Окончание
hearing-row-presided = Председательствовал
hearing-row-secretary = Секретарь
hearing-row-present = Кто участвовал
hearing-row-said = Что говорили: объяснения, вопросы, ответы
hearing-row-made = Протокол составлен
hearing-row-no-remarks = Замечаний к протоколу нет
hearing-row-remarks = Замечания к протоколу
hearing-row-answer = Ответ на замечания
hearing-row-answer-reason = Почему
desk-preliminary-refusal-title = { $reference }: планируемый отказ
desk-preliminary-refusal-lead = Это ещё не отказ. Заявитель узнаёт причину и может ответить письменно или попросить его выслушать (статья 73 АППК). Срок решения ждёт дня решения. Пишите на языке заявителя.
desk-preliminary-refusal-button = Сообщить заявителю
desk-preliminary-refusal-done = Заявителю сообщено о планируемом отказе.
desk-preliminary-refusal-remedy-hint = Какой документ или сведения исправили бы дело.
desk-preliminary-refusal-remedy-error-missing = Напишите, как это исправить
desk-preliminary-refusal-day = День решения
desk-preliminary-refusal-day-hint = После уведомления должны пройти полные рабочие дни. Раньше этого дня отказать нельзя.
desk-preliminary-refusal-day-error-missing = Выберите день решения
desk-hearing-title = { $reference }: время заслушивания
desk-hearing-lead = Заявитель попросил его выслушать. Назначьте день и час в рабочее время. День решения будет после заслушивания, срок ждёт его.
desk-hearing-button = Назначить время
desk-hearing-done = Время заслушивания назначено.
desk-hearing-place = Место или связь
desk-hearing-place-hint = Кабинет, ссылка на видеосвязь или номер телефона. Заявитель прочитает это в письме.
desk-hearing-place-error-missing = Напишите место или связь
desk-hearing-at-error-missing = Введите день и время
desk-hearing-at-error-unreadable = Введите день и время как в примере
desk-hearing-at-error-past = Это время уже прошло
desk-hearing-at-error-no-such-time = Такого времени нет: часы переводят
desk-hearing-at-error-not-office-hours = В это время учреждение не работает
desk-hearing-at-error-too-far = Праздники этого года неизвестны
desk-hearing-at-error-too-late = Выберите день в пределах ближайших десяти рабочих дней
desk-hearing-protocol-title = { $reference }: протокол заслушивания
desk-hearing-protocol-lead = Протокол составляют в течение двух рабочих дней после заслушивания (статья 74 АППК). Заявитель читает его и может высказать замечания. Если никто не пришёл, напишите это.
desk-hearing-protocol-button = Сохранить протокол и сообщить
desk-hearing-protocol-done = Протокол сохранён.
desk-hearing-protocol-from = Время начала
desk-hearing-protocol-to = Время окончания
desk-hearing-protocol-secretary-hint = Кто вёл протокол: фамилия и инициалы.
desk-hearing-protocol-present-hint = Заявитель и другие люди; если никто не пришёл, напишите это.
desk-hearing-protocol-said-hint = Кто что сказал, на языке заявителя. Выводов здесь не пишут.
desk-hearing-protocol-times-error-missing = Введите время начала и окончания
desk-hearing-protocol-times-error-no-such-time = Такого времени нет: часы переводят
desk-hearing-protocol-times-error-ahead = Окончание должно быть после начала и не позже этой минуты
desk-hearing-protocol-secretary-error-missing = Напишите, кто секретарь
desk-hearing-protocol-present-error-missing = Напишите, кто участвовал
desk-hearing-protocol-said-error-missing = Напишите, что говорили
desk-hearing-remarks-title = { $reference }: замечания к протоколу
desk-hearing-remarks-lead = Председательствовавший принимает замечания или отклоняет их и говорит почему (часть 6 статьи 74 АППК). Пока ответа нет, отказать нельзя.
desk-hearing-remarks-button = Ответить
desk-hearing-remarks-done = На замечания дан ответ.
desk-hearing-remarks-answer-error-missing = Выберите ответ
desk-hearing-remarks-reason-error-missing = Напишите почему
desk-resumed-review-title = { $reference }: не отказывать, проверить ещё раз
desk-resumed-review-lead = Заявление возвращается на проверку: можно запросить дополнение или удовлетворить его. Если потом понадобится отказать, заявителя выслушают снова.
desk-resumed-review-button = Вернуть на проверку
desk-resumed-review-done = Заявление снова проверяется.
desk-refusal-grounds-error-not-heard = Об этом основании заявителя не выслушали. Оставьте названные основания или верните заявление на проверку
letter-preliminary-refusal-subject = { $reference }: планируется отказ, сначала можете ответить вы
letter-preliminary-refusal-body =
    По вашему заявлению ещё ничего не решено. Учреждение планирует отказать. День решения: { $decide_on }

    Основание: { $grounds }
    Что не так: { $reason }

    Как это исправить: { $remedy }

    Вы можете ответить письменно или попросить вас выслушать: в учреждении, по видеосвязи или по телефону. Сделайте это до { $answer_by }. Вас выслушает: { $official }.
    Если вы не ответите, учреждение решит без ответа. Ответить здесь: { $url }

    { $mission }
    { $phone }
letter-preliminary-refusal-sms = { $reference }: важное сообщение, прочитайте до { $answer_by_date }: { $url }
letter-hearing-set-subject = { $reference }: когда вас выслушают
letter-hearing-set-body =
    Вы попросили вас выслушать ({ $way }).

    Когда: { $when }
    Место или связь: { $place }
    Вас выслушает: { $official }

    Сказанное запишут в протокол, вы его прочитаете. Если вы не сможете, позвоните в учреждение или ответьте письменно: { $url }
    До { $decide_on } отказа не будет.

    { $mission }
    { $phone }
letter-hearing-set-sms = { $reference }: вас выслушают { $when }. { $url }
letter-hearing-recorded-subject = { $reference }: протокол заслушивания
letter-hearing-recorded-body =
    Заслушивание прошло: { $when }. Протокол готов: { $url }

    Прочитайте его и до { $answer_by } скажите, всё ли верно. На ваши замечания ответят.
    До { $decide_on } отказа не будет.

    { $mission }
    { $phone }
letter-hearing-recorded-sms = { $reference }: прочитайте протокол до { $answer_by_date }: { $url }
letter-remarks-answered-subject = { $reference }: ответ на ваши замечания к протоколу
letter-remarks-answered-body =
    Вы высказали замечания к протоколу (заслушивание: { $when }).

    Ответ: { $decision }
    Почему: { $reason }

    До { $decide_on } отказа не будет.
    Ваше заявление: { $url }

    { $mission }
    { $phone }
letter-remarks-answered-sms = { $reference }: на ваши замечания дан ответ. { $url }
letter-review-resumed-subject = { $reference }: отказа нет, заявление снова проверяется
letter-review-resumed-body =
    Учреждение сейчас не отказывает. Ваше заявление снова проверяют, решение будет до { $deadline }.
    Если что-то понадобится, учреждение вам напишет. Сейчас вам ничего делать не нужно.
    Ваше заявление: { $url }

    { $mission }
    { $phone }
letter-review-resumed-sms = { $reference }: ваше заявление снова проверяется. { $url }
