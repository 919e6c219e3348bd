-- What became of blanks: one that was not brought back after its certificate was annulled, and deliveries that were typed wrongly. Both grow only.

CREATE TABLE blank_unreturned (
  series        TEXT NOT NULL,
  number        {int} NOT NULL,
  reason        TEXT NOT NULL,
  officer       {uuid} NOT NULL REFERENCES officer (id),
  said_at       {ts} NOT NULL,
  PRIMARY KEY (series, number),
  FOREIGN KEY (series, number) REFERENCES blank (series, number)
){strict};
{append_only blank_unreturned}

CREATE TABLE blank_withdrawn (
  delivery      {int} PRIMARY KEY REFERENCES blank_delivery (number),
  reason        TEXT NOT NULL,
  officer       {uuid} NOT NULL REFERENCES officer (id),
  withdrawn_at  {ts} NOT NULL
){strict};
{append_only blank_withdrawn}

-- The list of used blanks is read page by page, of one mission or of all.
CREATE INDEX blank_of_delivery ON blank (delivery);
CREATE INDEX blank_of_mission ON blank (mission, taken_at, application, attempt);
CREATE INDEX blank_taken ON blank (taken_at, application, attempt);
