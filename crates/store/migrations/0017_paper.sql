-- Requests printed to be signed by hand and brought to the desk, and the slips that say why one was not accepted.

CREATE TABLE paper_form (
  draft          {uuid} PRIMARY KEY REFERENCES draft (id),
  number         TEXT NOT NULL UNIQUE,
  mission        TEXT NOT NULL,
  draft_version  {int} NOT NULL,
  file           TEXT NOT NULL,
  request_json   {bytes} NOT NULL,
  printed_at     {ts} NOT NULL
){strict};
CREATE INDEX paper_form_mission ON paper_form (mission, printed_at);

-- Stays when the draft goes: somebody was turned away.
CREATE TABLE paper_slip (
  id        {uuid} PRIMARY KEY,
  draft     {uuid} NOT NULL,
  mission   TEXT NOT NULL,
  officer   {uuid} NOT NULL,
  reason    TEXT NOT NULL,
  remedy    TEXT NOT NULL,
  file      TEXT NOT NULL,
  given_at  {ts} NOT NULL
){strict};
CREATE INDEX paper_slip_draft ON paper_slip (draft, given_at);
