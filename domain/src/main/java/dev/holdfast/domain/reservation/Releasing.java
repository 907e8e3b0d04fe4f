package dev.holdfast.domain.reservation;

import dev.holdfast.domain.decision.Release;
import dev.holdfast.domain.port.PortFailure;
import dev.holdfast.domain.port.ReservationFailure;
import dev.holdfast.domain.refusal.Outcome;
import dev.holdfast.domain.reservation.Released.ReleasedObject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Freeing objects. What there is to free of a large area is freed in parts, each durable by itself;
 * the answer is given after the last. Until then others see some of it free and some not.
 */
final class Releasing {
  /** Most parts of one request, so that it ends: an area of 100,000 records has 100. */
  static final int MAX_PARTS = 100;

  private final Function<Release, Outcome<Released>> desk;

  /**
   * Frees by way of a desk.
   *
   * @param desk decides one command, and tells the gate
   */
  Releasing(Function<Release, Outcome<Released>> desk) {
    this.desk = desk;
  }

  Outcome<Released> release(Release release) {
    return switch (desk.apply(release)) {
      case Outcome.Refused<Released> refused -> refused;
      case Outcome.Accepted<Released>(Released first) when first.unfinished().isEmpty() ->
          Outcome.accepted(first);
      case Outcome.Accepted<Released>(Released first) -> Outcome.accepted(theRest(release, first));
    };
  }

  private Released theRest(Release release, Released first) {
    Map<String, ReleasedObject> freed = new LinkedHashMap<>();
    first.objects().forEach(each -> freed.put(each.object(), each));
    Instant at = first.at();
    int parts = 1;
    for (String area : first.unfinished()) {
      boolean more = true;
      while (more) {
        if (++parts > MAX_PARTS) {
          throw partly("there is more in area " + area + " than one request frees", null);
        }
        more = false;
        if (part(release, area) instanceof Outcome.Accepted<Released>(Released next)) {
          next.objects().forEach(each -> freed.put(each.object(), each));
          at = next.at();
          more = !next.unfinished().isEmpty();
        }
      }
    }
    return new Released(at, new ArrayList<>(freed.values()), Set.of());
  }

  private Outcome<Released> part(Release whole, String area) {
    try {
      // A refusal says that nothing is left of it: somebody else freed the rest, or it has lapsed.
      return desk.apply(
          new Release(whole.event(), List.of(area), whole.areas(), whole.scope(), whole.origin()));
    } catch (ReservationFailure | PortFailure e) {
      throw partly("some of area " + area + " is freed and some may not be", e);
    }
  }

  private static ReservationFailure partly(String message, @Nullable Throwable cause) {
    return new ReservationFailure.OutcomeUnknown(message, cause);
  }
}
