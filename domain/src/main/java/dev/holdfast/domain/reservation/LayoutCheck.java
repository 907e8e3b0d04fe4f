package dev.holdfast.domain.reservation;

import dev.holdfast.domain.chart.Bookable;
import dev.holdfast.domain.decision.Wanted;
import dev.holdfast.domain.decision.Wanted.WantedPlaces;
import dev.holdfast.domain.decision.Wanted.WantedSeat;
import dev.holdfast.domain.refusal.Refusal;
import dev.holdfast.domain.reservation.HoldRequest.Item;
import dev.holdfast.domain.reservation.HoldRequest.PlacesItem;
import dev.holdfast.domain.reservation.HoldRequest.SeatItem;
import java.util.ArrayList;
import java.util.Comparator;
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

  /** What the layout says to something. */
  sealed interface Verdict<T> {
    /** It has it. */
    record Fit<T>(T wanted) implements Verdict<T> {}

    /**
     * It has not.
     *
     * @param reasons at least one, the weightiest first
     */
    record Unfit<T>(List<Refusal> reasons) implements Verdict<T> {
      public Unfit {
        reasons = reasons.stream().sorted(Comparator.comparingInt(Refusal::precedence)).toList();
      }
    }

    private static <T> Verdict<T> fit(T wanted) {
      return new Fit<>(wanted);
    }

    private static <T> Verdict<T> unfit(Refusal reason) {
      return new Unfit<>(List.of(reason));
    }

    private static <T> Verdict<T> unfit(List<Refusal> reasons) {
      return new Unfit<>(reasons);
    }
  }

  /** The objects as the layout has them, each once, or everything that is wrong with them. */
  static Verdict<List<Wanted>> check(Offered offered, List<Item> items) {
    List<Refusal> reasons = new ArrayList<>();
    Map<Name, Wanted> wanted = new LinkedHashMap<>();
    for (Item item : items) {
      Optional<Bookable> object = offered.find(item.object());
      if (object.isEmpty()) {
        reasons.add(new Refusal.UnknownObject(item.object()));
      } else {
        switch (check(item, object.get())) {
          case Verdict.Fit<Wanted>(Wanted one) ->
              wanted.merge(new Name(one.object(), category(one)), one, LayoutCheck::together);
          case Verdict.Unfit<Wanted>(List<Refusal> why) -> reasons.addAll(why);
        }
      }
    }
    return reasons.isEmpty()
        ? Verdict.fit(List.copyOf(wanted.values()))
        : Verdict.unfit(reasons.stream().distinct().toList());
  }

  /**
   * Places as the layout has them, each area once, or everything that is wrong with them. An area
   * that the layout does not have has no places to give, but the token may hold some from before.
   */
  static Verdict<List<WantedPlaces>> places(Offered offered, List<BookRequest.Places> places) {
    List<Item> known = new ArrayList<>();
    Map<String, WantedPlaces> gone = new LinkedHashMap<>();
    for (BookRequest.Places each : places) {
      if (offered.find(each.area()).isPresent()) {
        known.add(new PlacesItem(each.area(), null, each.quantity()));
      } else {
        WantedPlaces one = new WantedPlaces(each.area(), null, each.quantity(), 0);
        gone.merge(each.area(), one, LayoutCheck::sum);
      }
    }
    return switch (check(offered, known)) {
      case Verdict.Fit<List<Wanted>>(List<Wanted> wanted) ->
          Verdict.fit(
              Stream.concat(
                      wanted.stream().map(each -> (WantedPlaces) each), gone.values().stream())
                  .toList());
      case Verdict.Unfit<List<Wanted>>(List<Refusal> reasons) -> Verdict.unfit(reasons);
    };
  }

  private record Name(String object, @Nullable String category) {}

  private static Verdict<Wanted> check(Item item, Bookable object) {
    return switch (item) {
      case SeatItem(String label, String category) ->
          switch (object) {
            case Bookable.NamedSeat seat
                when category == null || category.equals(seat.category()) ->
                Verdict.fit(new WantedSeat(label, seat.category()));
            case Bookable.NamedSeat seat ->
                Verdict.unfit(
                    new Refusal.CategoryMismatch(
                        label, Optional.ofNullable(seat.category()).stream().toList()));
            case Bookable.Places _ -> Verdict.unfit(new Refusal.NotASeat(label));
          };
      case PlacesItem places ->
          switch (object) {
            case Bookable.NamedSeat _ -> Verdict.unfit(new Refusal.NotAnArea(places.object()));
            case Bookable.Places area -> check(places, area);
          };
    };
  }

  private static Verdict<Wanted> check(PlacesItem item, Bookable.Places area) {
    String category = item.category();
    if (category == null && !area.categories().isEmpty()) {
      category = area.categories().getFirst();
    } else if (category != null && !area.categories().contains(category)) {
      return Verdict.unfit(new Refusal.CategoryMismatch(item.object(), area.categories()));
    }
    return Verdict.fit(new WantedPlaces(item.object(), category, item.quantity(), area.capacity()));
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
