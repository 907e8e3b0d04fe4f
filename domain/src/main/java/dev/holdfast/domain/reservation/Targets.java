package dev.holdfast.domain.reservation;

import dev.holdfast.domain.decision.Goal;
import dev.holdfast.domain.decision.Target;
import dev.holdfast.domain.decision.Wanted.WantedPlaces;
import dev.holdfast.domain.decision.Wanted.WantedSeat;
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
  private final SellersAllotment allotment;
  private final StatusRequest request;

  Targets(Offered offered, StatusRequest request) {
    // What is not sold (any more), as a table instead of its seats, can still be freed.
    boolean whatever = request.goal() instanceof Goal.Free;
    this.allotment = new SellersAllotment(offered, request.seller(), whatever);
    this.request = request;
  }

  /** What is the same object, places of an area only where their tickets are of one kind. */
  private record Same(String object, Optional<String> ticketType) {
    static Same of(Item item, Target found) {
      return switch (found.wanted()) {
        case WantedSeat _ -> new Same(item.object(), Optional.empty());
        case WantedPlaces _ -> new Same(item.object(), Optional.ofNullable(item.ticketType()));
      };
    }
  }

  /** Each object once, an area once a kind of tickets; or all that the event does not have. */
  Verdict<List<Target>> verdict() {
    List<Refusal> reasons = new ArrayList<>();
    Map<Same, Target> targets = new LinkedHashMap<>();
    for (Item item : request.objects()) {
      Optional<Target> found = allotment.find(item.object(), item.quantity());
      if (found.isEmpty()) {
        reasons.add(new Refusal.UnknownObject(item.object()));
      } else {
        targets.merge(Same.of(item, found.get()), target(item, found.get()), Targets::together);
      }
    }
    return reasons.isEmpty()
        ? new Verdict.Fit<>(List.copyOf(targets.values()))
        : new Verdict.Unfit<>(reasons.stream().distinct().toList());
  }

  private static Target target(Item item, Target found) {
    return new Target(found.wanted(), item.extraData(), item.ticketType(), found.offer());
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
