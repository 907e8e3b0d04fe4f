package dev.holdfast.http;

import static dev.holdfast.http.LocalServer.assertStatus;
import static dev.holdfast.http.SeatsioDesk.json;
import static dev.holdfast.http.SeatsioHouse.BATCH;
import static dev.holdfast.http.SeatsioHouse.EXPAND;
import static dev.holdfast.http.SeatsioHouse.GROUP;
import static dev.holdfast.http.SeatsioHouse.objects;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Changes of status of the seats.io dialect (section 15), over HTTP: what is asked and answered.
 */
final class SeatsioStatusTest {
  private static final String A_1 =
      "{'label':'A-1','labels':{'own':{'label':'1','type':'seat'},"
          + "'parent':{'label':'A','type':'row'}},'ids':{'own':'1','parent':'A'},"
          + "'status':'booked','categoryLabel':'Cat1','categoryKey':'9','objectType':'seat',"
          + "'forSale':true,'isAccessible':false,'isCompanionSeat':false,"
          + "'hasRestrictedView':false,'hasLiftUpArmrests':false,'isHearingImpaired':false,"
          + "'isSemiAmbulatorySeat':false,'hasSignLanguageInterpretation':false,"
          + "'isPlusSize':false,'rightNeighbour':'A-2','distanceToFocalPoint':20.0,"
          + "'isAvailable':false,'availabilityReason':'booked',"
          + "'seasonStatusOverriddenQuantity':0,'seasonStatusOverriddenQuantities':{}}";

  private final SeatsioHouse house = new SeatsioHouse();
  private final SeatsioDesk desk = house.desk();

  @AfterEach
  void close() {
    house.close();
  }

  private static ObjectNode a1() {
    return (ObjectNode) json(A_1);
  }

  private static JsonNode with(ObjectNode info, String members) {
    info.setAll((ObjectNode) json("{" + members + "}"));
    return info;
  }

  private static List<String> names(JsonNode object) {
    List<String> names = new ArrayList<>();
    object.fieldNames().forEachRemaining(names::add);
    return names;
  }

  @Test
  void a_change_answers_the_objects_as_they_are_afterwards_and_nothing_else() {
    JsonNode answer =
        house
            .group(List.of("gala"), "'type':'CHANGE_STATUS_TO','status':'booked'," + objects("A-1"))
            .is(200)
            .body();
    assertEquals(json("{'objects':{'A-1':" + A_1 + "}}"), answer);
    assertEquals(a1(), house.info("A-1"));
  }

  @Test
  void all_that_comes_with_an_object_is_told() {
    String token = house.token();
    JsonNode held =
        house.change(
            "'status':'reservedByToken','holdToken':'%s','orderId':'order1',".formatted(token)
                + "'objects':[{'objectId':'A-1','ticketType':'adult',"
                + "'extraData':{'foo':'bar','deep':[null,{'a':1.50}]}}]");
    JsonNode expected =
        with(
            a1(),
            "'status':'reservedByToken','availabilityReason':'reservedByToken',"
                + "'ticketType':'adult','orderId':'order1','holdToken':'"
                + token
                + "','extraData':{'foo':'bar','deep':[null,{'a':1.50}]}");
    assertEquals(expected, held.path("A-1"));
    assertEquals(expected, house.info("A-1"));
  }

  @Test
  void several_events_are_changed_at_once_and_answer_one_entry_a_label() {
    JsonNode answer =
        house
            .group(
                List.of("gala", "ball", "gala"),
                "'type':'CHANGE_STATUS_TO','status':'lost'," + objects("A-2", "A-1"))
            .is(200)
            .body();
    assertEquals(List.of("objects"), names(answer));
    assertEquals(List.of("A-2", "A-1"), names(answer.path("objects")));
    assertEquals(answer.path("objects"), house.toldOf("gala", "A-2", "A-1"));
    assertEquals(answer.path("objects"), house.toldOf("ball", "A-2", "A-1"));
    assertEquals("lost", house.status("A-1"));
    assertEquals(2, house.changes("gala"));
    assertEquals(2, house.changes("ball"));
  }

