package dev.holdfast.http;

import static dev.holdfast.http.SeatsioDesk.json;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.holdfast.http.SeatsioDesk.Reply;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is for sale, and channels, of the seats.io dialect (sections 13 and 14), over HTTP. */
final class SeatsioSalesTest {
  private static final String EVENT = "/events/evt_1";
  private static final String ACTIONS = EVENT + "/actions";
  private static final String CHANNELS = EVENT + "/channels";
  private static final String WEB =
      "{'key':'web','name':'Web','color':'blue','objects':['A-1','A-2'],'areaPlaces':{'GA1':10}}";
  private static final String DESK = "{'key':'desk','name':'Desk','color':'red','index':1}";

  private final SeatsioDesk desk = new SeatsioDesk();

  @AfterEach
  void close() {
    desk.close();
  }

  private JsonNode event() {
    return desk.get(EVENT).is(200).body();
  }

  private JsonNode channel(String key) {
    for (JsonNode each : event().path("channels")) {
      if (each.path("key").asText().equals(key)) {
        return each;
      }
    }
    throw new AssertionError("no channel " + key + ": " + event());
  }

  private void assertForSale(String config) {
    assertEquals(json(config), event().path("forSaleConfig"));
  }

  @Test
  void a_mark_replaces_what_was_marked_before() {
    assertFalse(event().has("forSaleConfig"));
    desk.post(
            ACTIONS + "/mark-as-for-sale",
            "{'objects':['o1','o2'],'areaPlaces':{'GA1':3},'categories':['cat1']}")
        .is(200);
    assertForSale(
        "{'forSale':true,'objects':['o1','o2'],'areaPlaces':{'GA1':3},'categories':['cat1']}");
    Reply marked = desk.post(ACTIONS + "/mark-as-not-for-sale", "{'objects':['A-1']}").is(200);
    assertEquals(10, marked.body().path("rateLimitRemainingCalls").intValue());
    assertForSale("{'forSale':false,'objects':['A-1'],'areaPlaces':{},'categories':[]}");
    desk.post(ACTIONS + "/mark-everything-as-for-sale").is(200);
    assertFalse(event().has("forSaleConfig"));
    desk.post(ACTIONS + "/mark-everything-as-not-for-sale").is(200);
    assertForSale("{'forSale':true,'objects':[],'areaPlaces':{},'categories':[]}");
  }

  @Test
  void an_edit_begins_with_everything_for_sale_and_says_how_many_are_left() {
    Reply first =
        desk.post(
                ACTIONS + "/edit-for-sale-config",
                "{'notForSale':[{'object':'A-1'},{'object':'A-2'},{'object':'GA1','quantity':5}]}")
            .is(200);
    String config =
        "{'forSale':false,'objects':['A-1','A-2'],'areaPlaces':{'GA1':5},'categories':[]}";
    assertEquals(json(config), first.body().path("forSaleConfig"));
    assertForSale(config);
    JsonNode limit = first.body().path("rateLimitInfo");
    assertEquals(9, limit.path("rateLimitRemainingCalls").intValue());
    Instant reset = Instant.parse(limit.path("rateLimitResetDate").asText());
    assertTrue(limit.path("rateLimitResetDate").asText().matches(".*T00:00:00(\\.000)?Z"));
    assertTrue(reset.isAfter(Instant.parse(event().path("createdOn").asText())));
    Reply second =
        desk.post(
                ACTIONS + "/edit-for-sale-config",
                "{'forSale':[{'object':'A-1'},{'object':'GA1','quantity':2}]}")
            .is(200);
    assertEquals(
        json("{'forSale':false,'objects':['A-2'],'areaPlaces':{'GA1':3},'categories':[]}"),
        second.body().path("forSaleConfig"));
    assertEquals(8, second.body().path("rateLimitInfo").path("rateLimitRemainingCalls").intValue());
  }

  @Test
  void after_ten_edits_there_are_none_until_tomorrow() {
    String path = ACTIONS + "/edit-for-sale-config";
    for (int left = 9; left >= 0; left--) {
      desk.post(path, "{'notForSale':[{'object':'A-" + left + "'}]}").is(200);
    }
    Reply no = desk.post(path, "{'forSale':[{'object':'A-1'}]}");
    no.says(429, "RATE_LIMIT_EXCEEDED", "Rate limit exceeded");
    assertTrue(no.head().matches("(?s).*\r\nRetry-After: [1-9][0-9]*(\r\n.*)?"), no::toString);
    assertEquals(10, event().path("forSaleConfig").path("objects").size());
    desk.post(ACTIONS + "/mark-as-not-for-sale", "{'objects':['A-1']}").is(200);
  }

