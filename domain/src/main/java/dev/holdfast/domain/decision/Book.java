package dev.holdfast.domain.decision;

import dev.holdfast.domain.decision.Target.Offer;
import dev.holdfast.domain.decision.Wanted.WantedPlaces;
import dev.holdfast.domain.event.EventId;
import dev.holdfast.domain.event.SoldBy;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Books what a token holds, all or nothing; of an area, all places the token holds there, or a
 * number of places whether it holds them or not.
 *
 * @param objects each once
 * @param places each area once
 * @param soldBy the layout and the rules that the places were taken from; empty without any
 * @param offers what of the areas is for sale, of those that are not all
 * @param extraData merged onto every object
 */
public record Book(
    EventId event,
    HoldToken token,
    List<String> objects,
    List<WantedPlaces> places,
    Optional<SoldBy> soldBy,
    Map<String, Offer> offers,
    ExtraData extraData,
    @Nullable String order,
    Origin origin)
    implements Command<List<TakenObject>> {
  public Book {
    objects = List.copyOf(objects);
    places = List.copyOf(places);
    offers = Map.copyOf(offers);
    if (soldBy.isEmpty() != places.isEmpty()) {
      throw new IllegalArgumentException("places are those of a layout");
    }
  }

  /** Only what the token holds. */
  public Book(
      EventId event,
      HoldToken token,
      List<String> objects,
      ExtraData extraData,
      @Nullable String order,
      Origin origin) {
    this(event, token, objects, List.of(), Optional.empty(), Map.of(), extraData, order, origin);
  }

  @Override
  public ReadWish.OfEvent reads() {
    Set<String> named = new TreeSet<>(objects);
    places.forEach(each -> named.add(each.object()));
    return new ReadWish.OfEvent(event, named, Set.of(token), Set.of(), Set.of());
  }

  @Override
  public int weight() {
    return Math.max(1, objects.size() + places.size());
  }

  @Override
  public Set<String> seats() {
    return Set.copyOf(objects);
  }

  @Override
  public boolean clearsTheWay(EventDesk desk) {
    boolean cleared = false;
    if (isKnown(desk)) {
      for (WantedPlaces each : places) {
        cleared |= of(desk, each).clearsTheWay();
      }
    }
    return cleared;
  }

  /** Whether there is a session of this token: a term that runs, or something it holds here. */
  private boolean isKnown(EventDesk desk) {
    return !desk.terms().isOver(token)
        && (desk.terms().of(token).isPresent() || desk.holdings().of(token) > 0);
  }

  private BookPlaces of(EventDesk desk, WantedPlaces wanted) {
    return new BookPlaces(desk, this, wanted, objects.contains(wanted.object()));
  }

  @Override
  public Outcome<List<TakenObject>> decide(EventDesk desk) {
    List<Refusal> lost = lost(desk);
    if (!lost.isEmpty()) {
      return Outcome.refused(lost);
    }
    List<Refusal> tooMuch =
        places.stream().flatMap(each -> of(desk, each).refusal().stream()).toList();
    if (!tooMuch.isEmpty()) {
      return Outcome.refused(tooMuch);
    }
    List<Refusal> tooLarge = extraDataRefusals(desk);
    if (!tooLarge.isEmpty()) {
      return Outcome.refused(tooLarge);
    }
    // What is named as a whole comes first: a number of places means those besides.
    List<TakenObject> taken =
        new ArrayList<>(objects.stream().flatMap(object -> book(desk, object)).toList());
    places.forEach(each -> taken.add(of(desk, each).book()));
    return Outcome.accepted(taken);
  }

  /** What the token has not, and with places that it is over: those need no hold, but a token. */
  private List<Refusal> lost(EventDesk desk) {
    Stream<Refusal> over =
        places.isEmpty() || isKnown(desk) ? Stream.empty() : Stream.of(new Refusal.TokenOver());
    Stream<Refusal> gone =
        objects.stream()
            .filter(object -> !holds(desk, object))
            .map(object -> Lost.of(desk, object, token));
    return Stream.concat(over, gone).toList();
  }

  private List<Refusal> extraDataRefusals(EventDesk desk) {
    Stream<Refusal> ofObjects =
        objects.stream()
            .filter(object -> held(desk, object).anyMatch(this::isOutgrown))
            .map(object -> new Refusal.ExtraDataTooLarge(object, ExtraData.MAX_BYTES));
    Stream<Refusal> ofPlaces =
        places.stream().flatMap(each -> of(desk, each).extraDataRefusal().stream());
    return Stream.concat(ofObjects, ofPlaces).distinct().toList();
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
    desk.areaMoves().book(each, taken, origin);
    long version = desk.areas().find(each.area()).map(Area::version).orElse(0L);
    return new TakenObject(each.area(), true, each.quantity(), taken, version);
  }
}
