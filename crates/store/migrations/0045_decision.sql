-- Decisions of officials: what was signed or sealed. `decision` only grows; a draft waits for its signature and may go.
ALTER TABLE officer ADD COLUMN iin TEXT;
CREATE UNIQUE INDEX officer_iin ON officer (iin) WHERE iin IS NOT NULL;

CREATE TABLE decision_draft (
  id           {uuid} PRIMARY KEY,
  application  {uuid} NOT NULL REFERENCES application (id),
  officer      {uuid} NOT NULL REFERENCES officer (id),
  statement    TEXT NOT NULL,
  file         TEXT NOT NULL,
  prepared_at  {ts} NOT NULL
){strict};
CREATE INDEX decision_draft_of ON decision_draft (application, officer);

CREATE TABLE decision (
  application  {uuid} NOT NULL REFERENCES application (id),
  number       {int} NOT NULL,
  officer      {uuid} NOT NULL REFERENCES officer (id),
  statement    TEXT NOT NULL,
  file         TEXT NOT NULL,
  way          TEXT NOT NULL,
  proof        TEXT NOT NULL,
  detail       TEXT NOT NULL,
  decided_at   {ts} NOT NULL,
  PRIMARY KEY (application, number)
){strict};
{append_only decision}
