-- Changes of the registers and of the service's data from the desk: the files a person put together, who said yes, and from when they are
-- in force. Nothing is deleted: what was once in force can be shown.

CREATE TABLE register_change (
  id          {uuid} PRIMARY KEY,
  reason      TEXT NOT NULL,
  state       TEXT NOT NULL,
  drafted_by  {uuid} NOT NULL REFERENCES officer (id),
  drafted_at  {ts} NOT NULL,
  from_at     {ts},
  decided_by  {uuid} REFERENCES officer (id),
  decided_at  {ts},
  word        TEXT NOT NULL,
  edition     {int}
){strict};
CREATE INDEX register_change_state ON register_change (state, from_at);

CREATE TABLE register_file (
  change      {uuid} NOT NULL REFERENCES register_change (id),
  path        TEXT NOT NULL,
  base        TEXT NOT NULL,
  sha256      TEXT NOT NULL,
  content     {bytes} NOT NULL,
  PRIMARY KEY (change, path)
){strict};
