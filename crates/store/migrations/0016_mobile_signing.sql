-- Signing by the phone app: what a browser asked to have signed, and what became of it. Rows live for an hour.

CREATE TABLE mobile_signing (
  id          {uuid} PRIMARY KEY,
  browser     {bytes} NOT NULL,
  place       TEXT NOT NULL,
  subject     TEXT NOT NULL,
  state       TEXT NOT NULL,
  begun_at    {ts} NOT NULL,
  expires_at  {ts} NOT NULL,
  UNIQUE (browser, place)
){strict};
CREATE INDEX mobile_signing_expires ON mobile_signing (expires_at);
