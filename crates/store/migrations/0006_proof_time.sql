-- Proof of time (RFC 3161) of the signatures that are evidence: one row a CMS, waiting until a token is over it.

CREATE TABLE proof_time (
  proof        TEXT PRIMARY KEY,
  application  {uuid} NOT NULL REFERENCES application (id),
  next_try     {ts} NOT NULL,
  tries        {int} NOT NULL,
  failure      TEXT,
  stamped      TEXT,
  stamped_at   {ts},
  authority    TEXT
){strict};
CREATE INDEX proof_time_next ON proof_time (next_try) WHERE stamped IS NULL;
CREATE INDEX proof_time_application ON proof_time (application);
-- Signatures that came before this table wait for theirs.
INSERT INTO proof_time (proof, application, next_try, tries)
  SELECT proof, id, sent_at, 0 FROM application WHERE confirmation = 'eds';
