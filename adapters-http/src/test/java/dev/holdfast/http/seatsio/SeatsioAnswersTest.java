package dev.holdfast.http.seatsio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.holdfast.domain.idempotency.Repeat;
import dev.holdfast.domain.refusal.Outcome;
import dev.holdfast.domain.refusal.Refusal;
import dev.holdfast.domain.refusal.Refusal.UnfitWorkspace.Why;
import dev.holdfast.domain.refusal.Refusals;
import dev.holdfast.http.route.Answer;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class SeatsioAnswersTest {
  private static final Names NAMES = new Names("ws_1", "hall", "gala");

  private static String message(Refusal... reasons) {
    return Asked.of(SeatsioAnswers.refused(List.of(reasons), NAMES)).at("/messages/0").asText();
  }

  @Test
  void what_is_not_found_is_named_with_the_workspace() {
    assertEquals(
        "Chart not found: hall was not found in workspace ws_1",
        message(new Refusal.UnknownChart()));
    assertEquals(
        "Event not found: gala was not found in workspace ws_1",
        message(new Refusal.UnknownEvent()));
  }

  @Test
  void of_several_reasons_the_weightiest_is_told_and_no_other() {
    JsonNode error =
        Asked.of(
            SeatsioAnswers.refused(
                List.of(
                    new Refusal.AlreadyHeld("A-1", 3), new Refusal.NotHeldByToken("A-2", 1, false)),
                NAMES));
    assertEquals(1, error.path("errors").size());
    assertEquals("ILLEGAL_STATUS_CHANGE", error.at("/errors/0/code").asText());
    assertEquals("A-1 is held by another hold token", error.at("/messages/0").asText());
  }

  @Test
  void every_refusal_has_words_of_its_own_where_this_dialect_can_meet_it() {
    Set<String> told = new HashSet<>();
    for (Refusal each : Refusals.ALL) {
      String message = message(each);
      assertFalse(message.isBlank());
      assertTrue(told.add(message) || message.equals("The request was refused"), message);
    }
  }

  @ParameterizedTest
  @EnumSource
  void what_is_against_a_workspace_is_said(Why why) {
    assertTrue(message(new Refusal.UnfitWorkspace(why)).contains("workspace"));
  }

  @Test
  void what_is_only_done_has_no_body() {
    Answer done = SeatsioAnswers.done(Outcome.accepted("whatever"), NAMES);
    assertEquals(204, done.status());
    assertInstanceOf(Answer.Nothing.class, done.content());
    assertEquals(
        404, SeatsioAnswers.done(Outcome.refused(new Refusal.UnknownWorkspace()), NAMES).status());
  }

  @Test
  void what_was_answered_before_is_answered_as_it_was() {
    Answer running = SeatsioAnswers.done(new Outcome.Repeated<>(new Repeat.StillRunning()), NAMES);
    assertEquals(409, running.status());
  }
}
