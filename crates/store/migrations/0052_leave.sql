-- Leaves of officials, each with the person who stands in. A leave is in force from from_at until until_at, the days of the mission's zone;
-- one that was ended early or cancelled stays in the table and ends when that was said.

CREATE TABLE leave (
  id          {uuid} PRIMARY KEY,
  mission     TEXT NOT NULL,
  officer     {uuid} NOT NULL REFERENCES officer (id),
  substitute  {uuid} NOT NULL REFERENCES officer (id),
  first_day   TEXT NOT NULL,
  last_day    TEXT NOT NULL,
  from_at     {ts} NOT NULL,
  until_at    {ts} NOT NULL,
  made_by     {uuid} NOT NULL REFERENCES officer (id),
  made_at     {ts} NOT NULL,
  ended_by    {uuid} REFERENCES officer (id),
  ended_at    {ts}
){strict};
CREATE INDEX leave_officer ON leave (officer, until_at);
CREATE INDEX leave_substitute ON leave (substitute, until_at);
CREATE INDEX leave_mission ON leave (mission, until_at);
