-- Companies, workspaces, keys, charts, events.
--
-- Keys and labels are compared and ordered byte by byte (COLLATE "C"): two labels are one only when
-- they are the same text, on every machine and after every upgrade of its locale data.

CREATE TABLE company (
  id bigint GENERATED ALWAYS AS IDENTITY,
  key text COLLATE "C" NOT NULL,
  name text NOT NULL,
  created_at timestamptz NOT NULL DEFAULT holdfast_now(),
  CONSTRAINT company_pkey PRIMARY KEY (id),
  CONSTRAINT company_key_taken UNIQUE (key)
);

CREATE TABLE workspace (
  id bigint GENERATED ALWAYS AS IDENTITY,
  company_id bigint NOT NULL,
  key text COLLATE "C" NOT NULL,
  name text NOT NULL,
  test boolean NOT NULL,
  CONSTRAINT workspace_pkey PRIMARY KEY (id),
  CONSTRAINT workspace_key_taken UNIQUE (key),
  CONSTRAINT workspace_company_known FOREIGN KEY (company_id) REFERENCES company (id)
);

CREATE INDEX workspace_of_company ON workspace (company_id);

-- One table for both kinds of keys, so that no text is ever a key twice. A company's own key (kind
-- admin) opens no workspace.
CREATE TABLE api_key (
  id bigint GENERATED ALWAYS AS IDENTITY,
  company_id bigint,
  workspace_id bigint,
  kind text NOT NULL,
  hash text COLLATE "C" NOT NULL,
  last_four text NOT NULL,
  created_at timestamptz NOT NULL DEFAULT holdfast_now(),
  revoked_at timestamptz,
  CONSTRAINT api_key_pkey PRIMARY KEY (id),
  CONSTRAINT api_key_hash_taken UNIQUE (hash),
  CONSTRAINT api_key_kind_known CHECK (kind IN ('public', 'secret', 'admin')),
  CONSTRAINT api_key_opens_one CHECK (
    (kind = 'admin') = (workspace_id IS NULL) AND (kind = 'admin') = (company_id IS NOT NULL)),
  CONSTRAINT api_key_company_known FOREIGN KEY (company_id) REFERENCES company (id),
  CONSTRAINT api_key_workspace_known FOREIGN KEY (workspace_id) REFERENCES workspace (id)
);

CREATE INDEX api_key_of_workspace ON api_key (workspace_id);

CREATE TABLE chart (
  id bigint GENERATED ALWAYS AS IDENTITY,
  workspace_id bigint NOT NULL,
  key text COLLATE "C" NOT NULL,
  name text NOT NULL,
  draft_version integer NOT NULL,
  draft_notation text NOT NULL,
  draft_text text NOT NULL,
  published_version integer,
  -- Kept apart from the published one, so that a number taken back is never given again.
  last_published_version integer NOT NULL DEFAULT 0,
  published_at timestamptz,
  created_at timestamptz NOT NULL DEFAULT holdfast_now(),
  updated_at timestamptz NOT NULL DEFAULT holdfast_now(),
  CONSTRAINT chart_pkey PRIMARY KEY (id),
  CONSTRAINT chart_key_taken UNIQUE (workspace_id, key),
  CONSTRAINT chart_published_counted CHECK (published_version <= last_published_version),
  CONSTRAINT chart_workspace_known FOREIGN KEY (workspace_id) REFERENCES workspace (id)
);

CREATE INDEX chart_newest ON chart (workspace_id, created_at DESC, key);

-- The published text of a chart; only the current one is kept.
CREATE TABLE chart_layout (
  chart_id bigint NOT NULL,
  version integer NOT NULL,
  notation text NOT NULL,
  text text NOT NULL,
  CONSTRAINT chart_layout_pkey PRIMARY KEY (chart_id),
  CONSTRAINT chart_layout_chart_known FOREIGN KEY (chart_id) REFERENCES chart (id) ON DELETE CASCADE
);

-- The plan made from it, one row a bookable object. No foreign key: 80,000 rows come at once and are
-- written, like they are deleted, only under the lock of their chart's row.
CREATE TABLE chart_object (
  chart_id bigint NOT NULL,
  version integer NOT NULL,
  ordinal integer NOT NULL,
  label text COLLATE "C" NOT NULL,
  kind text NOT NULL,
  category text,
  more_categories text[],
  capacity integer,
  CONSTRAINT chart_object_pkey PRIMARY KEY (chart_id, version, ordinal),
  CONSTRAINT chart_object_kind_known CHECK (kind IN ('seat', 'area')),
  CONSTRAINT chart_object_area_has_capacity CHECK ((kind = 'area') = (capacity IS NOT NULL))
);

-- Numbers of events are never reused: whatever remembers a deleted event cannot mistake a new one
-- for it.
CREATE TABLE event (
  id bigint GENERATED ALWAYS AS IDENTITY,
  workspace_id bigint NOT NULL,
  chart_id bigint NOT NULL,
  key text COLLATE "C" NOT NULL,
  name text,
  created_at timestamptz NOT NULL DEFAULT holdfast_now(),
  updated_at timestamptz NOT NULL DEFAULT holdfast_now(),
  CONSTRAINT event_pkey PRIMARY KEY (id),
  CONSTRAINT event_key_taken UNIQUE (workspace_id, key),
  CONSTRAINT event_workspace_known FOREIGN KEY (workspace_id) REFERENCES workspace (id),
  CONSTRAINT event_chart_in_use FOREIGN KEY (chart_id) REFERENCES chart (id)
);

CREATE INDEX event_newest ON event (workspace_id, created_at DESC, key);
CREATE INDEX event_of_chart ON event (chart_id);

-- Events that are gone, whose rows in the ledger are still to be removed in small batches: one
-- transaction over a million journal lines would outlast every timeout.
CREATE TABLE deleted_event (
  event_id bigint NOT NULL,
  CONSTRAINT deleted_event_pkey PRIMARY KEY (event_id)
);
