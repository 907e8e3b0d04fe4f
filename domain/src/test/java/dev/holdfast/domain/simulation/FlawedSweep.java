package dev.holdfast.domain.simulation;

import dev.holdfast.domain.event.EventId;
import dev.holdfast.domain.journal.JournalEntry;
import dev.holdfast.domain.journal.JournalKind;
import dev.holdfast.domain.port.CommitId;
import dev.holdfast.domain.port.DueHold;
import dev.holdfast.domain.port.LedgerReads;
import dev.holdfast.domain.port.LedgerTransaction;
import dev.holdfast.domain.port.LedgerWrapper;
import dev.holdfast.domain.port.LedgerWrites;
import dev.holdfast.domain.port.ReadWish;
import dev.holdfast.domain.port.SeatLedgerPort;
import dev.holdfast.domain.port.TransactionWrapper;
import dev.holdfast.domain.seat.Seat;
import dev.holdfast.domain.seat.SeatState.Held;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A ledger in which a sweep takes whatever hold a seat has by now for the one that it found. */
final class FlawedSweep extends LedgerWrapper {
  private record Name(EventId event, String object) {}

  private final Map<Name, Long> found = new HashMap<>();

  FlawedSweep(SeatLedgerPort sound) {
    super(sound);
  }

  @Override
  public List<DueHold> due(int limit, Set<EventId> except) {
    List<DueHold> due = ledger.due(limit, except);
    due.forEach(each -> found.put(new Name(each.event(), each.object()), each.hold()));
    return due;
  }

  @Override
  public LedgerTransaction begin(CommitId commit) {
    return new TransactionWrapper(ledger.begin(commit)) {
      private final Map<Name, Long> real = new HashMap<>();

      @Override
      public LedgerReads read(ReadWish wish) {
        LedgerReads sound = open.read(wish);
        Map<EventId, LedgerReads.OfEvent> taken = new HashMap<>(sound.events());
        for (ReadWish.OfEvent of : wish.events()) {
          taken.computeIfPresent(
              of.event(),
              (event, rows) ->
                  new LedgerReads.OfEvent(
                      rows.seats().stream().map(seat -> taken(of, seat, sound)).toList(),
                      rows.areas(),
                      rows.records(),
                      rows.holdings(),
                      rows.terms()));
        }
        return new LedgerReads(sound.now(), taken);
      }

      private Seat taken(ReadWish.OfEvent of, Seat seat, LedgerReads sound) {
        Name name = new Name(of.event(), seat.label());
        Long due = found.get(name);
        if (due == null
            || !of.records().contains(due)
            || !(seat.state() instanceof Held held)
            || held.hold() == due) {
          return seat;
        }
        real.put(name, held.hold());
        Held over = new Held(held.token(), due, held.since(), sound.now(), held.tag());
        return new Seat(seat.label(), seat.version(), over);
      }

      @Override
      public void write(LedgerWrites writes) {
        open.write(
            new LedgerWrites(
                writes.events().stream().map(of -> withRealHolds(of, real)).toList(),
                writes.answers()));
      }
    };
  }

  private static LedgerWrites.OfEvent withRealHolds(LedgerWrites.OfEvent of, Map<Name, Long> real) {
    return new LedgerWrites.OfEvent(
        of.event(),
        of.seq(),
        of.seats(),
        of.areas(),
        of.records(),
        of.endedRecords(),
        of.journal().stream().map(entry -> withRealHold(entry, real)).toList(),
        of.tokens());
  }

  private static JournalEntry withRealHold(JournalEntry entry, Map<Name, Long> real) {
    Long hold = real.get(new Name(entry.event(), entry.object()));
    if (hold == null || entry.kind() != JournalKind.EXPIRED) {
      return entry;
    }
    return new JournalEntry(
        entry.event(),
        entry.seq(),
        entry.object(),
        entry.area(),
        entry.version(),
        entry.kind(),
        entry.previous(),
        entry.token(),
        hold,
        entry.quantity(),
        entry.category(),
        entry.until(),
        entry.order(),
        entry.extraData(),
        entry.origin(),
        entry.at());
  }

  /** Does not see places. */
  static SeatLedgerPort withoutPlaces(SeatLedgerPort sound) {
    return new LedgerWrapper(sound) {
      @Override
      public List<DueHold> due(int limit, Set<EventId> except) {
        return ledger.due(limit, except).stream()
            .filter(each -> !House.AREAS.containsKey(each.object()))
            .toList();
      }
    };
  }
}
