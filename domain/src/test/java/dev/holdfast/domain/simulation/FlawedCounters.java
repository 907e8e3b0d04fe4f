package dev.holdfast.domain.simulation;

import dev.holdfast.domain.event.EventId;
import dev.holdfast.domain.port.CommitId;
import dev.holdfast.domain.port.LedgerReads;
import dev.holdfast.domain.port.LedgerTransaction;
import dev.holdfast.domain.port.LedgerWrapper;
import dev.holdfast.domain.port.LedgerWrites;
import dev.holdfast.domain.port.ReadWish;
import dev.holdfast.domain.port.SeatLedgerPort;
import dev.holdfast.domain.port.TransactionWrapper;
import dev.holdfast.domain.seat.Area;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A ledger that counts an area's places at once, and not when the transaction commits. */
final class FlawedCounters extends LedgerWrapper {
  private record Name(EventId event, String area) {}

  /** What was counted beyond what is committed. */
  private record Drift(int held, int taken) {
    static final Drift NONE = new Drift(0, 0);

    Drift plus(Drift more) {
      return new Drift(held + more.held, taken + more.taken);
    }

    Area on(Area stored) {
      int nowHeld = Math.max(0, stored.held() + held);
      int nowTaken = Math.max(0, stored.taken() + taken);
      int capacity = Math.max(stored.capacity(), nowHeld + nowTaken);
      return new Area(stored.key(), stored.version(), capacity, nowHeld, nowTaken);
    }
  }

  private final Map<Name, Drift> drifts = new HashMap<>();

  FlawedCounters(SeatLedgerPort sound) {
    super(sound);
  }

  @Override
  public LedgerTransaction begin(CommitId commit) {
    return new TransactionWrapper(ledger.begin(commit)) {
      private final Map<Name, Drift> mine = new HashMap<>();

      @Override
      public LedgerReads read(ReadWish wish) {
        LedgerReads sound = open.read(wish);
        Map<EventId, LedgerReads.OfEvent> counted = new HashMap<>();
        sound.events().forEach((event, rows) -> counted.put(event, counted(event, rows)));
        return new LedgerReads(sound.now(), counted);
      }

      @Override
      public void write(LedgerWrites writes) {
        open.write(writes);
        for (LedgerWrites.OfEvent of : writes.events()) {
          of.areas()
              .forEach(each -> mine.put(new Name(of.event(), each.after().key()), drift(each)));
        }
        mine.forEach((name, more) -> drifts.merge(name, more, Drift::plus));
      }

      @Override
      public void commit() {
        open.commit();
        mine.forEach(
            (name, more) -> drifts.merge(name, new Drift(-more.held, -more.taken), Drift::plus));
      }
    };
  }

  private static Drift drift(LedgerWrites.AreaChange change) {
    return new Drift(
        change.after().held() - change.before().held(),
        change.after().taken() - change.before().taken());
  }

  private LedgerReads.OfEvent counted(EventId event, LedgerReads.OfEvent rows) {
    List<Area> areas =
        rows.areas().stream()
            .map(each -> drifts.getOrDefault(new Name(event, each.key()), Drift.NONE).on(each))
            .toList();
    return new LedgerReads.OfEvent(
        rows.seats(), areas, rows.records(), rows.holdings(), rows.terms());
  }
}
