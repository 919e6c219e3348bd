-- One text for SQLite and PostgreSQL. The words in braces are the only dialect (src/migration.rs).
-- JSON is TEXT in both: it is never searched, and TEXT keeps what was written.

CREATE TABLE account (
  id          {uuid} PRIMARY KEY,
  iin         TEXT,
  iin_proven  {bool} NOT NULL,
  name        TEXT,
  phone       TEXT UNIQUE,
  email       TEXT,
  lang        TEXT NOT NULL,
  created_at  {ts} NOT NULL
){strict};
-- A declared IIN blocks nobody; a proven one belongs to one account.
CREATE UNIQUE INDEX account_proven_iin ON account (iin) WHERE iin_proven;

CREATE TABLE session (
  token_hash  {bytes} PRIMARY KEY,
  actor       TEXT NOT NULL,
  role        TEXT NOT NULL,
  mission     TEXT,
  created_at  {ts} NOT NULL,
  seen_at     {ts} NOT NULL,
  expires_at  {ts} NOT NULL
){strict};
CREATE INDEX session_actor ON session (actor);
CREATE INDEX session_expires ON session (expires_at);

CREATE TABLE kept_post (
  id          {bytes} PRIMARY KEY,
  path        TEXT NOT NULL,
  body        {bytes} NOT NULL,
  expires_at  {ts} NOT NULL
){strict};
CREATE INDEX kept_post_expires ON kept_post (expires_at);

CREATE TABLE otp_code (
  id          {uuid} PRIMARY KEY,
  subject     TEXT NOT NULL,
  purpose     TEXT NOT NULL,
  code_hash   {bytes} NOT NULL,
  salt        {bytes} NOT NULL,
  context     TEXT,
  sent_to     TEXT NOT NULL,
  created_at  {ts} NOT NULL,
  expires_at  {ts} NOT NULL,
  used_at     {ts}
){strict};
CREATE INDEX otp_code_subject ON otp_code (subject, purpose, created_at);

CREATE TABLE otp_guard (
  subject       TEXT PRIMARY KEY,
  tries         {int} NOT NULL,
  locked_until  {ts},
  last_sent_at  {ts}
){strict};

CREATE TABLE officer (
  id              {uuid} PRIMARY KEY,
  login           TEXT NOT NULL UNIQUE,
  password_hash   TEXT NOT NULL,
  totp_secret     {bytes} NOT NULL,
  totp_last_step  {int} NOT NULL,
  role            TEXT NOT NULL,
  mission         TEXT,
  line            TEXT NOT NULL,
  failed          {int} NOT NULL,
  locked_until    {ts},
  active          {bool} NOT NULL,
  created_at      {ts} NOT NULL
){strict};

CREATE TABLE draft (
  id             {uuid} PRIMARY KEY,
  account        {uuid} NOT NULL REFERENCES account (id),
  service        TEXT NOT NULL,
  revision       {int} NOT NULL,
  lang           TEXT NOT NULL,
  mission        TEXT,
  mission_basis  TEXT,
  answers        TEXT NOT NULL,
  version        {int} NOT NULL,
  created_at     {ts} NOT NULL,
  updated_at     {ts} NOT NULL,
  sent_as        {uuid}
){strict};
CREATE INDEX draft_account ON draft (account) WHERE sent_as IS NULL;

CREATE TABLE attachment (
  id               {uuid} PRIMARY KEY,
  draft            {uuid} NOT NULL REFERENCES draft (id),
  document         TEXT NOT NULL,
  name             TEXT NOT NULL,
  media_type       TEXT NOT NULL,
  bytes            {int} NOT NULL,
  blob             TEXT NOT NULL,
  sha256_received  TEXT NOT NULL,
  position         {int} NOT NULL,
  created_at       {ts} NOT NULL
){strict};
CREATE INDEX attachment_draft ON attachment (draft);

CREATE TABLE prepared (
  draft          {uuid} PRIMARY KEY REFERENCES draft (id),
  draft_version  {int} NOT NULL,
  file           TEXT NOT NULL,
  request_json   {bytes} NOT NULL,
  prepared_at    {ts} NOT NULL
){strict};

