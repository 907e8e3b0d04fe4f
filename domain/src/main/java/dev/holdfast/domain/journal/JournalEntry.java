package dev.holdfast.domain.journal;

import dev.holdfast.domain.event.EventId;
import dev.holdfast.domain.hold.HoldToken;
import dev.holdfast.domain.seat.ExtraData;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One line of an event's journal (invariant I7): one change of one object.
 *
 * @param seq 1, 2, 3, ... without gap in the event
 * @param object a seat's label or an area's key
 * @param area whether the object is a general admission area
 * @param version the object's version after the change
 * @param previous the word of the state before: "free", "held", or a taken status
 * @param status the word of the state after
 * @param token the hold token concerned: the holder, or under whom it had been taken
 * @param hold the number of the hold that begins, goes on or ends here, 0 if there was none
 * @param quantity places concerned, 1 for a seat
 * @param category the category it was held in
 * @param until the hold's deadline after the change, while it is held
 * @param order the caller's order reference
 * @param ticketType what kind of ticket it is sold as
 * @param extraData as it stands after the change, or stood before it when the object became free
 * @param at the ledger's time of the decision
 */
public record JournalEntry(
    EventId event,
    long seq,
    String object,
    boolean area,
    long version,
    JournalKind kind,
    String previous,
    String status,
    @Nullable HoldToken token,
    long hold,
    int quantity,
    @Nullable String category,
    @Nullable Instant until,
    @Nullable String order,
    @Nullable String ticketType,
    ExtraData extraData,
    Origin origin,
    Instant at) {
  /** One whose status is what its kind usually leads to, without a ticket type. */
  public JournalEntry(
      EventId event,
      long seq,
      String object,
      boolean area,
      long version,
      JournalKind kind,
      String previous,
      @Nullable HoldToken token,
      long hold,
      int quantity,
      @Nullable String category,
      @Nullable Instant until,
      @Nullable String order,
      ExtraData extraData,
      Origin origin,
      Instant at) {
    this(
        event,
        seq,
        object,
        area,
        version,
        kind,
        previous,
        kind.usualStatus(previous),
        token,
        hold,
        quantity,
        category,
        until,
        order,
        null,
        extraData,
        origin,
        at);
  }
}
