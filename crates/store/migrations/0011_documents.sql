-- Documents: the pages of a PDF, known from the check when it was taken; and uploads that arrive in pieces (tus 1.0).

ALTER TABLE attachment ADD COLUMN pages {int};

CREATE TABLE upload (
  id          {uuid} PRIMARY KEY,
  account     {uuid} NOT NULL REFERENCES account (id),
  draft       {uuid} NOT NULL REFERENCES draft (id),
  document    TEXT NOT NULL,
  name        TEXT NOT NULL,
  bytes       {int} NOT NULL,
  received    {int} NOT NULL,
  expires_at  {ts} NOT NULL
){strict};
CREATE INDEX upload_account ON upload (account);
CREATE INDEX upload_expires ON upload (expires_at);

CREATE TABLE upload_piece (
  upload   {uuid} NOT NULL REFERENCES upload (id),
  at       {int} NOT NULL,
  content  {bytes} NOT NULL,
  PRIMARY KEY (upload, at)
){strict};
