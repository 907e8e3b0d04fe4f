package dev.holdfast.domain.decision;

import dev.holdfast.domain.event.EventId;
import dev.holdfast.domain.event.SoldBy;
import dev.holdfast.domain.hold.HoldPolicy;
import dev.holdfast.domain.hold.HoldToken;
import dev.holdfast.domain.journal.JournalKind;
import dev.holdfast.domain.journal.Origin;
import dev.holdfast.domain.port.ReadWish;
import dev.holdfast.domain.refusal.Outcome;
import dev.holdfast.domain.seat.AreaRecord;
import dev.holdfast.domain.seat.SeatState.Held;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Ends everything a token holds in an event. Answers how many holds it ended. */
public record ExpireToken(EventId event, HoldToken token, Origin origin)
    implements Command<Integer> {
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

  /** By now they are free, and the desk no longer knows whose they were. */
  @Override
  public Set<String> seats(EventDesk decided, Outcome<Integer> outcome) {
    return decided.seatsChanged();
  }

  @Override
  public Outcome<Integer> decide(EventDesk desk) {
    List<String> seats = desk.seatsUnder(token);
    for (String label : seats) {
      if (desk.seat(label).state() instanceof Held held) {
        desk.change(label, held.expire(desk.now()), JournalKind.EXPIRED, origin);
      }
    }
    List<AreaRecord> records = desk.areas().under(token);
    records.forEach(each -> desk.areaMoves().expire(each, origin));
    return Outcome.accepted(seats.size() + records.size());
  }
}
