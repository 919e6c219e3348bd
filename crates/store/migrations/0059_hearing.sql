-- The hearing before a refusal (APPC 73, 74), step by step: what is planned and how far it is, whole. It only grows, and stays when the case has
-- gone on. `said` has the moment of the notice, by which the steps of one hearing belong together.

CREATE TABLE hearing (
  application  {uuid} NOT NULL REFERENCES application (id),
  number       {int} NOT NULL,
  said         TEXT NOT NULL,
  said_at      {ts} NOT NULL,
  PRIMARY KEY (application, number)
){strict};
{append_only hearing}
