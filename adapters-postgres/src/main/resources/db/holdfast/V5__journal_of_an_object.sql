-- What happened to one seat is asked for by people at a desk, in an event of any size.
CREATE INDEX journal_of_object ON journal (event_id, object, seq);
