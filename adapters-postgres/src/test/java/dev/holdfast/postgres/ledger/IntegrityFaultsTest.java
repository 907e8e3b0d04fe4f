package dev.holdfast.postgres.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.domain.chart.Bookable;
import dev.holdfast.domain.chart.Chart;
import dev.holdfast.domain.chart.SeatingPlan;
import dev.holdfast.domain.event.Event;
import dev.holdfast.domain.hold.HoldPolicy;
import dev.holdfast.domain.hold.HoldToken;
import dev.holdfast.domain.inmemory.InMemorySeatLocks;
import dev.holdfast.domain.integrity.Integrity;
import dev.holdfast.domain.integrity.IntegrityReport;
import dev.holdfast.domain.journal.Origin;
import dev.holdfast.domain.port.CatalogPort;
import dev.holdfast.domain.port.EventPort.CreateEventAnswer;
import dev.holdfast.domain.port.IdSource;
import dev.holdfast.domain.port.TimeSource;
import dev.holdfast.domain.refusal.Outcome;
import dev.holdfast.domain.reservation.BookRequest;
import dev.holdfast.domain.reservation.Desks;
import dev.holdfast.domain.reservation.Gate;
import dev.holdfast.domain.reservation.HoldRequest;
import dev.holdfast.domain.reservation.ReleaseRequest;
import dev.holdfast.domain.reservation.SeatReservations;
import dev.holdfast.domain.seat.ExtraData;
import dev.holdfast.domain.workspace.WorkspaceId;
import dev.holdfast.domain.writer.Writer;
import dev.holdfast.domain.writer.WriterLimits;
import dev.holdfast.postgres.PostgresSchema;
import dev.holdfast.postgres.Till;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Books that were sound, until somebody wrote into the database past everything: it is found. */
final class IntegrityFaultsTest {
  @RegisterExtension static final PostgresSchema SCHEMA = new PostgresSchema();

  private static final HoldToken ADA = new HoldToken("ada");
  private static final HoldToken BOB = new HoldToken("bob");

  private WorkspaceId workspace = new WorkspaceId(0);

  /** booked, A-3 held, A-4 free again, 3 places held and 2 booked. */
  @BeforeEach
  void sell() {
    workspace = new Till(SCHEMA.store()).aWorkspace();
    Event event = anEvent();
    SeatReservations seats = reservations();
    accepted(seats.hold(event, hold(ADA, seat("A-1"), seat("A-2"), places(2)), Origin.OWN));
    accepted(seats.hold(event, hold(BOB, seat("A-3"), seat("A-4"), places(3)), Origin.OWN));
    accepted(
        seats.book(
            event,
            new BookRequest(ADA, List.of("A-1", "A-2", "pit"), ExtraData.NONE, "o-1"),
            Origin.OWN));
    accepted(
        seats.release(
            event,
            new ReleaseRequest(List.of("A-4"), new ReleaseRequest.OfToken(BOB, false)),
            Origin.OWN));
    assertTrue(check().ok(), () -> check().toString());
  }

  private Event anEvent() {
    CatalogPort catalog = SCHEMA.store().catalog();
    Chart chart = catalog.createChart(workspace, "hall", "Hall", "v1", "{}");
    Map<String, Bookable> objects =
        Stream.of("A-1", "A-2", "A-3", "A-4")
            .collect(
                Collectors.toMap(label -> label, label -> new Bookable.NamedSeat(label, null)));
    Map<String, Bookable> all = new HashMap<>(objects);
    all.put("pit", new Bookable.Places("pit", 10, List.of()));
    catalog.publish(workspace, "hall", chart.draftVersion(), new SeatingPlan(all));
    return ((CreateEventAnswer.Created) catalog.createEvent(workspace, "hall", "gala", null))
        .event();
  }

  private static SeatReservations reservations() {
    Writer writer =
        new Writer(
            SCHEMA.store().ledger(),
            TimeSource.system(),
            IdSource.secure(),
            HoldPolicy.STANDARD,
            WriterLimits.STANDARD,
            _ -> {});
    return new SeatReservations(
        Desks.inline(writer),
        new Gate(new InMemorySeatLocks(TimeSource.system()), TimeSource.system()),
        SCHEMA.store().catalog(),
        SCHEMA.store().ledger(),
        SCHEMA.store().tokens(),
        SCHEMA.store().answers(),
        Runnable::run);
  }

  private static HoldRequest hold(HoldToken token, HoldRequest.Item... items) {
    return new HoldRequest(token, List.of(items), Duration.ofMinutes(10), ExtraData.NONE);
  }

