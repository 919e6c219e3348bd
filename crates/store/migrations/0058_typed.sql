-- Requests that a person of the desk typed for somebody who came in person: who, and at which mission.
ALTER TABLE draft ADD COLUMN typed_by {uuid} REFERENCES officer (id);
ALTER TABLE draft ADD COLUMN typed_at TEXT;
CREATE INDEX draft_typed ON draft (typed_at, updated_at) WHERE typed_at IS NOT NULL AND sent_as IS NULL;
