package dev.holdfast.http;

import static dev.holdfast.http.SeatsioDesk.json;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.holdfast.http.SeatsioDesk.Reply;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The best available objects (section 17) of the seats.io dialect, over HTTP. */
final class SeatsioBestTest {
  private static final String PATH = "/events/gala/actions/change-object-status";
  private static final String BOOKED = "'type':'CHANGE_STATUS_TO','status':'booked'";

  private final SeatsioHouse house = new SeatsioHouse();
  private final SeatsioDesk desk = house.desk();

  @AfterEach
  void close() {
    house.close();
  }

  private Reply ask(String members, String best) {
    return desk.post(PATH, "{" + members + ",'bestAvailable':{" + best + "}}");
  }

  private JsonNode best(String members, String best) {
    return ask(members, best).is(200).body();
  }

  private List<String> booked(String best) {
    return texts(best(BOOKED, best).path("objects"));
  }

  private static List<String> texts(JsonNode array) {
    List<String> texts = new ArrayList<>();
    array.forEach(each -> texts.add(each.asText()));
    return texts;
  }

  private void nothing(String best) {
    String before = house.books();
    ask(BOOKED, best)
        .says(400, "BEST_AVAILABLE_OBJECTS_NOT_FOUND", "Best available objects not found");
    assertEquals(before, house.books());
  }

  @Test
  void the_answer_is_the_objects_in_order_with_their_details_and_nothing_else() {
    JsonNode answer = best(BOOKED + ",'orderId':'o1'", "'number':3");
    ObjectNode expected = (ObjectNode) json("{'objects':['A-1','A-2','A-3']}");
    expected.set("objectDetails", house.told("A-1", "A-2", "A-3"));
    expected.put("nextToEachOther", true);
    assertEquals(expected, answer);
    assertEquals("o1", answer.at("/objectDetails/A-2/orderId").asText());
    assertEquals("booked", answer.at("/objectDetails/A-2/status").asText());
  }

  @Test
  void the_type_may_be_missing_and_expand_is_nothing_to_it() {
    String body = "{'status':'foo','bestAvailable':{'number':1}}";
    assertEquals(json("['A-1']"), desk.post(PATH, body).is(200).body().path("objects"));
    assertEquals(
        json("['A-2']"), desk.post(PATH + "?expand=objects", body).is(200).body().path("objects"));
  }

  @Test
  void what_is_chosen_is_held_by_the_token() {
    String ada = house.token();
    JsonNode answer = best("'status':'reservedByToken','holdToken':'" + ada + "'", "'number':2");
    assertEquals(ada, answer.at("/objectDetails/A-1/holdToken").asText());
    assertEquals("reservedByToken", house.status("A-2"));
    house.change("'status':'booked','holdToken':'" + ada + "'", "A-1", "A-2");
  }

  @Test
  void extra_data_and_tickets_go_to_the_objects_in_their_order() {
    JsonNode details =
        best(
                BOOKED,
                "'number':3,'extraData':[{'n':1},null,{'n':3},{'n':4}],"
                    + "'ticketTypes':['adult','child']")
            .path("objectDetails");
    assertEquals(json("{'n':1}"), details.at("/A-1/extraData"));
    assertFalse(details.path("A-2").has("extraData"));
    assertEquals(json("{'n':3}"), details.at("/A-3/extraData"));
    assertEquals("adult", details.at("/A-1/ticketType").asText());
    assertEquals("child", details.at("/A-2/ticketType").asText());
    assertFalse(details.path("A-3").has("ticketType"));
  }

  @Test
  void extra_data_of_free_objects_is_kept_where_it_is_to_be() {
    desk.post(
            "/events/gala/actions/update-extra-data", "{'extraData':{'A-1':{'a':1},'A-2':{'a':2}}}")
        .is(204);
    JsonNode kept = best(BOOKED + ",'keepExtraData':true", "'number':1").path("objectDetails");
    assertEquals(json("{'a':1}"), kept.at("/A-1/extraData"));
    assertFalse(best(BOOKED, "'number':1").path("objectDetails").path("A-2").has("extraData"));
  }

