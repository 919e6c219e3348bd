-- The open cases of a mission. SQLite does not choose the partial index for the page (it takes that of all cases, and reads every closed
-- one on the way); where `is_open` is a column of the index, both databases take it.

CREATE INDEX application_mission_is_open ON application (mission, is_open, due_at, id);
DROP INDEX application_mission_open;
