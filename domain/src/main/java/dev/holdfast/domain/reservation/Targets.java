package dev.holdfast.domain.reservation;

import dev.holdfast.domain.chart.Bookable;
import dev.holdfast.domain.chart.SeatingPlan;
import dev.holdfast.domain.decision.Target;
import dev.holdfast.domain.decision.Wanted.WantedPlaces;
import dev.holdfast.domain.decision.Wanted.WantedSeat;
import dev.holdfast.domain.event.Channel;
import dev.holdfast.domain.event.OnSale;
import dev.holdfast.domain.refusal.Refusal;
import dev.holdfast.domain.reservation.LayoutCheck.Verdict;
import dev.holdfast.domain.reservation.StatusRequest.Item;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The objects of a change of status, as the layout and the event's rules have them. */
final class Targets {
  private final SeatingPlan plan;
  private final OnSale sale;
  private final StatusRequest request;

  Targets(SeatingPlan plan, OnSale sale, StatusRequest request) {
    this.plan = plan;
    this.sale = sale;
    this.request = request;
  }

  /** What is the same object, places of an area only where their tickets are of one kind. */
  private record Same(String object, Optional<String> ticketType) {
    static Same of(Item item, Bookable object) {
      return switch (object) {
        case Bookable.NamedSeat _ -> new Same(item.object(), Optional.empty());
        case Bookable.Places _ ->
            new Same(item.object(), Optional.ofNullable(item.ticketType()));
      };
    }
  }

  /** Each object once, an area once a kind of tickets; or all that the event does not have. */
  Verdict<List<Target>> verdict() {
    List<Refusal> reasons = new ArrayList<>();
    Map<Same, Target> targets = new LinkedHashMap<>();
    for (Item item : request.objects()) {
      Optional<Bookable> object = plan.find(item.object());
      if (object.isEmpty()) {
        reasons.add(new Refusal.UnknownObject(item.object()));
      } else {
        Same same = Same.of(item, object.get());
        targets.merge(same, target(item, object.get()), Targets::together);
      }
    }
    return reasons.isEmpty()
        ? new Verdict.Fit<>(List.copyOf(targets.values()))
        : new Verdict.Unfit<>(reasons.stream().distinct().toList());
  }

  private Target target(Item item, Bookable object) {
    return switch (object) {
      case Bookable.NamedSeat seat ->
          new Target(
              new WantedSeat(seat.label(), seat.category()),
              item.extraData(),
              item.ticketType(),
              new Target.Offer(sale.isForSale(seat.label()), sells(seat.label()), 0));
      case Bookable.Places area ->
          new Target(
              new WantedPlaces(
                  area.label(), area.usualCategory(), item.quantity(), area.capacity()),
              item.extraData(),
              item.ticketType(),
              new Target.Offer(true, true, withheld(area)));
    };
  }

  private boolean sells(String label) {
    return request.seller().sells(sale.channelOf(label).map(Channel::key));
  }

  /** Places that are not for sale, and those that are other channels' than the seller's. */
  private int withheld(Bookable.Places area) {
    String key = area.label();
    Optional<Channel> whole = sale.channelOf(key);
    if (whole.isPresent()) {
      return sells(key) ? sale.notForSale(key) : area.capacity();
    }
    long others =
        request.seller().all()
            ? 0
            : sale.rules().channels().all().stream()
                .map(Channel::key)
                .filter(channel -> !request.seller().sells(Optional.of(channel)))
                .mapToLong(channel -> sale.placesOf(channel, key))
                .sum();
    return (int) Math.min(area.capacity(), sale.notForSale(key) + others);
  }

  private static Target together(Target one, Target other) {
    if (one.wanted() instanceof WantedPlaces first
        && other.wanted() instanceof WantedPlaces second) {
      long sum = (long) first.quantity() + second.quantity();
      WantedPlaces both =
          new WantedPlaces(
              first.object(),
              first.category(),
              (int) Math.min(sum, Integer.MAX_VALUE),
              first.capacity());
      return new Target(both, one.extraData(), one.ticketType(), one.offer());
    }
    return one;
  }
}
