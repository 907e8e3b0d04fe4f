package dev.holdfast.domain.inmemory;

import dev.holdfast.domain.event.EventId;
import dev.holdfast.domain.event.Occupancy;
import dev.holdfast.domain.hold.HoldToken;
import dev.holdfast.domain.journal.JournalEntry;
import dev.holdfast.domain.port.ChangeList;
import dev.holdfast.domain.port.DueHold;
import dev.holdfast.domain.port.EventPicture;
import dev.holdfast.domain.port.JournalPart;
import dev.holdfast.domain.port.LedgerWrites;
import dev.holdfast.domain.port.Portion;
import dev.holdfast.domain.port.Slice;
import dev.holdfast.domain.port.StoreFailure;
import dev.holdfast.domain.seat.Area;
import dev.holdfast.domain.seat.AreaRecord;
import dev.holdfast.domain.seat.Seat;
import dev.holdfast.domain.seat.SeatState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One event's committed rows. To be used under the store's mutex only. */
final class InMemoryLedgerBook {
  final NavigableMap<String, Seat> seats = new TreeMap<>();

  /** Sales not released, at most one a seat: the unique index of invariant I1. */
  final NavigableMap<String, SeatState.Taken> openSales = new TreeMap<>();

  final NavigableMap<String, Area> areas = new TreeMap<>();
  final NavigableMap<Long, AreaRecord> records = new TreeMap<>();
  private final List<JournalEntry> journal = new ArrayList<>();

  long seq() {
    return journal.size();
  }

  JournalPart journal(long after, Portion portion) {
    int from = (int) Math.min(after, journal.size());
    return portion.of(journal.subList(from, journal.size()).stream());
  }

  JournalPart history(String object, long after, Portion portion) {
    return portion.of(journal.stream().skip(after).filter(entry -> entry.object().equals(object)));
  }

  Slice<JournalEntry> changes(ChangeList list, Slice.Beside beside, Portion portion) {
    return new InMemoryChanges(journal, list).slice(beside, portion);
  }

  /** Throws what a database would throw at these writes; changes nothing. */
  void check(LedgerWrites.OfEvent writes) {
    for (LedgerWrites.SeatChange change : writes.seats()) {
      Seat stored = seats.get(change.before().label());
      requireVersion(change.before().version(), stored == null ? 0 : stored.version());
      if (opensSale(change)
          && !closesSale(change)
          && openSales.containsKey(change.after().label())) {
        throw new StoreFailure.Rejected("a second open sale of one seat", null);
      }
    }
    for (LedgerWrites.AreaChange change : writes.areas()) {
      Area stored = areas.get(change.before().key());
      requireVersion(change.before().version(), stored == null ? 0 : stored.version());
    }
    requireGapless(writes);
  }

  private static void requireVersion(long before, long stored) {
    if (before != stored) {
      throw new StoreFailure.Unavailable("decided on version " + before + " of " + stored, null);
    }
  }

  private void requireGapless(LedgerWrites.OfEvent writes) {
    long seq = seq();
    for (JournalEntry entry : writes.journal()) {
      seq++;
      if (entry.seq() != seq) {
        throw new StoreFailure.Rejected("journal entry " + entry.seq() + " for " + seq, null);
      }
    }
    if (writes.seq() != seq) {
      throw new StoreFailure.Rejected("last number " + writes.seq() + " for " + seq, null);
    }
  }

  private static boolean opensSale(LedgerWrites.SeatChange change) {
    return change.after().state() instanceof SeatState.Taken && changesState(change);
  }

  private static boolean closesSale(LedgerWrites.SeatChange change) {
    return change.before().state() instanceof SeatState.Taken && changesState(change);
  }

  private static boolean changesState(LedgerWrites.SeatChange change) {
    return !change.before().state().equals(change.after().state());
  }

