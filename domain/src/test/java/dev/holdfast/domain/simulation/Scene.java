package dev.holdfast.domain.simulation;

import dev.holdfast.domain.chart.SeatingPlan;
import dev.holdfast.domain.hold.HoldToken;
import dev.holdfast.domain.hold.TokenTerm;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One look at an event.
 *
 * @param terms of the workspace's tokens that have one
 * @param moment of their history
 * @param layout it sells by; null when there is no such event
 */
record Scene(
    Standing standing, Instant now, TermHistory terms, long moment, @Nullable SeatingPlan layout) {
  /** Whether nothing happened and no time passed; what does not change is never copied. */
  @SuppressWarnings("ReferenceEquality")
  boolean isSameAs(Scene other) {
    return standing == other.standing
        && moment == other.moment
        && layout == other.layout
        && now.equals(other.now);
  }

  /** Tokens that hold something and are not over, each once, by name. */
  List<HoldToken> holders() {
    return Stream.concat(
            standing.seats().values().stream()
                .filter(seat -> !seat.isTaken() && seat.heldAt(now))
                .map(seat -> Objects.requireNonNull(seat.token())),
            standing.places().values().stream()
                .filter(p -> p.liveAt(now))
                .map(Standing.Places::token))
        .filter(token -> !isOver(token))
        .distinct()
        .sorted(Comparator.comparing(HoldToken::value))
        .toList();
  }

  boolean hasTerm(HoldToken token) {
    return terms.at(token, moment) != null;
  }

  boolean isOver(HoldToken token) {
    TokenTerm term = terms.at(token, moment);
    return term != null && !term.liveAt(now);
  }

  /** Whether nothing keeps the token from the seat. */
  boolean isFreeFor(HoldToken token, String label) {
    Standing.Seat seat = standing.seat(label, now);
    return seat == null || seat.heldBy(token);
  }

  boolean holds(HoldToken token, String object) {
    return !isOver(token) && standing.holds(token, object, now);
  }
}
