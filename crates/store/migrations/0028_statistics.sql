-- What is counted of cases stands in one index, so that counting reads no case. The country of death becomes a column.

ALTER TABLE application ADD COLUMN death_country TEXT;
UPDATE application SET death_country = {death_country};
CREATE INDEX application_counted
  ON application (registration_date, mission, channel, state_kind, death_country, due_at, term_met_at);
