-- How a person wants notices: 'email', 'sms' or 'both', and the language. NULL: as each request says.
ALTER TABLE account ADD COLUMN notice_channel TEXT;
ALTER TABLE account ADD COLUMN notice_lang TEXT;

-- A number that an officer recorded for a person who lost theirs, seen with their identity document. It signs in from counts_from on; until
-- then the old one does, and whoever it is told to can stop it. One of an account, and a number waits for one account.
CREATE TABLE phone_change (
  account      {uuid} PRIMARY KEY REFERENCES account (id),
  application  {uuid} NOT NULL REFERENCES application (id),
  phone        TEXT NOT NULL UNIQUE,
  recorded_by  {uuid} NOT NULL REFERENCES officer (id),
  recorded_at  {ts} NOT NULL,
  counts_from  {ts} NOT NULL
){strict};
CREATE INDEX phone_change_due ON phone_change (counts_from);
