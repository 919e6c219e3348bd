-- How long a request that was not sent has waited, and what its person was told of it.
ALTER TABLE draft ADD COLUMN kept_from {ts};
ALTER TABLE draft ADD COLUMN told {int};
ALTER TABLE draft ADD COLUMN warned_at {ts};
UPDATE draft SET kept_from = updated_at, told = 0;
CREATE INDEX draft_told ON draft (told, kept_from) WHERE sent_as IS NULL AND amends IS NULL AND warned_at IS NULL;
CREATE INDEX draft_warned ON draft (warned_at) WHERE sent_as IS NULL AND amends IS NULL;
CREATE INDEX draft_amending ON draft (kept_from) WHERE sent_as IS NULL AND amends IS NOT NULL;

-- Letters about a draft: erased with it.
CREATE TABLE draft_letter (
  letter  {uuid} PRIMARY KEY,
  draft   {uuid} NOT NULL
){strict};
CREATE INDEX draft_letter_draft ON draft_letter (draft);
