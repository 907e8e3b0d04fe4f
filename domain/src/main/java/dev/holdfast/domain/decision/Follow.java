package dev.holdfast.domain.decision;

import dev.holdfast.domain.event.EventId;
import dev.holdfast.domain.event.SoldBy;
import dev.holdfast.domain.hold.HoldPolicy;
import dev.holdfast.domain.hold.HoldToken;
import dev.holdfast.domain.hold.TokenTerm;
import dev.holdfast.domain.journal.JournalKind;
import dev.holdfast.domain.journal.Origin;
import dev.holdfast.domain.port.ReadWish;
import dev.holdfast.domain.refusal.Outcome;
import dev.holdfast.domain.seat.AreaRecord;
import dev.holdfast.domain.seat.SeatState.Held;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Gives all that a token holds live in an event the deadline that the token's term has now, earlier
 * or later than before. Answers how many holds have another one by it; of a token without a term,
 * or whose term is over, none.
 */
public record Follow(EventId event, HoldToken token, Origin origin) implements Command<Integer> {
  @Override
  public Optional<SoldBy> soldBy() {
    return Optional.empty();
  }

  @Override
  public ReadWish.OfEvent reads() {
    return new ReadWish.OfEvent(event, Set.of(), Set.of(token), Set.of(token), Set.of());
  }

  @Override
  public int weight() {
    return HoldPolicy.MAX_OBJECTS;
  }

  @Override
  public Set<String> seats() {
    return Set.of();
  }

  @Override
  public Set<String> seats(EventDesk decided, Outcome<Integer> outcome) {
    return decided.seatsChanged();
  }

  @Override
  public Outcome<Integer> decide(EventDesk desk) {
    Optional<Instant> until = desk.terms().of(token).map(TokenTerm::until);
    return Outcome.accepted(until.map(to -> seats(desk, to) + places(desk, to)).orElse(0));
  }

  private int seats(EventDesk desk, Instant until) {
    int changed = 0;
    for (String label : List.copyOf(desk.seatsHeldBy(token))) {
      if (desk.seat(label).state() instanceof Held held && !held.until().equals(until)) {
        desk.change(label, held.extend(until), JournalKind.EXTENDED, origin);
        changed++;
      }
    }
    return changed;
  }

  private int places(EventDesk desk, Instant until) {
    List<AreaRecord> records =
        desk.areas().heldBy(token).stream()
            .flatMap(area -> desk.areas().heldBy(area, token).stream())
            .filter(each -> !AreaMoves.held(each).until().equals(until))
            .toList();
    records.forEach(each -> desk.areaMoves().extend(each, until, origin));
    return records.size();
  }
}
