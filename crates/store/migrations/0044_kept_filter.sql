-- Filters of the queue that a person of the desk keeps: a tab, or the text of a search. `place` bounds how many and gives their order.

CREATE TABLE kept_filter (
  id       {uuid} PRIMARY KEY,
  officer  {uuid} NOT NULL REFERENCES officer (id),
  place    {int} NOT NULL,
  name     TEXT NOT NULL,
  tab      TEXT NOT NULL,
  search   TEXT NOT NULL
){strict};
CREATE UNIQUE INDEX kept_filter_place ON kept_filter (officer, place);
CREATE UNIQUE INDEX kept_filter_name ON kept_filter (officer, name);
