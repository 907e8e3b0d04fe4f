package dev.holdfast.domain.decision;

import dev.holdfast.domain.journal.JournalKind;
import dev.holdfast.domain.journal.Origin;
import dev.holdfast.domain.reservation.ReleaseRequest.Anybodys;
import dev.holdfast.domain.reservation.ReleaseRequest.Scope;
import dev.holdfast.domain.reservation.Released;
import dev.holdfast.domain.reservation.Released.ReleasedObject;
import dev.holdfast.domain.seat.Area;
import dev.holdfast.domain.seat.AreaRecord;
import dev.holdfast.domain.seat.Seat;
import dev.holdfast.domain.seat.SeatState;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What one release frees, once it was found that it may. Of records that are anybody's it frees a
 * bounded number.
 */
final class Freeing {
  private final EventDesk desk;
  private final boolean anybodys;
  private final Origin origin;
  private final List<ReleasedObject> freed = new ArrayList<>();
  private final Set<String> unfinished = new TreeSet<>();
  private int room = Release.RECORDS;

  Freeing(EventDesk desk, Scope scope, Origin origin) {
    this.desk = desk;
    this.anybodys = scope instanceof Anybodys;
    this.origin = origin;
  }

  void seat(String label) {
    if (desk.seat(label).state() instanceof SeatState.Held held && !held.liveAt(desk.now())) {
      desk.change(label, held.expire(desk.now()), JournalKind.EXPIRED, Origin.OWN);
    }
    SeatState next =
        switch (desk.seat(label).state()) {
          case SeatState.Free free -> free;
          case SeatState.Held held -> held.release(desk.now());
          case SeatState.Taken taken -> taken.release(desk.now());
        };
    Seat after = desk.change(label, next, JournalKind.RELEASED, origin);
    freed.add(new ReleasedObject(label, false, 1, after.version()));
  }

  /**
   * Frees places of an area.
   *
   * @param records whose places they are, in this order
   * @param places at most so many
   */
  void area(String key, List<AreaRecord> records, int places) {
    int part = anybodys ? Math.min(room, records.size()) : records.size();
    int left = places;
    for (AreaRecord each : records.subList(0, part)) {
      if (left > 0) {
        int here = Math.min(left, each.quantity());
        desk.areaMoves().release(each, here, origin);
        left -= here;
      }
    }
    room -= part;
    if (anybodys && left > 0 && (part < records.size() || part >= Release.RECORDS)) {
      unfinished.add(key);
    }
    freed.add(new ReleasedObject(key, true, places - left, version(desk, key)));
  }

  Released released() {
    return new Released(desk.now(), freed, unfinished);
  }

  static long version(EventDesk desk, String object) {
    return desk.areas()
        .find(object)
        .map(Area::version)
        .orElseGet(() -> desk.seat(object).version());
  }
}
