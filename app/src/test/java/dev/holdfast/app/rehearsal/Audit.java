package dev.holdfast.app.rehearsal;

import dev.holdfast.app.rehearsal.Books.Order;
import dev.holdfast.app.rehearsal.Books.Outcome;
import dev.holdfast.app.rehearsal.Books.Receipt;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whether nothing was sold twice, nothing that was acknowledged is missing, and nothing was booked
 * that nobody asked for: what buyers were told compared with what the service says afterwards.
 */
final class Audit {
  private final Books books;
  private final Evidence evidence;
  private final Map<String, Integer> capacities;
  private final List<String> violations = new ArrayList<>();
  private final Map<String, Entry> seats = new HashMap<>();
  private final Map<String, Integer> areas = new HashMap<>();
  private final Map<String, Set<String>> bookedByOrder = new HashMap<>();
  private final Map<String, Integer> placesByOrder = new HashMap<>();
  private final Set<String> freed = new HashSet<>();

  private Audit(Books books, Evidence evidence, Map<String, Integer> capacities) {
    this.books = books;
    this.evidence = evidence;
    this.capacities = capacities;
  }

  /**
   * Everything that is wrong; nothing where all is well.
   *
   * @param capacities places by area
   */
  static List<String> of(Books books, Evidence evidence, Map<String, Integer> capacities) {
    return new Audit(books, evidence, capacities).check();
  }

  private List<String> check() {
    violations.addAll(books.broken());
    violations.addAll(evidence.integrity());
    replay();
    receipts();
    standing();
    return violations;
  }

  /** The journal, change by change. */
  private void replay() {
    for (Entry entry : evidence.before()) {
      if (entry.area()) {
        areas.merge(entry.label(), entry.is("booked") ? entry.places() : 0, Integer::sum);
      } else {
        seats.put(entry.label(), entry);
      }
    }
    long expected = evidence.from() + 1;
    for (Entry change : evidence.changes()) {
      if (change.seq() != expected) {
        violations.add("change %d follows %d".formatted(change.seq(), expected - 1));
      }
      expected = change.seq() + 1;
      if (change.is("booked")) {
        asked(change);
      }
      if (change.area()) {
        places(change);
      } else {
        seat(change);
      }
    }
    if (expected != evidence.to() + 1) {
      violations.add("changes end with %d of %d".formatted(expected - 1, evidence.to()));
    }
  }

  private void seat(Entry change) {
    Entry was = seats.get(change.label());
    switch (change.type()) {
      case "held" -> {
        if (was != null && !(was.is("held") && was.token().equals(change.token()))) {
          violations.add(
              "%s was %s by %s and held again".formatted(change.label(), was.type(), who(was)));
        }
        seats.put(change.label(), change);
      }
      case "booked" -> {
        if (was != null && was.is("booked")) {
          violations.add(
              "%s was sold twice: to %s and to %s"
                  .formatted(change.label(), who(was), who(change)));
        } else if (was != null && !was.token().equals(change.token())) {
          violations.add(
              "%s was sold to %s and held by %s".formatted(change.label(), who(change), who(was)));
        }
        seats.put(change.label(), change);
      }
      case "released", "expired" -> {
        freed.add(change.label());
        seats.remove(change.label());
      }
      default -> {}
    }
  }

  private static String who(Entry entry) {
    return entry.order().isEmpty() ? entry.token() : entry.order();
  }

  private void places(Entry change) {
    int sign =
        switch (change.type()) {
          case "booked" -> 1;
          case "released" -> change.previous().equals("booked") ? -1 : 0;
          default -> 0;
        };
    int booked = areas.merge(change.label(), sign * change.places(), Integer::sum);
    if (sign < 0) {
      freed.add(change.label());
    }
    int capacity = capacities.getOrDefault(change.label(), Integer.MAX_VALUE);
    if (sign > 0 && booked > capacity) {
      violations.add("%s has %d places and %d sold".formatted(change.label(), capacity, booked));
    }
  }

