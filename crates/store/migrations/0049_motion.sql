-- What an applicant asked for beside the decision, and what was answered: that an official does not handle the case (APPC 67), to see its file
-- (75), that a slip is corrected (82). It only grows. `about` is the number of the first word of the same request; the last one says whose
-- word is awaited, if anybody's.

CREATE TABLE motion (
  application  {uuid} NOT NULL REFERENCES application (id),
  number       {int} NOT NULL,
  about        {int} NOT NULL,
  kind         TEXT NOT NULL,
  word         TEXT NOT NULL,
  said_by      {uuid} REFERENCES officer (id),
  said_at      {ts} NOT NULL,
  due_at       {ts},
  waits_for    TEXT,
  PRIMARY KEY (application, number)
){strict};
{append_only motion}
CREATE INDEX motion_waiting ON motion (waits_for, said_at) WHERE waits_for IS NOT NULL;