  @Test
  void several_events_are_edited_at_once_or_none() {
    String chart = desk.chart();
    desk.post("/events", "{'chartKey':'" + chart + "','eventKey':'gala'}").is(201);
    JsonNode edited =
        desk.post(
                "/events/actions/edit-for-sale-config",
                "{'events':{'gala':{'notForSale':[{'object':'A-1'}]},"
                    + "'evt_1':{'forSale':[{'object':'A-2'}]}}}")
            .is(200)
            .body();
    assertEquals(
        json("{'forSale':false,'objects':['A-1'],'areaPlaces':{},'categories':[]}"),
        edited.path("gala").path("forSaleConfig"));
    assertEquals(
        9, edited.path("evt_1").path("rateLimitInfo").path("rateLimitRemainingCalls").intValue());
    assertForSale("{'forSale':false,'objects':[],'areaPlaces':{},'categories':[]}");
    desk.post(
            "/events/actions/edit-for-sale-config",
            "{'events':{'gala':{'notForSale':[{'object':'A-9'}]},'none':{}}}")
        .is(404);
    assertEquals(1, desk.get("/events/gala").body().path("forSaleConfig").path("objects").size());
    desk.post("/events/actions/edit-for-sale-config", "{'events':{}}").is(400);
    desk.post("/events/actions/edit-for-sale-config", "{}").is(400);
  }

  @Test
  void what_is_wrong_with_an_edit_is_told_where_it_stands() {
    desk.post(ACTIONS + "/edit-for-sale-config", "{'forSale':[{}]}")
        .says(400, "GENERAL_ERROR", "#/forSale/0: required key [object] not found");
    desk.post(ACTIONS + "/edit-for-sale-config", "{'notForSale':[{'object':'A','quantity':0}]}")
        .says(400, "GENERAL_ERROR", "#/notForSale/0/quantity: Number must be greater than 0");
    desk.post(
            "/events/actions/edit-for-sale-config",
            "{'events':{'evt_1':{'forSale':[{'object':7}]}}}")
        .says(
            400,
            "GENERAL_ERROR",
            "#/events/evt_1/forSale/0/object: expected type: string, found: number");
    desk.post(ACTIONS + "/mark-as-for-sale", "{'objects':'A-1'}")
        .says(400, "GENERAL_ERROR", "#/objects: expected type: array, found: string");
    desk.post("/events/none/actions/mark-as-for-sale", "{}").is(404);
    assertFalse(event().has("forSaleConfig"));
  }

  @Test
  void v1_and_tmt_sell_what_is_for_sale_to_everybody() {
    desk.post(ACTIONS + "/mark-as-not-for-sale", "{'objects':['A-1']}").is(200);
    desk.post(CHANNELS, "{'key':'web','name':'','color':'','objects':['A-2']}").is(204);
    for (String seat : new String[] {"A-1", "A-2"}) {
      String refused = hold(seat);
      LocalServer.assertStatus(409, refused);
      assertTrue(
          refused.contains(
              "\"failed\":[{\"objectLabel\":\""
                  + seat
                  + "\",\"reason\":\"not_for_sale\",\"version\":0}]"),
          refused);
      String tmt = hold("/hold_seats_seatsio", seat);
      LocalServer.assertStatus(400, tmt);
      assertTrue(tmt.contains("\"error\":\"SEATS_NOT_FOR_SALE\""), tmt);
    }
    LocalServer.assertStatus(200, hold("A-3"));
    desk.post(ACTIONS + "/mark-everything-as-for-sale").is(200);
    LocalServer.assertStatus(200, hold("A-1"));
  }

  private String hold(String seat) {
    return LocalServer.quietly(() ->
        desk.server()
            .post(
                "/api/v1/events/{event}/seats/hold",
                "{\"objectLabel\":\"" + seat + "\",\"holdToken\":\"token-of-mine\"}"));
  }

  private String hold(String function, String seat) {
    return LocalServer.quietly(() ->
        desk.server()
            .post(function, "{\"data\":{\"event_id\":\"evt_1\",\"seats\":[\"" + seat + "\"]}}"));
  }

