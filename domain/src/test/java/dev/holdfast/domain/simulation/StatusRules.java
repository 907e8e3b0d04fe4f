package dev.holdfast.domain.simulation;

import dev.holdfast.domain.decision.Goal;
import dev.holdfast.domain.refusal.Refusal;
import dev.holdfast.domain.reservation.StatusRequest;
import dev.holdfast.domain.seat.SeatState.Free;
import dev.holdfast.domain.seat.SeatState.Held;
import dev.holdfast.domain.seat.SeatState.Taken;
import dev.holdfast.domain.simulation.Standing.Seat;
import java.util.Objects;
import java.util.Optional;

/** Why an object cannot be what somebody wants (seats.io dialect, section 15.4). */
final class StatusRules {
  private StatusRules() {}

  /** Whether the conditions let an object change that is as a word says. */
  static boolean admits(StatusRequest request, String word) {
    return request.conditions().allowed().map(words -> words.contains(word)).orElse(true)
        && !request.conditions().rejected().contains(word);
  }

  static Optional<Refusal> seatRefusal(Sheet sheet, StatusRequest request, Aim aim) {
    Seat seat = sheet.seat(aim.object());
    String word = seat == null ? Free.WORD : seat.word();
    long version = sheet.version(aim.object());
    if (!admits(request, word)) {
      return Optional.of(new Refusal.StatusNotAllowed(aim.object(), version, word));
    }
    Goal goal = request.goal();
    boolean isOthers =
        word.equals(Held.WORD)
            && goal.token().isPresent()
            && !Objects.requireNonNull(seat).heldBy(goal.token().get());
    if (isOthers) {
      return Optional.of(new Refusal.AlreadyHeld(aim.object(), version));
    }
    boolean isSale =
        goal instanceof Goal.Hold
            || (goal instanceof Goal.Take take && take.status().equals(Taken.BOOKED));
    if (word.equals(Taken.BOOKED) && isSale) {
      return Optional.of(new Refusal.AlreadyTaken(aim.object(), version));
    }
    // Under a token a sale is undone, or called otherwise, if it was made under it.
    boolean undoes = goal instanceof Goal.Free || word.equals(Taken.BOOKED);
    return seat != null && seat.isTaken() && undoes
        ? goal.token()
            .filter(token -> !token.equals(seat.token()))
            .map(_ -> new Refusal.NotHeldByToken(aim.object(), version, false))
        : Optional.empty();
  }

  /** Nobody sets conditions to what he frees of an area, so none are looked at. */
  static Optional<Refusal> areaRefusal(Sheet sheet, StatusRequest request, Aim aim, int ahead) {
    Goal goal = request.goal();
    if (goal instanceof Goal.Free) {
      return Optional.empty();
    }
    int held =
        goal instanceof Goal.Take
            ? goal.token().map(token -> sheet.held(aim.object(), token)).orElse(0)
            : 0;
    int all = Math.max(0, ahead + aim.item().quantity() - held);
    int fromFree = all - Math.max(0, ahead - held);
    int free = sheet.free(aim.object(), aim.capacity());
    long version = sheet.version(aim.object());
    if (all > free) {
      return Optional.of(new Refusal.InsufficientCapacity(aim.object(), version, free));
    }
    if (fromFree > 0 && !admits(request, Free.WORD)) {
      return Optional.of(new Refusal.StatusNotAllowed(aim.object(), version, Free.WORD));
    }
    return fromFree < aim.item().quantity() && !admits(request, Held.WORD)
        ? Optional.of(new Refusal.StatusNotAllowed(aim.object(), version, Held.WORD))
        : Optional.empty();
  }
}
