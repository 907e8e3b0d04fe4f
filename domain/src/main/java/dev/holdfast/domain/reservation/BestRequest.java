package dev.holdfast.domain.reservation;

import dev.holdfast.domain.choice.Wish;
import dev.holdfast.domain.decision.Goal;
import dev.holdfast.domain.reservation.StatusRequest.Seller;
import dev.holdfast.domain.seat.ExtraData;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Choose the best that is left of an event and change its status (seats.io dialect, section 17).
 *
 * @param goal what it becomes: held or taken, not free
 * @param order the caller's order reference
 * @param keepExtraData whether what hangs on an object stays where nothing is sent for it
 * @param extraData of the first object chosen, the second and so on; may be fewer than those, and
 *     what is too many is left out
 * @param ticketTypes in the same way
 * @param seller whose objects are chosen from
 */
public record BestRequest(
    Wish wish,
    Goal goal,
    @Nullable String order,
    boolean keepExtraData,
    List<ExtraData> extraData,
    List<String> ticketTypes,
    Seller seller) {
  public BestRequest {
    extraData = List.copyOf(extraData);
    ticketTypes = List.copyOf(ticketTypes);
  }
}