  @Test
  void a_batch_is_answered_change_by_change_though_it_is_one_step() {
    StringBuilder changes = new StringBuilder();
    for (String status : List.of("s1", "s2", "s3", "s4")) {
      changes
          .append(changes.isEmpty() ? "" : ",")
          .append("{'type':'CHANGE_STATUS_TO','event':'gala','status':'" + status + "',")
          .append("'orderId':'of " + status + "'," + objects("A-1") + "}");
    }
    changes.append(",{'type':'RELEASE','event':'ball'," + objects("A-2", "GA1") + "}");
    JsonNode answer =
        desk.post(BATCH + EXPAND, "{'statusChanges':[" + changes + "]}").is(200).body();
    assertEquals(List.of("results"), names(answer));
    assertEquals(5, answer.path("results").size());
    for (int at = 0; at < 4; at++) {
      String status = "s" + (at + 1);
      JsonNode expected =
          with(
              a1(),
              "'status':'%s','availabilityReason':'%s','orderId':'of %s'"
                  .formatted(status, status, status));
      assertEquals(json("{'objects':{'A-1':" + expected + "}}"), answer.path("results").path(at));
    }
    assertEquals(List.of("A-2", "GA1"), names(answer.path("results").path(4).path("objects")));
    assertEquals("s4", house.status("A-1"));
    List<String> log = new ArrayList<>();
    desk.get("/events/gala/status-changes")
        .body()
        .path("items")
        .forEach(each -> log.add(each.path("status").asText()));
    assertEquals(List.of("s4", "s3", "s2", "s1"), log);
  }

  @Test
  void a_change_in_the_event_of_the_path_is_the_same() {
    String path = "/events/gala/actions/change-object-status";
    String body = "{'status':'booked'," + objects("A-1") + "}";
    assertEquals(
        json("{'objects':{'A-1':" + A_1 + "}}"), desk.post(path + EXPAND, body).is(200).body());
    desk.post(path, "{'type':'RELEASE','bestAvailable':null," + objects("A-1") + "}").is(204);
    assertEquals("free", house.status("A-1"));
  }

  @Test
  void who_does_not_ask_for_the_objects_gets_none() {
    String body = SeatsioHouse.groupOf(List.of("gala"), "'status':'x'," + objects("A-1"));
    assertTrue(desk.post(GROUP, body).is(204).body().isMissingNode());
    desk.post(GROUP + "?expand=events", body).is(204);
    desk.post(GROUP + "?expand=events&expand=objects", body).is(200);
    desk.post(GROUP + "?expand=events,objects,events", body).is(200);
  }

  @Test
  void labels_may_stand_for_themselves() {
    JsonNode objects = house.change("'status':'booked','objects':['A-1',{'objectId':'A-2'},'GA1']");
    assertEquals(List.of("A-1", "A-2", "GA1"), names(objects));
    assertEquals(1, objects.path("GA1").path("numBooked").intValue());
  }

  @Test
  void what_is_null_was_not_sent() {
    house.change("'status':'lost'," + objects("A-1"));
    JsonNode objects =
        house.change(
            "'type':null,'status':'booked','holdToken':null,'orderId':null,'keepExtraData':null,"
                + "'ignoreChannels':null,'channelKeys':null,'allowedPreviousStatuses':null,"
                + "'rejectedPreviousStatuses':null,'resaleListingId':null,'bestAvailable':null,"
                + "'objects':[{'objectId':'A-1','extraData':null,'ticketType':null,"
                + "'quantity':null}]");
    assertEquals(a1(), objects.path("A-1"));
  }

  @Test
  void empty_lists_of_names_are_like_none() {
    house.change(
        "'status':'booked','channelKeys':[],'allowedPreviousStatuses':[],"
            + "'rejectedPreviousStatuses':[]",
        "A-1");
    assertEquals("booked", house.status("A-1"));
  }

  @Test
  void a_body_is_json_whatever_it_is_declared_as() throws Exception {
    for (String type : List.of("text/plain; charset=UTF-8", "application/json", "x/y")) {
      String body =
          SeatsioHouse.groupOf(List.of("gala"), "'status':'lost'," + objects("A-1"))
              .replace('\'', '"');
      String head =
          LocalServer.basicHead(
              desk.server().company().liveSecret().text(),
              "POST",
              GROUP,
              "Content-Type: " + type,
              "Content-Length: " + body.length());
      assertStatus(204, desk.server().whole(head + body));
    }
    assertEquals(3, house.changes("gala"));
  }

