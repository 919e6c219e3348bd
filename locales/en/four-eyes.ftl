# Four eyes: who registers a request does not decide it, where a mission's policy says so.

four-eyes = Two officials
four-eyes-on = At this mission one official registers and another one decides.
four-eyes-mine = You registered this case. Another official signs the record or the refusal.
four-eyes-before = At this mission two officials are needed: who registers the request does not sign its record or its refusal.
problem-same-hands-title = Another official decides this case
problem-same-hands-body = You registered it. At this mission somebody else signs the record or the refusal; the head of the section can give the case out.
