-- Staff are warned while a term passes. `warned` is the share of the term, in hundredths, of which they were told; NULL: nothing is planned yet, a
-- job does that (for a new case, a term begun anew, a case of another mission, a case from before this). `warn_at`: the next warning; NULL: none
-- comes. `near`: told of the last share before the end.

ALTER TABLE application ADD COLUMN warned {int};
ALTER TABLE application ADD COLUMN warn_at {ts};
ALTER TABLE application ADD COLUMN near {bool};
CREATE INDEX application_unplanned ON application (due_at, id) WHERE is_open AND term_met_at IS NULL AND warned IS NULL;
CREATE INDEX application_to_warn ON application (warn_at, id) WHERE is_open AND term_met_at IS NULL AND warn_at IS NOT NULL;
-- As a column and not as a condition, so that SQLite takes them and not those of what is late.
CREATE INDEX application_mission_near ON application (mission, near, due_at, id) WHERE is_open AND term_met_at IS NULL;
CREATE INDEX application_near ON application (near, due_at, id) WHERE is_open AND term_met_at IS NULL;

-- Where and in which language a person of the desk is written to; no row: not at all.
CREATE TABLE staff_mail (
  officer  {uuid} PRIMARY KEY REFERENCES officer (id),
  email    TEXT NOT NULL,
  lang     TEXT NOT NULL
){strict};
