package dev.holdfast.domain.decision;

import dev.holdfast.domain.hold.HoldToken;
import dev.holdfast.domain.journal.JournalKind;
import dev.holdfast.domain.journal.Origin;
import dev.holdfast.domain.port.LedgerWrites.AreaChange;
import dev.holdfast.domain.port.ReadWish;
import dev.holdfast.domain.seat.Area;
import dev.holdfast.domain.seat.AreaRecord;
import dev.holdfast.domain.seat.ExtraData;
import dev.holdfast.domain.seat.SeatState;
import dev.holdfast.domain.seat.SeatState.Free;
import dev.holdfast.domain.seat.SeatState.Held;
import dev.holdfast.domain.seat.SeatState.Taken;
import dev.holdfast.domain.seat.Tag;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The general admission areas of a locked event. Counters and records change only together, so
 * free, held and taken always add up to the capacity (invariant I6).
 */
final class AreaDesk {
  private final EventDesk desk;
  private final Map<String, Area> before = new HashMap<>();
  private final TreeMap<String, Area> areas = new TreeMap<>();
  private final TreeMap<Long, AreaRecord> records = new TreeMap<>();
  private final Set<Long> stored = new HashSet<>();
  private final Set<Long> written = new TreeSet<>();
  private final Set<Long> ended = new TreeSet<>();

  /** Areas of which as many lapsed records were read as come at a time: there may be more. */
  private final Set<String> mayHaveMoreLapsed = new HashSet<>();

  AreaDesk(EventDesk desk, List<Area> areas, List<AreaRecord> records) {
    this.desk = desk;
    areas.forEach(area -> this.before.put(area.key(), area));
    this.areas.putAll(this.before);
    for (AreaRecord each : records) {
      this.records.put(each.number(), each);
      stored.add(each.number());
    }
    for (String key : this.areas.keySet()) {
      if (lapsed(key).size() >= ReadWish.LAPSED_RECORDS) {
        mayHaveMoreLapsed.add(key);
      }
    }
  }

  /** The area's counters, if it was ever touched. */
  Optional<Area> find(String key) {
    return Optional.ofNullable(areas.get(key));
  }

  /** The area as the layout has it now. */
  Area inLayout(String key, int layoutCapacity) {
    desk.checkRead(key);
    Area area = areas.get(key);
    return area == null
        ? Area.untouched(key, layoutCapacity)
        : area.withLayoutCapacity(layoutCapacity);
  }

  /**
   * Places free for the taking, as far as the ledger was read: a lapsed hold yields its places
   * before any sweep, and those of an area that a republished layout made smaller are then gone for
   * good.
   */
  int free(Area area, int layoutCapacity) {
    int lapsed = lapsed(area.key()).stream().mapToInt(AreaRecord::quantity).sum();
    return area.endHold(lapsed).withLayoutCapacity(layoutCapacity).free();
  }

  /** Held records of an area whose deadline has passed, as far as they were read. */
  List<AreaRecord> lapsed(String key) {
    return of(key, state -> state instanceof Held held && !held.liveAt(desk.now())).toList();
  }

  /**
   * Whether an area's lapsed holds that were not read could make room for so many places. No more
   * than the layout's capacity beside what is taken can ever be free.
   */
  boolean mayHaveMoreRoom(Area area, int layoutCapacity, long places) {
    return mayHaveMoreLapsed.contains(area.key())
        && places <= Math.max(0, layoutCapacity - area.taken());
  }

  /** Whether an area may have lapsed holds that were not read. */
  boolean mayHaveMoreLapsed(String key) {
    return mayHaveMoreLapsed.contains(key);
  }

  /** Live held records of a token in an area, in order of their numbers. */
  List<AreaRecord> heldBy(String key, HoldToken token) {
    return of(key, state -> state instanceof Held held && desk.isLive(held, token)).toList();
  }

  /** The live held record of a token in one category of an area, of no kind of ticket. */
  Optional<AreaRecord> heldBy(String key, HoldToken token, @Nullable String category) {
    return heldBy(key, token, new Tag(category, ExtraData.NONE));
  }

  /**
   * The live held record of a token in an area that is sold as a tag says: its places are alike.
   */
  Optional<AreaRecord> heldBy(String key, HoldToken token, Tag sold) {
    return heldBy(key, token).stream()
        .filter(each -> isAlike(sold, AreaMoves.held(each).tag()))
        .findFirst();
  }

