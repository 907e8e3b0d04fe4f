-- Tokens that expire by themselves, in whichever event they hold something. Tokens that clients make
-- up have no row. A row is made in the transaction of the token's first hold and locked, after the
-- rows of events, by every transaction that decides something under the token.
CREATE TABLE hold_token (
  workspace_id bigint NOT NULL,
  token text COLLATE "C" NOT NULL,
  since timestamptz NOT NULL,
  until timestamptz NOT NULL,
  -- Ended before its time, and its seats may not all be free yet.
  ended boolean NOT NULL DEFAULT false,
  CONSTRAINT hold_token_pkey PRIMARY KEY (workspace_id, token),
  CONSTRAINT hold_token_expires_later CHECK (until >= since),
  CONSTRAINT hold_token_workspace_known FOREIGN KEY (workspace_id) REFERENCES workspace (id)
) WITH (autovacuum_vacuum_scale_factor = 0.05, autovacuum_analyze_scale_factor = 0.05);

CREATE INDEX hold_token_age ON hold_token (until);
CREATE INDEX hold_token_ended ON hold_token (until) WHERE ended;

-- By token first: what a token holds is asked for in one event, and in all events at once.
DROP INDEX seat_held_by;
CREATE INDEX seat_held_by ON seat (token, event_id, hold) WHERE state = 'held';
DROP INDEX area_record_of_token;
CREATE INDEX area_record_of_token ON area_record (token, event_id, hold);
