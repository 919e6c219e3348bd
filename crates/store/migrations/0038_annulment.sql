-- What was said of annulling a record: proposed by an officer, then declined or agreed by the head (Family Code 185). It only grows; the last
-- word counts.

CREATE TABLE annulment (
  application  {uuid} NOT NULL REFERENCES application (id),
  number       {int} NOT NULL,
  step         TEXT NOT NULL,
  said_by      {uuid} NOT NULL REFERENCES officer (id),
  said_at      {ts} NOT NULL,
  basis        TEXT NOT NULL,
  document     TEXT NOT NULL,
  reason       TEXT NOT NULL,
  PRIMARY KEY (application, number)
){strict};
{append_only annulment}

-- A body that was told of the record is told of its annulment too: two notices of one kind for a case.
CREATE TABLE outgoing_now (
  id           {uuid} PRIMARY KEY,
  application  {uuid} NOT NULL REFERENCES application (id),
  kind         TEXT NOT NULL,
  body         {bytes} NOT NULL,
  created_at   {ts} NOT NULL,
  attempts     {int} NOT NULL,
  next_at      {ts} NOT NULL,
  taken_at     {ts},
  last_error   TEXT
){strict};
INSERT INTO outgoing_now (id, application, kind, body, created_at, attempts, next_at, taken_at, last_error)
SELECT id, application, kind, body, created_at, attempts, next_at, taken_at, last_error FROM outgoing;
DROP TABLE outgoing;
ALTER TABLE outgoing_now RENAME TO outgoing;
CREATE INDEX outgoing_waiting ON outgoing (kind, next_at, id) WHERE taken_at IS NULL;
CREATE INDEX outgoing_of ON outgoing (application, created_at, id);
