package dev.holdfast.domain.decision;

import dev.holdfast.domain.event.EventId;
import dev.holdfast.domain.event.LayoutVersion;
import dev.holdfast.domain.hold.HoldToken;
import dev.holdfast.domain.journal.JournalKind;
import dev.holdfast.domain.journal.Origin;
import dev.holdfast.domain.port.ReadWish;
import dev.holdfast.domain.refusal.Outcome;
import dev.holdfast.domain.refusal.Refusal;
import dev.holdfast.domain.reservation.ReleaseRequest;
import dev.holdfast.domain.reservation.ReleaseRequest.Anybodys;
import dev.holdfast.domain.reservation.ReleaseRequest.OfToken;
import dev.holdfast.domain.reservation.Released;
import dev.holdfast.domain.reservation.Released.ReleasedObject;
import dev.holdfast.domain.seat.Area;
import dev.holdfast.domain.seat.AreaRecord;
import dev.holdfast.domain.seat.Seat;
import dev.holdfast.domain.seat.SeatState;
import dev.holdfast.domain.seat.SeatState.Held;
import dev.holdfast.domain.seat.SeatState.Taken;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Frees objects, all or none. Of whole areas it frees a bounded number of records and says where
 * there may be more: nobody can wait for a transaction that frees a hundred thousand.
 *
 * @param objects each once
 * @param areas those of them that the layout has as areas, touched or not
 */
public record Release(
    EventId event,
    List<String> objects,
    Set<String> areas,
    ReleaseRequest.Scope scope,
    Origin origin)
    implements Command<Released> {
  /** Most records of whole areas freed in one transaction. */
  static final int RECORDS = ReadWish.AREA_RECORDS;

  public Release {
    objects = List.copyOf(objects);
    areas = Set.copyOf(areas);
  }

  @Override
  public Optional<LayoutVersion> layout() {
    return Optional.empty();
  }

  @Override
  public ReadWish.OfEvent reads() {
    return switch (scope) {
      // Any of these names may be an area; only of areas there are records to read.
      case Anybodys _ -> new ReadWish.OfEvent(event, seats(), Set.of(), Set.of(), seats());
      case OfToken(HoldToken token, _) ->
          new ReadWish.OfEvent(event, seats(), Set.of(token), Set.of(), Set.of());
    };
  }

  @Override
  public int weight() {
    int records = scope instanceof Anybodys && !areas.isEmpty() ? RECORDS : 0;
    return objects.size() + records;
  }

  @Override
  public Set<String> seats() {
    return Set.copyOf(objects);
  }

  @Override
  public Outcome<Released> decide(EventDesk desk) {
    List<Refusal> reasons =
        objects.stream().flatMap(object -> refusal(desk, object).stream()).toList();
    if (!reasons.isEmpty()) {
      return Outcome.refused(reasons);
    }
    Set<String> unfinished = new TreeSet<>();
    List<ReleasedObject> freed = new ArrayList<>();
    int room = RECORDS;
    for (String object : objects) {
      List<AreaRecord> records = frees(desk, object) ? List.of() : records(desk, object);
      boolean whole = scope instanceof Anybodys;
      int part = whole ? Math.min(room, records.size()) : records.size();
      if (whole && (part < records.size() || part >= RECORDS)) {
        unfinished.add(object);
      }
      room -= part;
      freed.add(free(desk, object, records.subList(0, part)));
    }
    return Outcome.accepted(new Released(desk.now(), freed, unfinished));
  }

  private Optional<Refusal> refusal(EventDesk desk, String object) {
    boolean something = frees(desk, object) || !records(desk, object).isEmpty();
    return switch (scope) {
      case Anybodys(boolean allPlaces) when isArea(desk, object) && !allPlaces ->
          Optional.of(new Refusal.AllPlacesNotConfirmed(object));
      case Anybodys _ when !something ->
          Optional.of(new Refusal.NotFoundOrFree(object, version(desk, object)));
      case OfToken(HoldToken token, _) when !something -> Optional.of(Lost.of(desk, object, token));
      case Anybodys _, OfToken _ -> Optional.empty();
    };
  }

  private boolean isArea(EventDesk desk, String object) {
    return !frees(desk, object)
        && (areas.contains(object) || desk.areas().find(object).isPresent());
  }

  /** Whether there is a named seat to free under this name. */
  private boolean frees(EventDesk desk, String object) {
    return switch (scope) {
      case OfToken(HoldToken token, _) -> desk.heldBy(object, token).isPresent();
      case Anybodys _ ->
          switch (desk.seat(object).state()) {
            case SeatState.Free _ -> false;
            case Held held -> held.liveAt(desk.now());
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
      case Anybodys _ -> {
        Set<AreaRecord> lapsed = new HashSet<>(desks.lapsed(object));
        yield desks.all(object).stream().filter(each -> !lapsed.contains(each)).toList();
      }
    };
  }

  private ReleasedObject free(EventDesk desk, String object, List<AreaRecord> records) {
    if (frees(desk, object)) {
      SeatState next =
          switch (desk.seat(object).state()) {
            case SeatState.Free free -> free;
            case Held held -> held.release();
            case Taken taken -> taken.release();
          };
      Seat after = desk.change(object, next, JournalKind.RELEASED, origin);
      return new ReleasedObject(object, after.version());
    }
    records.forEach(each -> desk.areas().release(each, origin));
    return new ReleasedObject(object, version(desk, object));
  }

  private static long version(EventDesk desk, String object) {
    return desk.areas()
        .find(object)
        .map(Area::version)
        .orElseGet(() -> desk.seat(object).version());
  }
}
