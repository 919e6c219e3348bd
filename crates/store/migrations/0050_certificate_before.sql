-- A certificate in which a slip was put right (APPC 82): its row as it was, when the corrected one took its place. It only grows.

CREATE TABLE certificate_before (
  application  {uuid} NOT NULL REFERENCES application (id),
  number       TEXT NOT NULL PRIMARY KEY,
  officer      {uuid} NOT NULL REFERENCES officer (id),
  reserved_at  {ts} NOT NULL,
  file         TEXT NOT NULL,
  issued_at    {ts} NOT NULL,
  replaced_at  {ts} NOT NULL
){strict};
{append_only certificate_before}
CREATE INDEX certificate_before_of ON certificate_before (application, replaced_at);
