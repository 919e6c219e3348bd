# Papers beside answers: the viewer, the comparison, internal notes.

sheet-title = Page { $page } of { $pages }: { $document }
sheet-facts = { $name }, uploaded { $uploaded }, { $size }.
sheet-look = Look at the pages
sheet-papers = Enclosed papers
sheet-smaller = Smaller
sheet-larger = Larger
sheet-turn = Turn right
sheet-previous = Previous page
sheet-next = Next page
sheet-previous-document = Previous file
sheet-next-document = Next file
sheet-beside = Show beside
sheet-alone = Close the second page
sheet-original = Open the original file
sheet-not-drawn = This page cannot be shown here. Open the file as it was sent.
sheet-replaced = Taken out by the applicant’s addendum
compare-title = Answers and papers of { $reference }
compare-heading = Answers and papers
compare-lead = For each answer, say what the papers say. It helps whoever decides; it decides nothing by itself.
compare-link = Compare answers with the papers
compare-ask = Ask the applicant about what differs
compare-differs = { $count ->
    [0] No answer differs from the papers.
    [one] { $count } answer differs from the papers.
   *[other] { $count } answers differ from the papers.
}
compare-left = { $count ->
    [0] All answers are compared.
    [one] { $count } is not compared yet.
   *[other] { $count } are not compared yet.
}
compare-saved = Last saved { $when }, { $who }.
compare-done = Saved.
compare-found-matches = Matches
compare-found-differs = Differs
compare-found-not-on-paper = Not on paper
compare-found-none = Not compared
compare-page = Page
compare-seen = What the paper says, if it differs
compare-seen-value = the paper says “{ $seen }”
compare-both = Answer: { $value }. Paper: { $seen }
compare-origin-typed = Written by the applicant
compare-origin-certificate = From the EDS certificate
compare-applicant-name = Applicant’s name
compare-applicant-iin = Applicant’s IIN
compare-save = Save
compare-leaf = Your answers are saved whenever you leaf, zoom or turn.
compare-question = { $label }: you wrote “{ $value }”, the paper says “{ $seen }”. Please check which is right.
compare-error-at-missing = { $label }: choose the page
compare-error-seen-missing = { $label }: write what the paper says
compare-error-seen-too-long = { $label }: what the paper says must be { $max } characters or fewer
note-title = Internal notes on { $reference }
note-heading = Internal notes
note-lead = For the people of the mission and auditors. The applicant does not see notes, and notes cannot be changed or removed.
note-label = New note
note-hint = Write facts: whom you asked, what you found.
note-button = Save the note
note-link = Write a note
note-none = There are no notes.
note-error-missing = Write the note
note-error-too-long = The note must be { $max } characters or fewer
timeline-compare-papers = Answers were compared with the papers
timeline-note = An internal note was written
