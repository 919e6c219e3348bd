# Данные, по которым работает услуга; меняются с рабочего места.

desk-nav-registers = Реестры
registers-title = Реестры и правила услуги
registers-lead = Услуга работает по этим файлам. Изменение готовят, смотрят построчно, его одобряет второй администратор, и оно действует со своего дня. Дела сохраняют правила, по которым они поступили.
registers-coverage-title = Какое загранучреждение обслуживает какую страну
registers-coverage-lead = Если загранучреждение неизвестно, человек попадает на страницу «спросить». Догадок нет.
registers-in-force = Действует сейчас
registers-name = Файл
registers-what = Что в нём
registers-lines = Строк
registers-unverified = Неподтверждённых сведений
registers-origin = Откуда
registers-changed = изменён здесь
registers-shipped = как поставлен
registers-file-missions = Загранучреждения: названия, адреса, телефоны, часы
registers-file-districts = Страны, которые обслуживают из других стран
registers-file-treaties = Договоры о документах, их стороны и даты
registers-file-holidays-kz = Выходные и праздники Казахстана
registers-file-holidays-host = Выходные и праздники стран пребывания
registers-file-closures = Дни, когда загранучреждения закрыты
registers-file-country-names-override = Названия стран, которые отличаются от пакета
registers-file-afterwards = Что ещё бывает нужно после смерти за рубежом
registers-file-passport = Услуга: сроки, документы, плата, жалоба
registers-file-refusals = Основания отказа и причины не регистрировать
registers-file-consent = Текст согласия, редакция за редакцией
registers-new = Изменить файлы
registers-new-lead = Скачайте файл, измените его в редакторе или таблице и пришлите сюда под тем же именем. До одобрения вторым администратором ничего не действует.
registers-files = Изменённые файлы
registers-files-hint = Один или несколько файлов из списка выше, CSV или TOML в кодировке UTF-8.
registers-files-chosen = Выбрано файлов: %{"{"}count{"}"}
registers-reason = Почему
registers-reason-hint = Например: новый телефон посольства, письмо от 20 ноября.
registers-show = Показать, что изменится
registers-changes = Изменения
registers-none = Здесь ещё ничего не меняли.
registers-made = Подготовлено
registers-by = Кем
registers-stage = Состояние
registers-stage-draft = черновик
registers-stage-proposed = ждёт второго администратора
registers-stage-approved = одобрено
registers-stage-rejected = не одобрено
registers-stage-withdrawn = отозвано
registers-from = Действует с
registers-from-approval = момента одобрения
registers-from-hint = Например, 01.12.2026, с полуночи по Астане. Оставьте пустым, если сразу после одобрения.
registers-change-title = Изменение реестров
registers-decided = Решено
registers-word = Слово второго администратора
registers-word-hint = Нужно, если вы не одобряете.
registers-added = Новая строка
registers-removed = Удалена
registers-altered = Изменена
registers-differs =
    { $count ->
        [one] Отличается { $count } строка.
        [few] Отличаются { $count } строки.
       *[many] Отличается { $count } строк.
    }
registers-more =
    { $count ->
        [one] Ещё { $count } строка не показана.
        [few] Ещё { $count } строки не показаны.
       *[many] Ещё { $count } строк не показано.
    }
registers-row = Строка
registers-column = Столбец
registers-before = Было
registers-after = Стало
registers-moved = Страны, которые будет обслуживать другое загранучреждение
registers-moved-lead = Отправленные запросы остаются у своего загранучреждения.
registers-country = Страна
registers-code = Код
registers-served = Кто обслуживает
registers-choose = Человек выбирает: { $missions }
registers-ask = Загранучреждение неизвестно: страница «спросить»
registers-one = Страну обслуживает одно загранучреждение
registers-choice = Человек выбирает из нескольких
registers-propose = Отправить второму администратору
registers-withdraw = Отозвать
registers-approve = Одобрить
registers-reject = Не одобрять
registers-error-files-missing = Выберите хотя бы один файл
registers-error-files-unknown = Такого файла нет в списке выше: сохраните имя файла
registers-error-files-too-big = Файл больше { $megabytes } МБ
registers-error-files-too-long = В файле может быть не больше 20 000 строк
registers-error-files-twice = Один файл прислан дважды
registers-error-files-same = Эти файлы не отличаются от действующих или уже одобренных
registers-error-files-unfit = Данные не сходятся. { $why }
registers-error-reason-missing = Напишите, почему
registers-error-reason-too-long = Не больше { $max } знаков
registers-error-from-unreadable = Введите дату, например 01.12.2026
registers-error-from-past = День должен быть в будущем
registers-error-from-too-far = Не больше чем на 400 дней вперёд
registers-error-word-missing = Напишите, почему вы не одобряете
registers-error-word-too-long = Не больше { $max } знаков
registers-error-approve-changed-meanwhile = Один из файлов тем временем изменили. Попросите подготовить изменение заново, от сегодняшнего файла
registers-error-approve-before-earlier = Оно начало бы действовать раньше изменения, от которого сделано. Попросите более поздний день
registers-error-approve-one-hand = Составитель изменения выдал вам пароль менее 30 дней назад. Утверждает другой администратор
timeline-propose-registers = Изменение реестров отправлено второму администратору
timeline-approve-registers = Изменение реестров одобрено
timeline-reject-registers = Изменение реестров не одобрено
timeline-withdraw-registers = Изменение реестров отозвано
registers-file-whole = Файл целиком
registers-behind = изменён здесь; в этой версии программы есть более новый файл, его закрывает изменение
