package dev.holdfast.app.tmt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.holdfast.app.v1.Answer;
import dev.holdfast.app.v1.Json;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Bodies that are no data, and data of the wrong kind. */
public abstract class TmtBadInputRules extends TmtRules {

  private static final List<String> WITHOUT_DATA =
      List.of("list_event_seatsio", "list_charts_seatsio");

  private static List<String> withData() {
    return TmtClient.FUNCTIONS.stream().filter(name -> !WITHOUT_DATA.contains(name)).toList();
  }

  @Test
  void M_42_a_body_without_data_is_refused() {
    String bare = venue.everything(venue.held("A-1")).toString();
    List<String> bodies =
        List.of(
            "{}",
            bare,
            "{\"data\":null}",
            "{\"data\":[]}",
            "{\"data\":\"x\"}",
            "{\"data\":5}",
            "{\"Data\":{}}",
            "[]",
            "\"data\"",
            "5",
            "null");
    unchanged(() -> {
      for (String function : withData()) {
        for (String body : bodies) {
          TmtCheck.refusedNaming("\"data\"", venue.tmt().sent(function, body));
        }
      }
    });
  }

  /** Runs requests that must change nothing at all. */
  private void unchanged(Runnable requests) {
    String before = v1.objects().toString();
    requests.run();
    assertEquals(before, v1.objects().toString());
  }

  @Test
  void M_42_what_is_no_json_is_refused() {
    for (String function : TmtClient.FUNCTIONS) {
      for (String body :
          List.of(
              "{", "nonsense", "{\"data\":{}", "{\"data\":{}} x", "{\"data\":{},}", "{data:{}}")) {
        TmtCheck.refused(venue.tmt().sent(function, body));
      }
    }
    for (String function : withData()) {
      TmtCheck.refused(venue.tmt().sent(function, ""));
    }
    assertEquals(List.of(), v1.objects());
  }

  @Test
  void a_missing_member_is_named() {
    missing("create_event_seatsio", "chart_id", "event_id", "name_event");
    missing("hold_seats_seatsio", "event_id", "seats");
    missing("release_seats_seatsio", "event_id", "seats");
    missing("expire_hold_token_seatsio", "hold_token");
    missing("book_seats_seatsio", "event_id", "seats", "hold_token");
    missing("extend_seats_seatsio", "event_id", "hold_token");
    missing("published_charts_seatsio", "chart_id");
    missing("list_objects_charts_seatsio", "chart_id");
    missing("add_tags_to_chart_seatsio", "chart_id", "tags");
    missing("remove_tags_from_chart_seatsio", "chart_id", "tags");
    missing("copy_chart_seatsio", "chart_id");
  }

  private void missing(String function, String... members) {
    String token = venue.held("A-1");
    unchanged(() -> {
      for (String member : members) {
        ObjectNode data = venue.everything(token).put("event_id", idFor(function));
        data.remove(member);
        TmtCheck.refusedNaming("data." + member, venue.tmt().callWith(function, data));
      }
    });
    venue.expire(token).ok();
  }

  private String idFor(String function) {
    return function.equals("create_event_seatsio") ? TmtVenue.newId() : venue.event();
  }

  @Test
  void a_member_of_the_wrong_kind_is_named() {
    wrong("create_event_seatsio", "chart_id", "5", "null", "[]", "{}", "true", "\"\"");
    wrong("create_event_seatsio", "event_id", "5", "null", "[]", "{}", "true", "\"\"");
    wrong("create_event_seatsio", "name_event", "5", "[]", "{}", "true");
    wrong("create_event_seatsio", "date_event", "5", "[]", "{}", "true");
    wrong("hold_seats_seatsio", "event_id", "5", "null", "[]", "{}", "true", "\"\"");
    wrong("hold_seats_seatsio", "seats", "5", "null", "{}", "true", "\"A-1\"");
    wrong("release_seats_seatsio", "event_id", "5", "null", "[]", "{}", "true");
    wrong("release_seats_seatsio", "seats", "5", "null", "{}", "true", "\"A-1\"", "[]");
    wrong("book_seats_seatsio", "event_id", "5", "null", "[]", "{}", "true");
    wrong("book_seats_seatsio", "seats", "5", "null", "{}", "true", "\"A-1\"", "[]");
    wrong("book_seats_seatsio", "extra_data", "5", "[]", "true", "\"x\"");
    wrong("book_seats_seatsio", "order_id", "5", "[]", "true", "{}");
    wrong("extend_seats_seatsio", "seats", "5", "{}", "true", "\"A-1\"", "[5]");
    wrong("published_charts_seatsio", "chart_id", "5", "null", "[]", "{}", "true");
    wrong("add_tags_to_chart_seatsio", "tags", "5", "null", "{}", "\"x\"", "[5]", "[null]");
    wrong("remove_tags_from_chart_seatsio", "tags", "5", "null", "{}", "\"x\"", "[5]", "[null]");
  }

