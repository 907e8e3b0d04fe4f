package dev.holdfast.domain.contract;

import static dev.holdfast.domain.contract.HoldTokenRules.decision;
import static dev.holdfast.domain.contract.SeatLedgerRules.inBackground;
import static dev.holdfast.domain.contract.SeatLedgerRules.result;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.domain.event.EventId;
import dev.holdfast.domain.hold.HoldToken;
import dev.holdfast.domain.hold.TokenTerm;
import dev.holdfast.domain.port.LedgerTransaction;
import dev.holdfast.domain.port.StoreFailure;
import dev.holdfast.domain.workspace.WorkspaceId;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** T19 to T23: many at once. */
public interface HoldTokenRaceRules extends HoldTokenRules {
  int CALLERS = 5;

  /** Either the end waits for the decision, or the decision cannot be committed. */
  @Test
  default void T19_once_a_token_is_ended_no_decision_under_it_is_still_to_come() throws Exception {
    WorkspaceId workspace = aWorkspace();
    List<EventId> events = eventsOf(workspace, 2);
    open(events.getFirst(), ANN, QUARTER, "A-1");
    boolean committed;
    FutureTask<Boolean> end;
    try (LedgerTransaction open = begin()) {
      HoldTokenRules.Decision decision = decision(open, events.getLast(), Set.of(ANN), "A-1");
      assertTrue(decision.isLive(ANN));
      end = inBackground(() -> tokens().end(workspace, ANN));
      boolean ended = aMomentFor(end);
      decision.draft().hold("A-1", ANN, QUARTER);
      committed = commits(decision);
      assertFalse(ended && committed);
    }
    assertTrue(result(end));
    assertEquals(
        committed ? events : events.subList(0, 1), tokens().events(workspace, ANN, Set.of(), 10));
    assertFalse(term(events.getLast(), ANN).orElseThrow().liveAt(now(events.getLast())));
  }

  /** The deadline passes between the decision and the end: the decision was made in time. */
  @Test
  default void T20_a_token_that_somebody_prolongs_in_the_last_moment_is_ended_all_the_same()
      throws Exception {
    WorkspaceId workspace = aWorkspace();
    EventId event = anEvent(workspace).id();
    open(event, ANN, MINUTE, "A-1");
    FutureTask<Boolean> end;
    try (LedgerTransaction open = begin()) {
      HoldTokenRules.Decision decision = decision(open, event, Set.of(ANN), "A-2");
      assertTrue(decision.isLive(ANN));
      TokenTerm term = decision.terms().getOrDefault(ANN, TokenTerm.from(now(event), MINUTE));
      moveClock(MINUTE);
      end = inBackground(() -> tokens().end(workspace, ANN));
      aMomentFor(end);
      decision.draft().token(ANN, term.prolongedTo(term.until().plus(QUARTER)));
      decision.draft().hold("A-2", ANN, QUARTER);
      commits(decision);
    }
    result(end);
    assertFalse(term(event, ANN).orElseThrow().liveAt(now(event)));
  }

  /** Whether the work is done, or does not end by itself as far as a moment can tell. */
  private static boolean aMomentFor(FutureTask<?> work) throws Exception {
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
  default void T21_after_the_end_nobody_of_a_crowd_holds_anything_more() throws Exception {
    WorkspaceId workspace = aWorkspace();
    List<EventId> events = eventsOf(workspace, CALLERS);
    open(events.getFirst(), ANN, QUARTER, "A-1");
    AtomicInteger commits = new AtomicInteger();
    List<List<Integer>> seen;
    try (SeatLockCrowd crowd = new SeatLockCrowd(CALLERS)) {
      seen =
          crowd.all(caller ->
              () ->
                  caller == 0
                      ? endAmid(workspace, events, commits)
                      : holdUntilOver(events.get(caller), commits));
    }
    assertEquals(seen.getFirst(), seats(events));
    assertEquals(commits.get() + 1, seats(events).stream().mapToInt(n -> n).sum());
  }

  private List<Integer> endAmid(
      WorkspaceId workspace, List<EventId> events, AtomicInteger commits) {
    long bound = System.nanoTime() + ENOUGH.toNanos();
    while (commits.get() < CALLERS * 3) {
      assertTrue(System.nanoTime() < bound, "nobody holds anything");
      Thread.onSpinWait();
    }
    assertTrue(tokens().end(workspace, ANN));
    return seats(events);
  }

  private List<Integer> seats(List<EventId> events) {
    return events.stream().map(event -> picture(event).seats().size()).toList();
  }

  private List<Integer> holdUntilOver(EventId event, AtomicInteger commits) {
    for (int seat = 0; ; seat++) {
      String label = "A-" + seat;
      try (LedgerTransaction open = begin()) {
        HoldTokenRules.Decision decision = decision(open, event, Set.of(ANN), label);
        if (!decision.isLive(ANN)) {
          return List.of();
        }
        decision.draft().hold(label, ANN, QUARTER);
        if (commits(decision)) {
          commits.incrementAndGet();
        }
      }
    }
  }

  @Test
  default void T22_of_many_who_end_a_token_one_did() throws InterruptedException {
    WorkspaceId workspace = aWorkspace();
    EventId event = anEvent(workspace).id();
    open(event, ANN, QUARTER, "A-1");
    try (SeatLockCrowd crowd = new SeatLockCrowd(CALLERS)) {
      List<Boolean> ended = crowd.all(_ -> () -> tokens().end(workspace, ANN));
      assertEquals(1, Collections.frequency(ended, true));
    }
  }

  @Test
  default void T23_decisions_in_several_events_under_the_same_tokens_do_not_deadlock()
      throws InterruptedException {
    List<EventId> events = eventsOf(aWorkspace(), CALLERS);
    List<HoldToken> tokens =
        IntStream.range(0, 8).mapToObj(n -> new HoldToken("token " + n)).toList();
    tokens.forEach(token -> open(events.getFirst(), token, QUARTER, "A-" + token.value()));
    try (SeatLockCrowd crowd = new SeatLockCrowd(CALLERS)) {
      crowd.all(caller ->
          () -> {
            for (int round = 0; round < 10; round++) {
              List<HoldToken> some = tokens.subList(round % 4, tokens.size() - caller % 4);
              holdOne(events.get(caller), some.stream().collect(Collectors.toSet()), "B-" + round);
            }
            return caller;
          });
    }
    assertEquals(10, picture(events.getLast()).seats().size());
  }

  private void holdOne(EventId event, Set<HoldToken> tokens, String seat) {
    try (LedgerTransaction open = begin()) {
      HoldTokenRules.Decision decision = decision(open, event, tokens, seat);
      assertEquals(tokens, decision.terms().keySet());
      decision.draft().hold(seat, tokens.iterator().next(), QUARTER);
      decision.commit();
    }
  }
}
