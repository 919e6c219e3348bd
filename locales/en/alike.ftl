# Cases that look like the same death.

alike-heading = Cases that look alike
alike-none = No other case about the same death was found. The search went by IIN, then by name, date of birth (within a year) and date of death (within five days).
alike-some = These cases may be about the same death. Compare them before you decide.
alike-record = A record of the death of a person with this IIN exists already: { $number }. Ask the ministry before you decide.
alike-title = { $one } and { $other }: the same death?
alike-lead = The machine only noticed that they are alike. You look and say; no case is closed by itself.
alike-open = Open case { $reference }
alike-caption = Answers of the two cases
alike-column-answer = Answer
alike-column-found = Compared
alike-row-same = the same
alike-row-differs = differs
alike-said = What was said
alike-nothing-said = Nothing was said of these two yet.
alike-said-same = The same death
alike-said-other = Different deaths
alike-iin-same = the same IIN
alike-iin-differs = different IINs
alike-name = the names are written alike
alike-born = { $count ->
    [0] births on the same day
    [one] births { $count } day apart
   *[other] births { $count } days apart
}
alike-died = { $count ->
    [0] deaths on the same day
    [one] deaths { $count } day apart
   *[other] deaths { $count } days apart
}
alike-same = Are they about the same death?
alike-same-yes = Yes, the same
alike-same-no = No, they are about different people
alike-reason = How do you know?
alike-reason-hint = Say which paper or whose words show it. What is written cannot be changed.
alike-button = Save
alike-error-same-missing = Choose whether they are about the same death
alike-error-reason-missing = Write how you know
alike-error-reason-too-long = Write { $max } characters or fewer
timeline-judge-likeness = Cases that look alike were compared
