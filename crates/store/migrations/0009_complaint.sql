-- Complaints (APPC 91-100): written, signed, answered. One that is not answered at a time for an application.

CREATE TABLE complaint (
  id            {uuid} PRIMARY KEY,
  application   {uuid} NOT NULL REFERENCES application (id),
  account       {uuid} NOT NULL REFERENCES account (id),
  mission       TEXT NOT NULL,
  state         TEXT NOT NULL,
  state_kind    TEXT NOT NULL,
  is_open       {bool} NOT NULL,
  version       {int} NOT NULL,
  body          {bytes} NOT NULL,
  file          TEXT NOT NULL,
  confirmation  TEXT,
  proof         TEXT,
  proof_detail  TEXT,
  created_at    {ts} NOT NULL,
  filed_at      {ts},
  forward_by    {ts},
  decide_by     {ts}
){strict};
CREATE UNIQUE INDEX complaint_open ON complaint (application) WHERE is_open;
CREATE INDEX complaint_application ON complaint (application, created_at);
CREATE INDEX complaint_state ON complaint (state_kind, filed_at);
