package dev.holdfast.domain.reservation;

import static dev.holdfast.domain.reservation.House.accepted;
import static dev.holdfast.domain.reservation.House.places;
import static dev.holdfast.domain.reservation.House.seat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.holdfast.domain.integrity.CheckName;
import dev.holdfast.domain.integrity.IntegrityReport;
import dev.holdfast.domain.integrity.IntegrityReport.Check;
import dev.holdfast.domain.journal.JournalEntry;
import dev.holdfast.domain.port.EventBooks;
import dev.holdfast.domain.port.EventBooks.AreaRow;
import dev.holdfast.domain.port.EventBooks.SeatRow;
import dev.holdfast.domain.port.EventBooks.Standing;
import dev.holdfast.domain.port.JournalPart;
import dev.holdfast.domain.port.SeatLedgerPort;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * Books that are not what the journal made of them, and a journal that is not whole: it is found.
 */
final class ForgedBooksTest {
  private final IntegrityRig rig = new IntegrityRig();

  @Test
  void a_missing_entry_is_a_gap_and_what_it_did_is_missed() {
    rig.sell();
    long booked =
        rig.house.journal().stream()
            .filter(entry -> entry.object().equals("A-2"))
            .toList()
            .get(1)
            .seq();
    Map<CheckName, List<String>> found = IntegrityRig.found(rig.report(rig.without(booked)));
    assertEquals(List.of("-", "A-2"), found.get(CheckName.SEQUENCE));
    long last = rig.house.journal().size();
    assertEquals(
        Map.of(CheckName.SEQUENCE, List.of("-"), CheckName.SEATS, List.of("A-3")),
        IntegrityRig.found(rig.report(rig.without(last))));
  }

  @Test
  void entries_of_places_that_are_missing_are_missed_in_the_area() {
    rig.sell();
    long held =
        rig.house.journal().stream().filter(JournalEntry::area).findFirst().orElseThrow().seq();
    Map<CheckName, List<String>> found = IntegrityRig.found(rig.report(rig.without(held)));
    assertEquals(List.of("-", "pit"), found.get(CheckName.SEQUENCE));
    assertEquals(List.of("pit"), found.get(CheckName.AREAS));
  }

  private Map<CheckName, List<String>> foundWith(long seq, UnaryOperator<JournalEntry> forger) {
    SeatLedgerPort forged =
        rig.otherwise(
            "journal",
            told -> {
              JournalPart part = (JournalPart) told;
              return new JournalPart(
                  part.entries().stream()
                      .map(entry -> entry.seq() == seq ? forger.apply(entry) : entry)
                      .toList(),
                  part.more());
            });
    return IntegrityRig.found(rig.report(forged));
  }

  private static JournalEntry like(
      JournalEntry entry, long version, String previous, int quantity) {
    return new JournalEntry(
        entry.event(),
        entry.seq(),
        entry.object(),
        entry.area(),
        version,
        entry.kind(),
        previous,
        entry.token(),
        entry.hold(),
        quantity,
        entry.category(),
        entry.until(),
        entry.order(),
        entry.extraData(),
        entry.origin(),
        entry.at());
  }

  @Test
  void an_entry_that_does_not_follow_from_those_before_it_is_found() {
    accepted(rig.house.hold("ada", seat("A-1"), places(2)));
    accepted(rig.house.book("ada", "A-1"));
    accepted(rig.house.release("ada", "pit"));
    assertEquals(
        Map.of(CheckName.SEQUENCE, List.of("A-1")),
        foundWith(3, entry -> like(entry, entry.version(), "free", 1)));
    assertEquals(
        Map.of(CheckName.SEQUENCE, List.of("A-1"), CheckName.SEATS, List.of("A-1")),
        foundWith(3, entry -> like(entry, 3, "held", 1)));
    assertEquals(
        List.of("pit"),
        foundWith(4, entry -> like(entry, entry.version(), "held", 3)).get(CheckName.SEQUENCE));
    assertEquals(
        Map.of(CheckName.SEQUENCE, List.of("pit"), CheckName.AREAS, List.of("pit")),
        foundWith(4, entry -> like(entry, 9, "held", 2)));
  }

  private static EventBooks with(EventBooks books, List<SeatRow> seats, List<AreaRow> areas) {
    return new EventBooks(
        books.seq(), books.now(), seats, areas, books.places(), books.openSales());
  }

  private Map<CheckName, List<String>> foundWithSeat(String label, UnaryOperator<SeatRow> forger) {
    return IntegrityRig.found(
        rig.report(
            rig.forged(books ->
                with(
                    books,
                    books.seats().stream()
                        .map(row -> row.label().equals(label) ? forger.apply(row) : row)
                        .toList(),
                    books.areas()))));
  }

