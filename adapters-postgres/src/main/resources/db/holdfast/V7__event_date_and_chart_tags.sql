-- What charts and events are told by beside their names.

-- The day an event takes place: a day of the calendar, of no time zone.
ALTER TABLE event ADD COLUMN date date;

-- In the order they were added, each once.
ALTER TABLE chart ADD COLUMN tags text[] NOT NULL DEFAULT '{}';
ALTER TABLE chart ADD CONSTRAINT chart_tags_bounded CHECK (cardinality(tags) <= 100);

-- A picture of a chart is asked for by the chart's key alone.
CREATE INDEX chart_by_key ON chart (key);

-- The categories of a published text, in its order. Of what was published before there were these
-- columns they are empty; the text tells them.
ALTER TABLE chart_layout ADD COLUMN category_keys text[] NOT NULL DEFAULT '{}';
ALTER TABLE chart_layout ADD COLUMN category_labels text[] NOT NULL DEFAULT '{}';
-- A category without a colour has null in its place.
ALTER TABLE chart_layout ADD COLUMN category_colors text[] NOT NULL DEFAULT '{}';
ALTER TABLE chart_layout ADD CONSTRAINT chart_layout_categories_whole CHECK (
  cardinality(category_keys) = cardinality(category_labels)
  AND cardinality(category_keys) = cardinality(category_colors));
