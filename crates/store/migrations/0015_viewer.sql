-- The desk beside the papers: what officers found when they held answers against papers, and their notes. Both only grow.

CREATE TABLE comparison (
  application  {uuid} NOT NULL REFERENCES application (id),
  number       {int} NOT NULL,
  officer      {uuid} NOT NULL REFERENCES officer (id),
  saved_at     {ts} NOT NULL,
  lines        TEXT NOT NULL,
  PRIMARY KEY (application, number)
){strict};
{append_only comparison}

CREATE TABLE note (
  application  {uuid} NOT NULL REFERENCES application (id),
  number       {int} NOT NULL,
  officer      {uuid} NOT NULL REFERENCES officer (id),
  written_at   {ts} NOT NULL,
  text         TEXT NOT NULL,
  PRIMARY KEY (application, number)
){strict};
{append_only note}
