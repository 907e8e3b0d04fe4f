package dev.holdfast.http;

import static dev.holdfast.http.SeatsioDesk.json;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Events of the seats.io dialect (section 12), over HTTP. */
final class SeatsioEventsTest {
  private final SeatsioDesk desk = new SeatsioDesk();
  private final String chart = desk.chart();

  @AfterEach
  void close() {
    desk.close();
  }

  private JsonNode create(String members) {
    return desk.post("/events", "{'chartKey':'" + chart + "'" + members + "}").is(201).body();
  }

  private JsonNode find(String key) {
    return desk.get("/events/" + key).is(200).body();
  }

  private static Set<String> members(JsonNode object) {
    Set<String> names = new TreeSet<>();
    object.fieldNames().forEachRemaining(names::add);
    return names;
  }

  @Test
  void an_event_is_told_with_what_is_set_and_nothing_else() {
    JsonNode event = create("");
    assertEquals(
        Set.of(
            "id",
            "key",
            "chartKey",
            "tableBookingConfig",
            "supportsBestAvailable",
            "categories",
            "createdOn",
            "isInThePast",
            "isSeason",
            "isTopLevelSeason",
            "isPartialSeason",
            "isEventInSeason"),
        members(event));
    assertTrue(event.path("id").longValue() > 0);
    assertTrue(event.path("key").asText().matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}"));
    assertEquals(chart, event.path("chartKey").asText());
    assertEquals(json("{'mode':'INHERIT'}"), event.path("tableBookingConfig"));
    assertTrue(event.path("supportsBestAvailable").booleanValue());
    assertEquals(json("[]"), event.path("categories"));
    assertFalse(event.path("isSeason").asBoolean(true));
    assertFalse(event.path("isInThePast").asBoolean(true));
    Instant.parse(event.path("createdOn").asText());
    assertEquals(event, find(event.path("key").asText()));
  }

  @Test
  void an_event_is_told_with_all_that_it_was_created_with() {
    JsonNode event =
        create(
            ",'eventKey':'gala','name':'Gala','date':'2027-05-01',"
                + "'tableBookingConfig':{'mode':'CUSTOM',"
                + "'tables':{'T2':'BY_SEAT','T1':'BY_TABLE'}},"
                + "'categories':[{'key':9,'label':'Cat1','color':'#87A9CD','accessible':true},"
                + "{'key':'vip','label':'VIP','color':'red'}],"
                + "'objectCategories':{'A-2':10,'A-1':'vip'},"
                + "'channels':[{'key':'desk','name':'Desk','color':'blue','index':2},"
                + "{'key':'web','name':'Web','color':'#FFFF99','index':1,"
                + "'objects':['A-2','A-1'],'areaPlaces':{'GA1':3}}],"
                + "'forSaleConfig':{'forSale':false,'objects':['A-1'],"
                + "'areaPlaces':{'GA1':5},'categories':['Cat1']}");
    assertEquals("gala", event.path("key").asText());
    assertEquals("Gala", event.path("name").asText());
    assertEquals("2027-05-01", event.path("date").asText());
    assertEquals(
        json("{'mode':'CUSTOM','tables':{'T2':'BY_SEAT','T1':'BY_TABLE'}}"),
        event.path("tableBookingConfig"));
    assertEquals(
        json(
            "[{'key':9,'label':'Cat1','color':'#87A9CD','accessible':true},"
                + "{'key':'vip','label':'VIP','color':'red','accessible':false}]"),
        event.path("categories"));
    assertEquals(json("{'A-2':10,'A-1':'vip'}"), event.path("objectCategories"));
    assertEquals(
        json("{'forSale':false,'objects':['A-1'],'areaPlaces':{'GA1':5},'categories':['Cat1']}"),
        event.path("forSaleConfig"));
    JsonNode channels = event.path("channels");
    assertEquals(2, channels.size());
    assertEquals(
        "{'id':'%s','key':'web','name':'Web','color':'#FFFF99','index':1,'objects':['A-2','A-1'],'areaPlaces':{'GA1':3}}"
            .formatted(channels.path(0).path("id").asText()),
        channels.path(0).toString().replace('"', '\''));
    assertEquals(json("[]"), channels.path(1).path("objects"));
    assertEquals(json("{}"), channels.path(1).path("areaPlaces"));
    assertTrue(channels.path(0).path("id").asText().matches("ch_[A-Za-z0-9]{12}"));
    assertFalse(event.has("updatedOn"));
    assertEquals(event, find("gala"));
  }

