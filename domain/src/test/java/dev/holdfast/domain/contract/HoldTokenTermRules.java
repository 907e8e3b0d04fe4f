package dev.holdfast.domain.contract;

import static dev.holdfast.domain.contract.HoldTokenRules.decision;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.holdfast.domain.event.EventHead;
import dev.holdfast.domain.event.EventId;
import dev.holdfast.domain.hold.TokenTerm;
import dev.holdfast.domain.port.LedgerReads;
import dev.holdfast.domain.port.LedgerTransaction;
import dev.holdfast.domain.port.ReadWish;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** T1 to T7: terms are stored and read with what is decided. */
public interface HoldTokenTermRules extends HoldTokenRules {
  @Test
  default void T1_a_term_is_there_with_the_commit_of_the_first_hold_and_in_every_event() {
    List<EventId> events = eventsOf(aWorkspace(), 2);
    Instant now = now(events.getFirst());
    open(events.getFirst(), ANN, QUARTER, "A-1");
    TokenTerm term = new TokenTerm(now, now.plus(QUARTER));
    assertEquals(Optional.of(term), term(events.getFirst(), ANN));
    assertEquals(Optional.of(term), term(events.getLast(), ANN));
  }

  @Test
  default void T2_a_term_that_was_not_committed_is_not_there() {
    EventId event = anEvent();
    try (LedgerTransaction open = begin()) {
      SeatLedgerDraft draft = decision(open, event, Set.of(ANN), "A-1").draft();
      draft.token(ANN, TokenTerm.from(draft.now(), QUARTER)).hold("A-1", ANN, QUARTER);
      SeatLedgerRules.write(open, draft);
    }
    assertEquals(Optional.empty(), term(event, ANN));
    assertUntouched(event);
  }

  @Test
  default void T3_only_terms_that_were_asked_for_are_told_and_only_tokens_that_have_one() {
    EventId event = anEvent();
    open(event, ANN, QUARTER, "A-1");
    aHeldSeat(event, "A-2", BEN, QUARTER);
    try (LedgerTransaction open = begin()) {
      assertEquals(Map.of(), decision(open, event, Set.of(), "A-1").terms());
    }
    try (LedgerTransaction open = begin()) {
      assertEquals(Set.of(ANN), decision(open, event, Set.of(ANN, BEN)).terms().keySet());
    }
  }

  @Test
  default void T4_a_term_is_told_whether_it_is_over_or_not() {
    EventId event = anEvent();
    open(event, ANN, MINUTE, "A-1");
    Optional<TokenTerm> term = term(event, ANN);
    moveClock(QUARTER);
    assertEquals(term, term(event, ANN));
  }

  @Test
  default void T5_a_term_can_be_prolonged_and_keeps_its_beginning() {
    EventId event = anEvent();
    open(event, ANN, MINUTE, "A-1");
    TokenTerm first = term(event, ANN).orElseThrow();
    moveClock(Duration.ofSeconds(30));
    TokenTerm longer = first.prolongedTo(first.until().plus(QUARTER));
    change(event, longer);
    assertEquals(Optional.of(longer), term(event, ANN));
  }

  @Test
  default void T6_no_write_brings_a_term_nearer() {
    EventId event = anEvent();
    open(event, ANN, QUARTER, "A-1");
    TokenTerm term = term(event, ANN).orElseThrow();
    change(event, new TokenTerm(term.since(), term.since().plus(MINUTE)));
    assertEquals(Optional.of(term), term(event, ANN));
  }

  /** With a seat more, because nothing is written without a journal. */
  private void change(EventId event, TokenTerm term) {
    try (LedgerTransaction open = begin()) {
      HoldTokenRules.Decision decision = decision(open, event, Set.of(ANN), "A-2");
      decision.draft().token(ANN, term).hold("A-2", ANN, MINUTE);
      decision.commit();
    }
  }

  @Test
  default void T7_of_several_events_that_prolong_a_token_at_once_the_longest_term_stands() {
    List<EventId> events = eventsOf(aWorkspace(), 2);
    open(events.getFirst(), ANN, MINUTE, "A-1");
    TokenTerm first = term(events.getFirst(), ANN).orElseThrow();
    TokenTerm longest = first.prolongedTo(first.until().plus(QUARTER));
    TokenTerm longer = first.prolongedTo(first.until().plus(MINUTE));
    try (LedgerTransaction open = begin()) {
      Map<EventId, EventHead> heads =
          open.lock(SeatLedgerRules.ifFree(events.getFirst(), events.getLast()));
      List<ReadWish.OfEvent> wishes =
          events.stream()
              .map(event ->
                  new ReadWish.OfEvent(event, Set.of("A-2"), Set.of(ANN), Set.of(), Set.of()))
              .toList();
      LedgerReads reads = open.read(new ReadWish(wishes));
      SeatLedgerRules.writeAndCommit(
          open,
          SeatLedgerRules.draft(heads, reads, events.getFirst())
              .token(ANN, longest)
              .hold("A-2", ANN, QUARTER),
          SeatLedgerRules.draft(heads, reads, events.getLast())
              .token(ANN, longer)
              .hold("A-2", ANN, MINUTE));
    }
    assertEquals(Optional.of(longest), term(events.getLast(), ANN));
  }
}
