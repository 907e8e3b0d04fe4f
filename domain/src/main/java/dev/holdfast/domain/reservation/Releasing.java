package dev.holdfast.domain.reservation;

import dev.holdfast.domain.chart.Bookable;
import dev.holdfast.domain.chart.SeatingPlan;
import dev.holdfast.domain.decision.Release;
import dev.holdfast.domain.event.Event;
import dev.holdfast.domain.idempotency.Once;
import dev.holdfast.domain.idempotency.Repeat;
import dev.holdfast.domain.journal.Origin;
import dev.holdfast.domain.port.PortFailure;
import dev.holdfast.domain.port.ReservationFailure;
import dev.holdfast.domain.refusal.Outcome;
import dev.holdfast.domain.reservation.Released.ReleasedObject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Freeing objects. What there is to free of a large area is freed in parts, each durable by itself;
 * the answer is given after the last. Until then others see some of it free and some not.
 */
final class Releasing {
  /** Most parts of one request, so that it ends: an area of 100,000 records has 100. */
  static final int MAX_PARTS = 100;

  /** Decides one command, and tells the gate. */
  @FunctionalInterface
  interface Desk {
    Outcome<Released> decide(Release release, Optional<Once<Released>> once);
  }

  private final Desk desk;
  private final LayoutNow layouts;
  private final Settlement settlement;

  /** Frees by way of a desk. */
  Releasing(Desk desk, LayoutNow layouts, Settlement settlement) {
    this.desk = desk;
    this.layouts = layouts;
    this.settlement = settlement;
  }

  Outcome<Released> release(
      Event event, ReleaseRequest request, Origin origin, Optional<Once<Released>> once) {
    List<String> objects = request.objects().stream().distinct().toList();
    Map<String, Integer> places = new LinkedHashMap<>();
    for (ReleaseRequest.Places each : request.places()) {
      places.merge(each.area(), each.quantity(), Releasing::sum);
    }
    Set<String> named = new TreeSet<>(objects);
    named.addAll(places.keySet());
    return release(
        new Release(
            event.id(),
            objects,
            places,
            names(layouts.plan(event), named),
            request.scope(),
            request.ifNothing(),
            origin),
        once);
  }

  private static Release.Names names(SeatingPlan plan, Set<String> named) {
    Set<String> areas = new TreeSet<>();
    Set<String> unknown = new TreeSet<>();
    for (String name : named) {
      switch (plan.find(name).orElse(null)) {
        case Bookable.Places _ -> areas.add(name);
        case Bookable.NamedSeat _ -> {}
        case null -> unknown.add(name);
      }
    }
    return new Release.Names(areas, unknown);
  }

  /** As many as a number can tell: nobody has more. */
  private static int sum(int one, int other) {
    return (int) Math.min((long) one + other, Integer.MAX_VALUE);
  }

  private Outcome<Released> release(Release release, Optional<Once<Released>> once) {
    // Of a large area only the last part's answer is the whole one.
    Optional<Once<Released>> whole =
        once.map(each -> each.unless(first -> !first.unfinished().isEmpty()));
    return switch (desk.decide(release, whole)) {
      case Outcome.Refused<Released> refused -> refused;
      case Outcome.Repeated<Released> repeated -> repeated;
      case Outcome.Accepted<Released>(Released first) when first.unfinished().isEmpty() ->
          Outcome.accepted(first);
      case Outcome.Accepted<Released>(Released first) -> theRest(release, first, once);
    };
  }

  private Outcome<Released> theRest(
      Release release, Released first, Optional<Once<Released>> once) {
    Map<String, ReleasedObject> freed = new LinkedHashMap<>();
    first.objects().forEach(each -> freed.merge(each.object(), each, Releasing::together));
    Optional<Once<Released>> inPart = once.map(Once::inPart);
    Instant at = first.at();
    int parts = 1;
    for (String area : first.unfinished()) {
      boolean more = true;
      while (more) {
        if (++parts > MAX_PARTS) {
          throw partly("there is more in area " + area + " than one request frees", null);
        }
        more = false;
        int sofar = freed.containsKey(area) ? freed.get(area).quantity() : 0;
        switch (part(release, area, sofar, inPart)) {
          case Outcome.Accepted<Released>(Released next) -> {
            next.objects().forEach(each -> freed.merge(each.object(), each, Releasing::together));
            at = next.at();
            more = !next.unfinished().isEmpty();
          }
          case Outcome.Refused<Released> _ -> {
            // Nothing is left of it: somebody else freed the rest, or it has lapsed.
          }
          case Outcome.Repeated<Released> twin -> {
            return finished(twin);
          }
        }
      }
    }
    Released all = new Released(at, new ArrayList<>(freed.values()), Set.of());
    return settlement.settleDone(once, Outcome.accepted(all));
  }

  /**
   * A twin has gone on where this stopped, or is about to; what is held since is not to be freed.
   */
  private static Outcome<Released> finished(Outcome.Repeated<Released> twin) {
    if (twin.repeat() instanceof Repeat.Answered) {
      return twin;
    }
    throw partly("another request is using the key", null);
  }

  private static ReleasedObject together(ReleasedObject one, ReleasedObject next) {
    return new ReleasedObject(
        one.object(), one.area(), one.quantity() + next.quantity(), next.version());
  }

  private Outcome<Released> part(
      Release whole, String area, int sofar, Optional<Once<Released>> once) {
    try {
      return desk.decide(whole.rest(area, sofar), once);
    } catch (ReservationFailure | PortFailure e) {
      throw partly("some of area " + area + " is freed and some may not be", e);
    }
  }

  private static ReservationFailure partly(String message, @Nullable Throwable cause) {
    return new ReservationFailure.OutcomeUnknown(message, cause);
  }
}
