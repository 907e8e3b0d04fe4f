-- Through which API key something is held, where holds through that key are counted; null elsewhere,
-- and in all that was held before they were. No constraint ties it to the state: a node that does not
-- know the column yet leaves it as it was when it sells what is held, and must not fail by that. So
-- whoever counts looks at the state as well.
ALTER TABLE seat ADD COLUMN held_via bigint;
ALTER TABLE area_record ADD COLUMN held_via bigint;

-- Empty while nothing is counted. The last column as in V3: an order that no other index gives.
CREATE INDEX seat_held_via ON seat (event_id, held_via, since)
  WHERE state = 'held' AND held_via IS NOT NULL;
CREATE INDEX area_record_held_via ON area_record (event_id, held_via, since)
  WHERE state = 'held' AND held_via IS NOT NULL;
