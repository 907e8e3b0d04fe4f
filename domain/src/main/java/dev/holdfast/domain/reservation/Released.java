package dev.holdfast.domain.reservation;

import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * What was freed.
 *
 * @param at the ledger's time
 * @param objects in the order of the request, each once
 * @param unfinished keys of areas among them that may have more to free: there were too many
 *     records for one transaction
 */
public record Released(Instant at, List<ReleasedObject> objects, Set<String> unfinished) {
  public Released {
    objects = List.copyOf(objects);
    unfinished = Set.copyOf(unfinished);
  }

  /**
   * One object that is free now; of an area, as many places of it as were to be freed.
   *
   * @param area whether it is a general admission area
   * @param quantity places that were freed, 1 for a seat
   */
  public record ReleasedObject(String object, boolean area, int quantity, long version) {}
}
