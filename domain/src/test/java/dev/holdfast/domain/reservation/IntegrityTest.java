package dev.holdfast.domain.reservation;

import static dev.holdfast.domain.reservation.House.accepted;
import static dev.holdfast.domain.reservation.House.places;
import static dev.holdfast.domain.reservation.House.refused;
import static dev.holdfast.domain.reservation.House.seat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.domain.integrity.CheckName;
import dev.holdfast.domain.integrity.Integrity;
import dev.holdfast.domain.integrity.IntegrityReport;
import dev.holdfast.domain.integrity.IntegrityReport.Check;
import dev.holdfast.domain.journal.JournalEntry;
import dev.holdfast.domain.port.JournalPart;
import dev.holdfast.domain.port.SeatLedgerPort;
import dev.holdfast.domain.port.TimeSource;
import dev.holdfast.domain.refusal.Refusal;
import dev.holdfast.domain.workspace.WorkspaceId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** An event's rows compared with its journal: what is sound passes. */
final class IntegrityTest {
  private final IntegrityRig rig = new IntegrityRig();

  @Test
  void sound_books_pass_with_holds_that_lapsed_and_were_not_ended() {
    rig.sell();
    IntegrityReport report = rig.report(rig.house.hall.ledger);
    assertEquals(Map.of(), IntegrityRig.found(report));
    assertTrue(report.ok());
    assertEquals(rig.house.journal().size(), report.seq());
    assertEquals(report.seq(), report.checkedTo());
    assertEquals(rig.house.hall.clock.now(), report.checkedAt());
    assertEquals(
        Arrays.asList(CheckName.values()), report.checks().stream().map(Check::name).toList());
  }

  @Test
  void an_event_in_which_nothing_happened_is_sound() {
    assertTrue(rig.report(rig.house.hall.ledger).ok());
  }

  @Test
  void what_is_sold_while_it_is_checked_is_no_violation() {
    rig.sell();
    long seq = rig.house.journal().size();
    SeatLedgerPort busy =
        rig.otherwise(
            "books",
            told -> {
              accepted(rig.house.free("A-1"));
              accepted(rig.house.hold("gil", seat("A-1"), seat("A-9"), places(1)));
              return told;
            });
    IntegrityReport report = rig.report(busy);
    assertTrue(report.ok(), () -> IntegrityRig.found(report).toString());
    assertEquals(seq, report.seq());
  }

  @Test
  void a_journal_that_comes_in_small_parts_is_read_to_its_end() {
    rig.sell();
    SeatLedgerPort small =
        rig.otherwise(
            "journal",
            told -> {
              List<JournalEntry> all = ((JournalPart) told).entries();
              return new JournalPart(all.subList(0, Math.min(2, all.size())), true);
            });
    assertTrue(rig.report(small).ok());
  }

  @Test
  void what_there_is_no_time_for_is_told_and_does_not_pass() {
    rig.sell();
    List<Long> nanos = new ArrayList<>(List.of(0L));
    TimeSource slow =
        new TimeSource() {
          @Override
          public Instant now() {
            throw new AssertionError("the ledger tells the time");
          }

          @Override
          public long nanos() {
            nanos.add(nanos.getLast() + Duration.ofSeconds(3).toNanos());
            return nanos.getLast();
          }
        };
    SeatLedgerPort small =
        rig.otherwise(
            "journal", told -> new JournalPart(((JournalPart) told).entries().subList(0, 3), true));
    IntegrityReport report =
        accepted(
            new Integrity(rig.house.hall.catalog, small, slow)
                .check(rig.house.hall.workspace, rig.house.friday.key()));
    assertFalse(report.ok());
    assertEquals(6, report.checkedTo());
    assertEquals(
        Set.of(CheckName.SALES, CheckName.CAPACITY),
        report.checks().stream()
            .filter(Check::complete)
            .map(Check::name)
            .collect(Collectors.toSet()));
    assertTrue(report.checks().stream().allMatch(check -> check.found() == 0));
  }

  @Test
  void an_event_that_is_not_there_or_another_workspaces_cannot_be_checked() {
    Integrity integrity = rig.check(rig.house.hall.ledger);
    assertEquals(
        new Refusal.UnknownEvent(), refused(integrity.check(rig.house.hall.workspace, "evt_none")));
    WorkspaceId other = new WorkspaceId(rig.house.hall.workspace.value() + 1);
    assertEquals(
        new Refusal.UnknownEvent(), refused(integrity.check(other, rig.house.friday.key())));
  }

  @Test
  void an_event_that_is_deleted_meanwhile_is_not_there() {
    rig.sell();
    SeatLedgerPort late =
        rig.otherwise(
            "books",
            told -> {
              rig.house.hall.catalog.deleteEvent(rig.house.hall.workspace, rig.house.friday.key());
              return told;
            });
    assertEquals(
        new Refusal.UnknownEvent(),
        refused(rig.check(late).check(rig.house.hall.workspace, rig.house.friday.key())));
  }

  @Test
  void a_journal_that_ends_early_is_a_violation_of_an_event_that_is_there() {
    rig.sell();
    SeatLedgerPort cut = rig.otherwise("journal", _ -> JournalPart.NONE);
    IntegrityReport report = rig.report(cut);
    assertEquals(0, report.checkedTo());
    assertEquals(List.of("-"), IntegrityRig.found(report).get(CheckName.SEQUENCE));
  }
}
