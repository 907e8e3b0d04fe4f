-- The nodes that work on this store. Rows of nodes that are gone are removed by those that live.
CREATE TABLE node (
  id uuid NOT NULL,
  renewed_at timestamptz NOT NULL,
  CONSTRAINT node_pkey PRIMARY KEY (id)
);