  @Test
  void categories_of_the_chart_come_before_those_of_the_event() {
    desk.v1(
        "PATCH",
        "/api/v1/charts/{chart}",
        "{'draftVersion':{'categories':[{'key':'gold','label':'Gold','color':'#ffd700'}],"
            + "'rows':[{'label':'A','seats':2}]}}");
    desk.v1("POST", "/api/v1/charts/{chart}/publish", "{}");
    JsonNode event = create(",'categories':[{'key':1,'label':'One','color':'x'}]");
    assertEquals(
        json(
            "[{'key':'gold','label':'Gold','color':'#ffd700','accessible':false},"
                + "{'key':1,'label':'One','color':'x','accessible':false}]"),
        event.path("categories"));
    assertEquals(event, find(event.path("key").asText()));
  }

  @Test
  void only_what_an_update_names_becomes_another() {
    JsonNode before =
        create(
            ",'eventKey':'gala','name':'Gala','date':'2027-05-01',"
                + "'objectCategories':{'A-1':10},'categories':[{'key':9,'label':'C','color':'x'}]");
    desk.post("/events/gala", "{'name':'Ball'}").is(204);
    JsonNode named = find("gala");
    assertEquals("Ball", named.path("name").asText());
    assertEquals("2027-05-01", named.path("date").asText());
    assertEquals(before.path("objectCategories"), named.path("objectCategories"));
    assertEquals(before.path("createdOn"), named.path("createdOn"));
    assertTrue(named.has("updatedOn"));
    desk.post(
            "/events/gala",
            "{'date':'2028-02-29','isInThePast':true,'name':null,"
                + "'tableBookingConfig':{'mode':'ALL_BY_TABLE'},'forSalePropagated':true}")
        .is(204);
    JsonNode dated = find("gala");
    assertEquals("2028-02-29", dated.path("date").asText());
    assertTrue(dated.path("isInThePast").booleanValue());
    assertEquals("Ball", dated.path("name").asText());
    assertEquals(json("{'mode':'ALL_BY_TABLE'}"), dated.path("tableBookingConfig"));
    assertEquals(before.path("categories"), dated.path("categories"));
    desk.post("/events/gala", "{'objectCategories':{},'categories':[],'isInThePast':false}")
        .is(204);
    JsonNode emptied = find("gala");
    assertFalse(emptied.has("objectCategories"));
    assertEquals(json("[]"), emptied.path("categories"));
    assertFalse(emptied.path("isInThePast").booleanValue());
    desk.post("/events/gala", "{}").is(204);
    assertEquals(emptied, find("gala"));
    desk.post("/events/gala").is(204);
  }

  @Test
  void another_key_leaves_the_id() {
    JsonNode before = create(",'eventKey':'gala'");
    create(",'eventKey':'other'");
    desk.post("/events/gala", "{'eventKey':'ball'}").is(204);
    assertEquals(before.path("id"), find("ball").path("id"));
    desk.get("/events/gala").is(404);
    desk.post("/events/ball", "{'eventKey':'other'}")
        .says(400, "GENERAL_ERROR", "Event key is in use: other");
    desk.post("/events/gala", "{'eventKey':'x'}")
        .says(404, "EVENT_NOT_FOUND", notFound("Event", "gala"));
  }

  private String notFound(String what, String key) {
    return what + " not found: " + key + " was not found in workspace " + desk.workspace();
  }

  @Test
  void what_is_not_there_is_told_by_its_key_and_the_workspace() {
    desk.get("/events/gala").says(404, "EVENT_NOT_FOUND", notFound("Event", "gala"));
    desk.delete("/events/gala").says(404, "EVENT_NOT_FOUND", notFound("Event", "gala"));
    desk.post("/events/gala/actions/move-to-new-chart-copy")
        .says(404, "EVENT_NOT_FOUND", notFound("Event", "gala"));
    desk.post("/events", "{'chartKey':'nope'}")
        .says(404, "CHART_NOT_FOUND", notFound("Chart", "nope"));
    desk.post("/events/actions/create-multiple", "{'chartKey':'nope','events':[{}]}")
        .says(404, "CHART_NOT_FOUND", notFound("Chart", "nope"));
  }

