package dev.holdfast.http;

import static dev.holdfast.http.SeatsioDesk.json;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Extra data in place of what there was (section 12) in the seats.io dialect, over HTTP. */
final class SeatsioExtraDataTest {
  private static final String SEVERAL = "/events/gala/actions/update-extra-data";

  private final SeatsioHouse house = new SeatsioHouse();
  private final SeatsioDesk desk = house.desk();

  @AfterEach
  void close() {
    house.close();
  }

  private static String one(String label) {
    return "/events/gala/objects/" + label + "/actions/update-extra-data";
  }

  private static JsonNode without(JsonNode info, String member) {
    ObjectNode rest = info.deepCopy();
    rest.remove(member);
    return rest;
  }

  @Test
  void one_object_has_what_was_sent_and_all_else_stays() {
    String ada = house.token();
    house.change(
        "'status':'reservedByToken','holdToken':'"
            + ada
            + "','orderId':'o1',"
            + "'objects':[{'objectId':'A-1','ticketType':'adult','extraData':{'a':1,'b':2}}]");
    JsonNode before = house.info("A-1");
    int changes = house.changes("gala");
    assertTrue(
        desk.post(one("A-1"), "{'extraData':{'b':[null],'c':1.50}}")
            .is(204)
            .body()
            .isMissingNode());
    JsonNode after = house.info("A-1");
    assertEquals(json("{'b':[null],'c':1.50}"), after.path("extraData"));
    assertEquals(without(before, "extraData"), without(after, "extraData"));
    assertEquals(changes, house.changes("gala"));
    house.change("'status':'booked','keepExtraData':true,'holdToken':'" + ada + "'", "A-1");
    assertEquals(after.path("extraData"), house.info("A-1").path("extraData"));
  }

  @Test
  void a_free_object_has_extra_data_too_and_stays_free() {
    JsonNode before = house.info("A-1");
    desk.post(one("A-1"), "{'extraData':{'a':1}}").is(204);
    ObjectNode expected = before.deepCopy();
    expected.set("extraData", json("{'a':1}"));
    assertEquals(expected, house.info("A-1"));
    desk.post(one("A-1"), "{'extraData':{}}").is(204);
    assertEquals(before, house.info("A-1"));
    assertEquals(0, house.changes("gala"));
    house.change("'status':'booked'", "A-1");
  }

  @Test
  void several_objects_have_each_their_own() {
    house.change("'status':'lost'", "A-2", "T1");
    desk.post(SEVERAL, "{'extraData':{'A-1':{'a':1},'A-2':{'a':2},'T1':{'a':3},'Booth 1':{'a':4}}}")
        .is(204);
    JsonNode objects = house.told("A-1", "A-2", "T1", "Booth 1", "A-3");
    assertEquals(json("{'a':1}"), objects.path("A-1").path("extraData"));
    assertEquals(json("{'a':2}"), objects.path("A-2").path("extraData"));
    assertEquals(json("{'a':3}"), objects.path("T1").path("extraData"));
    assertEquals(json("{'a':4}"), objects.path("Booth 1").path("extraData"));
    assertFalse(objects.path("A-3").has("extraData"));
    assertEquals("lost", objects.path("A-2").path("status").asText());
    assertFalse(house.toldOf("ball", "A-1").path("A-1").has("extraData"));
  }

  @Test
  void labels_are_decoded_once() {
    desk.post(one("R%2F1-a%20b"), "{'extraData':{'a':1}}").is(204);
    assertEquals(json("{'a':1}"), house.info("R/1-a b").path("extraData"));
    desk.post(one("R/1-a%20b"), "{'extraData':{'a':1}}").is(404);
    desk.post(one("A%252D1"), "{'extraData':{'a':1}}")
        .says(400, "GENERAL_ERROR", "Object not found: A%2D1");
  }

  @Test
  void all_have_it_or_none() {
    String before = house.books();
    desk.post(one("Z-1"), "{'extraData':{'a':1}}")
        .says(400, "GENERAL_ERROR", "Object not found: Z-1");
    desk.post(SEVERAL, "{'extraData':{'A-1':{'a':1},'Z-1':{'a':1}}}")
        .says(400, "GENERAL_ERROR", "Object not found: Z-1");
    desk.post(one("GA1"), "{'extraData':{'a':1}}")
        .says(400, "GENERAL_ERROR", "GA1 is a general admission area");
    desk.post(SEVERAL, "{'extraData':{'A-1':{'a':1},'GA1':{'a':1}}}")
        .says(400, "GENERAL_ERROR", "GA1 is a general admission area");
    desk.post("/events/none/actions/update-extra-data", "{'extraData':{'A-1':{}}}")
        .says(
            404,
            "EVENT_NOT_FOUND",
            "Event not found: none was not found in workspace " + desk.workspace());
    assertEquals(before, house.books());
  }

  @Test
  void what_is_wrong_is_told_where_it_stands() {
    desk.post(one("A-1"), "{}").says(400, "GENERAL_ERROR", "#: required key [extraData] not found");
    desk.post(one("A-1"), "{'extraData':null}")
        .says(400, "GENERAL_ERROR", "#: required key [extraData] not found");
    desk.post(one("A-1"), "{'extraData':[]}")
        .says(400, "GENERAL_ERROR", "#/extraData: expected type: object, found: array");
    desk.post(SEVERAL, "{}").says(400, "GENERAL_ERROR", "#: required key [extraData] not found");
    desk.post(SEVERAL, "{'extraData':'x'}")
        .says(400, "GENERAL_ERROR", "#/extraData: expected type: object, found: string");
    desk.post(SEVERAL, "{'extraData':{'A-1':7}}")
        .says(400, "GENERAL_ERROR", "#/extraData/A-1: expected type: object, found: number");
    desk.post(SEVERAL, "{'extraData':{}}")
        .says(400, "GENERAL_ERROR", "#/extraData: expected minimum item count: 1, found: 0");
    String much = "x".repeat(16 * 1024);
    desk.post(one("A-1"), "{'extraData':{'a':'" + much + "'}}").is(400);
    assertFalse(house.info("A-1").has("extraData"));
  }
}
