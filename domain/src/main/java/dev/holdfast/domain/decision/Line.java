package dev.holdfast.domain.decision;

import dev.holdfast.domain.event.EventId;
import dev.holdfast.domain.hold.HoldToken;
import dev.holdfast.domain.journal.JournalEntry;
import dev.holdfast.domain.journal.JournalKind;
import dev.holdfast.domain.journal.Origin;
import dev.holdfast.domain.seat.ExtraData;
import dev.holdfast.domain.seat.Seat;
import dev.holdfast.domain.seat.SeatState;
import dev.holdfast.domain.seat.SeatState.Held;
import dev.holdfast.domain.seat.SeatState.Taken;
import dev.holdfast.domain.seat.Tag;
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
    // An object that became free is described by what it was; otherwise by what it is now.
    SeatState told = after instanceof SeatState.Free ? before : after;
    return new JournalEntry(
        event,
        seq,
        object,
        area,
        version,
        kind,
        before.word(),
        token(told),
        hold(told),
        quantity,
        tag(told).category(),
        after instanceof Held held ? held.until() : null,
        told instanceof Taken taken ? taken.order() : null,
        tag(told).extraData(),
        origin,
        at);
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

  private static Tag tag(SeatState state) {
    return switch (state) {
      case SeatState.Free _ -> new Tag(null, ExtraData.NONE);
      case Held held -> held.tag();
      case Taken taken -> taken.tag();
    };
  }
}