  private void wrong(String function, String member, String... values) {
    String token = venue.held("A-1");
    unchanged(() -> {
      for (String value : values) {
        ObjectNode data = venue.everything(token).put("event_id", idFor(function));
        data.set(member, Json.parse(value));
        TmtCheck.refusedNaming("data." + member, venue.tmt().callWith(function, data));
      }
    });
    venue.expire(token).ok();
  }

  @Test
  void text_that_no_database_can_carry_is_refused() {
    String token = venue.held("A-1");
    String event = "{\"data\":{\"event_id\":\"" + venue.event() + "\",\"seats\":[\"A-1\"";
    for (String bad : List.of("\\u0000", "\\ud83d", "\\ude00", "\\ude00\\ud83d", "\\uD800x")) {
      refusedAll(
          "hold_seats_seatsio",
          "{\"data\":{\"event_id\":\"" + bad + "\",\"seats\":[\"A-2\"]}}",
          event + ",\"" + bad + "\"]}}",
          event.replace("A-1", "A-2") + "],\"unknown\":\"" + bad + "\"}}",
          event.replace("A-1", "A-2") + "]},\"" + bad + "\":1}");
      refusedAll(
          "release_seats_seatsio",
          event + ",\"" + bad + "\"]}}",
          event + "],\"hold_token\":\"" + token + bad + "\"}}");
      String book = event + "],\"hold_token\":{\"token\":\"" + token + "\"";
      refusedAll(
          "book_seats_seatsio",
          book.replace(token, token + bad) + "}}}",
          book + ",\"kept\":\"" + bad + "\"}}}",
          book + ",\"" + bad + "\":1}}}",
          book + "},\"order_id\":\"" + bad + "\"}}",
          book + "},\"extra_data\":{\"a\":[\"" + bad + "\"]}}}",
          book + "},\"extra_data\":{\"" + bad + "\":1}}}");
      refusedAll(
          "expire_hold_token_seatsio",
          "{\"data\":{\"hold_token\":{\"token\":\"" + token + "\",\"kept\":\"" + bad + "\"}}}",
          "{\"data\":{\"hold_token\":\"" + token + bad + "\"}}");
      String chart = "{\"data\":{\"chart_id\":\"" + venue.chart() + "\",";
      refusedAll(
          "create_event_seatsio",
          chart + "\"event_id\":\"eV9\",\"name_event\":\"" + bad + "\"}}",
          chart + "\"event_id\":\"eV9" + bad + "\",\"name_event\":\"x\"}}");
      refusedAll("add_tags_to_chart_seatsio", chart + "\"tags\":[\"" + bad + "\"]}}");
    }
  }

  private void refusedAll(String function, String... bodies) {
    unchanged(() -> {
      for (String body : bodies) {
        TmtCheck.refused(venue.tmt().sent(function, body));
      }
    });
  }

  @Test
  void json_of_any_depth_is_answered() {
    int depth = 100_000;
    String deep = "[".repeat(depth) + "]".repeat(depth);
    String token = venue.held("A-1");

    TmtCheck.refused(venue.tmt().sent("hold_seats_seatsio", deep));
    TmtCheck.refused(venue.tmt().callWith("hold_seats_seatsio", deep));
    TmtCheck.refused(
        v1.untouchedBy(() ->
            venue
                .tmt()
                .callWith(
                    "expire_hold_token_seatsio",
                    "{\"hold_token\":{\"token\":\"" + token + "\",\"x\":" + deep + "}}")));
  }

  @Test
  void an_unknown_member_is_passed_over() {
    Answer hold =
        venue
            .tmt()
            .call(
                "hold_seats_seatsio",
                "event_id",
                venue.event(),
                "seats",
                List.of("A-1"),
                "dialogue",
                Json.object("of", "another version"));

    assertTrue(TmtCheck.ok(hold).path("hold").has("objects"));
  }
}
