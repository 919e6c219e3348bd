-- Who may not decide a case because it is their own or a close relative's (Family Code 179(4)). It only grows; the last word on a person counts.

CREATE TABLE conflict (
  application  {uuid} NOT NULL REFERENCES application (id),
  number       {int} NOT NULL,
  officer      {uuid} NOT NULL REFERENCES officer (id),
  said_by      {uuid} NOT NULL REFERENCES officer (id),
  said_at      {ts} NOT NULL,
  bars         {bool} NOT NULL,
  reason       TEXT NOT NULL,
  PRIMARY KEY (application, number)
){strict};
{append_only conflict}
