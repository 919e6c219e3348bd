# Who may not decide a case (Family Code 179(4)).

problem-barred-title = Это дело решаете не вы
problem-barred-body = Сказано, что это дело касается вас или вашего близкого родственника (Кодекс о браке и семье, статья 179, пункт 4). Его решает другое должностное лицо; обратитесь к заведующему отделом.
conflict-heading = Кто не может решать
conflict-none = Никто не заявил о конфликте интересов.
conflict-link = Конфликт интересов
conflict-title = { $reference }: конфликт интересов
conflict-lead = Должностное лицо не регистрирует акты о себе, супруге и близких родственниках (Кодекс о браке и семье, статья 179, пункт 4). Если вы это заявите, дело вы больше не решаете, и взять слова назад сами не сможете.
conflict-reason = Как это дело касается вас?
conflict-reason-hint = Например: умершая была моей тётей. Это прочитают заведующий отделом и аудитор.
conflict-button = Заявить о конфликте интересов
conflict-lift-lead = Верните право решать дело, только проверив слова должностного лица.
conflict-officer = О ком
conflict-lift-reason = Почему конфликта нет
conflict-lift-hint = Напишите, что вы проверили. Запись нельзя изменить.
conflict-lift-button = Разрешить решать снова
conflict-only-read = Здесь вы можете только читать.
conflict-said = { $name } не решает это дело
conflict-lifted = { $name } снова может решать это дело
conflict-error-reason-missing = Напишите причину
conflict-error-reason-too-long = Напишите не больше { $max } знаков.
conflict-error-officer-missing = Выберите должностное лицо
timeline-conflict = Сказано о конфликте интересов
