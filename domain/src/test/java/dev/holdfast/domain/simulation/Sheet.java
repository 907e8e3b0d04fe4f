package dev.holdfast.domain.simulation;

import dev.holdfast.domain.hold.HoldToken;
import dev.holdfast.domain.seat.SeatState.Taken;
import dev.holdfast.domain.simulation.Standing.Hangs;
import dev.holdfast.domain.simulation.Standing.Places;
import dev.holdfast.domain.simulation.Standing.Seat;
import dev.holdfast.domain.simulation.Standing.Sold;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** One event on the clerk's desk, as it counts at one instant, with what he has changed so far. */
final class Sheet {
  /** Holds that the clerk has begun are later than any in the books. */
  private static final long FIRST_OWN = Long.MAX_VALUE / 2;

  private final Standing books;
  private final Map<String, Seat> seats = new TreeMap<>();
  private final TreeMap<Long, Places> places = new TreeMap<>();
  private final Map<Sold, Integer> taken;

  /** What was changed here; the books do not tell its version. */
  final Set<String> touched = new HashSet<>();

  /** Areas of whose sold places some were freed, and the books do not tell which. */
  final Set<String> blurred = new HashSet<>();

  Sheet(Standing books, Instant now) {
    this.books = books;
    books.seats().forEach((label, seat) -> put(label, seat.at(now)));
    books.places().entrySet().stream()
        .filter(each -> each.getValue().liveAt(now))
        .forEach(each -> places.put(each.getKey(), each.getValue()));
    taken = new HashMap<>(books.taken());
    taken.values().removeIf(number -> number == 0);
  }

  private void put(String label, @Nullable Seat seat) {
    if (seat == null) {
      seats.remove(label);
    } else {
      seats.put(label, seat);
    }
  }

  /** Null when it is free. */
  @Nullable Seat seat(String label) {
    return seats.get(label);
  }

  void change(String label, @Nullable Seat after) {
    put(label, after);
    touched.add(label);
  }

  long version(String object) {
    return books.version(object);
  }

  int free(String area, int capacity) {
    int held =
        places.values().stream()
            .filter(each -> each.area().equals(area))
            .mapToInt(Places::quantity)
            .sum();
    return Math.max(0, capacity - held - taken(area));
  }

  private int taken(String area) {
    return taken.entrySet().stream()
        .filter(each -> each.getKey().area().equals(area))
        .mapToInt(Map.Entry::getValue)
        .sum();
  }

  long holdings(HoldToken token) {
    return seats.values().stream().filter(seat -> seat.heldBy(token)).count()
        + places.values().stream().filter(each -> each.token().equals(token)).count();
  }

  /** Places that a token holds. */
  int held(String area, HoldToken token) {
    return places.values().stream()
        .filter(each -> each.area().equals(area) && each.token().equals(token))
        .mapToInt(Places::quantity)
        .sum();
  }

  /** Whether a token holds places like these, which more of them join. */
  boolean holdsAlike(Places like) {
    return places.values().stream().anyMatch(each -> isAlike(each, like));
  }

  private static boolean isAlike(Places one, Places other) {
    return one.area().equals(other.area())
        && one.token().equals(other.token())
        && Objects.equals(one.category(), other.category())
        && Objects.equals(one.ticketType(), other.ticketType());
  }

  void hold(Places more) {
    touched.add(more.area());
    for (Map.Entry<Long, Places> each : places.entrySet()) {
      if (isAlike(each.getValue(), more)) {
        each.setValue(each.getValue().with(each.getValue().quantity() + more.quantity()));
        return;
      }
    }
    long own = places.isEmpty() ? FIRST_OWN : Math.max(FIRST_OWN, places.lastKey() + 1);
    places.put(own, more);
  }

  /** Takes places: what the token holds first, of that what is of this kind of ticket. */
  void take(Sold as, @Nullable String ticketType, int quantity) {
    touched.add(as.area());
    HoldToken token = as.token();
    if (token != null) {
      Comparator<Map.Entry<Long, Places>> alikeFirst =
          Comparator.comparing(each -> !Objects.equals(each.getValue().ticketType(), ticketType));
      end(as.area(), token, quantity, alikeFirst.thenComparing(Map.Entry.comparingByKey()));
    }
    taken.merge(as, quantity, Integer::sum);
  }

