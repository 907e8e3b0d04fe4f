package dev.holdfast.domain.decision;

import dev.holdfast.domain.seat.Area;
import dev.holdfast.domain.seat.Seat;

/** An object as a change of status left it. */
public sealed interface ChangedObject {
  /** A seat's label or an area's key. */
  String object();

  /** A seat. */
  record ChangedSeat(Seat seat) implements ChangedObject {
    @Override
    public String object() {
      return seat.label();
    }
  }

  /** An area. */
  record ChangedArea(Area area) implements ChangedObject {
    @Override
    public String object() {
      return area.key();
    }
  }
}
