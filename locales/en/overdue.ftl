# The term has passed without an answer (APPC 91(2)).

letter-term-passed-subject = { $reference }: the term has passed without an answer
letter-term-passed-body =
    The term to answer your application { $reference } ended on { $deadline }, and the mission has not answered.
    { $mission } must decide all the same. Your papers are kept, and you do not need to do anything.

    By law, no answer in time counts as a refusal, and you may complain (APPC article 91(2)). You can do so on the page of your application: { $url }
letter-term-passed-sms = { $reference }: the term has passed, no answer yet. You may complain: { $url }
timeline-tell-overdue = The applicant was told that the term has passed
