package dev.holdfast.http.tmt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import dev.holdfast.domain.idempotency.Repeat;
import dev.holdfast.http.json.Texts;
import dev.holdfast.http.json.Wording;
import dev.holdfast.http.route.Answer;
import dev.holdfast.http.route.Envelope;
import dev.holdfast.http.route.Repeats;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class TmtFaultsTest {
  private static Answer shaped(Answer answer) {
    return TmtRoutes.FAULTS.shape(answer);
  }

  @Test
  void an_answer_that_tells_of_no_fault_stays_as_it_is() {
    Answer answer = Answer.ok(json -> json.writeString("x"));
    assertSame(answer, shaped(answer));
  }

  @Test
  void a_store_that_is_away_is_500_and_says_when_to_come_back() {
    Answer answer = shaped(Envelope.storeAway(Duration.ofSeconds(3)));

    assertEquals(500, answer.status());
    assertEquals("3", answer.headers().get("Retry-After"));
    Bodies.assertBody(
        "{'message':'El almacén de datos no está disponible; no se ha cambiado nada',"
            + "'status':500,'data':{'valido':false,'error':'STORE_UNAVAILABLE'}}",
        answer);
  }

  @Test
  void a_server_with_its_hands_full_is_503_and_says_when_to_come_back() {
    Answer answer = shaped(Envelope.unavailable(Duration.ofSeconds(2)));

    assertEquals(503, answer.status());
    assertEquals("2", answer.headers().get("Retry-After"));
    Bodies.assertBody(
        "{'message':'El servicio no está disponible; vuelva a intentarlo',"
            + "'status':503,'data':{'valido':false,'error':'UNAVAILABLE'}}",
        answer);
  }

  @Test
  void what_may_have_happened_says_so_and_names_the_entry_in_the_log() {
    Bodies.assertBody(
        "{'message':'No se sabe si el cambio se hizo: consulte el estado antes de repetirlo',"
            + "'status':500,"
            + "'data':{'valido':false,'error':'OUTCOME_UNKNOWN','incident':'i-1'}}",
        shaped(Envelope.outcomeUnknown("i-1")));
    Bodies.assertBody(
        "{'message':'Error interno','status':500,"
            + "'data':{'valido':false,'error':'INTERNAL','incident':'i-1'}}",
        shaped(Envelope.broken("i-1")));
  }

  @Test
  void every_status_that_is_answered_has_its_word_and_keeps_its_headers() {
    assertWord(401, "UNAUTHORIZED", Envelope.keyMissing());
    assertWord(403, "FORBIDDEN", Envelope.forbidden());
    assertWord(404, "NOT_FOUND", Envelope.notFound());
    assertWord(405, "METHOD_NOT_ALLOWED", Envelope.methodNotAllowed("POST"));
    assertWord(408, "REQUEST_TIMEOUT", Envelope.bodyTooSlow());
    assertWord(413, "PAYLOAD_TOO_LARGE", Envelope.bodyTooLarge(9));
    assertWord(415, "UNSUPPORTED_MEDIA_TYPE", Envelope.notJson());
    assertWord(400, "INVALID_REQUEST", Envelope.malformed("Malformed URL"));
    assertWord(409, "IDEMPOTENCY_KEY_IN_USE", Repeats.answer(new Repeat.StillRunning()));
    assertWord(422, "IDEMPOTENCY_KEY_REUSED", Repeats.answer(new Repeat.OtherRequest()));
    assertWord(418, "ERROR", Envelope.plain(418, "x"));
  }

  private static void assertWord(int status, String word, Answer fault) {
    Answer answer = shaped(fault);
    assertEquals(status, answer.status());
    assertEquals(fault.headers(), answer.headers());
    assertEquals(word, Bodies.of(answer).path("data").path("error").asText());
  }

  @Test
  void a_request_without_data_hears_that_it_needs_some() {
    for (Answer each :
        List.of(
            Envelope.bodyMissing(),
            Envelope.invalid("data", Wording.REQUIRED),
            Envelope.invalid("data", Wording.expected("object", "string")),
            Envelope.invalid("_root", Wording.expected("object", "array")))) {
      assertEquals(
          "El cuerpo debe incluir \"data\"", Bodies.of(shaped(each)).path("message").asText());
    }
  }

  @Test
  void members_that_are_wrong_are_named() {
    Answer answer =
        Envelope.invalid(Map.of("data.seats.0", List.of(Wording.expected("string", "number"))));
    Bodies.assertBody(
        "{'message':'data.seats.0 debe ser de tipo string y es de tipo number','status':400,"
            + "'data':{'valido':false,'error':'INVALID_REQUEST',"
            + "'errors':{'data.seats.0':['debe ser de tipo string y es de tipo number']}}}",
        shaped(answer));
    assertEquals(
        "El cuerpo no es JSON válido",
        Bodies.of(shaped(Envelope.invalid("_root", "Invalid JSON"))).path("message").asText());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Object must be nested at most 32 levels deep | debe tener como máximo 32 niveles",
        "Object must have at most 16384 bytes of JSON | debe tener como máximo 16384 bytes de JSON",
        "JSON is nested too deeply or has too many values | tiene demasiados niveles o valores",
        "A number is out of range | tiene un número fuera de rango",
        "Invalid UTF-8 | no es UTF-8 válido",
        "Invalid JSON | no es JSON válido",
      })
  void what_is_said_of_bodies_is_said_in_spanish(String english, String spanish) {
    assertEquals(spanish, TmtText.ofMember(english));
  }

  @Test
  void whatever_is_said_of_members_is_said_in_spanish() {
    assertEquals("es obligatorio", TmtText.ofMember(Wording.REQUIRED));
    assertEquals("debe ser un número entero", TmtText.ofMember(Wording.NOT_AN_INTEGER));
    assertEquals(
        "debe tener al menos 8 caracteres", TmtText.ofMember(Wording.atLeastCharacters(8)));
    assertEquals(
        "debe tener como máximo 9 caracteres", TmtText.ofMember(Wording.atMostCharacters(9)));
    assertEquals("debe tener al menos 1 elementos", TmtText.ofMember(Wording.atLeastElements(1)));
    assertEquals(
        "debe tener como máximo 200 elementos", TmtText.ofMember(Wording.atMostElements(200)));
    assertEquals("debe ser como mínimo 1", TmtText.ofMember(Wording.atLeast(1)));
    assertEquals("debe ser mayor que 0", TmtText.ofMember(Wording.positive()));
    assertEquals("debe ser como máximo 7200", TmtText.ofMember(Wording.atMost(7200)));
    assertNotEquals(Texts.UNUSABLE, TmtText.ofMember(Texts.UNUSABLE));
  }
}
