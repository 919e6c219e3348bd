-- Who complained is told once that the term passed without a decision (APPC 100(5)). NULL: not yet.

ALTER TABLE complaint ADD COLUMN silence_told {bool};
CREATE INDEX complaint_untold ON complaint (decide_by, id) WHERE is_open AND silence_told IS NULL;

-- Why a complaint does not suspend an annulment (APPC 96(2)). NULL: it does.
ALTER TABLE annulment ADD COLUMN not_suspended TEXT;
