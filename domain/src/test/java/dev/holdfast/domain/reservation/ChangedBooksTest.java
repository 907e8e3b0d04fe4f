package dev.holdfast.domain.reservation;

import static dev.holdfast.domain.reservation.House.accepted;
import static dev.holdfast.domain.reservation.House.seat;
import static dev.holdfast.domain.reservation.House.token;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.domain.decision.Conditions;
import dev.holdfast.domain.decision.Goal;
import dev.holdfast.domain.hold.HoldToken;
import dev.holdfast.domain.integrity.CheckName;
import dev.holdfast.domain.journal.JournalEntry;
import dev.holdfast.domain.journal.JournalKind;
import dev.holdfast.domain.journal.Origin;
import dev.holdfast.domain.port.JournalPart;
import dev.holdfast.domain.port.SeatLedgerPort;
import dev.holdfast.domain.reservation.StatusRequest.Item;
import dev.holdfast.domain.reservation.StatusRequest.Seller;
import dev.holdfast.domain.seat.Resale;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Books and journal of an event in which seats were held, sold and called by any word. */
final class ChangedBooksTest {
  private static final Optional<HoldToken> HOUSE = Optional.empty();
  private final IntegrityRig rig = new IntegrityRig();

  private void change(Goal goal, String... objects) {
    StatusRequest request =
        new StatusRequest(
            goal,
            Arrays.stream(objects).map(each -> new Item(each, 1, null, null)).toList(),
            Conditions.NONE,
            "o-1",
            false,
            Seller.WITHOUT_CHANNELS);
    accepted(
        rig.house.reservations.change(rig.house.friday, request, Origin.OWN, Optional.empty()));
  }

  private static Goal take(String word, Optional<HoldToken> token) {
    return new Goal.Take(word, token, word.equals("resale") ? new Resale("l-1") : null);
  }

  /** A line of every kind, and of every status that it may lead to. */
  private void sell() {
    Optional<HoldToken> ada = Optional.of(token("ada"));
    Goal hold = new Goal.Hold(token("ada"), Duration.ofMinutes(1));
    accepted(rig.house.hold("ada", seat("A-1"), seat("A-20")));
    change(hold, "A-1", "A-2", "pit");
    change(take("lost", ada), "A-1", "A-2", "pit");
    change(take("resale", HOUSE), "A-1");
    change(take("booked", ada), "A-1", "A-3", "pit");
    change(new Goal.Free(HOUSE), "A-1", "A-3", "A-4", "pit");
    change(hold, "A-1", "A-2");
    rig.house.tick(Duration.ofMinutes(1));
    assertEquals(2, new ExpirySweep(rig.house.ledger, rig.house.desks).sweep().ended());
    change(take("resale", ada), "A-1");
    change(new Goal.Free(HOUSE), "A-1", "A-4");
  }

  @Test
  void I7_books_and_journal_agree_after_changes_of_every_kind() {
    sell();
    assertEquals(Map.of(), IntegrityRig.found(rig.report(rig.house.hall.ledger)));
    Set<JournalKind> kinds = new HashSet<>();
    rig.house.journal().forEach(entry -> kinds.add(entry.kind()));
    kinds.add(JournalKind.EXTENDED);
    assertEquals(Set.of(JournalKind.values()), kinds);
  }

  @Test
  void I7_any_line_that_is_missing_is_missed() {
    sell();
    for (JournalEntry entry : rig.house.journal()) {
      Map<CheckName, List<String>> found = IntegrityRig.found(rig.report(rig.without(entry.seq())));
      assertTrue(found.containsKey(CheckName.SEQUENCE), entry::toString);
    }
  }

  @Test
  void I7_a_seats_line_that_leads_to_another_status_is_found() {
    sell();
    for (JournalEntry entry : rig.house.journal()) {
      boolean led = entry.kind() != JournalKind.HELD && !entry.status().equals("held");
      if (!entry.area() && led) {
        assertFalse(IntegrityRig.found(rig.report(otherwise(entry.seq()))).isEmpty(), "" + entry);
      }
    }
  }

  private SeatLedgerPort otherwise(long seq) {
    return rig.otherwise(
        "journal",
        told -> {
          JournalPart part = (JournalPart) told;
          return new JournalPart(
              part.entries().stream()
                  .map(entry -> entry.seq() == seq ? leadingTo("gone", entry) : entry)
                  .toList(),
              part.more());
        });
  }

  private static JournalEntry leadingTo(String status, JournalEntry entry) {
    return new JournalEntry(
        entry.event(),
        entry.seq(),
        entry.object(),
        entry.area(),
        entry.version(),
        entry.kind(),
        entry.previous(),
        status,
        entry.token(),
        entry.hold(),
        entry.quantity(),
        entry.category(),
        entry.until(),
        entry.order(),
        entry.ticketType(),
        entry.extraData(),
        entry.origin(),
        entry.at());
  }
}
