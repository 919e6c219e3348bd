-- Questions with photos that people ask a mission before applying. Apart from cases, files and all, so that a question is erased by
-- deleting its rows: nothing else names them, and the journal holds ids only.

CREATE TABLE enquiry (
  id           {uuid} PRIMARY KEY,
  link_hash    {bytes} NOT NULL UNIQUE,
  mission      TEXT NOT NULL,
  account      {uuid} REFERENCES account (id),
  lang         TEXT NOT NULL,
  email        TEXT,
  phone        TEXT,
  country      TEXT NOT NULL,
  paper        TEXT NOT NULL,
  question     TEXT NOT NULL,
  sent_at      {ts} NOT NULL,
  answer_by    {ts} NOT NULL,
  answer       TEXT,
  answered_by  {uuid} REFERENCES officer (id),
  answered_at  {ts},
  erase_at     {ts} NOT NULL
){strict};
CREATE INDEX enquiry_mission ON enquiry (mission, answer_by);
CREATE INDEX enquiry_account ON enquiry (account);
CREATE INDEX enquiry_erase ON enquiry (erase_at);

CREATE TABLE enquiry_file (
  enquiry          {uuid} NOT NULL REFERENCES enquiry (id),
  number           {int} NOT NULL,
  name             TEXT NOT NULL,
  media_type       TEXT NOT NULL,
  bytes            {int} NOT NULL,
  sha256_received  TEXT NOT NULL,
  content          {bytes} NOT NULL,
  PRIMARY KEY (enquiry, number)
){strict};

-- Which officer opened it: the journal has an entry for the first time of each.
CREATE TABLE enquiry_reader (
  enquiry   {uuid} NOT NULL REFERENCES enquiry (id),
  officer   {uuid} NOT NULL REFERENCES officer (id),
  first_at  {ts} NOT NULL,
  PRIMARY KEY (enquiry, officer)
){strict};

-- Letters about it, which go with it.
CREATE TABLE enquiry_letter (
  letter   {uuid} PRIMARY KEY,
  enquiry  {uuid} NOT NULL REFERENCES enquiry (id)
){strict};
CREATE INDEX enquiry_letter_enquiry ON enquiry_letter (enquiry);
