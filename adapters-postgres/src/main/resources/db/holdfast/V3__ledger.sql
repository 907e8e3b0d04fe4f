-- The ledger: whose seat it is, and the journal of how that came about.
--
-- All of it is written under the row lock of the event (event_head). That is why nothing here has a
-- foreign key to event_head: each inserted row would lock it once more, and its absence can only be
-- seen by somebody who has not locked it. Every primary key begins with event_id, so that the large
-- tables can be partitioned by event one day without another key.

-- Narrow, and apart from event: this row changes with every commit of the event. An open snapshot
-- anywhere keeps all its old versions alive, and the wider the row, the sooner they fill pages.
-- Nine tenths of each page stay free for them, so that a new version always finds room beside the
-- old one and no index has to learn of it.
CREATE TABLE event_head (
  event_id bigint NOT NULL,
  seq bigint NOT NULL DEFAULT 0,
  CONSTRAINT event_head_pkey PRIMARY KEY (event_id),
  CONSTRAINT event_head_event_known FOREIGN KEY (event_id) REFERENCES event (id),
  CONSTRAINT event_head_seq_counts_up CHECK (seq >= 0)
) WITH (fillfactor = 10, autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 200);

-- One row a seat once it was touched; it survives release, because its version must go on growing.
-- decided_on is the version that the last change was decided on: an upsert can compare it with the
-- stored version, which makes the guard and the write one statement by primary key.
CREATE TABLE seat (
  event_id bigint NOT NULL,
  label text COLLATE "C" NOT NULL,
  version bigint NOT NULL,
  decided_on bigint NOT NULL,
  state text COLLATE "C" NOT NULL,
  status text,
  token text COLLATE "C",
  hold bigint NOT NULL DEFAULT 0,
  since timestamptz,
  until timestamptz,
  taken_at timestamptz,
  order_ref text,
  category text,
  extra text NOT NULL DEFAULT '{}',
  CONSTRAINT seat_pkey PRIMARY KEY (event_id, label),
  CONSTRAINT seat_version_grows CHECK (version > decided_on AND decided_on >= 0),
  CONSTRAINT seat_state_whole CHECK (
    CASE state
      WHEN 'free' THEN token IS NULL AND until IS NULL AND taken_at IS NULL
      WHEN 'held' THEN token IS NOT NULL AND since IS NOT NULL AND until IS NOT NULL
                       AND hold > 0 AND taken_at IS NULL
      WHEN 'taken' THEN status IS NOT NULL AND taken_at IS NOT NULL AND until IS NULL
      ELSE false
    END)
) WITH (
  -- Holds come and go: room for the next version beside the old one, and a sweep through the table
  -- long before a fifth of it (the usual threshold) is dead. Statistics early, too: the table grows
  -- from nothing to a whole house within a minute of the start of sales.
  fillfactor = 70,
  autovacuum_vacuum_scale_factor = 0.02,
  autovacuum_analyze_scale_factor = 0.02
);

-- Which index a query uses must not be left to statistics, which know nothing when sales begin. So
-- the last column of each index below is an order that no other index of the table gives, and the
-- queries ask for that order in sessions that may not sort.
CREATE INDEX seat_due ON seat (until) WHERE state = 'held';
CREATE INDEX seat_held_by ON seat (event_id, token, hold) WHERE state = 'held';

-- Every sale of a named seat, released or not. version is the seat's when it was sold.
CREATE TABLE sale (
  event_id bigint NOT NULL,
  label text COLLATE "C" NOT NULL,
  version bigint NOT NULL,
  status text NOT NULL,
  token text COLLATE "C",
  order_ref text,
  taken_at timestamptz NOT NULL,
  released_at timestamptz,
  CONSTRAINT sale_pkey PRIMARY KEY (event_id, label, version)
) WITH (autovacuum_vacuum_scale_factor = 0.05, autovacuum_analyze_scale_factor = 0.05);

