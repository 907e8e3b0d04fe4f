package dev.holdfast.domain.decision;

import dev.holdfast.domain.hold.HoldToken;
import dev.holdfast.domain.refusal.Refusal;
import dev.holdfast.domain.seat.Area;
import dev.holdfast.domain.seat.Seat;
import dev.holdfast.domain.seat.SeatState.Taken;
import java.util.Optional;

/** What is told of an object that a token does not hold. */
final class Lost {
  private Lost() {}

  static Refusal.NotHeldByToken of(EventDesk desk, String object, HoldToken token) {
    Optional<Area> area = desk.areas().find(object);
    if (area.isPresent()) {
      boolean taken = !desk.areas().takenUnder(object, token).isEmpty();
      return new Refusal.NotHeldByToken(object, area.get().version(), taken);
    }
    Seat seat = desk.seat(object);
    boolean taken = seat.state() instanceof Taken sold && token.equals(sold.token());
    return new Refusal.NotHeldByToken(object, seat.version(), taken);
  }
}
