-- Blanks of certificates, forms of strict accounting: what a mission received, which blank went to which case, which were spoiled. All
-- three only grow: a blank is taken once, and a spoiled one never comes back.

CREATE TABLE blank_delivery (
  number        {int} PRIMARY KEY,
  mission       TEXT NOT NULL,
  series        TEXT NOT NULL,
  first_number  {int} NOT NULL,
  last_number   {int} NOT NULL,
  figures       {int} NOT NULL,
  received_on   TEXT NOT NULL,
  document      TEXT NOT NULL,
  officer       {uuid} NOT NULL REFERENCES officer (id),
  entered_at    {ts} NOT NULL
){strict};
{append_only blank_delivery}

CREATE TABLE blank (
  series        TEXT NOT NULL,
  number        {int} NOT NULL,
  delivery      {int} NOT NULL REFERENCES blank_delivery (number),
  mission       TEXT NOT NULL,
  application   {uuid} NOT NULL REFERENCES application (id),
  attempt       {int} NOT NULL,
  officer       {uuid} NOT NULL REFERENCES officer (id),
  taken_at      {ts} NOT NULL,
  PRIMARY KEY (series, number),
  UNIQUE (application, attempt)
){strict};
{append_only blank}

CREATE TABLE blank_spoiled (
  series        TEXT NOT NULL,
  number        {int} NOT NULL,
  reason        TEXT NOT NULL,
  officer       {uuid} NOT NULL REFERENCES officer (id),
  spoiled_at    {ts} NOT NULL,
  PRIMARY KEY (series, number),
  FOREIGN KEY (series, number) REFERENCES blank (series, number)
){strict};
{append_only blank_spoiled}
