package dev.holdfast.domain.contract;

import static dev.holdfast.domain.contract.KeptAnswers.claim;
import static dev.holdfast.domain.contract.KeptAnswers.key;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.holdfast.domain.chart.Chart;
import dev.holdfast.domain.idempotency.Fingerprint;
import dev.holdfast.domain.idempotency.IdempotencyKey;
import dev.holdfast.domain.idempotency.Once;
import dev.holdfast.domain.idempotency.Repeat;
import dev.holdfast.domain.idempotency.StoredAnswer;
import dev.holdfast.domain.port.LedgerTransaction;
import dev.holdfast.domain.port.Page;
import dev.holdfast.domain.port.StoreFailure;
import dev.holdfast.domain.refusal.Outcome;
import dev.holdfast.domain.refusal.Refusal;
import dev.holdfast.domain.workspace.WorkspaceId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** K17 to K23: changes of the catalog. */
public interface IdempotencyChangeRules extends KeptAnswers {
  int TWINS = 4;

  private static Once<Chart> once(IdempotencyKey key, Fingerprint request) {
    return new Once<>(key, request, outcome -> Optional.of(told(outcome)));
  }

  private static StoredAnswer told(Outcome<Chart> outcome) {
    return new StoredAnswer(
        switch (outcome) {
          case Outcome.Accepted<Chart>(Chart chart) -> chart.key();
          case Outcome.Refused<Chart> refused -> refused.first().toString();
          case Outcome.Repeated<Chart> _ -> throw new AssertionError("never kept");
        });
  }

  private static Outcome<Chart> again(String text) {
    return new Outcome.Repeated<>(new Repeat.Answered(new StoredAnswer(text)));
  }

  private Outcome<Chart> make(WorkspaceId workspace) {
    String key = UUID.randomUUID().toString();
    return Outcome.accepted(catalog().createChart(workspace, key, "xxx", "text", "{}"));
  }

  private List<String> charts(WorkspaceId workspace) {
    return catalog().charts(workspace, new Page.Request(1, 100)).items().stream()
        .map(Chart::key)
        .toList();
  }

  private static String keyOf(Outcome<Chart> outcome) {
    return ((Outcome.Accepted<Chart>) outcome).answer().key();
  }

  @Test
  default void K17_I9_a_change_is_made_once_and_answered_the_same_afterwards() {
    WorkspaceId workspace = aWorkspace();
    Once<Chart> once = once(key(workspace, "k"), REQUEST);
    String made = keyOf(answers().carryOut(once, () -> make(workspace)));
    assertEquals(again(made), answers().carryOut(once, () -> make(workspace)));
    assertEquals(List.of(made), charts(workspace));
    assertEquals(made, answers().find(once.key()).orElseThrow().answer().text());
  }

  @Test
  default void K18_a_key_of_another_request_makes_no_change() {
    WorkspaceId workspace = aWorkspace();
    IdempotencyKey key = key(workspace, "k");
    answers().carryOut(once(key, REQUEST), () -> make(workspace));
    assertEquals(
        new Outcome.Repeated<Chart>(new Repeat.OtherRequest()),
        answers().carryOut(once(key, OTHER), () -> make(workspace)));
    assertEquals(1, charts(workspace).size());
  }

  @Test
  default void K19_a_change_sees_what_it_has_changed_itself() {
    WorkspaceId workspace = aWorkspace();
    List<String> seen =
        ((Outcome.Accepted<List<String>>)
                answers()
                    .carryOut(
                        new Once<>(key(workspace, "k"), REQUEST, _ -> Optional.empty()),
                        () -> {
                          make(workspace);
                          make(workspace);
                          return Outcome.accepted(charts(workspace));
                        }))
            .answer();
    assertEquals(2, seen.size());
    assertEquals(seen, charts(workspace));
  }

  @Test
  default void K20_I9_a_refusal_is_kept_where_it_is_a_decision_and_else_not() {
    WorkspaceId workspace = aWorkspace();
    Once<Chart> decision = once(key(workspace, "k"), REQUEST);
    Once<Chart> none = once(key(workspace, "l"), REQUEST);
    Refusal inUse = new Refusal.ChartInUse();
    answers().carryOut(decision, () -> Outcome.refused(inUse));
    answers().carryOut(none, () -> Outcome.refused(new Refusal.UnknownChart()));
    assertEquals(again(inUse.toString()), answers().carryOut(decision, () -> make(workspace)));
    keyOf(answers().carryOut(none, () -> make(workspace)));
    assertEquals(1, charts(workspace).size());
  }

  @Test
  default void K21_a_key_in_use_makes_no_change_and_is_not_waited_for() {
    WorkspaceId workspace = aWorkspace();
    Once<Chart> once = once(key(workspace, "k"), REQUEST);
    try (LedgerTransaction open = begin()) {
      claim(open, once.key());
      assertEquals(
          new Outcome.Repeated<Chart>(new Repeat.StillRunning()),
          answers().carryOut(once, () -> make(workspace)));
    }
    assertEquals(List.of(), charts(workspace));
    keyOf(answers().carryOut(once, () -> make(workspace)));
  }

  @Test
  default void K22_a_change_that_meets_trouble_leaves_no_answer() {
    WorkspaceId workspace = aWorkspace();
    Once<Chart> once = once(key(workspace, "k"), REQUEST);
    StoreFailure trouble = new StoreFailure.Unavailable("planned", null);
    assertThrows(
        StoreFailure.Unavailable.class,
        () ->
            answers()
                .carryOut(
                    once,
                    () -> {
                      throw trouble;
                    }));
    assertEquals(Optional.empty(), answers().find(once.key()));
    keyOf(answers().carryOut(once, () -> make(workspace)));
  }

  @Test
  default void K23_I9_of_many_twins_one_makes_its_change() throws Exception {
    WorkspaceId workspace = aWorkspace();
    Once<Chart> once = once(key(workspace, "k"), REQUEST);
    try (SeatLockCrowd crowd = new SeatLockCrowd(TWINS)) {
      List<Outcome<Chart>> all =
          crowd.all(_ ->
              () -> SeatLedgerRules.again(() -> answers().carryOut(once, () -> make(workspace))));
      assertEquals(1, all.stream().filter(each -> each instanceof Outcome.Accepted<Chart>).count());
    }
    assertEquals(1, charts(workspace).size());
  }
}
