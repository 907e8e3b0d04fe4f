package dev.holdfast.domain.decision;

import dev.holdfast.domain.seat.Area;
import dev.holdfast.domain.seat.AreaRecord;
import dev.holdfast.domain.seat.Seat;
import java.util.List;

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

  /**
   * An area.
   *
   * @param records what is held and taken of it; of more than {@link
   *     dev.holdfast.domain.port.ReadWish#AREA_RECORDS} only as many as one transaction reads
   */
  record ChangedArea(Area area, List<AreaRecord> records) implements ChangedObject {
    public ChangedArea {
      records = List.copyOf(records);
    }

    @Override
    public String object() {
      return area.key();
    }
  }
}
