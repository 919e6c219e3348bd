-- Decisions drawn for a second look. A month's draws follow from its secret (encrypted by the caller); its SHA-256 was said before the first of
-- them. `sample` has a row for every decision of the months with a secret, drawn or not, so that the drawing can be computed again.

CREATE TABLE draw_secret (
  period      TEXT PRIMARY KEY,
  sealed      {bytes} NOT NULL,
  commitment  TEXT NOT NULL,
  made_at     {ts} NOT NULL
){strict};

CREATE TABLE sample (
  application  {uuid} NOT NULL REFERENCES application (id),
  number       {int} NOT NULL,
  mission      TEXT NOT NULL,
  officer      {uuid} NOT NULL REFERENCES officer (id),
  period       TEXT NOT NULL REFERENCES draw_secret (period),
  percent      {int} NOT NULL,
  drawn        {bool} NOT NULL,
  decided_at   {ts} NOT NULL,
  outcome      TEXT,
  reason       TEXT,
  judged_by    {uuid} REFERENCES officer (id),
  judged_at    {ts},
  read_at      {ts},
  PRIMARY KEY (application, number)
){strict};
CREATE INDEX sample_waiting ON sample (mission, decided_at) WHERE drawn AND outcome IS NULL;
CREATE INDEX sample_drawn ON sample (mission, outcome) WHERE drawn;
CREATE INDEX sample_unread ON sample (officer) WHERE outcome = 'found' AND read_at IS NULL;
CREATE INDEX sample_period ON sample (period, application, number);
