-- Applicants whose term has passed are told once. NULL: a case from before this was told of, which nobody is told of late.

ALTER TABLE application ADD COLUMN overdue_told {bool};
CREATE INDEX application_untold ON application (due_at, id) WHERE is_open AND term_met_at IS NULL AND NOT overdue_told;
