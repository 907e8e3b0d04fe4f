package dev.holdfast.domain.port;

import dev.holdfast.domain.event.EventId;
import dev.holdfast.domain.journal.JournalEntry;
import java.util.Map;
import java.util.Set;

/**
 * Reads what happened: one gapless sequence an event (invariant I7). Whatever is read has been
 * committed and survives a crash. Trouble is a {@link StoreFailure}.
 */
public interface JournalPort {
  /**
   * How far the journals of these events have come.
   *
   * @param events at most 1,000
   * @return the last sequence number of each, 0 where nothing happened; those that there are not
   *     are left out
   * @throws IllegalArgumentException when there are too many
   */
  Map<EventId, Long> heads(Set<EventId> events);

  /**
   * Whether an event stands where it was seen: nothing was written since, and no hold has lapsed
   * that nobody has ended yet.
   *
   * @param seq the sequence number of a picture
   * @return false also when there is no such event
   */
  boolean isUnchanged(EventId event, long seq);

  /**
   * What happened to one object, in order.
   *
   * @param object a seat's label or an area's key
   * @param after the first entry is the first after this sequence number, 0 for the beginning
   */
  JournalPart history(EventId event, String object, long after, Portion portion);

  /**
   * The journal of one event in order.
   *
   * @param after the first entry is the one after this sequence number, 0 for the beginning
   */
  JournalPart journal(EventId event, long after, Portion portion);

  /**
   * Changes of status as a list is read, part by part from anywhere. What is beside a number that
   * no entry has is told by the number in {@link ChangeList.Key#NUMBER}; in any other order such a
   * number stands before all.
   *
   * @param portion how much at most, counted from what it stands beside; a slice that ends early
   *     says that there is more
   */
  Slice<JournalEntry> changes(EventId event, ChangeList list, Slice.Beside beside, Portion portion);
}
