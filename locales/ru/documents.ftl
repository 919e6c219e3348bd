# Страницы документов: проверка каждой, следующая, сколько места занято.
upload-title-again = Снять страницу ещё раз: { $document }
upload-instead = Новый файл заменит «{ $name }».
upload-tips = Прежде чем снимать страницу
files-used = Уже занято: { $used } из { $all }.
files-look = Проверить ещё раз
files-replace = Заменить
page-check-title = Можно ли прочитать эту страницу?
page-check-label = Читается ли вся страница?
page-check-hint = Посмотрите на печати, мелкий текст и края. Сотрудник увидит ровно то, что видите вы.
page-check-yes = Да, всё читается
page-check-no = Нет, сниму её ещё раз
page-check-error = Выберите «Да», если страница читается
page-check-photo = Страница, которую вы добавили: { $name }
page-check-larger = Нажмите на изображение, чтобы увидеть его крупнее.
page-check-open = Открыть PDF и посмотреть его страницы
page-check-remove = Удалить эту страницу
page-check-pages = { $count ->
    [one] В этом PDF { $count } страница.
    [few] В этом PDF { $count } страницы.
   *[other] В этом PDF { $count } страниц.
}
more-pages-title = Есть ли ещё страница?
more-pages-label = Есть ли у этого документа ещё страница?
more-pages-yes = Да, добавить следующую страницу
more-pages-no = Нет, документ добавлен целиком
more-pages-error = Выберите «Да», если у документа есть ещё страница
file-error-full = Все файлы вместе могут занимать до { $limit }. Уже занято { $used }. Удалите файл или выберите файл меньше
