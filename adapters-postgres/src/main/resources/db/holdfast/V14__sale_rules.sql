-- By what rules events sell: what is for sale, channels, tables or their seats, categories.

-- Every state of an event's rules has a number of its own, given here and never again, not even
-- after a change that was rolled back: whoever remembers rules by their number remembers the right
-- ones. 0: there never were any.
CREATE SEQUENCE sale_rules_version AS bigint;

ALTER TABLE event ADD COLUMN rules_version bigint NOT NULL DEFAULT 0;

-- Whether somebody has said that it is over.
ALTER TABLE event ADD COLUMN past boolean NOT NULL DEFAULT false;

-- The lists of the seats.io dialect go by number.
CREATE INDEX event_by_number ON event (workspace_id, id);
DROP INDEX event_of_chart;
CREATE INDEX event_of_chart ON event (chart_id, id);

-- One row an event that has rules or had some, so that they are read as they were at one instant.
-- Written, like rules_version, under the lock of the event's head. Columns of one kind belong
-- together by their places. The objects of all channels stand in one column, one channel's behind
-- the other's, and the counts say how many are whose; so do the places of areas.
CREATE TABLE sale_rules (
  event_id bigint NOT NULL,
  for_sale boolean,
  objects text[] NOT NULL,
  areas text[] NOT NULL,
  places integer[] NOT NULL,
  categories text[] NOT NULL,
  table_mode text NOT NULL,
  tables text[] NOT NULL,
  tables_whole boolean[] NOT NULL,
  category_keys text[] NOT NULL,
  category_labels text[] NOT NULL,
  category_colors text[] NOT NULL,
  category_accessible boolean[] NOT NULL,
  category_numbered boolean[] NOT NULL,
  sold_objects text[] NOT NULL,
  sold_categories text[] NOT NULL,
  sold_numbered boolean[] NOT NULL,
  channel_ids text[] NOT NULL,
  channel_keys text[] NOT NULL,
  channel_names text[] NOT NULL,
  channel_colors text[] NOT NULL,
  channel_indexes bigint[] NOT NULL,
  channel_object_counts integer[] NOT NULL,
  channel_objects text[] NOT NULL,
  channel_area_counts integer[] NOT NULL,
  channel_areas text[] NOT NULL,
  channel_places integer[] NOT NULL,
  CONSTRAINT sale_rules_pkey PRIMARY KEY (event_id),
  CONSTRAINT sale_rules_event_known FOREIGN KEY (event_id) REFERENCES event (id) ON DELETE CASCADE,
  CONSTRAINT sale_rules_table_mode_known
    CHECK (table_mode IN ('INHERIT', 'ALL_BY_SEAT', 'ALL_BY_TABLE', 'CUSTOM')),
  CONSTRAINT sale_rules_whole CHECK (
    cardinality(areas) = cardinality(places)
    AND cardinality(tables) = cardinality(tables_whole)
    AND cardinality(category_keys) = cardinality(category_labels)
    AND cardinality(category_keys) = cardinality(category_colors)
    AND cardinality(category_keys) = cardinality(category_accessible)
    AND cardinality(category_keys) = cardinality(category_numbered)
    AND cardinality(sold_objects) = cardinality(sold_categories)
    AND cardinality(sold_objects) = cardinality(sold_numbered)
    AND cardinality(channel_ids) = cardinality(channel_keys)
    AND cardinality(channel_ids) = cardinality(channel_names)
    AND cardinality(channel_ids) = cardinality(channel_colors)
    AND cardinality(channel_ids) = cardinality(channel_indexes)
    AND cardinality(channel_ids) = cardinality(channel_object_counts)
    AND cardinality(channel_ids) = cardinality(channel_area_counts)
    AND cardinality(channel_areas) = cardinality(channel_places))
);
