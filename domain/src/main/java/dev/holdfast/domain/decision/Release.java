package dev.holdfast.domain.decision;

import dev.holdfast.domain.event.EventId;
import dev.holdfast.domain.event.SoldBy;
import dev.holdfast.domain.hold.HoldToken;
import dev.holdfast.domain.journal.Origin;
import dev.holdfast.domain.port.ReadWish;
import dev.holdfast.domain.refusal.Outcome;
import dev.holdfast.domain.refusal.Refusal;
import dev.holdfast.domain.reservation.ReleaseRequest;
import dev.holdfast.domain.reservation.ReleaseRequest.Anybodys;
import dev.holdfast.domain.reservation.ReleaseRequest.IfNothing;
import dev.holdfast.domain.reservation.ReleaseRequest.OfToken;
import dev.holdfast.domain.reservation.Released;
import dev.holdfast.domain.seat.AreaRecord;
import dev.holdfast.domain.seat.SeatState;
import dev.holdfast.domain.seat.SeatState.Held;
import dev.holdfast.domain.seat.SeatState.Taken;
import java.time.Instant;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Frees objects, all or none. Of whole areas it frees a bounded number of records and says where
 * there may be more: nobody can wait for a transaction that frees a hundred thousand.
 *
 * @param objects each once
 * @param places how many places of which areas, besides
 * @param names what the layout has of them
 */
public record Release(
    EventId event,
    List<String> objects,
    Map<String, Integer> places,
    Names names,
    ReleaseRequest.Scope scope,
    IfNothing ifNothing,
    Origin origin)
    implements Command<Released> {
  /**
   * What the layout has of the names in a request.
   *
   * @param areas those that are areas, touched or not
   * @param unknown those that it does not have
   */
  public record Names(Set<String> areas, Set<String> unknown) {
    public Names {
      areas = Set.copyOf(areas);
      unknown = Set.copyOf(unknown);
    }
  }

  /** Whole objects, refused where there is nothing to free. */
  public Release(
      EventId event,
      List<String> objects,
      Set<String> areas,
      ReleaseRequest.Scope scope,
      Origin origin) {
    this(event, objects, Map.of(), new Names(areas, Set.of()), scope, IfNothing.REFUSE, origin);
  }

  /** Most records of whole areas freed in one transaction. */
  static final int RECORDS = ReadWish.AREA_RECORDS;

  /**
   * The part of this that is left to be done in an area.
   *
   * @param freed how many of its places are freed already
   */
  public Release rest(String area, int freed) {
    boolean whole = objects.contains(area);
    return new Release(
        event,
        whole ? List.of(area) : List.of(),
        whole ? Map.of() : Map.of(area, places.getOrDefault(area, 0) - freed),
        names,
        scope,
        ifNothing,
        origin);
  }

  public Release {
    objects = List.copyOf(objects);
    places = Collections.unmodifiableMap(new LinkedHashMap<>(places));
  }

  @Override
  public Optional<SoldBy> soldBy() {
    return Optional.empty();
  }

  @Override
  public ReadWish.OfEvent reads() {
    Set<String> named = new TreeSet<>(objects);
    named.addAll(places.keySet());
    return switch (scope) {
      // Any of these names may be an area; only of areas there are records to read.
      case Anybodys _ -> new ReadWish.OfEvent(event, named, Set.of(), Set.of(), named);
      case OfToken(HoldToken token, _) ->
          new ReadWish.OfEvent(event, named, Set.of(token), Set.of(), Set.of());
    };
  }

  @Override
  public int weight() {
    int records = scope instanceof Anybodys && !names.areas().isEmpty() ? RECORDS : 0;
    return objects.size() + places.size() + records;
  }

  @Override
  public Set<String> seats() {
    return Set.copyOf(objects);
  }

  @Override
  public Outcome<Released> decide(EventDesk desk) {
    List<Refusal> reasons =
        Stream.concat(
                objects.stream().flatMap(object -> refusal(desk, object).stream()),
                places.keySet().stream().flatMap(area -> placesRefusal(desk, area).stream()))
            .distinct()
            .toList();
    if (!reasons.isEmpty()) {
      return Outcome.refused(reasons);
    }
    Freeing freeing = new Freeing(desk, scope, origin);
    for (String object : objects) {
      if (frees(desk, object)) {
        freeing.seat(object);
      } else if (!records(desk, object).isEmpty()) {
        freeing.area(object, records(desk, object), Integer.MAX_VALUE);
      }
    }
    places.forEach(
        (area, quantity) -> freeing.area(area, lastSoldFirst(records(desk, area)), quantity));
    return Outcome.accepted(freeing.released());
  }

  /**
   * Taken places first, the latest sale first; then held ones. A record's number tells when it was
   * held, which is another order.
   */
  static List<AreaRecord> lastSoldFirst(List<AreaRecord> records) {
    Comparator<AreaRecord> bySale =
        Comparator.comparing(
            each -> each.state() instanceof Taken taken ? taken.at() : Instant.MIN);
    return records.stream()
        .sorted(bySale.thenComparingLong(AreaRecord::number).reversed())
        .toList();
  }

  private Optional<Refusal> placesRefusal(EventDesk desk, String area) {
    boolean something = !records(desk, area).isEmpty();
    if (something || names.areas().contains(area)) {
      return Optional.empty();
    }
    return Optional.of(
        names.unknown().contains(area)
            ? new Refusal.UnknownObject(area)
            : new Refusal.NotAnArea(area));
  }

  private Optional<Refusal> refusal(EventDesk desk, String object) {
    boolean something = frees(desk, object) || !records(desk, object).isEmpty();
    if (!something && ifNothing == IfNothing.LEAVE && names.unknown().contains(object)) {
      return Optional.of(new Refusal.UnknownObject(object));
    }
    return switch (scope) {
      case Anybodys(boolean allPlaces) when isArea(desk, object) && !allPlaces ->
          Optional.of(new Refusal.AllPlacesNotConfirmed(object));
      case Anybodys _, OfToken _ when ifNothing == IfNothing.LEAVE -> Optional.empty();
      case Anybodys _ when !something ->
          Optional.of(new Refusal.NotFoundOrFree(object, Freeing.version(desk, object)));
      case OfToken(HoldToken token, _) when !something -> Optional.of(Lost.of(desk, object, token));
      case Anybodys _, OfToken _ -> Optional.empty();
    };
  }

  private boolean isArea(EventDesk desk, String object) {
    return !frees(desk, object)
        && (names.areas().contains(object) || desk.areas().find(object).isPresent());
  }

  /** Whether there is a named seat to free under this name. */
  private boolean frees(EventDesk desk, String object) {
    return switch (scope) {
      case OfToken(HoldToken token, _) -> desk.heldBy(object, token).isPresent();
      case Anybodys _ ->
          switch (desk.seat(object).state()) {
            case SeatState.Free _ -> false;
            // What has lapsed is nobody's, or back on resale, from which it can be taken off.
            case Held held -> held.liveAt(desk.now()) || held.expire(desk.now()) instanceof Taken;
            case Taken _ -> true;
          };
    };
  }

  /** The area records to free under this name. */
  private List<AreaRecord> records(EventDesk desk, String object) {
    AreaDesk desks = desk.areas();
    return switch (scope) {
      case OfToken(HoldToken token, boolean takenPlaces) ->
          takenPlaces
              ? Stream.concat(
                      desks.heldBy(object, token).stream(),
                      desks.takenUnder(object, token).stream())
                  .toList()
              : desks.heldBy(object, token);
      case Anybodys _ -> desks.standing(object);
    };
  }
}
