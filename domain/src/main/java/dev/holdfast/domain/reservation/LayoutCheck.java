package dev.holdfast.domain.reservation;

import dev.holdfast.domain.chart.Bookable;
import dev.holdfast.domain.chart.SeatingPlan;
import dev.holdfast.domain.decision.Wanted;
import dev.holdfast.domain.decision.Wanted.WantedPlaces;
import dev.holdfast.domain.decision.Wanted.WantedSeat;
import dev.holdfast.domain.refusal.Outcome;
import dev.holdfast.domain.refusal.Refusal;
import dev.holdfast.domain.reservation.HoldRequest.Item;
import dev.holdfast.domain.reservation.HoldRequest.PlacesItem;
import dev.holdfast.domain.reservation.HoldRequest.SeatItem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Checks the objects of a hold against the published layout, before anything is locked. */
final class LayoutCheck {
  private LayoutCheck() {}

  /** The objects as the layout has them, each once, or everything that is wrong with them. */
  static Outcome<List<Wanted>> check(SeatingPlan plan, List<Item> items) {
    List<Refusal> reasons = new ArrayList<>();
    Map<Name, Wanted> wanted = new LinkedHashMap<>();
    for (Item item : items) {
      Optional<Bookable> object = plan.find(item.object());
      if (object.isEmpty()) {
        reasons.add(new Refusal.UnknownObject(item.object()));
      } else {
        switch (check(item, object.get())) {
          case Outcome.Accepted<Wanted>(Wanted one) ->
              wanted.merge(new Name(one.object(), category(one)), one, LayoutCheck::together);
          case Outcome.Refused<Wanted>(List<Refusal> why) -> reasons.addAll(why);
        }
      }
    }
    return reasons.isEmpty()
        ? Outcome.accepted(List.copyOf(wanted.values()))
        : Outcome.refused(reasons.stream().distinct().toList());
  }

  /**
   * Places as the layout has them, each area once, or everything that is wrong with them. An area
   * that the layout does not have has no places to give, but the token may hold some from before.
   */
  static Outcome<List<WantedPlaces>> places(SeatingPlan plan, List<BookRequest.Places> places) {
    List<Item> known = new ArrayList<>();
    Map<String, WantedPlaces> gone = new LinkedHashMap<>();
    for (BookRequest.Places each : places) {
      if (plan.find(each.area()).isPresent()) {
        known.add(new PlacesItem(each.area(), null, each.quantity()));
      } else {
        WantedPlaces one = new WantedPlaces(each.area(), null, each.quantity(), 0);
        gone.merge(each.area(), one, LayoutCheck::sum);
      }
    }
    return switch (check(plan, known)) {
      case Outcome.Accepted<List<Wanted>>(List<Wanted> wanted) ->
          Outcome.accepted(
              Stream.concat(
                      wanted.stream().map(each -> (WantedPlaces) each), gone.values().stream())
                  .toList());
      case Outcome.Refused<List<Wanted>>(List<Refusal> reasons) -> Outcome.refused(reasons);
    };
  }

  private record Name(String object, @Nullable String category) {}

  private static Outcome<Wanted> check(Item item, Bookable object) {
    return switch (item) {
      case SeatItem(String label, String category) ->
          switch (object) {
            case Bookable.NamedSeat seat
                when category == null || category.equals(seat.category()) ->
                Outcome.accepted(new WantedSeat(label, seat.category()));
            case Bookable.NamedSeat seat ->
                Outcome.refused(
                    new Refusal.CategoryMismatch(
                        label, Optional.ofNullable(seat.category()).stream().toList()));
            case Bookable.Places _ -> Outcome.refused(new Refusal.NotASeat(label));
          };
      case PlacesItem places ->
          switch (object) {
            case Bookable.NamedSeat _ -> Outcome.refused(new Refusal.NotAnArea(places.object()));
            case Bookable.Places area -> check(places, area);
          };
    };
  }

  private static Outcome<Wanted> check(PlacesItem item, Bookable.Places area) {
    String category = item.category();
    if (category == null && !area.categories().isEmpty()) {
      category = area.categories().getFirst();
    } else if (category != null && !area.categories().contains(category)) {
      return Outcome.refused(new Refusal.CategoryMismatch(item.object(), area.categories()));
    }
    return Outcome.accepted(
        new WantedPlaces(item.object(), category, item.quantity(), area.capacity()));
  }

  private static @Nullable String category(Wanted wanted) {
    return switch (wanted) {
      case WantedSeat seat -> seat.category();
      case WantedPlaces places -> places.category();
    };
  }

  /** A seat named twice is wanted once; places add up, as far as a number can tell. */
  private static Wanted together(Wanted one, Wanted other) {
    return one instanceof WantedPlaces first && other instanceof WantedPlaces second
        ? sum(first, second)
        : Objects.requireNonNull(one);
  }

  private static WantedPlaces sum(WantedPlaces first, WantedPlaces second) {
    long sum = (long) first.quantity() + second.quantity();
    int quantity = (int) Math.min(sum, Integer.MAX_VALUE);
    return new WantedPlaces(first.object(), first.category(), quantity, first.capacity());
  }
}
