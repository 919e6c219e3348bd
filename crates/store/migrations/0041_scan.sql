-- What the virus scanner says of the bytes of an enclosed file: one row for the same bytes, however often they are enclosed.

CREATE TABLE scan (
  blob       TEXT PRIMARY KEY,
  asked_at   {ts} NOT NULL,
  attempts   {int} NOT NULL,
  next_at    {ts},
  verdict    TEXT,
  said       TEXT,
  judged_at  {ts}
){strict};
CREATE INDEX scan_next ON scan (next_at) WHERE next_at IS NOT NULL;
