package dev.holdfast.domain.contract;

import static dev.holdfast.domain.contract.HoldTokenRules.decision;
import static dev.holdfast.domain.contract.SeatLedgerRules.inBackground;
import static dev.holdfast.domain.contract.SeatLedgerRules.result;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.domain.event.EventId;
import dev.holdfast.domain.hold.HoldToken;
import dev.holdfast.domain.hold.TokenTerm;
import dev.holdfast.domain.port.HoldTokenPort.Ended;
import dev.holdfast.domain.port.HoldTokenPort.Standing;
import dev.holdfast.domain.port.LedgerTransaction;
import dev.holdfast.domain.port.StoreFailure;
import dev.holdfast.domain.seat.SeatState.Held;
import dev.holdfast.domain.workspace.WorkspaceId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/**
 * T24 to T34: tokens are made before they hold anything, looked up, and given more or less time.
 */
public interface HoldTokenMakeRules extends HoldTokenRules {
  @Test
  default void T24_a_token_is_there_in_every_event_before_anything_is_held_under_it() {
    WorkspaceId workspace = aWorkspace();
    List<EventId> events = eventsOf(workspace, 2);
    Instant now = now(events.getFirst());
    Standing made = tokens().open(workspace, ANN, QUARTER);
    assertEquals(new Standing(new TokenTerm(now, now.plus(QUARTER)), now), made);
    assertEquals(Optional.of(made.term()), term(events.getFirst(), ANN));
    assertEquals(Optional.of(made.term()), term(events.getLast(), ANN));
    assertEquals(List.of(), tokens().events(workspace, ANN, Set.of(), 10));
  }

  @Test
  default void T25_a_name_is_given_once_in_a_workspace() {
    WorkspaceId workspace = aWorkspace();
    EventId event = anEvent(workspace).id();
    Standing made = tokens().open(workspace, ANN, MINUTE);
    open(event, BEN, QUARTER, "A-1");
    moveClock(Duration.ofSeconds(30));
    for (HoldToken taken : List.of(ANN, BEN)) {
      assertThrows(StoreFailure.Rejected.class, () -> tokens().open(workspace, taken, QUARTER));
    }
    moveClock(MINUTE);
    assertThrows(StoreFailure.Rejected.class, () -> tokens().open(workspace, ANN, QUARTER));
    assertEquals(Optional.of(made.term()), term(event, ANN));
    tokens().open(aWorkspace(), ANN, QUARTER);
    assertThrows(
        StoreFailure.Rejected.class,
        () -> tokens().open(new WorkspaceId(Long.MAX_VALUE), ANN, QUARTER));
  }

  @Test
  default void T26_a_token_is_made_for_two_hours_at_most() {
    TokenTerm term = tokens().open(aWorkspace(), ANN, Duration.ofHours(3)).term();
    assertEquals(term.since().plus(TokenTerm.MAX_LIFE), term.until());
  }

  @Test
  default void T27_a_token_is_found_with_the_time_of_the_store_over_or_not() {
    WorkspaceId workspace = aWorkspace();
    EventId event = anEvent(workspace).id();
    TokenTerm made = tokens().open(workspace, ANN, MINUTE).term();
    open(event, BEN, QUARTER, "A-1");
    for (int minutes = 0; minutes < 3; minutes++) {
      assertEquals(Optional.of(new Standing(made, now(event))), tokens().find(workspace, ANN));
      moveClock(MINUTE);
    }
    assertEquals(
        term(event, BEN), tokens().find(workspace, BEN).map(Standing::term), "made by a hold");
  }

  @Test
  default void T28_a_token_that_somebody_made_up_or_of_another_workspace_is_not_found() {
    WorkspaceId workspace = aWorkspace();
    aHeldSeat(anEvent(workspace).id(), "A-1", BEN, QUARTER);
    tokens().open(aWorkspace(), ANN, QUARTER);
    assertEquals(Optional.empty(), tokens().find(workspace, BEN));
    assertEquals(Optional.empty(), tokens().find(workspace, ANN));
  }

  @Test
  default void T29_a_live_token_gets_another_term_from_now_on_sooner_or_later() {
    WorkspaceId workspace = aWorkspace();
    EventId event = anEvent(workspace).id();
    Instant since = tokens().open(workspace, ANN, QUARTER).term().since();
    moveClock(MINUTE);
    for (Duration life : List.of(QUARTER.multipliedBy(2), MINUTE, QUARTER)) {
      Standing renewed = tokens().renew(workspace, ANN, life).orElseThrow();
      assertEquals(now(event), renewed.now());
      assertEquals(new TokenTerm(since, now(event).plus(life)), renewed.term());
      assertEquals(Optional.of(renewed.term()), term(event, ANN));
      assertEquals(Optional.of(renewed), tokens().find(workspace, ANN));
    }
    moveClock(Duration.ofMinutes(10));
    Standing last = tokens().renew(workspace, ANN, Duration.ofHours(2)).orElseThrow();
    assertEquals(since.plus(TokenTerm.MAX_LIFE), last.term().until());
  }

