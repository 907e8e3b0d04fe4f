package dev.holdfast.domain.contract;

import static dev.holdfast.domain.contract.KeptAnswers.answer;
import static dev.holdfast.domain.contract.KeptAnswers.claim;
import static dev.holdfast.domain.contract.KeptAnswers.holdAndKeep;
import static dev.holdfast.domain.contract.KeptAnswers.key;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.holdfast.domain.event.Event;
import dev.holdfast.domain.idempotency.Claim;
import dev.holdfast.domain.idempotency.IdempotencyKey;
import dev.holdfast.domain.idempotency.KeptAnswer;
import dev.holdfast.domain.idempotency.StoredAnswer;
import dev.holdfast.domain.port.LedgerTransaction;
import dev.holdfast.domain.seat.SeatState;
import dev.holdfast.domain.workspace.WorkspaceId;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** K1 to K10: kept, found, forgotten. */
public interface IdempotencyRules extends KeptAnswers {
  @Test
  default void K1_I9_an_answer_is_found_once_its_change_is_committed_and_not_before() {
    WorkspaceId workspace = aWorkspace();
    Event event = anEvent(workspace);
    KeptAnswer answer = answer(key(workspace, "k"), "held");
    try (LedgerTransaction open = begin()) {
      assertEquals(Map.of(answer.key(), new Claim.Ours()), claim(open, answer.key()));
      holdAndKeep(open, event.id(), "A-1", answer);
      assertEquals(Optional.empty(), answers().find(answer.key()));
      open.commit();
    }
    assertEquals(Optional.of(answer), answers().find(answer.key()));
    assertEquals(SeatState.Held.class, seat(event.id(), "A-1").state().getClass());
  }

  @Test
  default void K2_I9_a_change_that_is_not_committed_leaves_no_answer() {
    WorkspaceId workspace = aWorkspace();
    Event event = anEvent(workspace);
    KeptAnswer answer = answer(key(workspace, "k"), "held");
    try (LedgerTransaction open = begin()) {
      claim(open, answer.key());
      holdAndKeep(open, event.id(), "A-1", answer);
    }
    assertUntouched(event.id());
    assertEquals(Optional.empty(), answers().find(answer.key()));
    assertEquals(new Claim.Ours(), claimed(answer.key()));
  }

  @Test
  default void K3_I9_an_answer_is_kept_where_nothing_changes() {
    WorkspaceId workspace = aWorkspace();
    Event event = anEvent(workspace);
    KeptAnswer refusal = answer(key(workspace, "k"), "taken");
    keepInLedger(event.id(), refusal);
    assertUntouched(event.id());
    assertEquals(new Claim.Kept(refusal), claimed(refusal.key()));
  }

  @Test
  default void K4_several_keys_are_claimed_at_once_each_by_what_is_known_of_it() {
    WorkspaceId workspace = aWorkspace();
    Event event = anEvent(workspace);
    KeptAnswer known = answer(key(workspace, "known"), "1");
    keepInLedger(event.id(), known);
    IdempotencyKey unknown = key(workspace, "unknown");
    try (LedgerTransaction open = begin()) {
      assertEquals(
          Map.of(known.key(), new Claim.Kept(known), unknown, new Claim.Ours()),
          claim(open, known.key(), unknown));
    }
  }

  @Test
  default void K5_I12_a_key_of_another_workspace_is_another_key() {
    WorkspaceId one = aWorkspace();
    WorkspaceId other = aWorkspace();
    KeptAnswer answer = answer(key(one, "k"), "1");
    answers().keep(answer);
    assertEquals(Optional.empty(), answers().find(key(other, "k")));
    try (LedgerTransaction open = begin()) {
      assertEquals(new Claim.Ours(), KeptAnswers.claimOne(open, key(other, "k")));
      assertEquals(new Claim.Kept(answer), claimed(answer.key()));
    }
  }

  @Test
  default void K6_an_answer_is_known_for_a_day_and_not_longer() {
    WorkspaceId workspace = aWorkspace();
    KeptAnswer answer = answer(key(workspace, "k"), "1");
    answers().keep(answer);
    moveClock(IdempotencyKey.LIFE.minus(Duration.ofMinutes(1)));
    assertEquals(Optional.of(answer), answers().find(answer.key()));
    assertEquals(new Claim.Kept(answer), claimed(answer.key()));
    moveClock(Duration.ofMinutes(1));
    assertEquals(Optional.empty(), answers().find(answer.key()));
    assertEquals(new Claim.Ours(), claimed(answer.key()));
  }

  @Test
  default void K7_a_key_that_is_not_known_any_more_can_be_used_anew() {
    WorkspaceId workspace = aWorkspace();
    Event event = anEvent(workspace);
    answers().keep(answer(key(workspace, "k"), "old"));
    answers().keep(answer(key(workspace, "l"), "old"));
    moveClock(IdempotencyKey.LIFE);
    KeptAnswer one = answer(key(workspace, "k"), "new");
    KeptAnswer other = answer(key(workspace, "l"), "new");
    assertEquals(one, answers().keep(one));
    keepInLedger(event.id(), other);
    moveClock(IdempotencyKey.LIFE.minus(Duration.ofMinutes(1)));
    assertEquals(Optional.of(one), answers().find(one.key()));
    assertEquals(Optional.of(other), answers().find(other.key()));
  }

  @Test
  default void K8_I9_the_first_answer_stays() {
    WorkspaceId workspace = aWorkspace();
    KeptAnswer first = answer(key(workspace, "k"), "first");
    KeptAnswer second = new KeptAnswer(first.key(), OTHER, new StoredAnswer("second"));
    assertEquals(first, answers().keep(first));
    assertEquals(first, answers().keep(second));
    assertEquals(Optional.of(first), answers().find(first.key()));
  }

  @Test
  default void K9_keys_are_told_apart_by_every_character() {
    WorkspaceId workspace = aWorkspace();
    String longest = "x".repeat(IdempotencyKey.MAX_LENGTH);
    for (String value : new String[] {"k", "K", "k ", " k", "'\"\\%_{}", longest}) {
      assertEquals(Optional.empty(), answers().find(key(workspace, value)), value);
      answers().keep(answer(key(workspace, value), value));
    }
    assertEquals(longest, answers().find(key(workspace, longest)).orElseThrow().answer().text());
  }

  @Test
  default void K10_an_answer_comes_back_as_it_was_however_large_and_odd_it_is() {
    WorkspaceId workspace = aWorkspace();
    String odd = "200\n{\"text\":\"\\u0000 \\n\t\u0001\u00e4\ud83c\udfab'%s\"}";
    String large = "y".repeat(StoredAnswer.MAX_LENGTH - odd.length()) + odd;
    KeptAnswer answer = answer(key(workspace, "k"), large);
    answers().keep(answer);
    assertEquals(Optional.of(answer), answers().find(answer.key()));
  }
}
