-- Answers to requests that may come again, under keys that their callers chose. What a transaction
-- decides it answers here as well, so that the answer is there with its effect or not at all.
--
-- No foreign key: its check would lock the workspace's row in every sale.
CREATE TABLE idempotency_key (
  workspace_id bigint NOT NULL,
  key text COLLATE "C" NOT NULL,
  -- SHA-256 of what was asked for, in hexadecimal digits.
  request text COLLATE "C" NOT NULL,
  -- As the dialect gave it; nobody else reads it.
  answer text NOT NULL,
  -- By which key for secrets the answer is sealed, if it may tell one.
  secret_key text COLLATE "C",
  kept_at timestamptz NOT NULL,
  CONSTRAINT idempotency_key_pkey PRIMARY KEY (workspace_id, key),
  CONSTRAINT idempotency_key_digest CHECK (length(request) = 64)
) WITH (autovacuum_vacuum_scale_factor = 0.05, autovacuum_analyze_scale_factor = 0.05);

CREATE INDEX idempotency_key_age ON idempotency_key (kept_at);