-- Invariant I1: a second unreleased sale of a seat cannot be written down, whoever tries.
CREATE UNIQUE INDEX sale_open ON sale (event_id, label) WHERE released_at IS NULL;

-- Counters of general admission areas, changed with almost every command of their event.
CREATE TABLE area (
  event_id bigint NOT NULL,
  key text COLLATE "C" NOT NULL,
  version bigint NOT NULL,
  decided_on bigint NOT NULL,
  capacity integer NOT NULL,
  held integer NOT NULL,
  taken integer NOT NULL,
  CONSTRAINT area_pkey PRIMARY KEY (event_id, key),
  CONSTRAINT area_version_grows CHECK (version > decided_on AND decided_on >= 0),
  CONSTRAINT area_adds_up
    CHECK (held >= 0 AND taken >= 0 AND held::bigint + taken::bigint <= capacity)
) WITH (fillfactor = 25, autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 200);

-- Places of an area that belong together. number is the journal's of their first entry.
CREATE TABLE area_record (
  event_id bigint NOT NULL,
  number bigint NOT NULL,
  area text COLLATE "C" NOT NULL,
  quantity integer NOT NULL,
  state text COLLATE "C" NOT NULL,
  status text,
  token text COLLATE "C",
  hold bigint NOT NULL DEFAULT 0,
  since timestamptz,
  until timestamptz,
  taken_at timestamptz,
  order_ref text,
  category text,
  extra text NOT NULL DEFAULT '{}',
  CONSTRAINT area_record_pkey PRIMARY KEY (event_id, number),
  CONSTRAINT area_record_has_places CHECK (quantity >= 1),
  CONSTRAINT area_record_state_whole CHECK (
    CASE state
      WHEN 'held' THEN token IS NOT NULL AND since IS NOT NULL AND until IS NOT NULL
                       AND hold > 0 AND taken_at IS NULL
      WHEN 'taken' THEN status IS NOT NULL AND taken_at IS NOT NULL AND until IS NULL
      ELSE false
    END)
) WITH (
  fillfactor = 70, autovacuum_vacuum_scale_factor = 0.02, autovacuum_analyze_scale_factor = 0.02);

CREATE INDEX area_record_due ON area_record (until) WHERE state = 'held';
CREATE INDEX area_record_of_area ON area_record (event_id, area, until, number);
CREATE INDEX area_record_of_token ON area_record (event_id, token, hold);

-- One line a change, numbered without gap in its event. Extra data is text: a JSON column would
-- refuse what JSON allows, reorder members and drop duplicates.
CREATE TABLE journal (
  event_id bigint NOT NULL,
  seq bigint NOT NULL,
  commit_id uuid NOT NULL,
  object text COLLATE "C" NOT NULL,
  area boolean NOT NULL,
  version bigint NOT NULL,
  kind text NOT NULL,
  previous text NOT NULL,
  token text COLLATE "C",
  hold bigint NOT NULL,
  quantity integer NOT NULL,
  category text,
  until timestamptz,
  order_ref text,
  extra text NOT NULL,
  dialect text NOT NULL,
  key_id bigint NOT NULL,
  address text,
  at timestamptz NOT NULL,
  CONSTRAINT journal_pkey PRIMARY KEY (event_id, seq)
);

-- Names of transactions, for an hour: what a caller asks when the answer to its commit was lost.
-- A row with committed = false was put there by the question itself, so that the transaction of
-- that name can never commit; asking twice therefore gives the same answer twice.
CREATE TABLE commit_id (
  id uuid NOT NULL,
  committed boolean NOT NULL,
  at timestamptz NOT NULL DEFAULT holdfast_now(),
  CONSTRAINT commit_id_pkey PRIMARY KEY (id)
) WITH (autovacuum_vacuum_scale_factor = 0.05);

CREATE INDEX commit_id_age ON commit_id (at);
