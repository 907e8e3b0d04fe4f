package dev.holdfast.domain.decision;

import dev.holdfast.domain.seat.ExtraData;
import org.jspecify.annotations.Nullable;

/**
 * An object that is to change, and what the event's rules say to its sale.
 *
 * @param wanted the object as the layout has it
 * @param extraData to hang on it; null: none was sent
 * @param ticketType to sell it as; null: none was sent
 * @param offer what of it is for sale
 */
public record Target(
    Wanted wanted, @Nullable ExtraData extraData, @Nullable String ticketType, Offer offer) {

  /**
   * What of an object is for sale to this seller.
   *
   * @param forSale whether it is for sale at all
   * @param inChannel whether the seller's channels have it
   * @param withheld places of an area that are not for sale, or others' channels'; 0 for a seat
   */
  public record Offer(boolean forSale, boolean inChannel, int withheld) {
    /** All of it. */
    public static final Offer ALL = new Offer(true, true, 0);

    /** Whether any of it is for sale to the seller. */
    public boolean isOpen() {
      return forSale && inChannel;
    }

    /** How many of so many free places of an area are for sale. */
    int of(int free) {
      return Math.max(0, free - withheld);
    }
  }
}
