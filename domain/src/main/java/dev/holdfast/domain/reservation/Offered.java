package dev.holdfast.domain.reservation;

import dev.holdfast.domain.chart.Bookable;
import dev.holdfast.domain.chart.SeatingPlan;
import dev.holdfast.domain.decision.Target.Offer;
import dev.holdfast.domain.decision.Wanted;
import dev.holdfast.domain.decision.Wanted.WantedPlaces;
import dev.holdfast.domain.decision.Wanted.WantedSeat;
import dev.holdfast.domain.event.OnSale;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What an event offers to those who sell through no channel in particular. */
record Offered(SeatingPlan plan, OnSale onSale) {
  /** The object of this label, if it is sold under it: of a table and its seats either are. */
  Optional<Bookable> find(String label) {
    return onSale == OnSale.EVERYTHING
        ? plan.find(label)
        : Optional.ofNullable(plan.objects().get(label)).filter(_ -> onSale.offers(label));
  }

  /** How far objects are for sale, of those that are not all. */
  Map<String, Offer> offers(Collection<? extends Wanted> wanted) {
    if (onSale == OnSale.EVERYTHING) {
      return Map.of();
    }
    Map<String, Offer> offers = new HashMap<>();
    for (Wanted each : wanted) {
      Offer offer = offer(each);
      if (!offer.equals(Offer.ALL)) {
        offers.put(each.object(), offer);
      }
    }
    return offers;
  }

  private Offer offer(Wanted wanted) {
    String object = wanted.object();
    boolean inChannel = onSale.channelOf(object).isEmpty();
    return switch (wanted) {
      case WantedSeat _ -> new Offer(onSale.isForSale(object), inChannel, 0);
      case WantedPlaces places ->
          // What is not drawn (any more) has no places that could be withheld.
          places.capacity() == 0
              ? Offer.ALL
              : new Offer(onSale.isOpen(object), inChannel, onSale.notOpen(object));
    };
  }
}
