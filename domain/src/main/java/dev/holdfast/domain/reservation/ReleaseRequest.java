package dev.holdfast.domain.reservation;

import dev.holdfast.domain.hold.HoldToken;
import java.util.List;

/**
 * Free these objects, all or none.
 *
 * @param objects labels or area keys; one named twice counts once
 */
public record ReleaseRequest(List<String> objects, Scope scope) {
  public ReleaseRequest {
    objects = List.copyOf(objects);
  }

  /** Whose. */
  public sealed interface Scope {}

  /**
   * Whoever has them, held or taken.
   *
   * @param allPlaces confirms that an area's key means every held and taken place of it
   */
  public record Anybodys(boolean allPlaces) implements Scope {}

  /**
   * Only what this token holds.
   *
   * @param takenPlaces whether an area's key also means the places taken under the token
   */
  public record OfToken(HoldToken token, boolean takenPlaces) implements Scope {}
}