  @Test
  void a_deleted_event_is_gone_and_its_key_free() {
    JsonNode first = create(",'eventKey':'gala'");
    desk.delete("/events/gala").is(204);
    desk.get("/events/gala").is(404);
    assertNotEquals(first.path("id"), create(",'eventKey':'gala'").path("id"));
  }

  @Test
  void several_events_come_back_in_the_order_they_were_asked_for() {
    JsonNode events =
        desk.post(
                "/events/actions/create-multiple",
                "{'chartKey':'"
                    + chart
                    + "','events':[{'eventKey':'z','name':'Z'},{},{'eventKey':'a',"
                    + "'forSaleConfig':{'forSale':true,'objects':['A-1']}}]}")
            .is(201)
            .body()
            .path("events");
    assertEquals(3, events.size());
    assertEquals("z", events.path(0).path("key").asText());
    assertFalse(events.path(1).path("key").asText().isEmpty());
    assertEquals("a", events.path(2).path("key").asText());
    assertEquals(
        json("{'forSale':true,'objects':['A-1'],'areaPlaces':{},'categories':[]}"),
        events.path(2).path("forSaleConfig"));
    for (JsonNode each : events) {
      assertEquals(each, find(each.path("key").asText()));
    }
  }

  @Test
  void several_events_are_created_all_or_none() {
    String path = "/events/actions/create-multiple";
    String start = "{'chartKey':'" + chart + "','events':[";
    desk.post(path, start + "{'eventKey':'a'},{'eventKey':'a'}]}").is(400);
    desk.post(path, start + "{'eventKey':'a'},{'eventKey':'evt_1'}]}").is(400);
    desk.post(
            path,
            start
                + "{'eventKey':'a'},{'channels':[{'key':'w','name':'','color':''},"
                + "{'key':'w','name':'','color':''}]}]}")
        .says(400, "GENERAL_ERROR", "Channel key is in use: w");
    desk.get("/events/a").is(404);
    desk.post(path, start + "]}")
        .says(400, "GENERAL_ERROR", "#/events: expected minimum item count: 1, found: 0");
    desk.post(path, "{'chartKey':'" + chart + "'}")
        .says(400, "GENERAL_ERROR", "#: required key [events] not found");
    assertEquals(1, desk.get("/events").is(200).body().path("items").size());
  }

  @Test
  void a_taken_key_is_told() {
    desk.post("/events", "{'chartKey':'" + chart + "','eventKey':'evt_1'}")
        .says(400, "GENERAL_ERROR", "Event key is in use: evt_1");
  }

  @Test
  void the_list_is_newest_first_and_goes_by_cursors() {
    List<JsonNode> newestFirst = new ArrayList<>();
    newestFirst.add(find("evt_1"));
    for (String key : List.of("c", "a", "b")) {
      newestFirst.addFirst(create(",'eventKey':'" + key + "','name':'" + key + "'"));
    }
    JsonNode all = desk.get("/events").is(200).body();
    assertEquals(Set.of("items"), members(all));
    assertEquals(newestFirst, List.copyOf(items(all)));
    JsonNode first = desk.get("/events?limit=2").body();
    assertEquals(newestFirst.subList(0, 2), items(first));
    assertEquals(Set.of("items", "next_page_starts_after"), members(first));
    String last = newestFirst.get(1).path("id").asText();
    assertEquals(json("'" + last + "'"), first.path("next_page_starts_after"));
    JsonNode next = desk.get("/events?limit=9&start_after_id=" + last).body();
    assertEquals(newestFirst.subList(2, 4), items(next));
    assertEquals(Set.of("items", "previous_page_ends_before"), members(next));
    JsonNode before =
        desk.get("/events?limit=1&end_before_id=" + newestFirst.get(2).path("id").asText()).body();
    assertEquals(newestFirst.subList(1, 2), items(before));
    desk.get("/events?limit=x").is(400);
  }

