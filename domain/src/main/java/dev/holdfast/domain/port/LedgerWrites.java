package dev.holdfast.domain.port;

import dev.holdfast.domain.event.EventId;
import dev.holdfast.domain.hold.HoldToken;
import dev.holdfast.domain.hold.TokenTerm;
import dev.holdfast.domain.idempotency.KeptAnswer;
import dev.holdfast.domain.journal.JournalEntry;
import dev.holdfast.domain.seat.Area;
import dev.holdfast.domain.seat.AreaRecord;
import dev.holdfast.domain.seat.Seat;
import java.util.List;

/**
 * Everything one transaction changes: the net effect of all its commands, and the whole journal of
 * them.
 *
 * @param events one item an event that changes, ascending
 * @param answers what is to be remembered under idempotency keys; each key was claimed in this
 *     transaction, and nothing was known under it
 */
public record LedgerWrites(List<OfEvent> events, List<KeptAnswer> answers) {
  public LedgerWrites {
    events = List.copyOf(events);
    answers = List.copyOf(answers);
  }

  /** Remembers no answer. */
  public LedgerWrites(List<OfEvent> events) {
    this(events, List.of());
  }

  /**
   * The changes of one event.
   *
   * @param seq the journal's last number after this
   * @param seats every seat that changed; see {@link SeatChange}
   * @param areas every area that changed
   * @param records area records to be written, new or in a new state
   * @param endedRecords numbers of area records to be removed
   * @param journal the new entries, numbered without gap from the head's number on, the last one
   *     {@code seq}; a store refuses anything else
   * @param tokens terms that begin or are prolonged; each was read in this transaction
   */
  public record OfEvent(
      EventId event,
      long seq,
      List<SeatChange> seats,
      List<AreaChange> areas,
      List<AreaRecord> records,
      List<Long> endedRecords,
      List<JournalEntry> journal,
      List<TokenChange> tokens) {
    public OfEvent {
      seats = List.copyOf(seats);
      areas = List.copyOf(areas);
      records = List.copyOf(records);
      endedRecords = List.copyOf(endedRecords);
      journal = List.copyOf(journal);
      tokens = List.copyOf(tokens);
    }

    /** Changes no token. */
    public OfEvent(
        EventId event,
        long seq,
        List<SeatChange> seats,
        List<AreaChange> areas,
        List<AreaRecord> records,
        List<Long> endedRecords,
        List<JournalEntry> journal) {
      this(event, seq, seats, areas, records, endedRecords, journal, List.of());
    }
  }

  /**
   * One seat's net change. The write succeeds only where the stored version is {@code before}'s (0:
   * no row). A seat that goes to taken opens a sale, one that leaves taken closes its sale, and one
   * that was taken before and after by different sales does both: the unique index over open sales
   * makes two at once impossible (I1).
   */
  public record SeatChange(Seat before, Seat after) {}

  /** A token's term as it is from now on, in the event's workspace. */
  public record TokenChange(HoldToken token, TokenTerm term) {}

  /** One area's net change, guarded by the version before in the same way. */
  public record AreaChange(Area before, Area after) {}
}