  @ParameterizedTest
  @CsvSource({"'cat1',A-1", "CAT1,A-1", "9,A-1", "cat2,B-1", "VIP,B-1", "Cat3,Section A-A-1"})
  void a_category_is_named_by_key_or_label_in_capitals_or_not(String category, String seat) {
    assertEquals(List.of(seat), booked("'number':1,'categories':['" + category + "']"));
  }

  @Test
  void a_category_s_key_may_be_sent_as_the_number_it_is() {
    assertEquals(List.of("Section A-A-1"), booked("'number':1,'categories':[10]"));
    nothing("'number':7,'categories':['cat9']");
  }

  @Test
  void zones_and_sections_narrow_the_choice() {
    assertEquals(List.of("Section A-A-1"), booked("'number':1,'zone':'north'"));
    assertEquals(List.of("Section A-A-2"), booked("'number':1,'sections':['Section A']"));
    nothing("'number':1,'zone':'south'");
    nothing("'number':1,'sections':['Section B']");
    nothing("'number':1,'sections':['Section A'],'categories':['cat1']");
  }

  @Test
  void accessible_seats_are_given_to_those_who_ask_for_them() {
    assertEquals(List.of("B-4"), booked("'number':1,'accessibleSeats':1"));
    assertEquals(
        List.of("B-5", "B-6"), booked("'number':2,'accessibleSeats':2,'categories':['vip']"));
    assertEquals(List.of("B-1", "B-2", "B-3"), booked("'number':3,'categories':['vip']"));
  }

  @Test
  void no_single_seat_is_left_if_it_can_be_helped() {
    house.change("'status':'booked'", "A-1");
    // are left: two of them leave none alone only at either end.
    assertEquals(List.of("A-2", "A-3"), booked("'number':2,'categories':['Cat1']"));
    // two of them leave one alone whichever they are, so it is the second best way.
    assertEquals(List.of("A-4", "A-5"), booked("'number':2,'categories':['Cat1']"));
    house.change("'type':'RELEASE'", "A-2", "A-3", "A-4", "A-5");
    house.change("'status':'booked'", "A-3");
    // Left are.
    assertEquals(
        List.of("A-2"), booked("'number':1,'categories':['Cat1'],'tryToPreventOrphanSeats':false"));
  }

  @Test
  void without_neighbours_they_are_not_next_to_each_other() {
    house.change("'status':'booked'", "A-2", "A-4", "A-6");
    JsonNode answer = best(BOOKED, "'number':3,'categories':['Cat1']");
    assertEquals(json("['A-1','A-3','A-5']"), answer.path("objects"));
    assertEquals(json("false"), answer.path("nextToEachOther"));
  }

  @Test
  void tables_and_places_are_next_to_nobody() {
    desk.post("/events/gala", "{'tableBookingConfig':{'mode':'ALL_BY_TABLE'}}").is(204);
    house.change(
        "'status':'x','ignoreChannels':true",
        "Section A-A-1",
        "Section A-A-2",
        "Section A-A-3",
        "Section A-A-4",
        "Section A-A-5",
        "Section A-A-6",
        "R/1-a b");
    JsonNode tables = best(BOOKED, "'number':2,'categories':['Cat3']");
    assertFalse(tables.has("nextToEachOther"), tables::toString);
    assertEquals(2, tables.path("objects").size());
    JsonNode places = best(BOOKED, "'number':30,'categories':['vip'],'ticketTypes':['adult']");
    assertEquals(json("['GA1']"), places.path("objects"));
    assertFalse(places.has("nextToEachOther"));
    assertEquals(30, places.at("/objectDetails/GA1/numBooked").intValue());
    assertEquals(house.told("GA1"), places.path("objectDetails"));
  }

