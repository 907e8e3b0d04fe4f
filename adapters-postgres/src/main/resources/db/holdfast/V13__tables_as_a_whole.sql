-- A table can be sold as a whole or by its seats: both stand in the plan, and the chart says which of
-- the two it sells itself. Of what was published before, nothing stands at a table.

-- The label of the table that an object stands at, or is.
ALTER TABLE chart_object ADD COLUMN table_label text COLLATE "C";
ALTER TABLE chart_object ADD COLUMN usual boolean NOT NULL DEFAULT true;
ALTER TABLE chart_object ADD CONSTRAINT chart_object_area_stands_alone CHECK (
  kind = 'seat' OR (table_label IS NULL AND usual));

-- What more there is to tell of a category: whether it is meant for wheelchair users, and whether its
-- key was drawn as a number.
ALTER TABLE chart_layout ADD COLUMN category_accessible boolean[] NOT NULL DEFAULT '{}';
ALTER TABLE chart_layout ADD COLUMN category_numbered boolean[] NOT NULL DEFAULT '{}';
UPDATE chart_layout
SET category_accessible = array_fill(false, ARRAY[cardinality(category_keys)]),
    category_numbered = array_fill(false, ARRAY[cardinality(category_keys)]);
ALTER TABLE chart_layout ADD CONSTRAINT chart_layout_flags_whole CHECK (
  cardinality(category_keys) = cardinality(category_accessible)
  AND cardinality(category_keys) = cardinality(category_numbered));
