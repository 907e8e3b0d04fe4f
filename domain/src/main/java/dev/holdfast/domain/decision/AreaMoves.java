package dev.holdfast.domain.decision;

import dev.holdfast.domain.journal.JournalKind;
import dev.holdfast.domain.journal.Origin;
import dev.holdfast.domain.seat.Area;
import dev.holdfast.domain.seat.AreaRecord;
import dev.holdfast.domain.seat.SeatState;
import dev.holdfast.domain.seat.SeatState.Free;
import dev.holdfast.domain.seat.SeatState.Held;
import dev.holdfast.domain.seat.SeatState.Taken;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What can be done to the general admission areas of a locked event. Each move changes counters,
 * records and journal together, so free, held and taken always add up (invariant I6).
 */
final class AreaMoves {
  private final EventDesk desk;
  private final AreaDesk areas;

  AreaMoves(EventDesk desk, AreaDesk areas) {
    this.desk = desk;
    this.areas = areas;
  }

  /** Ends all that was read of what has lapsed in an area. */
  void endLapsed(String key) {
    areas.lapsed(key).forEach(this::expire);
  }

  /** Ends as much of what has lapsed in an area as it takes for so many places to be free. */
  void makeRoom(String key, int layoutCapacity, int places) {
    List<AreaRecord> earliestFirst =
        areas.lapsed(key).stream()
            .sorted(Comparator.comparing(each -> held(each).until()))
            .toList();
    for (AreaRecord each : earliestFirst) {
      if (areas.inLayout(key, layoutCapacity).free() >= places) {
        return;
      }
      expire(each);
    }
  }

  /**
   * Holds more places: a new record, or more in the token's live one, whose deadline stays. All of
   * it then counts for the API key that the last of it was held through, so that each place counts
   * for one key at most.
   *
   * @param fresh the hold as it begins; what hangs on it hangs on all of it afterwards
   */
  AreaRecord hold(Area area, Held fresh, int places, Origin origin) {
    Area now = area.hold(places);
    Optional<AreaRecord> mine = areas.heldBy(area.key(), fresh.token(), fresh.tag());
    AreaRecord after;
    SeatState previous;
    if (mine.isPresent()) {
      Held held = held(mine.get());
      Held merged =
          new Held(held.token(), held.hold(), held.since(), held.until(), fresh.tag(), fresh.via());
      previous = held;
      after = mine.get().plus(places, merged);
    } else {
      previous = SeatState.FREE;
      after = new AreaRecord(area.key(), fresh.hold(), places, fresh);
    }
    areas.put(now, after, previous, places, JournalKind.HELD, origin);
    return after;
  }

  /** Gives a held record another deadline. */
  AreaRecord extend(AreaRecord each, Instant until, Origin origin) {
    AreaRecord after = each.becomes(held(each).extend(until));
    areas.put(
        areas.area(each).touch(),
        after,
        each.state(),
        each.quantity(),
        JournalKind.EXTENDED,
        origin);
    return after;
  }

  /** Books a held record. */
  AreaRecord book(AreaRecord each, Taken taken, Origin origin) {
    AreaRecord after = each.becomes(taken);
    Area now = areas.area(each).book(each.quantity());
    areas.put(now, after, each.state(), each.quantity(), JournalKind.BOOKED, origin);
    return after;
  }

  /**
   * Books some places of a held record, which keeps the rest.
   *
   * @param places fewer than it has
   * @return the record of the places booked
   */
  AreaRecord book(AreaRecord each, int places, Taken taken, Origin origin) {
    AreaRecord away = new AreaRecord(each.area(), desk.nextSeq(), places, taken);
    Area now = areas.area(each).book(places);
    Line line = new Line(now.key(), true, now.version(), each.state(), taken, places);
    areas.split(now, each.minus(places), away, line, move(JournalKind.BOOKED, origin));
    return away;
  }

  /**
   * Books places that nobody holds.
   *
   * @param area with at least so many free
   */
  AreaRecord take(Area area, int places, Taken taken, Origin origin) {
    AreaRecord after = new AreaRecord(area.key(), desk.nextSeq(), places, taken);
    areas.put(area.take(places), after, SeatState.FREE, places, JournalKind.BOOKED, origin);
    return after;
  }

  /**
   * Frees places of a held or taken record, which keeps the rest, if any is left.
   *
   * @param places at most as many as it has
   */
  void release(AreaRecord each, int places, Origin origin) {
    release(each, places, SeatState.FREE, origin);
  }

  /**
   * The same.
   *
   * @param left what is told of the places afterwards; nothing of it is kept
   */
  void release(AreaRecord each, int places, Free left, Origin origin) {
    Area now =
        each.state() instanceof Held
            ? areas.area(each).endHold(places)
            : areas.area(each).release(places);
    AreaDesk.Move move = move(JournalKind.RELEASED, origin);
    if (places == each.quantity()) {
      areas.remove(now, each, left, move);
    } else {
      Line line = new Line(now.key(), true, now.version(), each.state(), left, places);
      areas.split(now, each.minus(places), null, line, move);
    }
  }

  private static AreaDesk.Move move(JournalKind kind, Origin origin) {
    return new AreaDesk.Move(kind, origin);
  }

  /** Ends a lapsed record. */
  void expire(AreaRecord each) {
    expire(each, Origin.OWN);
  }

  /** Ends a record whose token is over. */
  void expire(AreaRecord each, Origin origin) {
    Area now = areas.area(each).endHold(each.quantity());
    areas.remove(now, each, SeatState.FREE, move(JournalKind.EXPIRED, origin));
  }

  static Held held(AreaRecord each) {
    return (Held) each.state();
  }
}
