package dev.holdfast.domain.refusal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;

final class OutcomeTest {
  @Test
  void the_weightiest_reason_comes_first_and_equals_stay_in_the_order_of_the_request() {
    Refusal limit = new Refusal.TokenLimit(200, List.of());
    Refusal held = new Refusal.AlreadyHeld("A-9", 1);
    Refusal taken = new Refusal.AlreadyTaken("A-1", 1);
    Refusal lost = new Refusal.NotHeldByToken("A-2", 1, false);
    Outcome.Refused<?> refused =
        (Outcome.Refused<?>) Outcome.refused(List.of(lost, held, taken, limit));
    assertEquals(List.of(limit, held, taken, lost), refused.reasons());
    assertEquals(limit, refused.first());
  }

  @Test
  void a_refusal_has_a_reason() {
    assertThrows(IllegalArgumentException.class, () -> Outcome.refused(List.of()));
  }

  @Test
  void an_answer_can_be_turned_into_another_and_a_refusal_stays() {
    assertEquals(Outcome.accepted("7"), Outcome.accepted(7).map(String::valueOf));
    Outcome<Integer> no = Outcome.refused(new Refusal.UnknownEvent());
    assertEquals(Outcome.refused(new Refusal.UnknownEvent()), no.map(String::valueOf));
  }

  @Test
  void what_comes_next_is_asked_of_an_answer_only() {
    Outcome<Integer> no = Outcome.refused(new Refusal.UnknownEvent());
    Outcome<Integer> other = Outcome.refused(new Refusal.UnknownChart());
    assertEquals(Outcome.accepted(8), Outcome.accepted(7).flatMap(n -> Outcome.accepted(n + 1)));
    assertEquals(other, Outcome.accepted(7).flatMap(_ -> other));
    assertEquals(no, no.flatMap(_ -> other));
  }
}
