package dev.holdfast.domain.decision;

import dev.holdfast.domain.event.EventId;
import dev.holdfast.domain.event.LayoutVersion;
import dev.holdfast.domain.hold.HoldToken;
import dev.holdfast.domain.journal.JournalKind;
import dev.holdfast.domain.journal.Origin;
import dev.holdfast.domain.port.ReadWish;
import dev.holdfast.domain.refusal.Outcome;
import dev.holdfast.domain.refusal.Refusal;
import dev.holdfast.domain.reservation.TakenObject;
import dev.holdfast.domain.seat.Area;
import dev.holdfast.domain.seat.AreaRecord;
import dev.holdfast.domain.seat.ExtraData;
import dev.holdfast.domain.seat.Seat;
import dev.holdfast.domain.seat.SeatState.Held;
import dev.holdfast.domain.seat.SeatState.Taken;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Books what a token holds, all or nothing; of an area, all places the token holds there.
 *
 * @param objects each once
 * @param extraData merged onto every object
 */
public record Book(
    EventId event,
    HoldToken token,
    List<String> objects,
    ExtraData extraData,
    @Nullable String order,
    Origin origin)
    implements Command<List<TakenObject>> {
  public Book {
    objects = List.copyOf(objects);
  }

  @Override
  public Optional<LayoutVersion> layout() {
    return Optional.empty();
  }

  @Override
  public ReadWish.OfEvent reads() {
    return new ReadWish.OfEvent(event, seats(), Set.of(token), Set.of(), Set.of());
  }

  @Override
  public Set<String> seats() {
    return Set.copyOf(objects);
  }

  @Override
  public Outcome<List<TakenObject>> decide(EventDesk desk) {
    List<Refusal.NotHeldByToken> lost =
        objects.stream()
            .filter(object -> !holds(desk, object))
            .map(object -> Lost.of(desk, object, token))
            .toList();
    if (!lost.isEmpty()) {
      return Outcome.refused(lost);
    }
    List<Refusal.ExtraDataTooLarge> tooLarge =
        objects.stream()
            .filter(object -> held(desk, object).anyMatch(this::isOutgrown))
            .map(object -> new Refusal.ExtraDataTooLarge(object, ExtraData.MAX_BYTES))
            .toList();
    if (!tooLarge.isEmpty()) {
      return Outcome.refused(tooLarge);
    }
    return Outcome.accepted(objects.stream().flatMap(object -> book(desk, object)).toList());
  }

  private boolean holds(EventDesk desk, String object) {
    return desk.heldBy(object, token).isPresent() || !desk.areas().heldBy(object, token).isEmpty();
  }

  /** What the token holds under a name: a seat, or records of an area. */
  private Stream<Held> held(EventDesk desk, String object) {
    Optional<Held> seat = desk.heldBy(object, token);
    return seat.isPresent()
        ? seat.stream()
        : desk.areas().heldBy(object, token).stream().map(each -> (Held) each.state());
  }

  private boolean isOutgrown(Held held) {
    return held.tag().extraData().outgrownBy(extraData);
  }

  private Stream<TakenObject> book(EventDesk desk, String object) {
    return desk.heldBy(object, token)
        .map(held -> Stream.of(bookSeat(desk, object, held)))
        .orElseGet(
            () -> desk.areas().heldBy(object, token).stream().map(each -> bookPlaces(desk, each)));
  }

  private TakenObject bookSeat(EventDesk desk, String label, Held held) {
    Taken taken = held.book(desk.now(), order, extraData);
    Seat after = desk.change(label, taken, JournalKind.BOOKED, origin);
    return new TakenObject(label, false, 1, taken, after.version());
  }

  private TakenObject bookPlaces(EventDesk desk, AreaRecord each) {
    Taken taken = ((Held) each.state()).book(desk.now(), order, extraData);
    desk.areas().book(each, taken, origin);
    long version = desk.areas().find(each.area()).map(Area::version).orElse(0L);
    return new TakenObject(each.area(), true, each.quantity(), taken, version);
  }
}
