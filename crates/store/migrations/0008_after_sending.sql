-- After sending: addenda that amend an application, and the seats of appointments.

ALTER TABLE draft ADD COLUMN amends {uuid};
-- One answer at a time to what a mission asked.
CREATE UNIQUE INDEX draft_amends_open ON draft (amends) WHERE sent_as IS NULL AND amends IS NOT NULL;

CREATE TABLE supplement (
  application   {uuid} NOT NULL REFERENCES application (id),
  number        {int} NOT NULL,
  draft         {uuid} NOT NULL UNIQUE REFERENCES draft (id),
  asked         TEXT NOT NULL,
  was           {bytes} NOT NULL,
  file          TEXT NOT NULL,
  confirmation  TEXT NOT NULL,
  proof         TEXT NOT NULL,
  proof_detail  TEXT NOT NULL,
  sent_at       {ts} NOT NULL,
  awaits_nca    {bool} NOT NULL,
  PRIMARY KEY (application, number)
){strict};
CREATE INDEX supplement_awaits_nca ON supplement (sent_at) WHERE awaits_nca;

-- A seat is taken by one application: the database itself refuses to give it twice.
CREATE TABLE appointment (
  application  {uuid} PRIMARY KEY REFERENCES application (id),
  mission      TEXT NOT NULL,
  slot         {ts} NOT NULL,
  seat         {int} NOT NULL,
  reminded     {bool} NOT NULL,
  UNIQUE (mission, slot, seat)
){strict};
CREATE INDEX appointment_unreminded ON appointment (slot) WHERE NOT reminded;