  /** Nothing of ours may be booked but what a buyer asked for and was not refused. */
  private void asked(Entry change) {
    if (!books.ours(change.token())) {
      return;
    }
    Optional<Order> order = books.find(change.order());
    boolean meant =
        order.isPresent()
            && order.get().token().equals(change.token())
            && order.get().wish().labels().contains(change.label());
    if (!meant) {
      violations.add(
          "%s was sold to %s, who did not ask for it".formatted(change.label(), who(change)));
    } else if (books.outcome(change.order()) == Outcome.REFUSED) {
      violations.add("%s was sold to %s, who was refused".formatted(change.label(), who(change)));
    }
    if (!bookedByOrder.computeIfAbsent(change.order(), _ -> new HashSet<>()).add(change.label())) {
      violations.add("%s was booked by %s more than once".formatted(change.label(), who(change)));
    }
    placesByOrder.merge(change.order(), change.places(), Integer::sum);
  }

  /** Every booking that was acknowledged. */
  private void receipts() {
    Map<String, String> owners = new HashMap<>();
    for (Receipt receipt : books.receipts()) {
      Wish wish = books.find(receipt.order()).map(Order::wish).orElse(Wish.seats(List.of()));
      boolean whole =
          Set.copyOf(receipt.labels()).equals(Set.copyOf(wish.labels()))
              && receipt.places() == wish.places();
      if (!whole) {
        violations.add("%s asked for %s and was sold %s".formatted(receipt.order(), wish, receipt));
      }
      Set<String> booked = bookedByOrder.getOrDefault(receipt.order(), Set.of());
      int places = placesByOrder.getOrDefault(receipt.order(), 0);
      if (!booked.containsAll(receipt.labels()) || places != receipt.places()) {
        violations.add("%s was acknowledged and is not in the journal".formatted(receipt));
      }
      for (String label : wish.area() ? List.<String>of() : receipt.labels()) {
        String other = owners.put(label, receipt.order());
        if (other != null && !freed.contains(label)) {
          violations.add(
              "%s was acknowledged to %s and to %s".formatted(label, other, receipt.order()));
        }
      }
    }
  }

  /** What the status and the report say in the end. */
  private void standing() {
    Map<String, Entry> shown = new HashMap<>();
    Map<String, Integer> sold = new HashMap<>();
    Map<String, Integer> taken = new HashMap<>();
    Set<String> present = new HashSet<>();
    long booked = 0;
    for (Entry entry : evidence.after()) {
      int places = entry.is("booked") ? entry.places() : 0;
      booked += places;
      if (places > 0) {
        present.add(entry.order() + " " + entry.label());
      }
      if (entry.area()) {
        taken.merge(entry.label(), entry.places(), Integer::sum);
        sold.merge(entry.label(), places, Integer::sum);
      } else if (shown.put(entry.label(), entry) != null) {
        violations.add("the status has %s twice".formatted(entry.label()));
      }
    }
    compare(shown);
    compare(sold, taken);
    missing(present);
    if (evidence.report().isPresent() && evidence.report().getAsLong() != booked) {
      violations.add(
          "the report counts %d booked, the status %d"
              .formatted(evidence.report().getAsLong(), booked));
    }
  }

  private void missing(Set<String> present) {
    for (Receipt receipt : books.receipts()) {
      for (String label : receipt.labels()) {
        if (!freed.contains(label) && !present.contains(receipt.order() + " " + label)) {
          violations.add(
              "%s was acknowledged to %s and is not in the status"
                  .formatted(label, receipt.order()));
        }
      }
    }
  }

  private void compare(Map<String, Integer> sold, Map<String, Integer> taken) {
    taken.forEach((area, places) -> {
      if (places > capacities.getOrDefault(area, Integer.MAX_VALUE)) {
        violations.add("%s has %d places taken, more than it has".formatted(area, places));
      }
    });
    areas.forEach((area, places) -> {
      int told = sold.getOrDefault(area, 0);
      if (told != places) {
        violations.add("%s: the journal says %d sold, the status %d".formatted(area, places, told));
      }
    });
  }

  private void compare(Map<String, Entry> shown) {
    Set<String> labels = new HashSet<>(shown.keySet());
    labels.addAll(seats.keySet());
    for (String label : labels) {
      String told = sold(shown.get(label));
      String written = sold(seats.get(label));
      if (!told.equals(written)) {
        violations.add(
            "%s: the journal says sold to '%s', the status '%s'".formatted(label, written, told));
      }
    }
  }

  private static String sold(@Nullable Entry entry) {
    return entry == null || !entry.is("booked") ? "nobody" : "order " + entry.order();
  }
}
