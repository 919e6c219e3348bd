-- Notices to other bodies that follow from a registered death; they leave through a webhook (docs/outgoing-notices.md).

CREATE TABLE outgoing (
  id           {uuid} PRIMARY KEY,
  application  {uuid} NOT NULL REFERENCES application (id),
  kind         TEXT NOT NULL,
  body         {bytes} NOT NULL,
  created_at   {ts} NOT NULL,
  attempts     {int} NOT NULL,
  next_at      {ts} NOT NULL,
  taken_at     {ts},
  last_error   TEXT,
  UNIQUE (application, kind)
){strict};
CREATE INDEX outgoing_waiting ON outgoing (kind, next_at, id) WHERE taken_at IS NULL;
