-- Companies manage their workspaces themselves: as many as they like, one of them the default one,
-- some of them closed for a while or for good.

ALTER TABLE workspace
  ADD COLUMN active boolean NOT NULL DEFAULT true,
  ADD COLUMN is_default boolean NOT NULL DEFAULT false,
  -- What is in a deleted workspace stays, and nobody finds it.
  ADD COLUMN deleted_at timestamptz,
  ADD CONSTRAINT workspace_default_usable CHECK (NOT is_default OR (active AND deleted_at IS NULL));

UPDATE workspace SET is_default = true
WHERE id IN (SELECT DISTINCT ON (company_id) id FROM workspace ORDER BY company_id, test, id);

CREATE UNIQUE INDEX workspace_default ON workspace (company_id) WHERE is_default;

-- The text of a secret key, which its company is shown again, encrypted by the key of this name.
-- Without either it was told once.
ALTER TABLE api_key
  ADD COLUMN sealed text,
  ADD COLUMN secret_key text COLLATE "C",
  ADD CONSTRAINT api_key_sealed_whole CHECK (
    (sealed IS NULL) = (secret_key IS NULL) AND (sealed IS NULL OR kind = 'secret'));
