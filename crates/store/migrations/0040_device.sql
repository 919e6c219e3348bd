-- Browsers in which an account was signed in: the hash of a random cookie, nothing of the person or the machine.

CREATE TABLE device (
  account   {uuid} NOT NULL REFERENCES account (id),
  hash      {bytes} NOT NULL,
  first_at  {ts} NOT NULL,
  seen_at   {ts} NOT NULL,
  PRIMARY KEY (account, hash)
){strict};
CREATE INDEX device_seen ON device (seen_at);
-- Who states an IIN that another account proves is told of it.
CREATE INDEX account_declared ON account (iin) WHERE NOT iin_proven;
