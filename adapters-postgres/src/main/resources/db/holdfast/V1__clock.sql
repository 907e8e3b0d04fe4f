-- The one clock of the ledger. Every deadline is set and judged by it, and nothing else asks for the
-- time, so that a test can move time by replacing this function in a schema of its own.
--
-- clock_timestamp() and not now(): now() stands still from the start of the transaction, which may
-- have waited for a lock, and a hold that lapsed meanwhile would count as live.
CREATE FUNCTION holdfast_now() RETURNS timestamptz
  LANGUAGE sql VOLATILE
  AS 'SELECT pg_catalog.clock_timestamp()';
