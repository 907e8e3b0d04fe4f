package dev.holdfast.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.domain.port.GateUnavailable;
import dev.holdfast.domain.port.ReservationFailure;
import dev.holdfast.domain.port.StoreFailure;
import dev.holdfast.http.json.DotPath;
import dev.holdfast.http.json.InvalidRequest;
import dev.holdfast.http.route.Answer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;

final class FaultsTest {
  @Test
  void what_may_pass_is_503_and_says_when_to_come_back() {
    assertLater(1, new StoreFailure.Unavailable("", null));
    assertLater(1, new GateUnavailable("", null));
    assertLater(1, new ReservationFailure.Overloaded("", Duration.ofMillis(5), null));
    assertLater(3, new ReservationFailure.Overloaded("", Duration.ofMillis(2_001), null));
  }

  @Test
  void what_may_have_happened_says_so() {
    assertUnknown(new ReservationFailure.OutcomeUnknown("", null));
    assertUnknown(new StoreFailure.CommitUnknown("", null));
  }

  @Test
  void a_fault_of_ours_tells_an_id_and_nothing_else() {
    for (Throwable fault :
        new Throwable[] {
          new ReservationFailure.Broken("sk_live_secret", null),
          new StoreFailure.Rejected("sk_live_secret", null),
          new IllegalStateException("sk_live_secret"),
          new OutOfMemoryError("sk_live_secret")
        }) {
      Answer answer = Faults.answer("POST /x", fault);
      assertEquals(500, answer.status());
      assertTrue(
          text(answer)
              .matches(
                  "\\{\"statusCode\":500,\"message\":\"Internal server error\","
                      + "\"incident\":\"[0-9a-f-]{36}\"}"),
          text(answer));
      assertFalse(text(answer).contains("secret"));
    }
  }

  @Test
  void a_caller_s_mistake_is_his_to_read() {
    Answer answer = Faults.answer("POST /x", new InvalidRequest(DotPath.ROOT.to("name"), "Bad"));
    assertEquals(400, answer.status());
    assertEquals(
        "{\"statusCode\":400,\"message\":\"Validation failed\",\"errors\":{\"name\":[\"Bad\"]}}",
        text(answer));
  }

  private static void assertLater(int seconds, Throwable thrown) {
    Answer answer = Faults.answer("POST /x", thrown);
    assertEquals(503, answer.status());
    assertEquals(Integer.toString(seconds), answer.headers().get("Retry-After"));
  }

  private static void assertUnknown(Throwable thrown) {
    Answer answer = Faults.answer("POST /x", thrown);
    assertEquals(500, answer.status());
    assertTrue(text(answer).contains("\"message\":\"outcome_unknown: "), text(answer));
  }

  private static String text(Answer answer) {
    return new String(((Answer.Whole) answer.content()).bytes(), StandardCharsets.UTF_8);
  }
}
