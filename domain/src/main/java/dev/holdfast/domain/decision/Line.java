package dev.holdfast.domain.decision;

import dev.holdfast.domain.event.EventId;
import dev.holdfast.domain.hold.HoldToken;
import dev.holdfast.domain.journal.JournalEntry;
import dev.holdfast.domain.journal.JournalKind;
import dev.holdfast.domain.journal.Origin;
import dev.holdfast.domain.seat.Seat;
import dev.holdfast.domain.seat.SeatState;
import dev.holdfast.domain.seat.SeatState.Held;
import dev.holdfast.domain.seat.SeatState.Taken;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a journal line says of one object: where it came from and where it went.
 *
 * @param quantity places concerned
 */
record Line(
    String object, boolean area, long version, SeatState before, SeatState after, int quantity) {
  static Line ofSeat(Seat before, Seat after) {
    return new Line(after.label(), false, after.version(), before.state(), after.state(), 1);
  }

  JournalEntry entry(EventId event, long seq, JournalKind kind, Origin origin, Instant at) {
    // An object that left somebody is described by what it was; otherwise by what it is now.
    SeatState told = leaves(kind) ? before : after;
    return new JournalEntry(
        event,
        seq,
        object,
        area,
        version,
        kind,
        before.word(),
        after.word(),
        token(told),
        hold(told),
        quantity,
        told.tag().category(),
        after instanceof Held held ? held.until() : null,
        after.tag().order() == null ? told.tag().order() : after.tag().order(),
        told.tag().ticketType(),
        told.tag().extraData(),
        origin,
        at);
  }

  private static boolean leaves(JournalKind kind) {
    return switch (kind) {
      case RELEASED, EXPIRED -> true;
      case HELD, EXTENDED, BOOKED, CHANGED, TAGGED -> false;
    };
  }

  private static @Nullable HoldToken token(SeatState state) {
    return switch (state) {
      case SeatState.Free _ -> null;
      case Held held -> held.token();
      case Taken taken -> taken.token();
    };
  }

  private static long hold(SeatState state) {
    return switch (state) {
      case SeatState.Free _ -> 0;
      case Held held -> held.hold();
      case Taken taken -> taken.hold();
    };
  }
}
