package dev.holdfast.app.v1;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Text that no database and no UTF-8 can carry is refused wherever it stands. */
public abstract class TextRules extends V1Rules {

  /** JSON escapes of NUL and of surrogates without their other half. */
  private static final List<String> UNSPEAKABLE =
      List.of("\\u0000", "\\ud83d", "\\ude00", "\\ude00\\ud83d", "\\ud83dx", "\\uD800\\uD800");

  private void refusedEverywhere(String step, List<String> templates) {
    for (String template : templates) {
      for (String bad : UNSPEAKABLE) {
        String body = template.replace("?", bad).replace("$", token());
        Check.errors(venue.untouchedBy(() -> venue.seats(step, body)));
      }
    }
  }

  @Test
  void hold_refuses_unspeakable_text() {
    String start = "{\"objectLabel\":\"A-1\",\"holdToken\":\"$\",";
    refusedEverywhere(
        "hold",
        List.of(
            "{\"objectLabel\":\"A-1?\",\"holdToken\":\"$\"}",
            "{\"objectLabel\":\"A-1\",\"holdToken\":\"$?\"}",
            "{\"objectLabels\":[\"A-1\",\"?\"],\"holdToken\":\"$\"}",
            start + "\"categoryKey\":\"premium?\"}",
            start + "\"objectType\":\"?\"}",
            start + "\"extraData\":{\"a\":\"?\"}}",
            start + "\"extraData\":{\"a?\":1}}",
            start + "\"extraData\":{\"a\":[{\"b\":[\"x?y\"]}]}}",
            start + "\"unknown\":\"?\"}",
            start + "\"?\":1}"));
  }

  @Test
  void book_refuses_unspeakable_text() {
    String token = token();
    venue.hold("A-1", token).ok();
    String start = "{\"objectLabels\":[\"A-1\"],\"holdToken\":\"" + token;
    refusedEverywhere(
        "book",
        List.of(
            "{\"objectLabels\":[\"A-1\",\"?\"],\"holdToken\":\"" + token + "\"}",
            start + "?\"}",
            start + "\",\"extraData\":{\"orderId\":\"?\"}}",
            start + "\",\"extraData\":{\"?\":{}}}",
            start + "\",\"unknown\":[\"?\"]}"));
  }

  @Test
  void release_and_extend_refuse_unspeakable_text() {
    String token = token();
    venue.hold("A-1", token).ok();
    refusedEverywhere(
        "release",
        List.of(
            "{\"objectLabels\":[\"A-1\",\"?\"]}",
            "{\"objectLabels\":[\"A-1\"],\"holdToken\":\"" + token + "?\"}",
            "{\"objectLabels\":[\"A-1\"],\"unknown\":\"?\"}"));
    refusedEverywhere(
        "extend",
        List.of(
            "{\"holdToken\":\"" + token + "?\"}",
            "{\"holdToken\":\"" + token + "\",\"labels\":[\"A-1\",\"?\"]}",
            "{\"holdToken\":\"" + token + "\",\"unknown\":\"?\"}"));
  }

  @Test
  void charts_and_events_refuse_unspeakable_text() {
    String chartKey = venue.chartKey();
    V1Client sk = venue.sk();
    String before = sk.get(TestVenue.CHARTS).raw() + sk.get(TestVenue.EVENTS).raw();
    for (String bad : UNSPEAKABLE) {
      String seats = Layouts.labelled(List.of("label")).toString().replace("\"label\":\"1\"", "$");
      String label = seats.replace("$", "\"label\":\"" + bad + "\"");
      String unknown = seats.replace("$", "\"label\":\"1\",\"note\":\"" + bad + "\"");
      for (String layout : List.of(label, unknown)) {
        String body = "{\"name\":\"Hall\",\"draftVersion\":" + layout + "}";
        Check.errors(sk.post(TestVenue.CHARTS, body));
        Check.errors(sk.patch(venue.chartPath(""), body));
      }
      String name = "\"name\":\"Hall" + bad + "\"}";
      Check.errors(sk.post(TestVenue.CHARTS, "{" + name));
      Check.errors(sk.patch(venue.chartPath(""), "{" + name));
      Check.errors(sk.post(TestVenue.EVENTS, "{\"chartKey\":\"" + chartKey + "\"," + name));
      Check.errors(sk.post(TestVenue.EVENTS, "{\"chartKey\":\"" + bad + "\"}"));
      Check.errors(sk.patch(venue.path(""), "{" + name));
    }
    assertEquals(before, sk.get(TestVenue.CHARTS).raw() + sk.get(TestVenue.EVENTS).raw());
  }

  @Test
  void a_path_with_nul_is_refused() {
    venue.sk().get(TestVenue.EVENTS + "/%00/status").expect(400);
    venue.sk().get(TestVenue.EVENTS + "/" + venue.eventKey() + "%00").expect(400);
  }

  @Test
  void a_path_of_any_other_characters_is_answered() {
    for (String key :
        List.of("%C3%A9", "%F0%9F%98%80", "%7B%7D", "a%20b", "%27", "x".repeat(500))) {
      Check.envelope(404, venue.sk().get(TestVenue.EVENTS + "/" + key));
      Check.envelope(404, venue.sk().get(TestVenue.CHARTS + "/" + key));
    }
  }

  @Test
  void whole_surrogate_pairs_and_control_characters_are_welcome() {
    String token = token();
    String body =
        "{\"objectLabel\":\"A-1\",\"holdToken\":\""
            + token
            + "\",\"extraData\":{\"\\ud83d\\ude00\":\"\\u0001\\u001f\\u2028\\ufffe\"}}";

    venue.seats("hold", body).ok();

    assertEquals(
        Json.object("😀", "\u0001\u001f\u2028\ufffe"), venue.object("A-1").path("extraData"));
  }

  @Test
  void text_that_means_something_to_a_database_is_only_text() {
    for (String nasty :
        List.of("'; DROP TABLE events; --", "\\'; x", "%_%", "$1", "{}", "\\u0000".substring(1))) {
      String token = nasty + token();
      venue
          .seats(
              "hold",
              Json.object(
                  "objectLabel", "A-1", "holdToken", token, "extraData", Json.object(nasty, nasty)))
          .ok();
      assertEquals(token, venue.object("A-1").path("holdToken").asText());
      assertEquals(Json.object(nasty, nasty), venue.object("A-1").path("extraData"));
      venue.release(List.of("A-1"), token).ok();
    }
  }
}
