package dev.holdfast.app.tmt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.holdfast.app.v1.Answer;
import dev.holdfast.app.v1.V1Client;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** Every function is served at two places, to pages of any origin. */
public abstract class TmtPathRules extends TmtRules {

  private static final String ORIGIN = "https://entradas.example.org";
  private static final List<String> PLACES = List.of(TmtClient.ROOT, TmtClient.PREFIXED);

  private static String allowedOrigin(Answer answer) {
    return answer.header("Access-Control-Allow-Origin");
  }

  @Test
  void a_whole_sale_goes_through_either_place() {
    for (String place : PLACES) {
      TmtVenue there = venue.at(place).secondEvent();
      String token = there.held("A-1", "A-2", "A-3", TmtVenue.places("floor", 2));
      there.extend(token, 900).ok();
      there.releaseUnder(token, "A-3").ok();
      there.book(token, "A-1", TmtVenue.places("floor", 2)).ok();
      there.expire(TmtVenue.object(token)).ok();

      assertEquals(List.of("A-1", "floor"), there.v1().labels("booked"));
      assertEquals(List.of(), there.v1().labels("held"));
      assertEquals(3, there.listed().path("counters").path("booked").asInt());
    }
  }

  @Test
  void a_sale_may_change_its_place_on_the_way() {
    String token = venue.at(TmtClient.PREFIXED).held("A-1");

    TmtCheck.refused(venue.hold("A-1"));
    venue.book(token, "A-1").ok();

    assertEquals("booked", v1.state("A-1"));
  }

  @Test
  void the_chart_functions_are_at_either_place() {
    for (String place : PLACES) {
      TmtClient there = venue.tmt().at(place);
      JsonNode charts = TmtCheck.ok(there.call("list_charts_seatsio")).path("charts");
      assertEquals(venue.chart(), charts.path(0).path("key").asText());
      for (String function : List.of("published_charts_seatsio", "list_objects_charts_seatsio")) {
        TmtCheck.ok(there.call(function, "chart_id", venue.chart()));
      }
      for (String function :
          List.of("add_tags_to_chart_seatsio", "remove_tags_from_chart_seatsio")) {
        TmtCheck.ok(there.call(function, "chart_id", venue.chart(), "tags", List.of("sala")));
      }
    }
    TmtCheck.ok(
        venue.tmt().at(TmtClient.PREFIXED).call("copy_chart_seatsio", "chart_id", venue.chart()));
  }

  @Test
  void a_preflight_needs_no_key_and_allows_what_the_dialect_uses() {
    V1Client page =
        V1Client.withoutKey(service().baseUri())
            .with("Origin", ORIGIN)
            .with("Access-Control-Request-Method", "POST")
            .with("Access-Control-Request-Headers", "x-api-key, content-type, idempotency-key");
    for (String place : PLACES) {
      for (String function : TmtClient.FUNCTIONS) {
        Answer allowed = page.options(place + function);

        assertTrue(List.of(200, 204).contains(allowed.status()), allowed::shortened);
        assertTrue(List.of("*", ORIGIN).contains(allowedOrigin(allowed)), function);
        String headers = allowed.header("Access-Control-Allow-Headers").toLowerCase(Locale.ROOT);
        for (String header : List.of("x-api-key", "content-type", "idempotency-key")) {
          assertTrue(headers.contains(header), () -> header + " is not among " + headers);
        }
        assertTrue(allowed.header("Access-Control-Allow-Methods").contains("POST"), function);
      }
    }
  }

  @Test
  void every_answer_can_be_read_by_the_page_that_asked_refusals_included() {
    V1Client page = v1.sk().with("Origin", ORIGIN);
    V1Client nobody = V1Client.withoutKey(service().baseUri()).with("Origin", ORIGIN);
    venue.held("A-2");
    for (String place : PLACES) {
      TmtVenue there = venue.as(page).at(place);
      List<Answer> answers =
          List.of(
              there.hold("A-1").expect(200),
              there.hold("A-2").expect(400),
              there.tmt().sent("hold_seats_seatsio", "{").expect(400),
              page.get(place + "hold_seats_seatsio").expect(405),
              nobody.post(place + "hold_seats_seatsio", "{}").expect(401));

      for (Answer answer : answers) {
        assertTrue(List.of("*", ORIGIN).contains(allowedOrigin(answer)), answer::shortened);
      }
      venue.release("A-1").ok();
    }
  }
}
