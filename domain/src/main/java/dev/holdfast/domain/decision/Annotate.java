package dev.holdfast.domain.decision;

import dev.holdfast.domain.event.EventId;
import dev.holdfast.domain.event.SoldBy;
import dev.holdfast.domain.journal.JournalKind;
import dev.holdfast.domain.journal.Origin;
import dev.holdfast.domain.port.ReadWish;
import dev.holdfast.domain.refusal.Outcome;
import dev.holdfast.domain.seat.ExtraData;
import dev.holdfast.domain.seat.SeatState;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Hangs other extra data on seats, whoever's they are, and changes nothing else of them (seats.io
 * dialect, section 12). Never refused.
 *
 * @param on the layout the seats were found in
 * @param extraData what each seat has afterwards, in place of what it had; at most {@link
 *     Change#MAX_TARGETS} seats
 */
public record Annotate(EventId event, SoldBy on, Map<String, ExtraData> extraData, Origin origin)
    implements Command<List<ChangedObject>> {
  public Annotate {
    extraData = new TreeMap<>(extraData);
  }

  @Override
  public Optional<SoldBy> soldBy() {
    return Optional.of(on);
  }

  @Override
  public ReadWish.OfEvent reads() {
    return ReadWish.OfEvent.none(event).withSeats(seats());
  }

  @Override
  public int weight() {
    return Math.max(1, extraData.size());
  }

  @Override
  public Set<String> seats() {
    return Set.copyOf(extraData.keySet());
  }

  @Override
  public Outcome<List<ChangedObject>> decide(EventDesk desk) {
    List<ChangedObject> changed = new ArrayList<>();
    extraData.forEach((label, data) -> {
      desk.endLapsed(label);
      SeatState next = desk.seat(label).state().withOnly(data);
      changed.add(
          new ChangedObject.ChangedSeat(desk.change(label, next, JournalKind.TAGGED, origin)));
    });
    return Outcome.accepted(changed);
  }
}
