package dev.holdfast.app.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Seats that nobody has asked for, event by event; each is handed out once. */
final class Stock {
  private final int seatsPerEvent;
  private final Supplier<Desk> another;
  private final List<Desk> desks = new ArrayList<>();
  private int current;
  private int next;

  /**
   * @param seatsPerEvent of each event
   * @param another makes one event more
   */
  Stock(int seatsPerEvent, Supplier<Desk> another) {
    this.seatsPerEvent = seatsPerEvent;
    this.another = another;
  }

  /** Sees to it, outside the measured time, that so many seats are left. */
  void ensure(long seats) {
    long left = (long) (desks.size() - current) * seatsPerEvent - next;
    for (long missing = seats - left; missing > 0; missing -= seatsPerEvent) {
      desks.add(another.get());
    }
  }

  /**
   * Steps to the next seats of one event.
   *
   * @return the first of them; -1 when there are no more
   */
  int take(int seats) {
    if (next + seats > seatsPerEvent) {
      current++;
      next = 0;
    }
    if (current >= desks.size()) {
      return -1;
    }
    next += seats;
    return next - seats;
  }

  /** Steps over what is left of the current event, if anything of it was handed out. */
  void freshEvent() {
    if (next > 0) {
      current++;
      next = 0;
    }
  }

  /** Where the seats are that were handed out last. */
  Desk desk() {
    return desks.get(current);
  }

  /** The events from which seats were handed out. */
  List<Desk> used() {
    return List.copyOf(desks.subList(0, Math.min(desks.size(), next > 0 ? current + 1 : current)));
  }
}
