package dev.holdfast.domain.reservation;

import dev.holdfast.domain.hold.HoldToken;
import java.util.List;

/**
 * Free these objects, all or none.
 *
 * @param objects labels or area keys; one named twice counts once
 * @param places of areas; those of one area add up
 */
public record ReleaseRequest(
    List<String> objects, List<Places> places, Scope scope, IfNothing ifNothing) {
  public ReleaseRequest {
    objects = List.copyOf(objects);
    places = List.copyOf(places);
  }

  /** Whole objects, refused where there is nothing to free. */
  public ReleaseRequest(List<String> objects, Scope scope) {
    this(objects, List.of(), scope, IfNothing.REFUSE);
  }

  /**
   * At most so many places of an area: of a token those it holds, else taken ones first, the latest
   * sold first, then held ones (tmt dialect; release of places).
   *
   * @param quantity at least 1
   */
  public record Places(String area, int quantity) {
    public Places {
      if (quantity < 1) {
        throw new IllegalArgumentException("a quantity is at least 1");
      }
    }
  }

  /** What becomes of a request that names an object of which there is nothing to free. */
  public enum IfNothing {
    /** It is refused (v1 dialect). */
    REFUSE,
    /** That object is left as it is, if the layout has it (tmt dialect, section 3.4). */
    LEAVE
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