  @Test
  void labels_are_what_they_are_in_any_notation() {
    JsonNode changed = house.change("'status':'booked'", "R/1-a b", "Section A-A-1", "Booth 1");
    assertEquals(
        changed.path("R/1-a b"),
        desk.get("/events/gala/objects?label=R%2F1-a+b").body().path("R/1-a b"));
    assertEquals("Section A", changed.path("Section A-A-1").path("section").asText());
    assertEquals("booth", changed.path("Booth 1").path("objectType").asText());
    assertEquals(
        1, desk.get("/events/gala/objects/R%2F1-a%20b/status-changes").body().path("items").size());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "'status':'booked' | #: required key [objects] not found",
        "'objects':['A-1'] | #: required key [status] not found",
        "'status':'booked','objects':[] | #/objects: expected minimum item count: 1, found: 0",
        "'status':'booked','objects':'A-1' | #/objects: expected type: array, found: string",
        "'status':'booked','objects':[null] | #/objects/0: expected type: object, found: null",
        "'status':'booked','objects':[7] | #/objects/0: expected type: object, found: number",
        "'status':'booked','objects':[{}] | #/objects/0: required key [objectId] not found",
        "'status':'booked','objects':[''] | #/objects/0/objectId: expected minLength: 1",
        "'status':'','objects':['A-1'] | #/status: expected minLength: 1",
        "'status':5,'objects':['A-1'] | #/status: expected type: string, found: number",
        "'status':'reservedByToken','objects':['A-1'] | #: required key [holdToken] not found",
        "'status':'booked','objects':[{'objectId':'GA1','quantity':0}] |"
            + " #/objects/0/quantity: Number must be greater than or equal to 1",
        "'status':'booked','objects':[{'objectId':'GA1','quantity':1.5}] |"
            + " #/objects/0/quantity: expected type: integer, found: float",
        "'status':'booked','objects':[{'objectId':'A-1','extraData':'x'}] |"
            + " #/objects/0/extraData: expected type: object, found: string",
        "'status':'booked','keepExtraData':'yes','objects':['A-1'] |"
            + " #/keepExtraData: expected type: boolean, found: string",
        "'status':'booked','channelKeys':'web','objects':['A-1'] |"
            + " #/channelKeys: expected type: array, found: string"
      })
  void what_is_wrong_with_a_change_is_told_where_it_stands(String members, String message) {
    String before = house.books();
    house.group(List.of("gala"), members).says(400, "GENERAL_ERROR", message);
    desk.post(BATCH, "{'statusChanges':[{'event':'gala'," + members + "}]}")
        .says(400, "GENERAL_ERROR", message.replaceFirst("#", "#/statusChanges/0"));
    assertEquals(before, house.books());
  }

  @Test
  void events_and_changes_have_to_be_named() {
    String change = "'status':'booked'," + objects("A-1");
    desk.post(GROUP, "{" + change + "}")
        .says(400, "GENERAL_ERROR", "#: required key [events] not found");
    desk.post(GROUP, "{'events':[]," + change + "}")
        .says(400, "GENERAL_ERROR", "#/events: expected minimum item count: 1, found: 0");
    desk.post(BATCH, "{}").says(400, "GENERAL_ERROR", "#: required key [statusChanges] not found");
    desk.post(BATCH, "{'statusChanges':[]}")
        .says(400, "GENERAL_ERROR", "#/statusChanges: expected minimum item count: 1, found: 0");
    desk.post(BATCH, "{'statusChanges':[{" + change + "}]}")
        .says(400, "GENERAL_ERROR", "#/statusChanges/0: required key [event] not found");
    desk.post(GROUP).is(400);
  }

  @Test
  void an_event_that_there_is_not_changes_none() {
    String before = house.books();
    String message = "Event not found: none was not found in workspace " + house.desk().workspace();
    String change = "'status':'booked'," + objects("A-1");
    house.group(List.of("gala", "none"), change).says(404, "EVENT_NOT_FOUND", message);
    desk.post(
            BATCH,
            "{'statusChanges':[{'event':'gala',%s},{'event':'none',%s}]}".formatted(change, change))
        .says(404, "EVENT_NOT_FOUND", message);
    desk.post("/events/none/actions/change-object-status", "{" + change + "}")
        .says(404, "EVENT_NOT_FOUND", message);
    assertEquals(before, house.books());
  }

  @Test
  void a_step_changes_so_many_objects_and_no_more() {
    String before = house.books();
    StringBuilder thousand = new StringBuilder("'GA1'");
    for (int more = 1; more < 1_000; more++) {
      thousand.append(",'GA1'");
    }
    String objects = "'type':'RELEASE','objects':[" + thousand + "]";
    house.group(List.of("gala", "ball"), objects).is(200);
    String message = "#: at most 2000 objects are changed at once";
    house.group(List.of("gala", "ball", "evt_1"), objects).says(400, "GENERAL_ERROR", message);
    String change = "{'event':'gala'," + objects + "}";
    desk.post(BATCH, "{'statusChanges':[%s,%s,%s]}".formatted(change, change, change))
        .says(400, "GENERAL_ERROR", message);
    assertEquals(before, house.books());
  }

  @Test
  void another_workspace_s_event_is_no_event() {
    String body =
        SeatsioHouse.groupOf(List.of("gala"), "'status':'x'," + objects("A-1")).replace('\'', '"');
    String key = desk.server().company().testSecret().text();
    String answer = LocalServer.quietly(() -> desk.server().basicSending(key, "POST", GROUP, body));
    assertStatus(404, answer);
    assertFalse(house.journal("gala").contains("A-1"));
  }
}
