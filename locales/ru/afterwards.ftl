# Что ещё бывает нужно после смерти за рубежом.

afterwards-title = Что ещё бывает нужно после смерти за рубежом
afterwards-lead = Ничего из этого не нужно делать до регистрации. Делайте по одному, а что непонятно, спросите в загранучреждении.
afterwards-country = Страна, где умер человек
afterwards-show = Показать для этой страны
afterwards-source = Источник: { $source }
afterwards-family-code = Кодекс о браке и семье, статья { $article }
afterwards-digital-code = Цифровой кодекс, статья { $article }
afterwards-unverified = Пока не подтверждено. Спросите, прежде чем полагаться на это.
afterwards-mission = Кого спросить
afterwards-link = Что ещё бывает нужно после смерти за рубежом
