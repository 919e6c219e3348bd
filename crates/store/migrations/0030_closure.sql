-- Hours in which a mission receives nobody, beside the holidays of the registers. One that was lifted stays, with who lifted it.

CREATE TABLE closure (
  id         {uuid} PRIMARY KEY,
  mission    TEXT NOT NULL,
  from_at    {ts} NOT NULL,
  until_at   {ts} NOT NULL,
  reason     TEXT NOT NULL,
  made_by    {uuid} NOT NULL REFERENCES officer (id),
  made_at    {ts} NOT NULL,
  lifted_by  {uuid} REFERENCES officer (id),
  lifted_at  {ts}
){strict};
CREATE INDEX closure_in_force ON closure (mission, until_at) WHERE lifted_at IS NULL;