  private static HoldRequest.Item seat(String label) {
    return new HoldRequest.SeatItem(label, null);
  }

  private static HoldRequest.Item places(int quantity) {
    return new HoldRequest.PlacesItem("pit", null, quantity);
  }

  private static <T> T accepted(Outcome<T> outcome) {
    if (outcome instanceof Outcome.Accepted<T>(T answer)) {
      return answer;
    }
    throw new AssertionError(outcome);
  }

  private IntegrityReport check() {
    return accepted(
        new Integrity(SCHEMA.store().catalog(), SCHEMA.store().ledger(), TimeSource.system())
            .check(workspace, "gala"));
  }

  /** What is found after this was written, as "check object"; the event itself is "-". */
  private Set<String> planted(String sql) throws SQLException {
    SCHEMA.run(sql);
    Set<String> found = new TreeSet<>();
    for (IntegrityReport.Check check : check().checks()) {
      for (IntegrityReport.Violation each : check.violations()) {
        found.add(check.name().word() + " " + (each.object() == null ? "-" : each.object()));
      }
    }
    return found;
  }

  @Test
  void I6_finds_a_counter_that_is_off_by_one() throws SQLException {
    assertEquals(Set.of("areas pit"), planted("UPDATE area SET held = held + 1"));
  }

  @Test
  void I6_finds_places_beyond_the_capacity() throws SQLException {
    assertEquals(
        Set.of("capacity pit"),
        planted("ALTER TABLE area DROP CONSTRAINT area_adds_up; UPDATE area SET capacity = 4"));
    SCHEMA.run(
        "UPDATE area SET capacity = 10; ALTER TABLE area ADD CONSTRAINT area_adds_up"
            + " CHECK (held >= 0 AND taken >= 0 AND held::bigint + taken::bigint <= capacity)");
    assertTrue(check().ok());
  }

  @Test
  void I6_finds_places_that_changed_hands_behind_the_journal() throws SQLException {
    assertEquals(
        Set.of("areas pit"), planted("UPDATE area_record SET token = 'eve' WHERE token = 'bob'"));
  }

  @Test
  void I6_finds_a_record_that_is_gone() throws SQLException {
    assertEquals(Set.of("areas pit"), planted("DELETE FROM area_record WHERE state = 'taken'"));
  }

  @Test
  void I7_finds_an_entry_that_is_gone_from_the_middle_and_what_it_did() throws SQLException {
    assertEquals(
        Set.of("sequence -", "sequence A-1"),
        planted("DELETE FROM journal WHERE object = 'A-1' AND kind = 'held'"));
  }

  @Test
  void I7_finds_an_entry_that_is_gone_from_the_end() throws SQLException {
    assertEquals(
        Set.of("seats A-4", "sequence -"),
        planted("DELETE FROM journal WHERE object = 'A-4' AND kind = 'released'"));
  }

  @Test
  void I7_finds_a_row_that_changed_without_an_entry() throws SQLException {
    assertEquals(Set.of("seats A-3"), planted("UPDATE seat SET token = 'eve' WHERE label = 'A-3'"));
    assertEquals(
        Set.of("seats A-3", "seats A-4"),
        planted("UPDATE seat SET version = version + 1 WHERE label = 'A-4'"));
    assertEquals(Set.of("seats A-3", "seats A-4"), planted("DELETE FROM seat WHERE label = 'A-3'"));
  }

  @Test
  void I1_finds_a_taken_seat_whose_sale_is_gone_and_a_sale_of_a_seat_that_is_not_taken()
      throws SQLException {
    assertEquals(Set.of("sales A-1"), planted("DELETE FROM sale WHERE label = 'A-1'"));
    assertEquals(
        Set.of("sales A-1", "sales A-2", "sales A-4"),
        planted("UPDATE sale SET label = 'A-4' WHERE label = 'A-2'"));
  }

  @Test
  void I1_finds_a_sold_seat_that_claims_to_be_free() throws SQLException {
    assertEquals(
        Set.of("sales A-1", "seats A-1"),
        planted(
            "UPDATE seat SET state = 'free', token = NULL, status = NULL, taken_at = NULL"
                + " WHERE label = 'A-1'"));
  }

  @Test
  void I7_finds_a_head_that_ran_ahead_or_behind() throws SQLException {
    assertEquals(Set.of("sequence -"), planted("UPDATE event_head SET seq = seq + 1"));
    Set<String> behind = planted("UPDATE event_head SET seq = seq - 2");
    assertTrue(behind.contains("seats A-4"), behind::toString);
  }
}
