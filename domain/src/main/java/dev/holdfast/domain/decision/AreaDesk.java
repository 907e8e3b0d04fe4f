package dev.holdfast.domain.decision;

import dev.holdfast.domain.hold.HoldToken;
import dev.holdfast.domain.journal.JournalKind;
import dev.holdfast.domain.journal.Origin;
import dev.holdfast.domain.port.LedgerWrites.AreaChange;
import dev.holdfast.domain.port.ReadWish;
import dev.holdfast.domain.seat.Area;
import dev.holdfast.domain.seat.AreaRecord;
import dev.holdfast.domain.seat.SeatState;
import dev.holdfast.domain.seat.SeatState.Held;
import dev.holdfast.domain.seat.SeatState.Taken;
import dev.holdfast.domain.seat.Tag;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
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

  /** Live held records of a token in an area, in order of their numbers. */
  List<AreaRecord> heldBy(String key, HoldToken token) {
    return of(key, state -> state instanceof Held held && held.heldBy(token, desk.now())).toList();
  }

  /** The live held record of a token in one category of an area. */
  Optional<AreaRecord> heldBy(String key, HoldToken token, @Nullable String category) {
    return heldBy(key, token).stream()
        .filter(each -> Objects.equals(category, held(each).tag().category()))
        .findFirst();
  }

  /** Records of an area that were taken under a token. */
  List<AreaRecord> takenUnder(String key, HoldToken token) {
    return of(key, state -> state instanceof Taken taken && token.equals(taken.token())).toList();
  }

  /** All records of an area that was read whole: held, lapsed and taken. */
  List<AreaRecord> all(String key) {
    return of(key, _ -> true).toList();
  }

  /** Keys of the areas in which a token holds places live, ascending. */
  Set<String> heldBy(HoldToken token) {
    Set<String> keys = new TreeSet<>();
    records.values().stream()
        .filter(each -> each.state() instanceof Held held && held.heldBy(token, desk.now()))
        .forEach(each -> keys.add(each.area()));
    return keys;
  }

  private Stream<AreaRecord> of(String key, Predicate<SeatState> states) {
    return records.values().stream()
        .filter(each -> each.area().equals(key) && states.test(each.state()));
  }

  /** The record of this number, if it is there. */
  Optional<AreaRecord> record(long number) {
    return Optional.ofNullable(records.get(number));
  }

  /** Ends all that was read of what has lapsed in an area. */
  void endLapsed(String key) {
    lapsed(key).forEach(this::expire);
  }

  /** Ends as much of what has lapsed in an area as it takes for so many places to be free. */
  void makeRoom(String key, int layoutCapacity, int places) {
    List<AreaRecord> earliestFirst =
        lapsed(key).stream().sorted(Comparator.comparing(each -> held(each).until())).toList();
    for (AreaRecord each : earliestFirst) {
      if (inLayout(key, layoutCapacity).free() >= places) {
        return;
      }
      expire(each);
    }
  }

  /** Holds more places: a new record, or more in the token's live one, whose deadline stays. */
  AreaRecord hold(Area area, HoldToken token, Instant until, Tag tag, int places, Origin origin) {
    Area now = area.hold(places);
    Optional<AreaRecord> mine = heldBy(area.key(), token, tag.category());
    AreaRecord after;
    SeatState previous;
    if (mine.isPresent()) {
      Held held = held(mine.get());
      Held merged =
          new Held(
              token, held.hold(), held.since(), held.until(), held.tag().with(tag.extraData()));
      previous = held;
      after = mine.get().plus(places, merged);
    } else {
      long number = desk.nextSeq();
      Held held = SeatState.FREE.hold(token, number, desk.now(), until, tag);
      previous = SeatState.FREE;
      after = new AreaRecord(area.key(), number, places, held);
    }
    put(now, after, previous, places, JournalKind.HELD, origin);
    return after;
  }

  /** Gives a held record another deadline. */
  AreaRecord extend(AreaRecord each, Instant until, Origin origin) {
    AreaRecord after = each.becomes(held(each).extend(until));
    put(area(each).touch(), after, each.state(), each.quantity(), JournalKind.EXTENDED, origin);
    return after;
  }

  /** Books a held record. */
  AreaRecord book(AreaRecord each, Taken taken, Origin origin) {
    AreaRecord after = each.becomes(taken);
    Area now = area(each).book(each.quantity());
    put(now, after, each.state(), each.quantity(), JournalKind.BOOKED, origin);
    return after;
  }

  /** Frees a held or taken record. */
  void release(AreaRecord each, Origin origin) {
    Area now =
        each.state() instanceof Held
            ? area(each).endHold(each.quantity())
            : area(each).release(each.quantity());
    end(now, each, JournalKind.RELEASED, origin);
  }

  /** Ends a lapsed record. */
  void expire(AreaRecord each) {
    end(area(each).endHold(each.quantity()), each, JournalKind.EXPIRED, Origin.OWN);
  }

  private void end(Area now, AreaRecord each, JournalKind kind, Origin origin) {
    areas.put(now.key(), now);
    records.remove(each.number());
    written.remove(each.number());
    if (stored.contains(each.number())) {
      ended.add(each.number());
    }
    desk.holdings().change(each.state(), SeatState.FREE, desk.now());
    Line line =
        new Line(now.key(), true, now.version(), each.state(), SeatState.FREE, each.quantity());
    desk.write(line, kind, origin);
  }

  private void put(
      Area now, AreaRecord after, SeatState previous, int places, JournalKind kind, Origin origin) {
    areas.put(now.key(), now);
    records.put(after.number(), after);
    written.add(after.number());
    desk.holdings().change(previous, after.state(), desk.now());
    // Places that join a record that is held already were free themselves.
    SeatState from = kind == JournalKind.HELD ? SeatState.FREE : previous;
    Line line = new Line(now.key(), true, now.version(), from, after.state(), places);
    desk.write(line, kind, origin);
  }

  private Area area(AreaRecord each) {
    return Objects.requireNonNull(areas.get(each.area()), "a record's area is read with it");
  }

  private static Held held(AreaRecord each) {
    return (Held) each.state();
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
