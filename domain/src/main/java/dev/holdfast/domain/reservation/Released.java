package dev.holdfast.domain.reservation;

import java.time.Instant;
import java.util.List;

/**
 * What was freed.
 *
 * @param at the ledger's time
 * @param objects in the order of the request, each once
 */
public record Released(Instant at, List<ReleasedObject> objects) {
  public Released {
    objects = List.copyOf(objects);
  }

  /** One object that is free now; of an area, the token's or all places of it. */
  public record ReleasedObject(String object, long version) {}
}
