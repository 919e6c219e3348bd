-- The search walks the cases of a word, the newest first.

CREATE INDEX spelled_recent ON spelled (word, mission, sent_at, application);
CREATE INDEX spelled_recent_everywhere ON spelled (word, sent_at, application);