  @Test
  void only_what_the_seller_sells_is_chosen() {
    desk.post(
            "/events/gala/channels",
            "{'key':'web','name':'','color':'','objects':['A-1','A-2','A-5']}")
        .is(204);
    desk.post("/events/gala/actions/mark-as-not-for-sale", "{'objects':['A-6']}").is(200);
    String cat1 = "'categories':['cat1']";
    assertEquals(List.of("A-3", "A-4"), booked("'number':2," + cat1));
    nothing("'number':1," + cat1);
    assertEquals(
        json("['A-1','A-2']"),
        best(BOOKED + ",'channelKeys':['web']", "'number':2," + cat1).path("objects"));
    assertEquals(
        json("['A-5']"),
        best(BOOKED + ",'ignoreChannels':true", "'number':1," + cat1).path("objects"));
    ask(BOOKED + ",'ignoreChannels':true", "'number':1," + cat1).is(400);
  }

  @Test
  void what_is_on_resale_is_never_chosen() {
    house.change("'status':'resale'", "A-1", "A-2");
    assertEquals(List.of("A-3", "A-4"), booked("'number':2"));
  }

  @Test
  void more_than_there_is_or_anybody_gets_is_not_found() {
    nothing("'number':3000");
    nothing("'number':1000000");
    nothing("'number':7,'categories':['cat1']");
    assertEquals(6, booked("'number':6,'categories':['cat1']").size());
    nothing("'number':1,'categories':['cat1']");
  }

  @Test
  void an_event_or_a_token_that_there_is_not_is_told_as_such() {
    desk.post(
            "/events/none/actions/change-object-status",
            "{" + BOOKED + ",'bestAvailable':{'number':1}}")
        .says(
            404,
            "EVENT_NOT_FOUND",
            "Event not found: none was not found in workspace " + desk.workspace());
    for (String token : List.of("nobody", house.tokenThatIsOver())) {
      ask("'status':'reservedByToken','holdToken':'" + token + "'", "'number':1")
          .says(400, "ILLEGAL_STATUS_CHANGE", "Hold token does not exist or has expired");
    }
    assertEquals(0, house.changes("gala"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "'number':0 | #/bestAvailable/number: Number must be greater than or equal to 1",
        "'number':-3 | #/bestAvailable/number: Number must be greater than or equal to 1",
        "'number':'3' | #/bestAvailable/number: expected type: number, found: string",
        "'number':1.5 | #/bestAvailable/number: expected type: integer, found: float",
        "'zone':'north' | #/bestAvailable: required key [number] not found",
        "'number':1,'categories':'cat1' |"
            + " #/bestAvailable/categories: expected type: array, found: string",
        "'number':1,'zone':7 | #/bestAvailable/zone: expected type: string, found: number",
        "'number':1,'extraData':{} |"
            + " #/bestAvailable/extraData: expected type: array, found: object",
        "'number':1,'extraData':['x'] |"
            + " #/bestAvailable/extraData/0: expected type: object, found: string",
        "'number':1,'accessibleSeats':2 |"
            + " #/bestAvailable/accessibleSeats: Number must be less than or equal to 1",
        "'number':1,'tryToPreventOrphanSeats':1 |"
            + " #/bestAvailable/tryToPreventOrphanSeats: expected type: boolean, found: number"
      })
  void what_is_wrong_with_a_wish_is_told_where_it_stands(String best, String message) {
    String before = house.books();
    ask(BOOKED, best).says(400, "GENERAL_ERROR", message);
    assertEquals(before, house.books());
  }

  @Test
  void what_is_free_already_cannot_be_wished_free() {
    ask("'type':'RELEASE'", "'number':1").is(400);
    ask("'status':'free'", "'number':1").is(400);
    desk.post(PATH, "{" + BOOKED + ",'bestAvailable':3}")
        .says(400, "GENERAL_ERROR", "#/bestAvailable: expected type: object, found: number");
    assertTrue(house.books().length() > 0);
    assertEquals(0, house.changes("gala"));
  }
}
