-- How often what is for sale of an event was edited on the day it was last edited, a day of UTC:
-- it may be so a bounded number of times a day.
ALTER TABLE event ADD COLUMN edit_day date;
ALTER TABLE event ADD COLUMN edit_count integer NOT NULL DEFAULT 0;