  @Test
  default void T30_what_a_renewed_token_holds_keeps_its_deadlines() {
    WorkspaceId workspace = aWorkspace();
    EventId event = anEvent(workspace).id();
    open(event, ANN, QUARTER, "A-1");
    Instant until = ((Held) seat(event, "A-1").state()).until();
    tokens().renew(workspace, ANN, MINUTE);
    tokens().renew(workspace, ANN, Duration.ofHours(1));
    assertEquals(until, ((Held) seat(event, "A-1").state()).until());
  }

  @Test
  default void T31_where_no_term_runs_nothing_is_renewed() {
    WorkspaceId workspace = aWorkspace();
    EventId event = anEvent(workspace).id();
    TokenTerm lapsed = tokens().open(workspace, ANN, MINUTE).term();
    tokens().open(workspace, BEN, QUARTER);
    moveClock(MINUTE);
    tokens().end(workspace, BEN);
    Optional<TokenTerm> ended = term(event, BEN);
    for (HoldToken token : List.of(ANN, BEN, new HoldToken("nobody"))) {
      assertEquals(Optional.empty(), tokens().renew(workspace, token, QUARTER));
    }
    assertEquals(Optional.of(lapsed), term(event, ANN));
    assertEquals(ended, term(event, BEN));
    assertEquals(Optional.empty(), term(event, new HoldToken("nobody")));
    assertEquals(List.of(new Ended(workspace, BEN)), tokens().ended(Duration.ZERO, 10));
  }

  /** I12: a token is its workspace's, whatever it is called. */
  @Test
  default void T32_another_workspace_s_token_is_not_renewed() {
    WorkspaceId mine = aWorkspace();
    WorkspaceId other = aWorkspace();
    Standing ours = tokens().open(mine, ANN, QUARTER);
    assertEquals(Optional.empty(), tokens().renew(other, ANN, MINUTE));
    tokens().open(other, ANN, QUARTER);
    tokens().renew(other, ANN, MINUTE);
    assertEquals(Optional.of(ours.term()), tokens().find(mine, ANN).map(Standing::term));
  }

  /** Either the renewal waits for the decision, or the decision cannot be committed. */
  @Test
  default void T33_no_decision_by_the_old_term_is_still_to_come_once_a_token_is_renewed()
      throws Exception {
    WorkspaceId workspace = aWorkspace();
    EventId event = anEvent(workspace).id();
    tokens().open(workspace, ANN, QUARTER);
    boolean committed;
    FutureTask<Optional<Standing>> renewal;
    try (LedgerTransaction open = begin()) {
      HoldTokenRules.Decision decision = decision(open, event, Set.of(ANN), "A-1");
      assertTrue(decision.isLive(ANN));
      renewal = inBackground(() -> tokens().renew(workspace, ANN, MINUTE));
      boolean renewed = soon(renewal);
      decision.draft().hold("A-1", ANN, QUARTER);
      committed = commits(decision);
      assertFalse(renewed && committed);
    }
    Standing now = result(renewal).orElseThrow();
    assertEquals(Optional.of(now.term()), term(event, ANN));
    assertEquals(
        committed ? List.of(event) : List.of(), tokens().events(workspace, ANN, Set.of(), 10));
  }

  /** Whether the work is done, or does not end by itself as far as a moment can tell. */
  private static boolean soon(FutureTask<?> work) throws Exception {
    try {
      work.get(100, TimeUnit.MILLISECONDS);
      return true;
    } catch (TimeoutException waits) {
      return false;
    }
  }

  private static boolean commits(HoldTokenRules.Decision decision) {
    try {
      decision.commit();
      return true;
    } catch (StoreFailure.Unavailable tooLate) {
      return false;
    }
  }

  @Test
  default void T34_a_broken_store_makes_finds_and_renews_nothing() {
    WorkspaceId workspace = aWorkspace();
    tokens().open(workspace, ANN, QUARTER);
    breakStore();
    List<Supplier<Object>> questions =
        List.of(
            () -> tokens().open(workspace, BEN, QUARTER),
            () -> tokens().find(workspace, ANN),
            () -> tokens().renew(workspace, ANN, MINUTE));
    for (Supplier<Object> question : questions) {
      assertThrows(StoreFailure.class, question::get);
    }
    repairStore();
    assertEquals(Optional.empty(), SeatLedgerRules.again(() -> tokens().find(workspace, BEN)));
    TokenTerm term =
        SeatLedgerRules.again(() -> tokens().find(workspace, ANN)).orElseThrow().term();
    assertEquals(term.since().plus(QUARTER), term.until());
  }
}