  @Test
  void a_row_that_is_not_what_the_journal_made_of_it_is_found() {
    rig.sell();
    Map<CheckName, List<String>> seat = Map.of(CheckName.SEATS, List.of("A-3"));
    assertEquals(
        seat,
        foundWithSeat(
            "A-3",
            row ->
                new SeatRow("A-3", row.version(), row.standing(), "eve", row.hold(), row.until())));
    assertEquals(
        seat,
        foundWithSeat(
            "A-3",
            row ->
                new SeatRow(
                    "A-3",
                    row.version() + 1,
                    row.standing(),
                    row.token(),
                    row.hold(),
                    row.until())));
    assertEquals(
        seat,
        foundWithSeat(
            "A-3",
            row ->
                new SeatRow(
                    "A-3",
                    row.version(),
                    row.standing(),
                    row.token(),
                    row.hold(),
                    Objects.requireNonNull(row.until()).plusNanos(1_000))));
    assertEquals(
        seat,
        foundWithSeat(
            "A-3", row -> new SeatRow("A-3", row.version(), Standing.FREE, null, 0, null)));
    assertEquals(
        Map.of(CheckName.SEATS, List.of("A-2")),
        foundWithSeat(
            "A-2", row -> new SeatRow("A-2", row.version() - 1, Standing.FREE, null, 0, null)));
  }

  @Test
  void a_row_that_is_gone_or_was_never_made_is_found() {
    rig.sell();
    assertEquals(
        Map.of(CheckName.SEATS, List.of("A-4", "Z-9")),
        IntegrityRig.found(
            rig.report(
                rig.forged(books -> {
                  List<SeatRow> seats = new ArrayList<>(books.seats());
                  seats.removeIf(row -> row.label().equals("A-4"));
                  seats.add(new SeatRow("Z-9", 1, Standing.FREE, null, 0, null));
                  return with(books, seats, books.areas());
                }))));
  }

  @Test
  void a_taken_seat_without_a_sale_and_a_sale_without_a_taken_seat_are_found() {
    rig.sell();
    assertEquals(
        Map.of(CheckName.SALES, List.of("A-1", "A-2", "Z-9")),
        IntegrityRig.found(
            rig.report(
                rig.forged(books ->
                    new EventBooks(
                        books.seq(),
                        books.now(),
                        books.seats(),
                        books.areas(),
                        books.places(),
                        Map.of("A-2", 1, "Z-9", 1))))));
    assertEquals(
        Map.of(CheckName.SALES, List.of("A-1")),
        IntegrityRig.found(
            rig.report(
                rig.forged(books ->
                    new EventBooks(
                        books.seq(),
                        books.now(),
                        books.seats(),
                        books.areas(),
                        books.places(),
                        Map.of("A-1", 2))))));
  }

  private Map<CheckName, List<String>> foundWithArea(UnaryOperator<AreaRow> forger) {
    return IntegrityRig.found(
        rig.report(
            rig.forged(
                books -> with(books, books.seats(), books.areas().stream().map(forger).toList()))));
  }

  @Test
  void a_counter_that_is_off_by_one_is_found_and_so_is_one_beyond_its_capacity() {
    rig.sell();
    Map<CheckName, List<String>> area = Map.of(CheckName.AREAS, List.of("pit"));
    assertEquals(
        area,
        foundWithArea(
            row -> new AreaRow("pit", row.version(), row.capacity(), row.held() + 1, row.taken())));
    assertEquals(
        area,
        foundWithArea(
            row -> new AreaRow("pit", row.version(), row.capacity(), row.held(), row.taken() + 1)));
    assertEquals(
        area,
        foundWithArea(
            row -> new AreaRow("pit", row.version() + 1, row.capacity(), row.held(), row.taken())));
    assertEquals(
        Map.of(CheckName.CAPACITY, List.of("pit")),
        foundWithArea(row ->
            new AreaRow(
                "pit", row.version(), row.held() + row.taken() - 1, row.held(), row.taken())));
    assertEquals(
        Map.of(CheckName.AREAS, List.of("pit"), CheckName.CAPACITY, List.of("pit")),
        foundWithArea(row -> new AreaRow("pit", row.version(), row.capacity(), -1, row.taken())));
  }

  @Test
  void places_of_another_token_are_found_although_the_counters_add_up() {
    rig.sell();
    assertEquals(
        Map.of(CheckName.AREAS, List.of("pit")),
        IntegrityRig.found(
            rig.report(
                rig.forged(books ->
                    new EventBooks(
                        books.seq(),
                        books.now(),
                        books.seats(),
                        books.areas(),
                        books.places().stream()
                            .map(row ->
                                new EventBooks.PlacesRow(
                                    row.area(), "mallory", row.held(), row.taken()))
                            .toList(),
                        books.openSales())))));
  }

  @Test
  void of_many_violations_all_are_counted_and_the_first_hundred_told() {
    IntStream.rangeClosed(1, 150).forEach(n -> accepted(rig.house.hold("t" + n, "A-" + n)));
    Check seats =
        rig.report(rig.forged(books -> with(books, List.of(), List.of()))).checks().stream()
            .filter(check -> check.name() == CheckName.SEATS)
            .findFirst()
            .orElseThrow();
    assertEquals(150, seats.found());
    assertEquals(IntegrityReport.MAX_VIOLATIONS, seats.violations().size());
  }
}