  private static boolean isAlike(Tag one, Tag other) {
    return Objects.equals(one.category(), other.category())
        && Objects.equals(one.ticketType(), other.ticketType());
  }

  /** Records of an area that were taken under a token. */
  List<AreaRecord> takenUnder(String key, HoldToken token) {
    return of(key, state -> state instanceof Taken taken && token.equals(taken.token())).toList();
  }

  /** All records of an area that was read whole, but those that are over. */
  List<AreaRecord> standing(String key) {
    return of(key, state -> !(state instanceof Held held) || held.liveAt(desk.now())).toList();
  }

  /** Keys of the areas in which a token holds places live, ascending. */
  Set<String> heldBy(HoldToken token) {
    Set<String> keys = new TreeSet<>();
    records.values().stream()
        .filter(each -> each.state() instanceof Held held && desk.isLive(held, token))
        .forEach(each -> keys.add(each.area()));
    return keys;
  }

  private Stream<AreaRecord> of(String key, Predicate<SeatState> states) {
    return records.values().stream()
        .filter(each -> each.area().equals(key) && states.test(each.state()));
  }

  /** All held records of a token, those included that are over and not ended yet. */
  List<AreaRecord> under(HoldToken token) {
    return records.values().stream()
        .filter(each -> each.state() instanceof Held held && held.token().equals(token))
        .toList();
  }

  /** The record of this number, if it is there. */
  Optional<AreaRecord> record(long number) {
    return Optional.ofNullable(records.get(number));
  }

  /**
   * Takes a record away, with a journal line.
   *
   * @param left what the line says of its places afterwards
   */
  void remove(Area now, AreaRecord each, Free left, Move move) {
    areas.put(now.key(), now);
    records.remove(each.number());
    desk.keyHoldings().left(each.state(), each.quantity());
    written.remove(each.number());
    if (stored.contains(each.number())) {
      ended.add(each.number());
    }
    desk.holdings().change(each.state(), left, desk.now());
    write(now, each.state(), left, each.quantity(), move.kind(), move.origin());
  }

  /**
   * Puts a record down, new or changed, with a journal line.
   *
   * @param previous what its places were, as far as it is the line's business
   * @param places how many of them the line is about
   */
  void put(
      Area now, AreaRecord after, SeatState previous, int places, JournalKind kind, Origin origin) {
    areas.put(now.key(), now);
    put(after);
    desk.holdings().change(previous, after.state(), desk.now());
    // Places that join a record that is held already were free themselves.
    SeatState from = kind == JournalKind.HELD ? SeatState.FREE : previous;
    write(now, from, after.state(), places, kind, origin);
  }

  /** Places leave a record that stays, and become another record or free. */
  void split(Area now, AreaRecord rest, @Nullable AreaRecord away, Line line, Move move) {
    areas.put(now.key(), now);
    put(rest);
    if (away != null) {
      put(away);
    }
    desk.write(line, move.kind(), move.origin());
  }

  /** Why, and through which door. */
  record Move(JournalKind kind, Origin origin) {}

  private void put(AreaRecord record) {
    AreaRecord previous = records.put(record.number(), record);
    if (previous != null) {
      desk.keyHoldings().left(previous.state(), previous.quantity());
    }
    desk.keyHoldings().came(record.state(), record.quantity());
    written.add(record.number());
  }

  private void write(
      Area now, SeatState from, SeatState to, int places, JournalKind kind, Origin origin) {
    desk.write(new Line(now.key(), true, now.version(), from, to, places), kind, origin);
  }

  /** The area of a record. */
  Area area(AreaRecord each) {
    return Objects.requireNonNull(areas.get(each.area()), "a record's area is read with it");
  }

  List<AreaChange> changes() {
    List<AreaChange> changes = new ArrayList<>();
    areas.forEach((key, after) -> {
      Area old = before.getOrDefault(key, Area.untouched(key, after.capacity()));
      if (old.version() != after.version()) {
        changes.add(new AreaChange(old, after));
      }
    });
    return changes;
  }

  List<AreaRecord> writtenRecords() {
    return written.stream().map(number -> Objects.requireNonNull(records.get(number))).toList();
  }

  List<Long> endedRecords() {
    return List.copyOf(ended);
  }
}
