-- Records that were made although a check of the machine did not agree: which checks, and the official's reason, as in the statement of the decision.

CREATE TABLE check_override (
  application  {uuid} NOT NULL REFERENCES application (id),
  number       {int} NOT NULL,
  mission      TEXT NOT NULL,
  officer      {uuid} NOT NULL REFERENCES officer (id),
  checks       TEXT NOT NULL,
  reason       TEXT NOT NULL,
  decided_at   {ts} NOT NULL,
  PRIMARY KEY (application, number)
){strict};
CREATE INDEX check_override_mission ON check_override (mission, decided_at);
{append_only check_override}
