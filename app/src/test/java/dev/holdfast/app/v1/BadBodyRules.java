package dev.holdfast.app.v1;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Bodies that are no JSON, not the right kind of it, or too much of it. */
public abstract class BadBodyRules extends V1Rules {

  private static final int MEBIBYTE = 1024 * 1024;

  /** Every operation that takes a body. */
  private List<String[]> operations() {
    return List.of(
        new String[] {"POST", TestVenue.CHARTS},
        new String[] {"PATCH", venue.chartPath("")},
        new String[] {"POST", TestVenue.EVENTS},
        new String[] {"PATCH", venue.path("")},
        new String[] {"POST", venue.path("/seats/hold")},
        new String[] {"POST", venue.path("/seats/book")},
        new String[] {"POST", venue.path("/seats/release")},
        new String[] {"POST", venue.path("/seats/extend")});
  }

  private Answer send(String[] operation, String body) {
    return venue.sk().text(operation[0], operation[1], body, "application/json");
  }

  @Test
  void B_20_broken_json_is_refused_as_such() {
    String goodStart = "{\"objectLabels\":[\"A-1\"],\"holdToken\":\"" + token() + "\"";
    List<String> broken =
        List.of(
            "{",
            "nonsense",
            goodStart,
            goodStart + ",}",
            goodStart + "} x",
            goodStart + "}{}",
            goodStart.replace('"', '\'') + "}",
            goodStart + "/*c*/}",
            "{\"a\":NaN}",
            "{\"a\":01}",
            "{\"a\":\"\n\"}",
            "{\"a\":\"\\x\"}",
            "{a:1}",
            "[1,]",
            "\u0000");
    for (String[] operation : operations()) {
      for (String body : broken) {
        Check.refused("_root", "Invalid JSON", venue.untouchedBy(() -> send(operation, body)));
      }
    }
  }

  @Test
  void an_empty_body_is_refused() {
    for (String[] operation : operations()) {
      for (String body : List.of("", " ", "\n\n")) {
        Check.refused("_root"::equals, venue.untouchedBy(() -> send(operation, body)));
      }
    }
  }

  @Test
  void a_body_that_is_no_object_is_refused_as_a_whole() {
    for (String[] operation : operations()) {
      Check.refused("_root", "Expected object, received array", send(operation, "[]"));
      Check.refused("_root", "Expected object, received string", send(operation, "\"x\""));
      Check.refused("_root", "Expected object, received number", send(operation, "5"));
      Check.refused("_root", "Expected object, received boolean", send(operation, "true"));
      Check.refused("_root", "Expected object, received null", send(operation, "null"));
    }
    assertEquals(List.of(), venue.objects());
  }

  @Test
  void B_20_another_content_type_is_refused() {
    String token = token();
    venue.hold("A-1", token).ok();
    String body = Json.object("objectLabels", List.of("A-1"), "holdToken", token).toString();

    for (String type :
        List.of("text/plain", "application/x-www-form-urlencoded", "application/xml")) {
      Answer refused =
          venue.untouchedBy(() -> venue.sk().text("POST", venue.path("/seats/book"), body, type));
      assertTrue(refused.status() == 400 || refused.status() == 415, refused::shortened);
      Check.envelope(refused.status(), refused);
    }
  }

  @Test
  void bytes_that_are_no_utf_8_are_refused() {
    byte[] body =
        ("{\"objectLabel\":\"A-1\",\"holdToken\":\"" + "t".repeat(8) + "\"}")
            .getBytes(StandardCharsets.UTF_8);
    body[body.length - 4] = (byte) 0xFF;

    Check.envelope(
        400, venue.untouchedBy(() -> venue.sk().bytes("POST", venue.path("/seats/hold"), body)));
  }

  @Test
  void json_of_any_depth_is_answered() {
    int depth = 100_000;
    String arrays = "[".repeat(depth) + "]".repeat(depth);
    String objects = "{\"a\":".repeat(depth) + "1" + "}".repeat(depth);
    String start = "{\"objectLabel\":\"A-1\",\"holdToken\":\"" + token() + "\",";
    for (String deep : List.of(arrays, objects)) {
      for (String body :
          List.of(
              deep, start + "\"unknown\":" + deep + "}", start + "\"extraData\":" + deep + "}")) {
        Check.envelope(400, venue.untouchedBy(() -> venue.seats("hold", body)));
      }
    }
    venue.hold("A-1", token()).ok();
  }

  @Test
  void a_body_of_one_mebibyte_is_read() {
    ObjectNode body = Json.object("objectLabel", "A-1", "holdToken", token(), "unknown", "");
    body.put("unknown", "x".repeat(MEBIBYTE - body.toString().length()));
    assertEquals(MEBIBYTE, body.toString().length());

    venue.seats("hold", body).ok();
  }

  @Test
  void a_body_above_one_mebibyte_is_too_large() {
    for (String[] operation : operations()) {
      boolean chart = operation[1].startsWith(TestVenue.CHARTS);
      long size = (chart ? 32L : 1L) * MEBIBYTE + 1;
      for (boolean chunked : List.of(false, true)) {
        int status = RawHttp.statusOf(venue.sk(), operation[0], operation[1], size, chunked);
        assertEquals(413, status, () -> String.join(" ", operation) + " of " + size + " bytes");
      }
    }
    assertEquals(List.of(), venue.objects());
  }

  @Test
  void what_is_too_large_is_said_in_the_envelope() {
    String body = "\"" + "x".repeat(MEBIBYTE) + "\"";

    Check.envelope(413, venue.untouchedBy(() -> venue.seats("hold", body)));
  }

  @Test
  void a_chart_may_be_larger_than_one_mebibyte() {
    ObjectNode body = Json.object("name", "Hall", "draftVersion", Layouts.wide(3));
    body.put("unknown", "x".repeat(3 * MEBIBYTE));

    Answer made = venue.sk().post(TestVenue.CHARTS, body).expect(201);

    assertEquals("Hall", made.text("name"));
  }

  @Test
  void a_request_without_a_body_where_none_is_needed_may_have_one() {
    venue.sk().post(venue.chartPath("/publish"), "{}").ok();
  }

  @Test
  void a_name_used_twice_is_answered() {
    String token = token();
    Answer answer =
        venue.seats(
            "hold",
            "{\"objectLabel\":\"A-1\",\"objectLabel\":\"A-2\",\"holdToken\":\"" + token + "\"}");

    // JSON leaves the meaning open; what counts is that never both seats are held.
    assertTrue(answer.status() == 200 || answer.status() == 400, answer::shortened);
    assertTrue(venue.objects().size() <= 1);
  }
}
