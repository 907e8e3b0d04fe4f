package dev.holdfast.domain.decision;

import dev.holdfast.domain.event.EventId;
import dev.holdfast.domain.event.SoldBy;
import dev.holdfast.domain.journal.JournalKind;
import dev.holdfast.domain.journal.Origin;
import dev.holdfast.domain.port.DueHold;
import dev.holdfast.domain.port.ReadWish;
import dev.holdfast.domain.refusal.Outcome;
import dev.holdfast.domain.seat.AreaRecord;
import dev.holdfast.domain.seat.SeatState.Held;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Ends holds that were found lapsed, if they still are: only that very hold, and only if its
 * deadline has passed under the lock. Answers how many it ended.
 *
 * @param due at least one, all of this event
 */
public record Expire(EventId event, List<DueHold> due) implements Command<Integer> {
  public Expire {
    due = List.copyOf(due);
  }

  @Override
  public Optional<SoldBy> soldBy() {
    return Optional.empty();
  }

  @Override
  public ReadWish.OfEvent reads() {
    Set<String> objects = due.stream().map(DueHold::object).collect(Collectors.toSet());
    // A seat is found by its label, a record by its number, whatever else has lapsed in its area.
    Set<Long> numbers = due.stream().map(DueHold::hold).collect(Collectors.toSet());
    return new ReadWish.OfEvent(event, objects, Set.of(), Set.of(), Set.of(), numbers);
  }

  @Override
  public int weight() {
    return due.size();
  }

  /** The gate's own entries of a lapsed hold have lapsed with it. */
  @Override
  public Set<String> seats() {
    return Set.of();
  }

  /** Whoever has the event locked sweeps it as well: leave it to them, or to the next round. */
  @Override
  public boolean waits() {
    return false;
  }

  @Override
  public Outcome<Integer> decide(EventDesk desk) {
    int ended = 0;
    for (DueHold each : due) {
      if (endSeat(desk, each) || endRecord(desk, each)) {
        ended++;
      }
    }
    return Outcome.accepted(ended);
  }

  private static boolean endSeat(EventDesk desk, DueHold due) {
    if (desk.seat(due.object()).state() instanceof Held held && isOver(held, due, desk)) {
      desk.change(due.object(), held.expire(desk.now()), JournalKind.EXPIRED, Origin.OWN);
      return true;
    }
    return false;
  }

  private static boolean endRecord(EventDesk desk, DueHold due) {
    Optional<AreaRecord> record = desk.areas().record(due.hold());
    if (record.isPresent()
        && record.get().area().equals(due.object())
        && record.get().state() instanceof Held held
        && isOver(held, due, desk)) {
      desk.areaMoves().expire(record.get());
      return true;
    }
    return false;
  }

  private static boolean isOver(Held held, DueHold due, EventDesk desk) {
    return held.hold() == due.hold() && !held.liveAt(desk.now());
  }
}
