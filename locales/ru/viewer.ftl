# Бумаги рядом с ответами: просмотр, сверка, внутренние заметки.

sheet-title = Страница { $page } из { $pages }: { $document }
sheet-facts = { $name }, загружено { $uploaded }, { $size }.
sheet-look = Посмотреть страницы
sheet-papers = Приложенные бумаги
sheet-smaller = Мельче
sheet-larger = Крупнее
sheet-turn = Повернуть вправо
sheet-previous = Предыдущая страница
sheet-next = Следующая страница
sheet-previous-document = Предыдущий файл
sheet-next-document = Следующий файл
sheet-beside = Показать рядом
sheet-alone = Закрыть вторую страницу
sheet-original = Открыть сам файл
sheet-not-drawn = Эту страницу нельзя показать здесь. Откройте файл таким, каким его прислали.
sheet-replaced = Заменено дополнением заявителя
compare-title = Ответы и бумаги: { $reference }
compare-heading = Ответы и бумаги
compare-lead = По каждому ответу отметьте, что сказано в бумагах. Это помогает тому, кто решает, но само ничего не решает.
compare-link = Сверить ответы с бумагами
compare-ask = Спросить заявителя о расхождениях
compare-differs = { $count ->
    [0] Расхождений с бумагами нет.
    [one] { $count } ответ расходится с бумагами.
    [few] { $count } ответа расходятся с бумагами.
   *[other] { $count } ответов расходятся с бумагами.
}
compare-left = { $count ->
    [0] Все ответы сверены.
    [one] Ещё не сверен { $count } ответ.
    [few] Ещё не сверены { $count } ответа.
   *[other] Ещё не сверены { $count } ответов.
}
compare-saved = Сохранено { $when }, { $who }.
compare-done = Сохранено.
compare-found-matches = Совпадает
compare-found-differs = Расходится
compare-found-not-on-paper = В бумагах нет
compare-found-none = Не сверено
compare-page = Страница
compare-seen = Что сказано в бумаге, если расходится
compare-seen-value = в бумаге: «{ $seen }»
compare-both = Ответ: { $value }. В бумаге: { $seen }
compare-origin-typed = Написал заявитель
compare-origin-certificate = Из сертификата ЭЦП
compare-applicant-name = Имя заявителя
compare-applicant-iin = ИИН заявителя
compare-save = Сохранить
compare-leaf = Отметки сохраняются каждый раз, когда вы листаете, меняете масштаб или поворачиваете страницу.
compare-question = { $label }: вы указали «{ $value }», а в бумаге написано «{ $seen }». Проверьте, пожалуйста, что верно.
compare-error-at-missing = { $label }: выберите страницу
compare-error-seen-missing = { $label }: напишите, что сказано в бумаге
compare-error-seen-too-long = { $label }: не больше { $max } знаков
note-title = Внутренние заметки: { $reference }
note-heading = Внутренние заметки
note-lead = Для сотрудников учреждения и аудиторов. Заявитель заметок не видит. Изменить или убрать заметку нельзя.
note-label = Новая заметка
note-hint = Пишите о фактах: кого спросили, что выяснили.
note-button = Сохранить заметку
note-link = Написать заметку
note-none = Заметок нет.
note-error-missing = Напишите заметку
note-error-too-long = Заметка должна быть не длиннее { $max } знаков
timeline-compare-papers = Ответы сверены с бумагами
timeline-note = Написана внутренняя заметка
