package dev.holdfast.domain.reservation;

import dev.holdfast.domain.chart.Bookable;
import dev.holdfast.domain.decision.Allotment;
import dev.holdfast.domain.decision.Target;
import dev.holdfast.domain.decision.Wanted.WantedPlaces;
import dev.holdfast.domain.decision.Wanted.WantedSeat;
import dev.holdfast.domain.event.Channel;
import dev.holdfast.domain.event.OnSale;
import dev.holdfast.domain.reservation.StatusRequest.Seller;
import java.util.Optional;

/**
 * What a seller has to sell: the layout, the event's rules, and what they let him sell.
 *
 * @param whatever whether what is drawn and not sold under its own label counts as well
 */
record SellersAllotment(Offered offered, Seller seller, boolean whatever) implements Allotment {
  @Override
  public Optional<Target> find(String label, int places) {
    Optional<Bookable> found =
        whatever ? Optional.ofNullable(offered.plan().objects().get(label)) : offered.find(label);
    return found.map(object -> target(object, places));
  }

  private OnSale sale() {
    return offered.onSale();
  }

  private Target target(Bookable object, int places) {
    return switch (object) {
      case Bookable.NamedSeat seat ->
          new Target(
              new WantedSeat(seat.label(), seat.category()),
              null,
              null,
              new Target.Offer(sale().isForSale(seat.label()), sells(seat.label()), 0));
      case Bookable.Places area ->
          new Target(
              new WantedPlaces(area.label(), area.usualCategory(), places, area.capacity()),
              null,
              null,
              new Target.Offer(true, true, withheld(area)));
    };
  }

  private boolean sells(String label) {
    return seller.sells(sale().channelOf(label).map(Channel::key));
  }

  /** Places that are not for sale, and those that are other channels' than the seller's. */
  private int withheld(Bookable.Places area) {
    String key = area.label();
    Optional<Channel> whole = sale().channelOf(key);
    if (whole.isPresent()) {
      return sells(key) ? sale().notForSale(key) : area.capacity();
    }
    long others =
        seller.all()
            ? 0
            : sale().rules().channels().all().stream()
                .map(Channel::key)
                .filter(channel -> !seller.sells(Optional.of(channel)))
                .mapToLong(channel -> sale().placesOf(channel, key))
                .sum();
    return (int) Math.min(area.capacity(), sale().notForSale(key) + others);
  }
}
