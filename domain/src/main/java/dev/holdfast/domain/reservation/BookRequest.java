package dev.holdfast.domain.reservation;

import dev.holdfast.domain.hold.HoldToken;
import dev.holdfast.domain.seat.ExtraData;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Book in the name of a token, all or nothing.
 *
 * @param objects labels of seats that the token holds, or area keys for all places it holds there;
 *     one named twice counts once
 * @param places of areas, whether the token holds them or not; those of one area add up
 * @param extraData merged onto every object
 * @param order the caller's order reference, if any
 */
public record BookRequest(
    HoldToken token,
    List<String> objects,
    List<Places> places,
    ExtraData extraData,
    @Nullable String order) {
  public BookRequest {
    objects = List.copyOf(objects);
    places = List.copyOf(places);
  }

  /** Only what the token holds. */
  public BookRequest(
      HoldToken token, List<String> objects, ExtraData extraData, @Nullable String order) {
    this(token, objects, List.of(), extraData, order);
  }

  /**
   * So many places of an area: those the token holds there first, the rest from what is free (tmt
   * dialect, section 9.3).
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
}
