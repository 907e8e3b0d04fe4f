package dev.holdfast.app.rehearsal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.app.rehearsal.Books.Order;
import dev.holdfast.app.rehearsal.Books.Receipt;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** What buyers were told and what the service says, with something wrong in it. */
final class AuditTest {
  private static final Map<String, Integer> CAPACITIES = Map.of("floor", 5);

  private final Books books = new Books("run");
  private final List<Entry> changes = new ArrayList<>();
  private final List<Entry> after = new ArrayList<>();

  private void change(String type, String label, int buyer) {
    change(type, label, buyer, 1, false);
  }

  private void change(String type, String label, int buyer, int places, boolean area) {
    String order = type.equals("booked") ? books.order(buyer) : "";
    changes.add(
        new Entry(
            changes.size() + 1, type, label, books.token(buyer), order, places, area, "held"));
  }

  private void shown(String label, int buyer) {
    after.add(new Entry(0, "booked", label, "", books.order(buyer), 1, false, ""));
  }

  private void asked(int buyer, Wish wish) {
    books.asked(new Order(books.order(buyer), books.token(buyer), wish));
  }

  private void acknowledged(int buyer, List<String> labels) {
    books.acknowledged(new Receipt(books.order(buyer), labels, labels.size()));
  }

  /** A buyer who asks for seats, is told that he has them, and has them. */
  private void sound(int buyer, String... labels) {
    asked(buyer, Wish.seats(List.of(labels)));
    for (String label : labels) {
      change("held", label, buyer);
    }
    for (String label : labels) {
      change("booked", label, buyer);
      shown(label, buyer);
    }
    acknowledged(buyer, List.of(labels));
  }

  private List<String> findings() {
    return findings(OptionalLong.of(after.stream().mapToInt(Entry::places).sum()), List.of());
  }

  private List<String> findings(OptionalLong report, List<String> integrity) {
    Evidence evidence =
        new Evidence(List.of(), changes, after, 0, changes.size(), report, integrity);
    return Audit.of(books, evidence, CAPACITIES);
  }

  private void assertFound(String what) {
    List<String> findings = findings();
    assertTrue(findings.stream().anyMatch(each -> each.contains(what)), findings::toString);
  }

  @Test
  void where_all_is_as_it_was_told_nothing_is_found() {
    sound(1, "A-1", "A-2");
    change("held", "A-3", 2);
    change("released", "A-3", 2);
    sound(3, "A-3");
    asked(4, Wish.places("floor", 5));
    change("held", "floor", 4, 5, true);
    change("booked", "floor", 4, 5, true);
    after.add(new Entry(0, "booked", "floor", "", books.order(4), 5, true, ""));
    books.acknowledged(new Receipt(books.order(4), List.of("floor"), 5));

    assertEquals(List.of(), findings());
  }

  @Test
  void a_seat_that_two_buyers_were_told_is_theirs_is_found_though_the_journal_knows_of_one() {
    sound(1, "A-1");
    asked(2, Wish.seats(List.of("A-1")));
    acknowledged(2, List.of("A-1"));

    assertFound("A-1 was acknowledged to run-order-1 and to run-order-2");
    assertFound("is not in the journal");
    assertFound("A-1 was acknowledged to run-order-2 and is not in the status");
  }

  @Test
  void a_seat_that_the_journal_sold_twice_is_found() {
    sound(1, "A-1");
    asked(2, Wish.seats(List.of("A-1")));
    change("booked", "A-1", 2);

    assertFound("A-1 was sold twice: to run-order-1 and to run-order-2");
  }

  @Test
  void a_sold_or_held_seat_that_is_held_again_is_found() {
    sound(1, "A-1");
    change("held", "A-1", 2);
    change("held", "A-2", 1);
    change("held", "A-2", 2);

    assertFound("A-1 was booked by run-order-1 and held again");
    assertFound("A-2 was held by run-buyer-1 and held again");
  }

  @Test
  void a_seat_that_was_sold_under_another_s_hold_is_found() {
    change("held", "A-1", 2);
    sound(1, "A-2");
    asked(3, Wish.seats(List.of("A-1")));
    change("booked", "A-1", 3);
    shown("A-1", 3);

    assertFound("A-1 was sold to run-order-3 and held by run-buyer-2");
  }

  @Test
  void an_acknowledged_booking_that_is_gone_is_found() {
    asked(1, Wish.seats(List.of("A-1")));
    acknowledged(1, List.of("A-1"));

    assertFound("is not in the journal");
    assertFound("A-1 was acknowledged to run-order-1 and is not in the status");
  }

  @Test
  void a_status_that_differs_from_the_journal_is_found() {
    sound(1, "A-1");
    after.clear();
    shown("A-1", 2);

    assertFound("the journal says sold to 'order run-order-1', the status 'order run-order-2'");
  }

  @Test
  void what_nobody_asked_for_is_found() {
    change("held", "A-1", 1);
    change("booked", "A-1", 1);
    shown("A-1", 1);

    assertFound("A-1 was sold to run-order-1, who did not ask for it");
  }

  @Test
  void what_was_refused_and_yet_booked_is_found() {
    asked(1, Wish.seats(List.of("A-1")));
    change("held", "A-1", 1);
    change("booked", "A-1", 1);
    shown("A-1", 1);
    books.refused(books.order(1));

    assertFound("A-1 was sold to run-order-1, who was refused");
  }

  @Test
  void what_was_booked_and_never_heard_of_is_no_finding() {
    asked(1, Wish.seats(List.of("A-1")));
    change("held", "A-1", 1);
    change("booked", "A-1", 1);
    shown("A-1", 1);

    assertEquals(List.of(), findings());
  }

  @Test
  void fewer_or_other_seats_than_asked_for_are_found() {
    asked(1, Wish.seats(List.of("A-1", "A-2")));
    change("held", "A-1", 1);
    change("booked", "A-1", 1);
    shown("A-1", 1);
    acknowledged(1, List.of("A-1"));

    assertFound("run-order-1 asked for");
  }

  @Test
  void more_places_than_an_area_has_are_found() {
    for (int buyer = 1; buyer <= 2; buyer++) {
      asked(buyer, Wish.places("floor", 3));
      change("held", "floor", buyer, 3, true);
      change("booked", "floor", buyer, 3, true);
      after.add(new Entry(0, "booked", "floor", "", books.order(buyer), 3, true, ""));
      books.acknowledged(new Receipt(books.order(buyer), List.of("floor"), 3));
    }

    assertFound("floor has 5 places and 6 sold");
    assertFound("floor has 6 places taken, more than it has");
  }

  @Test
  void a_gap_in_the_changes_a_wrong_report_and_unsound_books_are_found() {
    sound(1, "A-1");
    sound(2, "A-2");
    List<String> findings = findings(OptionalLong.of(3), List.of("integrity of seats: no"));
    changes.remove(1);
    findings.addAll(findings());

    assertTrue(findings.contains("integrity of seats: no"), findings::toString);
    assertTrue(findings.contains("the report counts 3 booked, the status 2"), findings::toString);
    assertTrue(findings.contains("change 3 follows 1"), findings::toString);
  }

  @Test
  void a_promise_that_was_broken_to_a_buyer_is_found() {
    books.broken("run-order-1 held [A-1] and could not book");

    assertFound("run-order-1 held [A-1] and could not book");
  }
}
