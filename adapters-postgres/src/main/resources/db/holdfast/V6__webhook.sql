-- Webhooks: who is to be told, how far the journals were read for them, and what is to be sent.
--
-- Nothing here is written by a transaction that sells. Journals are read afterwards, and the mark
-- moves in the transaction that queues what was read.

-- A deleted webhook stays until its last delivery is forgotten; the row changes only by hand. The
-- secret is encrypted by the key whose name stands beside it.
CREATE TABLE webhook (
  id bigint GENERATED ALWAYS AS IDENTITY,
  workspace_id bigint NOT NULL,
  key text COLLATE "C" NOT NULL,
  url text NOT NULL,
  events text NOT NULL,
  description text,
  enabled boolean NOT NULL DEFAULT true,
  secret text NOT NULL,
  secret_key text COLLATE "C" NOT NULL,
  since timestamptz NOT NULL,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  deleted_at timestamptz,
  CONSTRAINT webhook_pkey PRIMARY KEY (id),
  CONSTRAINT webhook_key_taken UNIQUE (workspace_id, key),
  CONSTRAINT webhook_workspace_known FOREIGN KEY (workspace_id) REFERENCES workspace (id)
);

CREATE INDEX webhook_newest ON webhook (workspace_id, created_at DESC, key)
  WHERE deleted_at IS NULL;
CREATE INDEX webhook_listening ON webhook (workspace_id, id) WHERE enabled AND deleted_at IS NULL;
CREATE INDEX webhook_deleted ON webhook (deleted_at) WHERE deleted_at IS NOT NULL;

-- Which node a webhook's deliveries are taken by. Apart from webhook, because it changes all the
-- time, and because whoever takes must not wait for whoever changes a webhook.
CREATE TABLE webhook_lease (
  webhook_id bigint NOT NULL,
  node uuid,
  until timestamptz NOT NULL DEFAULT '-infinity',
  CONSTRAINT webhook_lease_pkey PRIMARY KEY (webhook_id),
  CONSTRAINT webhook_lease_webhook_known
    FOREIGN KEY (webhook_id) REFERENCES webhook (id) ON DELETE CASCADE
) WITH (fillfactor = 50, autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 200);

-- How far an event's journal was read. Every event has one, so that there is always a row to lock;
-- it outlives the event until nothing more is to be read.
CREATE TABLE webhook_mark (
  event_id bigint NOT NULL,
  workspace_id bigint NOT NULL,
  seq bigint NOT NULL DEFAULT 0,
  CONSTRAINT webhook_mark_pkey PRIMARY KEY (event_id)
) WITH (fillfactor = 50, autovacuum_vacuum_scale_factor = 0.02);

CREATE INDEX webhook_mark_of_workspace ON webhook_mark (workspace_id, event_id);

INSERT INTO webhook_mark (event_id, workspace_id, seq)
SELECT e.id, e.workspace_id, h.seq FROM event e JOIN event_head h ON h.event_id = e.id;

-- What is told of an event that is gone: how far its journal goes, and what it was called.
ALTER TABLE deleted_event
  ADD COLUMN seq bigint NOT NULL DEFAULT 0,
  ADD COLUMN event_key text,
  ADD COLUMN event_name text,
  ADD COLUMN chart_key text,
  ADD COLUMN chart_name text;

-- One row a webhook and payload. due_at is when it is to be tried, and null once it is done; of a
-- deleted webhook what is still due has failed, without being touched.
CREATE TABLE webhook_delivery (
  id bigint GENERATED ALWAYS AS IDENTITY,
  webhook_id bigint NOT NULL,
  key text COLLATE "C" NOT NULL,
  event text NOT NULL,
  lane text NOT NULL,
  body text NOT NULL,
  status text NOT NULL DEFAULT 'queued',
  attempts integer NOT NULL DEFAULT 0,
  response_status integer,
  latency_ms bigint,
  queued_at timestamptz NOT NULL,
  last_attempt_at timestamptz,
  due_at timestamptz,
  CONSTRAINT webhook_delivery_pkey PRIMARY KEY (id),
  CONSTRAINT webhook_delivery_key_taken UNIQUE (webhook_id, key),
  CONSTRAINT webhook_delivery_status_whole CHECK (
    CASE status
      WHEN 'queued' THEN due_at IS NOT NULL AND attempts = 0
      WHEN 'retrying' THEN due_at IS NOT NULL AND attempts > 0
      WHEN 'success' THEN due_at IS NULL AND attempts > 0
      WHEN 'failed' THEN due_at IS NULL AND attempts > 0
      ELSE false
    END)
) WITH (
  fillfactor = 80, autovacuum_vacuum_scale_factor = 0.02, autovacuum_analyze_scale_factor = 0.02);

CREATE INDEX webhook_delivery_of_webhook ON webhook_delivery (webhook_id, id);
CREATE INDEX webhook_delivery_due ON webhook_delivery (webhook_id, due_at, id)
  WHERE due_at IS NOT NULL;
CREATE INDEX webhook_delivery_done ON webhook_delivery (queued_at) WHERE due_at IS NULL;
