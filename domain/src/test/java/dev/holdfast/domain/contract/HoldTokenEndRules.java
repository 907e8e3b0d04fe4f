package dev.holdfast.domain.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.domain.event.EventId;
import dev.holdfast.domain.hold.HoldToken;
import dev.holdfast.domain.hold.TokenTerm;
import dev.holdfast.domain.port.HoldTokenPort;
import dev.holdfast.domain.port.HoldTokenPort.Ended;
import dev.holdfast.domain.port.StoreFailure;
import dev.holdfast.domain.seat.AreaRecord;
import dev.holdfast.domain.workspace.WorkspaceId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** T8 to T18: tokens are ended, found and settled; workspaces; trouble. */
public interface HoldTokenEndRules extends HoldTokenRules {
  @Test
  default void T8_a_term_that_runs_ends_now_and_once() {
    WorkspaceId workspace = aWorkspace();
    EventId event = anEvent(workspace).id();
    open(event, ANN, QUARTER, "A-1");
    TokenTerm before = term(event, ANN).orElseThrow();
    moveClock(MINUTE);
    assertTrue(tokens().end(workspace, ANN));
    TokenTerm after = term(event, ANN).orElseThrow();
    assertEquals(new TokenTerm(before.since(), now(event)), after);
    assertFalse(tokens().end(workspace, ANN));
    moveClock(MINUTE);
    assertFalse(tokens().end(workspace, ANN));
    assertEquals(Optional.of(after), term(event, ANN));
  }

  @Test
  default void T9_where_no_term_runs_nothing_is_ended() {
    WorkspaceId workspace = aWorkspace();
    EventId event = anEvent(workspace).id();
    aHeldSeat(event, "A-1", BEN, QUARTER);
    assertFalse(tokens().end(workspace, BEN));
    assertEquals(Optional.empty(), term(event, BEN));
    open(event, ANN, MINUTE, "A-2");
    Optional<TokenTerm> term = term(event, ANN);
    moveClock(MINUTE);
    assertFalse(tokens().end(workspace, ANN));
    assertEquals(term, term(event, ANN));
    moveClock(QUARTER);
    assertEquals(List.of(), tokens().ended(Duration.ZERO, 10));
  }

  @Test
  default void T10_a_token_is_found_wherever_it_holds_seats_or_places_lapsed_ones_included() {
    WorkspaceId workspace = aWorkspace();
    List<EventId> events = eventsOf(workspace, 5);
    open(events.get(0), ANN, MINUTE, "A-1", "A-2");
    AreaRecord held = heldPlaces(events.get(1), "floor", ANN, 3, QUARTER);
    aBookedSeat(events.get(2), "A-1", ANN);
    bookedPlaces(events.get(2), "floor", ANN, 2);
    aHeldSeat(events.get(3), "A-1", BEN, QUARTER);
    aHeldSeat(events.get(4), "A-1", ANN, QUARTER);
    aFreedSeat(events.get(4), "A-1");
    moveClock(Duration.ofHours(1));
    tokens().end(workspace, ANN);
    assertEquals(events.subList(0, 2), tokens().events(workspace, ANN, Set.of(), 10));
    change(events.get(1), Set.of("floor"), draft -> draft.endHold(held));
    assertEquals(events.subList(0, 1), tokens().events(workspace, ANN, Set.of(), 10));
    assertEquals(List.of(), tokens().events(workspace, new HoldToken("nobody"), Set.of(), 10));
  }

  @Test
  default void T11_events_come_in_ascending_order_without_those_left_out_and_so_many() {
    WorkspaceId workspace = aWorkspace();
    List<EventId> events = eventsOf(workspace, 5);
    for (EventId event : events.reversed()) {
      aHeldSeat(event, "A-1", ANN, QUARTER);
      heldPlaces(event, "floor", ANN, 1, QUARTER);
    }
    assertEquals(events, tokens().events(workspace, ANN, Set.of(), HoldTokenPort.MAX_LIMIT));
    assertEquals(events.subList(0, 2), tokens().events(workspace, ANN, Set.of(), 2));
    Set<EventId> except = new HashSet<>(List.of(events.get(0), events.get(2)));
    assertEquals(List.of(events.get(1), events.get(3)), tokens().events(workspace, ANN, except, 2));
    assertEquals(List.of(), tokens().events(workspace, ANN, new HashSet<>(events), 2));
  }

  @Test
  default void T12_what_was_ended_before_its_time_is_told_after_an_age_the_longest_ended_first() {
    WorkspaceId workspace = aWorkspace();
    EventId event = anEvent(workspace).id();
    List<Ended> ended = new ArrayList<>();
    for (String name : List.of("zoe", "ann", "kim")) {
      HoldToken token = new HoldToken(name);
      open(event, token, QUARTER, "A-" + name);
      tokens().end(workspace, token);
      ended.add(new Ended(workspace, token));
      moveClock(MINUTE);
    }
    open(event, BEN, QUARTER, "A-1");
    assertEquals(ended, tokens().ended(Duration.ZERO, 10));
    assertEquals(ended.subList(0, 2), tokens().ended(MINUTE.multipliedBy(2), 10));
    assertEquals(List.of(), tokens().ended(MINUTE.multipliedBy(4), 10));
    assertEquals(ended.subList(0, 1), tokens().ended(Duration.ZERO, 1));
  }