  @Test
  void one_channel_is_added_or_a_list_of_them() {
    desk.post(CHANNELS, WEB).is(204);
    desk.post(CHANNELS, "[" + DESK + ",{'key':'vip','name':'','color':'','objects':['A-1']}]")
        .is(204);
    JsonNode channels = event().path("channels");
    assertEquals("desk", channels.path(0).path("key").asText());
    assertEquals("web", channels.path(1).path("key").asText());
    assertFalse(channels.path(1).has("index"));
    assertEquals(json("['A-2']"), channel("web").path("objects"));
    assertEquals(json("{'GA1':10}"), channel("web").path("areaPlaces"));
    assertEquals(json("['A-1']"), channel("vip").path("objects"));
    desk.post(CHANNELS, WEB).says(400, "GENERAL_ERROR", "Channel key is in use: web");
  }

  @Test
  void a_channel_is_updated_by_what_is_sent_and_keeps_its_id() {
    desk.post(CHANNELS, "[" + WEB + "," + DESK + "]").is(204);
    String id = channel("web").path("id").asText();
    desk.post(CHANNELS + "/web", "{'name':'Shop','objects':['A-3']}").is(204);
    assertEquals(
        json(
            "{'id':'"
                + id
                + "','key':'web','name':'Shop','color':'blue','objects':['A-3'],"
                + "'areaPlaces':{'GA1':10}}"),
        channel("web"));
    desk.post(CHANNELS + "/desk", "{'objects':['A-3'],'areaPlaces':{'GA1':1}}").is(204);
    assertEquals(json("[]"), channel("web").path("objects"));
    assertEquals(json("{'GA1':1}"), channel("desk").path("areaPlaces"));
    desk.post(CHANNELS + "/none", "{'name':'x'}")
        .says(404, "CHANNEL_NOT_FOUND", "Channel not found: none");
  }

  @Test
  void objects_move_and_places_add_up() {
    desk.post(CHANNELS, "[" + WEB + "," + DESK + "]").is(204);
    desk.post(CHANNELS + "/desk/objects", "{'objects':['A-1'],'areaPlaces':{'GA1':20}}").is(204);
    desk.post(CHANNELS + "/web/objects", "{'areaPlaces':{'GA1':20}}").is(204);
    assertEquals(json("['A-2']"), channel("web").path("objects"));
    assertEquals(json("{'GA1':30}"), channel("web").path("areaPlaces"));
    assertEquals(json("['A-1']"), channel("desk").path("objects"));
    desk.delete(CHANNELS + "/web/objects", "{'objects':['A-2'],'areaPlaces':{'GA1':10}}").is(204);
    assertEquals(json("[]"), channel("web").path("objects"));
    assertEquals(json("{'GA1':20}"), channel("web").path("areaPlaces"));
    desk.delete(CHANNELS + "/none/objects", "{'objects':['A-2']}").is(404);
    desk.post(CHANNELS + "/web/objects", "{'objects':{}}").is(400);
  }

  @Test
  void channels_are_removed_and_replaced() {
    desk.post(CHANNELS, "[" + WEB + "," + DESK + "]").is(204);
    String id = channel("web").path("id").asText();
    desk.delete(CHANNELS + "/desk").is(204);
    assertEquals(1, event().path("channels").size());
    desk.delete(CHANNELS + "/desk").says(404, "CHANNEL_NOT_FOUND", "Channel not found: desk");
    desk.post(
            CHANNELS + "/replace",
            "{'channels':[{'key':'app','name':'App','color':'x','index':2},"
                + "{'key':'web','name':'Web 2','color':'y','index':1}]}")
        .is(204);
    JsonNode channels = event().path("channels");
    assertEquals(2, channels.size());
    assertEquals(
        json(
            "{'id':'"
                + id
                + "','key':'web','name':'Web 2','color':'y','index':1,'objects':[],"
                + "'areaPlaces':{}}"),
        channels.path(0));
    desk.post(CHANNELS + "/replace", "{'channels':[]}").is(204);
    assertEquals(json("[]"), event().path("channels"));
    desk.post(CHANNELS + "/replace", "{}")
        .says(400, "GENERAL_ERROR", "#: required key [channels] not found");
  }

  @Test
  void a_request_sent_again_under_its_key_changes_nothing_more() throws Exception {
    desk.post(CHANNELS, "[" + WEB + "," + DESK + "]").is(204);
    String body = "{\"areaPlaces\":{\"GA1\":20}}";
    String head =
        LocalServer.basicHead(
            desk.server().company().liveSecret().text(),
            "POST",
            CHANNELS + "/web/objects",
            "Idempotency-Key: once",
            "Content-Length: " + body.length());
    LocalServer.assertStatus(204, desk.server().whole(head + body));
    String again = desk.server().whole(head + body);
    LocalServer.assertStatus(204, again);
    assertTrue(again.contains("Idempotent-Replayed: true"), again);
    assertEquals(json("{'GA1':30}"), channel("web").path("areaPlaces"));
  }
}
