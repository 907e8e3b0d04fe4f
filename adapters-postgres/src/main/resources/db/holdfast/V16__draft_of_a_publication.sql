-- Which draft a published layout was: a chart has a draft of its own only while that is another.
ALTER TABLE chart_layout ADD COLUMN draft_version integer NOT NULL DEFAULT 0;
UPDATE chart_layout l SET draft_version = c.draft_version
FROM chart c
WHERE c.id = l.chart_id AND c.draft_notation = l.notation AND c.draft_text = l.text;
