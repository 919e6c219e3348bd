-- Files that a draft no longer names: taken from the folder when they have lain here for a while and nothing else names them.
CREATE TABLE waste (
  blob   TEXT PRIMARY KEY,
  since  {ts} NOT NULL
){strict};
CREATE INDEX waste_since ON waste (since);
-- By these it is asked what else names a file.
CREATE INDEX attachment_blob ON attachment (blob);
CREATE INDEX application_file ON application (file);
CREATE INDEX application_proof ON application (proof);
CREATE INDEX paper_file ON paper (file);
CREATE INDEX certificate_file ON certificate (file);