  private static List<JsonNode> items(JsonNode page) {
    List<JsonNode> items = new ArrayList<>();
    page.path("items").forEach(items::add);
    return items;
  }

  @Test
  void an_event_moves_to_a_chart_of_its_own() {
    JsonNode before = create(",'eventKey':'gala','objectCategories':{'A-1':1}");
    JsonNode moved = desk.post("/events/gala/actions/move-to-new-chart-copy").is(200).body();
    assertNotEquals(chart, moved.path("chartKey").asText());
    assertEquals(before.path("id"), moved.path("id"));
    assertEquals(before.path("objectCategories"), moved.path("objectCategories"));
    assertEquals(moved, find("gala"));
    assertEquals(chart, find("evt_1").path("chartKey").asText());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "'name':5 | #/name: expected type: string, found: number",
        "'eventKey':'a b' | #/eventKey: does not match pattern [A-Za-z0-9_-]{1,64}",
        "'eventKey':'' | #/eventKey: expected minLength: 1",
        "'date':'2027-5-1' | #/date: is not a valid date. Expected yyyy-MM-dd",
        "'date':'12000-01-01' | #/date: is not a valid date. Expected yyyy-MM-dd",
        "'date':7 | #/date: expected type: string, found: number",
        "'isInThePast':'no' | #/isInThePast: expected type: boolean, found: string",
        "'tableBookingConfig':{} | #/tableBookingConfig: required key [mode] not found",
        "'tableBookingConfig':{'mode':'CUSTOM','tables':{'T1':'X'}} |"
            + " #/tableBookingConfig/tables/T1: Expected BY_SEAT or BY_TABLE",
        "'categories':[{'label':'x'}] | #/categories/0: required key [key] not found",
        "'categories':[{'key':1.5,'label':'x'}] |"
            + " #/categories/0/key: expected type: integer, found: float",
        "'categories':[{'key':true,'label':'x'}] |"
            + " #/categories/0/key: expected type: string, found: boolean",
        "'objectCategories':{'A-1':[]} |"
            + " #/objectCategories/A-1: expected type: string, found: array",
        "'objectCategories':{'':1} | #/objectCategories: expected minLength: 1",
        "'channels':[{'name':'x','color':'x'}] | #/channels/0: required key [key] not found",
        "'channels':{} | #/channels: expected type: array, found: object",
        "'channels':[{'key':'k','name':'n','color':'c','areaPlaces':{'g':-1}}] |"
            + " #/channels/0/areaPlaces/g: Number must be greater than or equal to 0",
        "'forSaleConfig':{'objects':[]} | #/forSaleConfig: required key [forSale] not found",
        "'forSaleConfig':{'forSale':true,'objects':['a',7]} |"
            + " #/forSaleConfig/objects/1: expected type: string, found: number",
        "'forSaleConfig':{'forSale':true,'objects':['']} |"
            + " #/forSaleConfig/objects/0: expected minLength: 1",
        "'forSaleConfig':{'forSale':true,'areaPlaces':{'g':1.5}} |"
            + " #/forSaleConfig/areaPlaces/g: expected type: integer, found: float",
        "'forSaleConfig':{'forSale':true,'areaPlaces':{'g':1000001}} |"
            + " #/forSaleConfig/areaPlaces/g: Number must be less than or equal to 1000000"
      })
  void what_is_wrong_with_a_request_is_told_where_it_stands(String members, String message) {
    desk.post("/events", "{'chartKey':'" + chart + "'," + members + "}")
        .says(400, "GENERAL_ERROR", message);
    assertEquals(1, desk.get("/events").body().path("items").size());
  }

  @Test
  void a_chart_has_to_be_named() {
    desk.post("/events", "{}").says(400, "GENERAL_ERROR", "#: required key [chartKey] not found");
  }

  @Test
  void a_workspace_sees_nothing_of_another() {
    JsonNode test =
        json(
            LocalServer.quietly(() ->
                    desk.server()
                        .basic(desk.server().company().testSecret().text(), "GET", "/events/evt_1"))
                .replaceFirst("(?s).*\r\n\r\n", ""));
    assertEquals(404, test.path("status").intValue());
  }
}
