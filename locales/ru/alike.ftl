# Cases that look like the same death.

alike-heading = Похожие дела
alike-none = Других дел о той же смерти не найдено. Искали по ИИН, затем по имени, дате рождения (до года) и дате смерти (до пяти дней).
alike-some = Эти дела могут быть о той же смерти. Сравните их, прежде чем решать.
alike-record = Запись акта о смерти человека с этим ИИН уже есть: { $number }. Прежде чем решать, спросите министерство.
alike-title = { $one } и { $other }: одна ли это смерть?
alike-lead = Машина лишь заметила сходство. Смотрите и говорите вы; ни одно дело само не закрывается.
alike-open = Открыть дело { $reference }
alike-caption = Ответы в двух делах
alike-column-answer = Ответ
alike-column-found = Сравнение
alike-row-same = совпадает
alike-row-differs = различается
alike-said = Что сказано
alike-nothing-said = Об этих двух делах ещё ничего не сказано.
alike-said-same = Одна и та же смерть
alike-said-other = Разные смерти
alike-iin-same = ИИН совпадает
alike-iin-differs = ИИН разные
alike-name = имена пишутся похоже
alike-born = между датами рождения: { $count ->
    [one] { $count } день
    [few] { $count } дня
   *[other] { $count } дней
}
alike-died = между датами смерти: { $count ->
    [one] { $count } день
    [few] { $count } дня
   *[other] { $count } дней
}
alike-same = Они об одной и той же смерти?
alike-same-yes = Да, об одной
alike-same-no = Нет, о разных людях
alike-reason = Откуда это видно?
alike-reason-hint = Напишите, по какому документу или с чьих слов. Запись нельзя изменить.
alike-button = Сохранить
alike-error-same-missing = Выберите, об одной ли они смерти
alike-error-reason-missing = Напишите, откуда это видно
alike-error-reason-too-long = Напишите не больше { $max } знаков
timeline-judge-likeness = Сравнены похожие дела
