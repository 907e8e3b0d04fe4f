package dev.holdfast.http.tmt;

import static dev.holdfast.domain.refusal.Refusals.ALL;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.JsonNode;
import dev.holdfast.domain.refusal.Refusal;
import dev.holdfast.domain.refusal.Refusal.AlreadyHeld;
import dev.holdfast.domain.refusal.Refusal.AlreadyTaken;
import dev.holdfast.domain.refusal.Refusal.InsufficientCapacity;
import dev.holdfast.domain.refusal.Refusal.NotForSale;
import dev.holdfast.domain.refusal.Refusal.NotFoundOrFree;
import dev.holdfast.domain.refusal.Refusal.NotHeldByToken;
import dev.holdfast.domain.refusal.Refusals;
import dev.holdfast.http.route.Answer;
import java.util.List;
import org.junit.jupiter.api.Test;

final class TmtAnswersTest {
  @Test
  void every_refusal_is_400_in_the_body_as_well_and_says_so_in_words() {
    for (Refusal refusal : ALL) {
      Answer answer = TmtAnswers.refused(List.of(refusal));
      JsonNode body = Bodies.of(answer);
      assertEquals(400, answer.status(), refusal::toString);
      assertEquals(400, body.path("status").intValue(), refusal::toString);
      assertFalse(body.path("message").asText().isEmpty(), refusal::toString);
      assertFalse(body.path("data").path("valido").asBoolean(true), refusal::toString);
    }
  }

  @Test
  void the_word_follows_from_the_refusal() {
    assertEquals(
        List.of(
            "EVENT_NOT_FOUND",
            "CHART_NOT_FOUND",
            "REFUSED",
            "REFUSED",
            "REFUSED",
            "REFUSED",
            "REFUSED",
            "REFUSED",
            "REFUSED",
            "REFUSED",
            "REFUSED",
            "CHART_NOT_PUBLISHED",
            "EVENT_ALREADY_EXISTS",
            "REFUSED",
            "REFUSED",
            "INVALID_TAGS",
            "INVALID_TAGS",
            "REFUSED",
            "REFUSED",
            "REFUSED",
            "REFUSED",
            "REFUSED",
            "SEATS_NOT_FOUND",
            "INVALID_SEATS",
            "INVALID_SEATS",
            "REFUSED",
            "INVALID_SEATS",
            "EXTRA_DATA_TOO_LARGE",
            "HOLD_TOKEN_EXPIRED",
            "TOKEN_LIMIT",
            "KEY_LIMIT",
            "TOO_SCATTERED",
            "SEATS_NOT_AVAILABLE",
            "SEATS_NOT_AVAILABLE",
            "SEATS_NOT_AVAILABLE",
            "SEATS_NOT_AVAILABLE",
            "SEATS_NOT_FOR_SALE",
            "SEATS_NOT_AVAILABLE",
            "SEATS_NOT_HELD",
            "SEATS_NOT_HELD"),
        ALL.stream().map(each -> word(List.of(each))).toList());
    assertEquals("EVENT_NOT_FOUND", word(ALL));
  }

  private static String word(List<Refusal> reasons) {
    return Bodies.of(TmtAnswers.refused(reasons)).path("data").path("error").asText();
  }

  @Test
  void every_object_concerned_is_named_and_told_by_the_weightiest() {
    Bodies.assertBody(
        "{'message':'El asiento A-1 no está disponible','status':400,'data':{'valido':false,"
            + "'error':'SEATS_NOT_AVAILABLE','failed':["
            + "{'objectLabel':'A-1','reason':'already_booked','version':4},"
            + "{'objectLabel':'A-2','reason':'already_held','version':5},"
            + "{'objectLabel':'ga','reason':'insufficient_capacity','version':6}]}}",
        TmtAnswers.refused(
            Refusals.of(AlreadyTaken.class, AlreadyHeld.class, InsufficientCapacity.class)));
    Bodies.assertBody(
        "{'message':'En ga quedan 2 plazas','status':400,'data':{'valido':false,"
            + "'error':'SEATS_NOT_AVAILABLE','failed':["
            + "{'objectLabel':'ga','reason':'insufficient_capacity','version':6}]}}",
        TmtAnswers.refused(Refusals.of(InsufficientCapacity.class)));
    Bodies.assertBody(
        "{'message':'El asiento A-3 no está a la venta','status':400,'data':{'valido':false,"
            + "'error':'SEATS_NOT_FOR_SALE','failed':["
            + "{'objectLabel':'A-3','reason':'not_for_sale','version':9}]}}",
        TmtAnswers.refused(Refusals.of(NotForSale.class)));
    Bodies.assertBody(
        "{'message':'El asiento A-1 no está retenido por este hold token','status':400,"
            + "'data':{'valido':false,'error':'SEATS_NOT_HELD','failed':["
            + "{'objectLabel':'A-1','reason':'not_held_by_token','version':7},"
            + "{'objectLabel':'A-1','reason':'not_found_or_free','version':8}]}}",
        TmtAnswers.refused(Refusals.of(NotHeldByToken.class, NotFoundOrFree.class)));
  }

  @Test
  void what_the_layout_does_not_have_is_named_with_version_0() {
    assertFailed("A-1", "not_found", new Refusal.UnknownObject("A-1"));
    assertFailed("ga", "not_a_seat", new Refusal.NotASeat("ga"));
    assertFailed("A-1", "not_an_area", new Refusal.NotAnArea("A-1"));
    assertFailed("ga", "quantity_required", new Refusal.AllPlacesNotConfirmed("ga"));
    assertFailed("A-1", "extra_data_too_large", new Refusal.ExtraDataTooLarge("A-1", 16_384));
  }

  private static void assertFailed(String object, String reason, Refusal refusal) {
    Bodies.assertJson(
        "[{'objectLabel':'" + object + "','reason':'" + reason + "','version':0}]",
        Bodies.of(TmtAnswers.refused(List.of(refusal))).path("data").path("failed"));
  }

  @Test
  void what_concerns_no_object_names_none() {
    Bodies.assertBody(
        "{'message':'El hold token no existe o ha expirado','status':400,"
            + "'data':{'valido':false,'error':'HOLD_TOKEN_EXPIRED'}}",
        TmtAnswers.refused(List.of(new Refusal.TokenOver())));
    Bodies.assertBody(
        "{'message':'Con una misma clave se retienen como máximo 5000 asientos de un evento',"
            + "'status':400,'data':{'valido':false,'error':'KEY_LIMIT'}}",
        TmtAnswers.refused(List.of(new Refusal.KeyLimit(5_000, List.of()))));
    Bodies.assertBody(
        "{'message':'El evento ya existe','status':400,"
            + "'data':{'valido':false,'error':'EVENT_ALREADY_EXISTS'}}",
        TmtAnswers.refused(List.of(new Refusal.EventKeyTaken())));
  }
}
