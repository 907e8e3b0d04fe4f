-- What callers say of an object beyond whose it is: the kind of ticket, and whether it is on resale or
-- goes back there. Null where nobody says so, which is nearly everywhere. A free seat may have any of
-- what hangs on a seat: it stays free, and has a row anyway.
ALTER TABLE seat
  ADD COLUMN ticket_type text, ADD COLUMN resale boolean, ADD COLUMN listing text;
ALTER TABLE area_record
  ADD COLUMN ticket_type text, ADD COLUMN resale boolean, ADD COLUMN listing text;

-- The word of the state that a change led to; null where its kind tells.
ALTER TABLE journal ADD COLUMN status text, ADD COLUMN ticket_type text;
