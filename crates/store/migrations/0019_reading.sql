-- Who of the staff opened which case: one row for a person, a case, a kind of thing and an hour.

CREATE TABLE reading (
  application  {uuid} NOT NULL REFERENCES application (id),
  officer      {uuid} NOT NULL,
  what         TEXT NOT NULL,
  hour         {ts} NOT NULL,
  first_at     {ts} NOT NULL,
  PRIMARY KEY (application, officer, what, hour)
){strict};
CREATE INDEX reading_recent ON reading (first_at);
CREATE INDEX reading_officer ON reading (officer, first_at);
CREATE INDEX journal_entry_recent ON journal_entry (at);
CREATE INDEX journal_entry_actor ON journal_entry (actor, at);
{append_only reading}
