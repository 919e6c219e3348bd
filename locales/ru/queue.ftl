# The queue: tabs, search, taking cases up.

desk-tab-open = Открытые
desk-tab-mine = Мои
desk-tab-new = Новые
desk-tab-check = На проверке
desk-tab-waiting = Ждут заявителя
desk-tab-prepare = К подготовке
desk-tab-hand-over = К выдаче
desk-tab-late = Просроченные
desk-tab-all = Все
desk-tab-caption-open = Открытые дела, сначала с ближайшим сроком
desk-tab-caption-mine = Открытые дела, которые вы взяли
desk-tab-caption-new = Дела, которые нужно зарегистрировать или отклонить
desk-tab-caption-check = Дела, которые нужно проверить и решить
desk-tab-caption-waiting = Дела, по которым у заявителя что-то запрошено
desk-tab-caption-prepare = Дела с положительным решением: свидетельство и время выдачи
desk-tab-caption-hand-over = Свидетельства к выдаче
desk-tab-caption-late = Дела, срок которых истёк
desk-tab-caption-all = Все дела, по сроку
desk-queue-empty-tab = Таких дел нет.
desk-queue-choose = Выбрать
desk-queue-assignee = Кто взял
desk-search-label = Найти дело
desk-search-hint = Номер, ИИН или имена казахскими, русскими или латинскими буквами
desk-search-button = Найти
desk-search-for = Вы искали:
desk-search-nothing = Ничего не найдено. Проверьте написание, уберите лишние слова или ищите по ИИН.
desk-search-error-too-long = Введите не больше { $max } знаков
desk-assign-take-button = Взять
desk-assign-release-button = Вернуть в общую очередь
desk-assign-case-error-missing = Выберите хотя бы одно дело
desk-assign-case-error-too-many = Выберите не больше { $max } дел
timeline-assign = Назначен сотрудник по делу
desk-case-take = Взять это дело
desk-case-release = Вернуть это дело в общую очередь
desk-search-found =
    Найдено: { $count ->
        [one] { $count } дело
        [few] { $count } дела
       *[other] { $count } дел
    }
desk-search-many = { $count } самых новых дел; добавьте слово, чтобы сузить поиск
desk-assign-take =
    Взято: { $done }. { $left ->
        [0] Теперь все они ваши.
       *[other] Осталось без изменений, потому что их взял другой сотрудник или они закрыты: { $left }.
    }
desk-assign-release =
    Возвращено в общую очередь: { $done }. { $left ->
        [0] Их может взять любой сотрудник загранучреждения.
       *[other] Осталось без изменений, потому что их взял другой сотрудник или они закрыты: { $left }.
    }
desk-case-taken = Вы взяли это дело.
desk-case-released = Дело снова свободно.
desk-case-left = Ничего не изменилось: это дело взял другой сотрудник, или оно закрыто.
desk-queue-nobody = Никто
desk-nav-workload = Загрузка
desk-workload-title = У кого сколько дел
desk-workload-lead = Открытые дела вашего загранучреждения. Распределяйте их в списке дел.
desk-workload-caption = Открытые дела по сотрудникам
desk-workload-officer = Сотрудник
desk-workload-open = Открытые
desk-workload-today = Срок сегодня
desk-workload-late = Просроченные
desk-workload-nobody = Никто не взял
desk-workload-gone = Кто больше не сотрудник здесь
desk-assign-officer = Кому поручить
desk-assign-give-button = Поручить
desk-assign-officer-error-missing = Выберите сотрудника вашего загранучреждения
desk-who-supervisor = Руководитель
who-supervisor = руководитель консульского отдела
desk-assign-give =
    Поручено: { $done }. { $left ->
        [0] Сотрудник видит их во вкладке «Мои».
       *[other] Осталось без изменений, потому что они закрыты: { $left }.
    }
kept-heading = Ваши фильтры
kept-keep = Сохранить показанное под названием
kept-keeps-tab = Будет сохранена вкладка «{ $tab }». Ваши фильтры видите только вы.
kept-keeps-search = Будет сохранён поиск «{ $text }». Ваши фильтры видите только вы.
kept-name = Название фильтра
kept-button = Сохранить
kept-remove = Убрать
kept-saved = Фильтр сохранён.
kept-removed = Фильтр убран.
kept-error-missing = Введите название фильтра
kept-error-too-long = В названии должно быть не больше { $max } знаков
kept-error-taken = Фильтр с таким названием у вас уже есть
kept-error-too-many = Фильтров уже { $max }. Сначала уберите один из них.
