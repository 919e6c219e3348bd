-- The queue by the work that a case asks for and by who does it; names under one spelling, to find them.

ALTER TABLE application ADD COLUMN work TEXT;
UPDATE application SET work = CASE
  WHEN state_kind IN ('signature_check_pending', 'submitted') THEN 'new'
  WHEN state_kind = 'in_review' THEN 'check'
  WHEN state_kind = 'correction_requested' THEN 'waiting'
  WHEN state_kind IN ('granted', 'certificate_reserved', 'certificate_issued') THEN 'prepare'
  WHEN state_kind IN ('ready', 'uncollected') THEN 'hand_over'
  ELSE 'done' END;
ALTER TABLE application ADD COLUMN assignee {uuid} REFERENCES officer (id);
-- NULL until the names of the case are in the tables below: a job does it for cases that were there before.
ALTER TABLE application ADD COLUMN spelled {bool};

CREATE INDEX application_mission_work ON application (mission, work, due_at, id);
CREATE INDEX application_work ON application (work, due_at, id);
CREATE INDEX application_assignee ON application (assignee, due_at, id) WHERE is_open AND assignee IS NOT NULL;
CREATE INDEX application_mission_late ON application (mission, due_at, id) WHERE is_open AND term_met_at IS NULL;
CREATE INDEX application_late ON application (due_at, id) WHERE is_open AND term_met_at IS NULL;
CREATE INDEX application_unspelled ON application (id) WHERE spelled IS NULL;

CREATE TABLE spelling (
  id    {serial},
  word  TEXT{binary} NOT NULL UNIQUE,
  head  TEXT,
  tail  TEXT,
  ends  TEXT
){strict};
CREATE INDEX spelling_head ON spelling (head) WHERE head IS NOT NULL;
CREATE INDEX spelling_tail ON spelling (tail) WHERE tail IS NOT NULL;
CREATE INDEX spelling_ends ON spelling (ends) WHERE ends IS NOT NULL;

CREATE TABLE spelled (
  word         {int} NOT NULL REFERENCES spelling (id),
  mission      TEXT NOT NULL,
  application  {uuid} NOT NULL REFERENCES application (id),
  sent_at      {ts} NOT NULL,
  PRIMARY KEY (word, mission, application)
){strict};
CREATE INDEX spelled_application ON spelled (application);