  /** Applies what was checked. */
  void apply(LedgerWrites.OfEvent writes) {
    for (LedgerWrites.SeatChange change : writes.seats()) {
      Seat after = change.after();
      if (closesSale(change)) {
        openSales.remove(after.label());
      }
      if (opensSale(change) && after.state() instanceof SeatState.Taken sale) {
        openSales.put(after.label(), sale);
      }
      seats.put(after.label(), after);
    }
    writes.areas().forEach(change -> areas.put(change.after().key(), change.after()));
    writes.endedRecords().forEach(records::remove);
    writes.records().forEach(record -> records.put(record.number(), record));
    journal.addAll(writes.journal());
  }

  EventPicture picture(Instant now) {
    return new EventPicture(
        seq(),
        now,
        seats.values().stream()
            .map(seat -> asItCounts(seat, now))
            .filter(seat -> isShown(seat.state(), now))
            .toList(),
        List.copyOf(areas.values()),
        records.values().stream()
            .filter(record -> isShown(record.state(), now))
            .sorted(Comparator.comparing(AreaRecord::area).thenComparingLong(AreaRecord::number))
            .toList());
  }

  EventPicture picture(Instant now, Set<String> objects) {
    EventPicture all = picture(now);
    return new EventPicture(
        all.seq(),
        all.now(),
        all.seats().stream().filter(each -> objects.contains(each.label())).toList(),
        all.areas().stream().filter(each -> objects.contains(each.key())).toList(),
        all.records().stream().filter(each -> objects.contains(each.area())).toList());
  }

  Occupancy occupancy(Instant now) {
    EventPicture picture = picture(now);
    long held = 0;
    long taken = 0;
    for (Seat seat : picture.seats()) {
      held += seat.state() instanceof SeatState.Held ? 1 : 0;
      taken += seat.state() instanceof SeatState.Taken ? 1 : 0;
    }
    for (AreaRecord record : picture.records()) {
      held += record.state() instanceof SeatState.Held ? record.quantity() : 0;
      taken += record.state() instanceof SeatState.Taken ? record.quantity() : 0;
    }
    return new Occupancy(held, taken);
  }

  /** What lapsed is free, or on resale again, whether anybody has written that down or not. */
  private static Seat asItCounts(Seat seat, Instant now) {
    return seat.state() instanceof SeatState.Held held && !held.liveAt(now)
        ? new Seat(seat.label(), seat.version(), held.expire(now))
        : seat;
  }

  private static boolean isShown(SeatState state, Instant now) {
    return !state.equals(SeatState.FREE) && !isLapsed(state, now);
  }

  static boolean isLapsed(SeatState state, Instant now) {
    return state instanceof SeatState.Held held && !held.liveAt(now);
  }

  boolean holdsUnder(HoldToken token) {
    return Stream.concat(
            seats.values().stream().map(Seat::state),
            records.values().stream().map(AreaRecord::state))
        .anyMatch(state -> state instanceof SeatState.Held held && held.token().equals(token));
  }

  /** A hold that is over, and since when. */
  record Lapsed(Instant until, DueHold hold) {
    static final Comparator<Lapsed> OLDEST_FIRST =
        Comparator.comparing(Lapsed::until)
            .thenComparing(lapsed -> lapsed.hold.event())
            .thenComparingLong(lapsed -> lapsed.hold.hold())
            .thenComparing(lapsed -> lapsed.hold.object());
  }

  Stream<Lapsed> lapsed(EventId event, Instant now) {
    return Stream.concat(
            seats.values().stream().map(seat -> lapsed(event, seat.label(), seat.state(), now)),
            records.values().stream().map(held -> lapsed(event, held.area(), held.state(), now)))
        .filter(Objects::nonNull);
  }

  private static @Nullable Lapsed lapsed(
      EventId event, String object, SeatState state, Instant now) {
    return state instanceof SeatState.Held held && !held.liveAt(now)
        ? new Lapsed(held.until(), new DueHold(event, object, held.hold()))
        : null;
  }
}
