package dev.holdfast.domain.feed;

import dev.holdfast.domain.event.Event;
import dev.holdfast.domain.journal.JournalEntry;
import dev.holdfast.domain.port.Slice;

/**
 * Some changes of status in an event.
 *
 * @param event as it was when they were looked for
 */
public record StatusChanges(Event event, Slice<JournalEntry> changes) {}
