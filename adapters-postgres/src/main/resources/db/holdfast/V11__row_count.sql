-- Ends the transaction when a statement changed another number of rows than it had to: what was
-- decided on is not what is stored. Asked of the server, because the commit is already on its way
-- behind the statement.
CREATE FUNCTION holdfast_row_count(changed bigint, due bigint, what text) RETURNS bigint
  LANGUAGE plpgsql VOLATILE
  AS $$
BEGIN
  IF changed <> due THEN
    RAISE EXCEPTION 'decided on an old state: % of % %', changed, due, what
      USING ERRCODE = 'HF001';
  END IF;
  RETURN changed;
END
$$;
