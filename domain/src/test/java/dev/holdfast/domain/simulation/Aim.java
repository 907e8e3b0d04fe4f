package dev.holdfast.domain.simulation;

import dev.holdfast.domain.reservation.StatusRequest.Item;
import org.jspecify.annotations.Nullable;

/**
 * An object whose status is to be changed.
 *
 * @param capacity of an area; 0 of a seat
 */
record Aim(Item item, int capacity, @Nullable String category) {
  String object() {
    return item.object();
  }

  boolean isArea() {
    return capacity > 0;
  }

  Aim and(Aim more) {
    Item both =
        new Item(
            object(), item.quantity() + more.item.quantity(), item.extraData(), item.ticketType());
    return isArea() ? new Aim(both, capacity, category) : this;
  }
}
