package dev.holdfast.domain.reservation;

import dev.holdfast.domain.hold.HoldToken;
import dev.holdfast.domain.seat.ExtraData;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Book what a token holds, all or nothing.
 *
 * @param objects labels, or area keys for the token's whole quantity there; one named twice counts
 *     once
 * @param extraData merged onto every object
 * @param order the caller's order reference, if any
 */
public record BookRequest(
    HoldToken token, List<String> objects, ExtraData extraData, @Nullable String order) {
  public BookRequest {
    objects = List.copyOf(objects);
  }
}