CREATE TABLE application (
  id                 {uuid} PRIMARY KEY,
  reference          TEXT NOT NULL UNIQUE,
  account            {uuid} NOT NULL REFERENCES account (id),
  draft              {uuid} NOT NULL UNIQUE REFERENCES draft (id),
  mission            TEXT NOT NULL,
  channel            TEXT NOT NULL,
  state              TEXT NOT NULL,
  state_kind         TEXT NOT NULL,
  is_open            {bool} NOT NULL,
  version            {int} NOT NULL,
  sent_at            {ts} NOT NULL,
  registration_date  TEXT NOT NULL,
  due_at             {ts} NOT NULL,
  term_met_at        {ts},
  request            {bytes} NOT NULL,
  file               TEXT NOT NULL,
  confirmation       TEXT NOT NULL,
  proof              TEXT NOT NULL,
  proof_detail       TEXT NOT NULL,
  lang               TEXT NOT NULL
){strict};
CREATE INDEX application_account ON application (account, sent_at);
CREATE INDEX application_mission_open ON application (mission, due_at, id) WHERE is_open;
CREATE INDEX application_mission ON application (mission, due_at, id);
CREATE INDEX application_open ON application (due_at, id) WHERE is_open;
CREATE INDEX application_due ON application (due_at, id);
CREATE INDEX application_state ON application (state_kind, due_at, id);

CREATE TABLE paper (
  application  {uuid} NOT NULL REFERENCES application (id),
  kind         TEXT NOT NULL,
  number       TEXT,
  file         TEXT NOT NULL,
  created_at   {ts} NOT NULL,
  PRIMARY KEY (application, kind)
){strict};

CREATE TABLE certificate (
  application  {uuid} PRIMARY KEY REFERENCES application (id),
  number       TEXT NOT NULL UNIQUE,
  officer      {uuid} NOT NULL REFERENCES officer (id),
  reserved_at  {ts} NOT NULL,
  file         TEXT,
  issued_at    {ts}
){strict};
CREATE INDEX certificate_unissued ON certificate (reserved_at) WHERE issued_at IS NULL;

CREATE TABLE counter (
  series  TEXT PRIMARY KEY,
  value   {int} NOT NULL
){strict};

CREATE TABLE rate_limit (
  key         TEXT PRIMARY KEY,
  window_at   {int} NOT NULL,
  hits        {int} NOT NULL,
  expires_at  {ts} NOT NULL
){strict};
CREATE INDEX rate_limit_expires ON rate_limit (expires_at);

CREATE TABLE letter (
  id           {uuid} PRIMARY KEY,
  application  {uuid} REFERENCES application (id),
  account      {uuid} REFERENCES account (id),
  kind         TEXT NOT NULL,
  channel      TEXT NOT NULL,
  recipient    TEXT NOT NULL,
  lang         TEXT NOT NULL,
  subject      TEXT NOT NULL,
  body         TEXT NOT NULL,
  attachments  TEXT NOT NULL,
  created_at   {ts} NOT NULL,
  attempts     {int} NOT NULL,
  next_at      {ts} NOT NULL,
  sent_at      {ts},
  last_error   TEXT
){strict};
CREATE INDEX letter_waiting ON letter (next_at) WHERE sent_at IS NULL;
CREATE INDEX letter_application ON letter (application);
CREATE INDEX letter_account ON letter (account);

-- The journal. `chain` is the application's id in text, or 'system'. `bytes` is the entry; the other columns repeat it for queries.
CREATE TABLE journal_entry (
  id     {serial},
  chain  TEXT NOT NULL,
  seq    {int} NOT NULL,
  act    TEXT NOT NULL,
  actor  TEXT NOT NULL,
  at     {ts} NOT NULL,
  bytes  {bytes} NOT NULL,
  hash   {bytes} NOT NULL,
  UNIQUE (chain, seq)
){strict};
-- What a commitment commits to: `value` is canonical JSON.
CREATE TABLE journal_secret (
  entry  {int} NOT NULL REFERENCES journal_entry (id),
  what   TEXT NOT NULL,
  salt   {bytes} NOT NULL,
  value  {bytes} NOT NULL,
  PRIMARY KEY (entry, what)
){strict};
-- The end of each chain: the row that an appending transaction locks.
CREATE TABLE journal_head (
  chain        TEXT PRIMARY KEY,
  application  {uuid} UNIQUE,
  seq          {int} NOT NULL,
  hash         {bytes} NOT NULL
){strict};
-- Entries that wait for a place in the global sequence.
CREATE TABLE journal_queue (
  entry  {int} PRIMARY KEY REFERENCES journal_entry (id)
){strict};
CREATE TABLE journal_position (
  position  {int} PRIMARY KEY,
  entry     {int} NOT NULL UNIQUE REFERENCES journal_entry (id)
){strict};
CREATE TABLE journal_seal (
  n               {int} PRIMARY KEY,
  first_position  {int} NOT NULL,
  last_position   {int} NOT NULL,
  bytes           {bytes} NOT NULL,
  hash            {bytes} NOT NULL
){strict};
{append_only_function}
{append_only journal_entry}
{append_only journal_secret}
{append_only journal_position}
{append_only journal_seal}
