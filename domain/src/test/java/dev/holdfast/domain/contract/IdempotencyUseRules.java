package dev.holdfast.domain.contract;

import static dev.holdfast.domain.contract.KeptAnswers.answer;
import static dev.holdfast.domain.contract.KeptAnswers.claim;
import static dev.holdfast.domain.contract.KeptAnswers.claimOne;
import static dev.holdfast.domain.contract.KeptAnswers.holdAndKeep;
import static dev.holdfast.domain.contract.KeptAnswers.key;
import static dev.holdfast.domain.contract.KeptAnswers.refuseAndKeep;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.domain.event.EventId;
import dev.holdfast.domain.idempotency.Claim;
import dev.holdfast.domain.idempotency.IdempotencyKey;
import dev.holdfast.domain.idempotency.KeptAnswer;
import dev.holdfast.domain.port.LedgerTransaction;
import dev.holdfast.domain.port.StoreFailure;
import dev.holdfast.domain.workspace.WorkspaceId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.FutureTask;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** K11 to K16 and K24: keys in use, and trouble. */
public interface IdempotencyUseRules extends KeptAnswers {
  int CALLERS = 6;

  @Test
  default void K11_a_key_in_use_is_busy_and_nobody_waits_for_it() {
    WorkspaceId workspace = aWorkspace();
    IdempotencyKey key = key(workspace, "k");
    IdempotencyKey free = key(workspace, "l");
    try (LedgerTransaction first = begin()) {
      claim(first, key);
      try (LedgerTransaction second = begin()) {
        assertEquals(new Claim.Busy(), claim(second, key, free).get(key));
        assertEquals(new Claim.Ours(), claimOne(first, key));
      }
    }
    assertEquals(new Claim.Ours(), claimed(key));
  }

  @Test
  default void K12_a_key_is_free_again_when_its_transaction_is_over() {
    WorkspaceId workspace = aWorkspace();
    EventId event = anEvent(workspace).id();
    KeptAnswer answer = answer(key(workspace, "k"), "held");
    try (LedgerTransaction second = begin()) {
      try (LedgerTransaction first = begin()) {
        claim(first, answer.key());
        holdAndKeep(first, event, "A-1", answer);
        first.commit();
      }
      assertEquals(new Claim.Kept(answer), claimOne(second, answer.key()));
    }
  }

  @Test
  default void K13_I9_what_is_kept_apart_waits_for_who_uses_the_key() throws Exception {
    WorkspaceId workspace = aWorkspace();
    EventId event = anEvent(workspace).id();
    KeptAnswer first = answer(key(workspace, "k"), "first");
    KeptAnswer second = answer(key(workspace, "k"), "second");
    FutureTask<KeptAnswer> apart;
    try (LedgerTransaction open = begin()) {
      claim(open, first.key());
      holdAndKeep(open, event, "A-1", first);
      apart =
          SeatLedgerRules.inBackground(() -> SeatLedgerRules.again(() -> answers().keep(second)));
      SeatLedgerRules.assertWaits(apart);
      open.commit();
    }
    assertEquals(first, SeatLedgerRules.result(apart));
    assertEquals(Optional.of(first), answers().find(first.key()));
  }

  @Test
  default void K14_I9_of_many_requests_under_one_key_one_is_carried_out() throws Exception {
    WorkspaceId workspace = aWorkspace();
    List<EventId> events = new ArrayList<>();
    for (int caller = 0; caller < CALLERS; caller++) {
      events.add(anEvent(workspace).id());
    }
    IdempotencyKey key = key(workspace, "k");
    List<Boolean> done;
    try (SeatLockCrowd crowd = new SeatLockCrowd(CALLERS)) {
      done =
          crowd.all(caller ->
              () -> SeatLedgerRules.again(() -> holdOnce(events.get(caller), key, "by " + caller)));
    }
    assertEquals(1, done.stream().filter(each -> each).count());
    int winner = done.indexOf(true);
    assertEquals("by " + winner, answers().find(key).orElseThrow().answer().text());
    for (EventId event : events) {
      assertEquals(event.equals(events.get(winner)) ? 1 : 0, head(event).seq());
    }
  }

  private boolean holdOnce(EventId event, IdempotencyKey key, String text) {
    try (LedgerTransaction open = begin()) {
      if (!(claimOne(open, key) instanceof Claim.Ours)) {
        return false;
      }
      holdAndKeep(open, event, "A-1", answer(key, text));
      open.commit();
      return true;
    }
  }

  @Test
  default void K15_a_store_that_does_not_answer_is_not_read_as_knowing_nothing() {
    WorkspaceId workspace = aWorkspace();
    KeptAnswer answer = answer(key(workspace, "k"), "1");
    answers().keep(answer);
    LedgerTransaction open = begin();
    breakStore();
    try {
      assertThrows(StoreFailure.Unavailable.class, () -> answers().find(answer.key()));
      assertThrows(StoreFailure.Unavailable.class, () -> claim(open, answer.key()));
      assertThrows(StoreFailure.class, () -> answers().keep(answer));
    } finally {
      open.close();
      repairStore();
    }
    assertEquals(Optional.of(answer), SeatLedgerRules.again(() -> answers().find(answer.key())));
  }

  @Test
  default void K16_as_many_keys_as_there_may_be_are_claimed_and_kept_at_once() {
    WorkspaceId workspace = aWorkspace();
    EventId event = anEvent(workspace).id();
    List<KeptAnswer> answers = new ArrayList<>();
    for (int i = 0; i < LedgerTransaction.MAX_KEYS; i++) {
      answers.add(answer(key(workspace, "k" + i), "answer " + i));
    }
    IdempotencyKey[] keys = answers.stream().map(KeptAnswer::key).toArray(IdempotencyKey[]::new);
    try (LedgerTransaction open = begin()) {
      assertEquals(keys.length, claim(open, keys).size());
      refuseAndKeep(open, event, answers.toArray(KeptAnswer[]::new));
      open.commit();
    }
    try (LedgerTransaction open = begin()) {
      assertTrue(claim(open, keys).values().stream().allMatch(each -> each instanceof Claim.Kept));
    }
  }

  @Test
  default void K24_more_keys_than_there_may_be_are_refused_and_none_is_claimed() {
    WorkspaceId workspace = aWorkspace();
    IdempotencyKey[] keys =
        IntStream.rangeClosed(0, LedgerTransaction.MAX_KEYS)
            .mapToObj(i -> key(workspace, "k" + i))
            .toArray(IdempotencyKey[]::new);
    try (LedgerTransaction open = begin()) {
      assertThrows(IllegalArgumentException.class, () -> claim(open, keys));
      assertEquals(new Claim.Ours(), claimed(keys[0]));
    }
  }
}