  /** Frees as many of so many places as there are. */
  void free(String area, @Nullable HoldToken token, int quantity) {
    touched.add(area);
    Comparator<Map.Entry<Long, Places>> eldestFirst = Map.Entry.comparingByKey();
    if (token != null) {
      int ended = end(area, token, quantity, eldestFirst);
      refund(area, token, quantity - ended);
    } else {
      int left = quantity - refund(area, null, quantity);
      end(area, null, left, eldestFirst.reversed());
    }
  }

  /** Ends holds of a token, or of whoever; how many places. */
  private int end(
      String area,
      @Nullable HoldToken token,
      int quantity,
      Comparator<Map.Entry<Long, Places>> order) {
    int left = quantity;
    List<Map.Entry<Long, Places>> those =
        places.entrySet().stream()
            .filter(each -> each.getValue().area().equals(area))
            .filter(each -> token == null || each.getValue().token().equals(token))
            .map(each -> Map.entry(each.getKey(), each.getValue()))
            .sorted(order)
            .toList();
    for (Map.Entry<Long, Places> each : those) {
      int here = Math.min(left, each.getValue().quantity());
      if (here == each.getValue().quantity()) {
        places.remove(each.getKey());
      } else {
        places.put(each.getKey(), each.getValue().with(each.getValue().quantity() - here));
      }
      left -= here;
    }
    return quantity - left;
  }

  /** Frees places that were taken under a token, or by whoever; how many. */
  private int refund(String area, @Nullable HoldToken token, int quantity) {
    int left = quantity;
    List<Sold> those =
        taken.keySet().stream()
            .filter(each -> each.area().equals(area))
            .filter(each -> token == null || token.equals(each.token()))
            .toList();
    int all = those.stream().mapToInt(each -> taken.getOrDefault(each, 0)).sum();
    if (those.size() > 1 && quantity > 0 && quantity < all) {
      blurred.add(area);
    }
    for (Sold each : those) {
      int here = Math.min(left, taken.getOrDefault(each, 0));
      taken.computeIfPresent(each, (_, number) -> number == here ? null : number - here);
      left -= here;
    }
    return quantity - left;
  }

  /** An area in words. */
  String area(String area) {
    if (blurred.contains(area)) {
      return area + " taken " + taken(area);
    }
    Map<String, Integer> words = new TreeMap<>();
    places.values().stream()
        .filter(each -> each.area().equals(area))
        .forEach(each -> words.merge(word(each.token(), "held"), each.quantity(), Integer::sum));
    taken.forEach((sold, number) -> {
      if (sold.area().equals(area)) {
        words.merge(word(sold.token(), sold.word()), number, Integer::sum);
      }
    });
    return area + " " + words;
  }

  static String word(@Nullable HoldToken token, String state) {
    return (token == null ? "nobody" : token.value()) + " " + state;
  }

  /** In what another differs from it, which ought to be the same; empty when in nothing. */
  String difference(Sheet other) {
    Set<String> labels = new TreeSet<>(seats.keySet());
    labels.addAll(other.seats.keySet());
    for (String label : labels) {
      Seat mine = seats.get(label);
      Seat its = other.seats.get(label);
      if (!isSame(mine, its)) {
        return label + " is " + its + " instead of " + mine;
      }
    }
    other.blurred.addAll(blurred);
    for (String area : House.AREAS.keySet()) {
      if (!area(area).equals(other.area(area))) {
        return other.area(area) + " instead of " + area(area);
      }
    }
    return "";
  }

  static boolean isSame(@Nullable Seat one, @Nullable Seat other) {
    if (one == null || other == null) {
      return one == null && other == null;
    }
    return one.word().equals(other.word())
        && Objects.equals(one.token(), other.token())
        && Objects.equals(one.until(), other.until())
        && one.offered() == other.offered()
        && isSame(one.hangs(), other.hangs());
  }

  private static boolean isSame(@Nullable Hangs one, @Nullable Hangs other) {
    return one == null
        || other == null
        || (Objects.equals(one.order(), other.order())
            && Objects.equals(one.ticketType(), other.ticketType())
            && (one.extraData() == null
                || other.extraData() == null
                || one.extraData().equals(other.extraData())));
  }

  /** Seats of a layout that are free, in order. */
  List<String> open(List<String> labels) {
    return labels.stream().filter(label -> !seats.containsKey(label)).toList();
  }

  static boolean isOnResale(@Nullable Seat seat) {
    return seat != null && seat.word().equals(Taken.RESALE);
  }
}
