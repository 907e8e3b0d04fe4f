package dev.holdfast.domain.reservation;

import dev.holdfast.domain.decision.Conditions;
import dev.holdfast.domain.decision.Goal;
import dev.holdfast.domain.seat.ExtraData;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Change the status of these objects of one event, all or none (seats.io dialect, section 15).
 *
 * @param objects at least one; a seat that stands here twice is meant once; places of an area add
 *     up, those of each kind of ticket by themselves
 * @param order the caller's order reference
 * @param keepExtraData whether what hangs on an object stays where nothing is sent for it
 */
public record StatusRequest(
    Goal goal,
    List<Item> objects,
    Conditions conditions,
    @Nullable String order,
    boolean keepExtraData,
    Seller seller) {
  public StatusRequest {
    objects = List.copyOf(objects);
  }

  /**
   * An object.
   *
   * @param quantity places of an area, at least 1; of a seat 1
   * @param extraData null: none was sent
   * @param ticketType null: none was sent
   */
  public record Item(
      String object, int quantity, @Nullable ExtraData extraData, @Nullable String ticketType) {}

  /**
   * What the seller may sell (seats.io dialect, section 14).
   *
   * @param channels keys of the channels that are his; empty: none was named, so he sells what is
   *     in no channel
   * @param channelless whether he sells what is in no channel, where channels are named
   * @param all whether channels are nothing to him
   */
  public record Seller(Optional<Set<String>> channels, boolean channelless, boolean all) {
    /** Sells what is in no channel. */
    public static final Seller WITHOUT_CHANNELS = new Seller(Optional.empty(), true, false);

    public Seller {
      channels = channels.map(Set::copyOf);
    }

    /** Whether he sells what is in this channel, or in none. */
    public boolean sells(Optional<String> channel) {
      return all
          || channel
              .map(key -> channels.map(his -> his.contains(key)).orElse(false))
              .orElse(channelless);
    }
  }
}
