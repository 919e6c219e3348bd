-- What officers said of two cases that look like the same death. It only grows; the last word of a pair counts.

CREATE TABLE likeness (
  application  {uuid} NOT NULL REFERENCES application (id),
  number       {int} NOT NULL,
  other        {uuid} NOT NULL REFERENCES application (id),
  officer      {uuid} NOT NULL REFERENCES officer (id),
  judged_at    {ts} NOT NULL,
  is_same      {bool} NOT NULL,
  reason       TEXT NOT NULL,
  PRIMARY KEY (application, number)
){strict};
CREATE INDEX likeness_other ON likeness (other);
{append_only likeness}