  @Test
  default void T13_what_is_settled_is_told_no_more_and_stays_over() {
    WorkspaceId workspace = aWorkspace();
    EventId event = anEvent(workspace).id();
    open(event, ANN, QUARTER, "A-1");
    tokens().end(workspace, ANN);
    Optional<TokenTerm> over = term(event, ANN);
    assertEquals(1, tokens().ended(Duration.ZERO, 10).size());
    tokens().settled(workspace, ANN);
    tokens().settled(workspace, ANN);
    tokens().settled(workspace, new HoldToken("nobody"));
    assertEquals(List.of(), tokens().ended(Duration.ZERO, 10));
    assertEquals(over, term(event, ANN));
    assertFalse(tokens().end(workspace, ANN));
    assertEquals(List.of(), tokens().ended(Duration.ZERO, 10));
  }

  @Test
  default void T14_asking_again_forgets_no_token_that_is_not_settled() {
    WorkspaceId workspace = aWorkspace();
    EventId event = anEvent(workspace).id();
    open(event, ANN, QUARTER, "A-1");
    assertTrue(tokens().end(workspace, ANN));
    moveClock(MINUTE);
    assertFalse(tokens().end(workspace, ANN));
    assertEquals(List.of(new Ended(workspace, ANN)), tokens().ended(MINUTE, 10));
  }

  /** I12: a token is its workspace's, whatever it is called. */
  @Test
  default void T15_workspaces_do_not_see_each_others_tokens() {
    WorkspaceId mine = aWorkspace();
    WorkspaceId other = aWorkspace();
    EventId event = anEvent(mine).id();
    EventId others = anEvent(other).id();
    open(event, ANN, QUARTER, "A-1");
    assertEquals(Optional.empty(), term(others, ANN));
    assertFalse(tokens().end(other, ANN));
    open(others, ANN, MINUTE, "A-1");
    assertEquals(MINUTE, life(others));
    assertEquals(QUARTER, life(event));
    assertEquals(List.of(event), tokens().events(mine, ANN, Set.of(), 10));
    assertEquals(List.of(others), tokens().events(other, ANN, Set.of(), 10));
    assertTrue(tokens().end(other, ANN));
    assertEquals(QUARTER, life(event));
    assertEquals(List.of(new Ended(other, ANN)), tokens().ended(Duration.ZERO, 10));
    tokens().settled(mine, ANN);
    assertEquals(1, tokens().ended(Duration.ZERO, 10).size());
  }

  private Duration life(EventId event) {
    TokenTerm term = term(event, ANN).orElseThrow();
    return Duration.between(term.since(), term.until());
  }

  @Test
  default void T16_a_limit_is_1_to_1000() {
    WorkspaceId workspace = aWorkspace();
    for (int limit : List.of(-1, 0, HoldTokenPort.MAX_LIMIT + 1)) {
      assertThrows(
          IllegalArgumentException.class, () -> tokens().events(workspace, ANN, Set.of(), limit));
      assertThrows(IllegalArgumentException.class, () -> tokens().ended(Duration.ZERO, limit));
    }
    assertEquals(List.of(), tokens().ended(Duration.ZERO, HoldTokenPort.MAX_LIMIT));
  }

  @Test
  default void T17_a_broken_store_is_trouble_and_never_empty() {
    WorkspaceId workspace = aWorkspace();
    EventId event = anEvent(workspace).id();
    open(event, ANN, QUARTER, "A-1");
    breakStore();
    List<Supplier<Object>> questions =
        List.of(
            () -> tokens().end(workspace, ANN),
            () -> tokens().events(workspace, ANN, Set.of(), 10),
            () -> tokens().ended(Duration.ZERO, 10),
            () -> {
              tokens().settled(workspace, ANN);
              return "settled";
            });
    for (Supplier<Object> question : questions) {
      assertThrows(StoreFailure.class, question::get);
    }
    repairStore();
  }

  @Test
  default void T18_a_repaired_store_knows_terms_and_what_is_to_be_settled() {
    WorkspaceId workspace = aWorkspace();
    EventId event = anEvent(workspace).id();
    open(event, ANN, QUARTER, "A-1");
    open(event, BEN, QUARTER, "A-2");
    tokens().end(workspace, ANN);
    breakStore();
    repairStore();
    assertEquals(
        List.of(new Ended(workspace, ANN)),
        SeatLedgerRules.again(() -> tokens().ended(Duration.ZERO, 10)));
    assertTrue(term(event, BEN).orElseThrow().liveAt(now(event)));
    assertFalse(term(event, ANN).orElseThrow().liveAt(now(event)));
  }
}
