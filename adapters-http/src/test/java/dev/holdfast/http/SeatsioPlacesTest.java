package dev.holdfast.http;

import static dev.holdfast.http.SeatsioDesk.json;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** General admission areas of the seats.io dialect (section 16), over HTTP. */
final class SeatsioPlacesTest {
  private static final String GA1 =
      "{'label':'GA1','labels':{'own':{'label':'GA1','type':'generalAdmission'}},"
          + "'ids':{'own':'GA1'},'status':'free','categoryLabel':'Cat2','categoryKey':'vip',"
          + "'objectType':'generalAdmission','forSale':true,'capacity':100,'numBooked':0,"
          + "'numFree':100,'numHeld':0,'numNotForSale':0,'holds':{},'bookAsAWhole':false,"
          + "'variableOccupancy':false,'minOccupancy':1,'distanceToFocalPoint':90.0,"
          + "'isAvailable':true,'availabilityReason':'available',"
          + "'seasonStatusOverriddenQuantity':0,'seasonStatusOverriddenQuantities':{}}";

  private final SeatsioHouse house = new SeatsioHouse();
  private final String ada = house.token();

  @AfterEach
  void close() {
    house.close();
  }

  /** The area as it was drawn, but for these members. */
  private static JsonNode ga1(String members) {
    ObjectNode area = (ObjectNode) json(GA1);
    area.setAll((ObjectNode) json("{" + members + "}"));
    return area;
  }

  private JsonNode change(String members, String objects) {
    JsonNode area = house.change(members + ",'objects':[" + objects + "]").path("GA1");
    assertEquals(area, house.info("GA1"));
    return area;
  }

  private static String places(int quantity) {
    return "{'objectId':'GA1','quantity':" + quantity + "}";
  }

  private String hold() {
    return "'status':'reservedByToken','holdToken':'" + ada + "'";
  }

  @Test
  void an_area_is_told_as_a_whole_with_its_places_in_numbers() {
    assertEquals(ga1(""), change("'type':'RELEASE'", "'GA1'"));
    assertEquals(ga1("'numBooked':5,'numFree':95"), change("'status':'booked'", places(5)));
    assertEquals(
        ga1(
            "'numBooked':5,'numFree':92,'numHeld':3,'holds':{'%s':{'NO_TICKET_TYPE':3}}"
                .formatted(ada)),
        change(hold(), places(3)));
  }

  @Test
  void without_a_quantity_it_is_one_place_and_the_same_label_again_is_one_more() {
    assertEquals(ga1("'numBooked':1,'numFree':99"), change("'status':'booked'", "'GA1'"));
    assertEquals(
        ga1("'numBooked':8,'numFree':92"),
        change("'status':'booked'", "'GA1','GA1'," + places(4) + ",{'objectId':'GA1'}"));
    assertEquals(ga1("'numBooked':6,'numFree':94"), change("'type':'RELEASE'", "'GA1','GA1'"));
  }

  @Test
  void whatever_is_neither_free_nor_held_is_booked() {
    assertEquals(ga1("'numBooked':5,'numFree':95"), change("'status':'foo'", places(5)));
    assertEquals(
        ga1("'numBooked':7,'numFree':93"),
        change("'status':'resale','resaleListingId':'L'", places(2)));
  }

  @Test
  void holds_are_told_by_token_and_kind_of_ticket() {
    String bob = house.token();
    change(
        hold(),
        "{'objectId':'GA1','quantity':2,'ticketType':'adult'},"
            + "{'objectId':'GA1','quantity':1,'ticketType':'child'},'GA1',"
            + "{'objectId':'GA1','quantity':3,'ticketType':'adult'}");
    JsonNode area = change(hold().replace(ada, bob), places(10));
    assertEquals(
        json(
            "{'%s':{'adult':5,'child':1,'NO_TICKET_TYPE':1},'%s':{'NO_TICKET_TYPE':10}}"
                .formatted(ada, bob)),
        area.path("holds"));
    assertEquals(17, area.path("numHeld").intValue());
    JsonNode booked =
        change(
            "'status':'booked','holdToken':'" + ada + "'",
            "{'objectId':'GA1','quantity':4,'ticketType':'adult'}");
    assertEquals(
        json(
            "{'%s':{'adult':1,'child':1,'NO_TICKET_TYPE':1},'%s':{'NO_TICKET_TYPE':10}}"
                .formatted(ada, bob)),
        booked.path("holds"));
    assertEquals(4, booked.path("numBooked").intValue());
    assertEquals(83, booked.path("numFree").intValue());
  }

  @Test
  void a_token_books_what_it_holds_first_and_then_what_is_free() {
    change(hold(), places(3));
    assertEquals(
        ga1("'numBooked':5,'numFree':95"),
        change("'status':'booked','holdToken':'" + ada + "'", places(5)));
  }

  @Test
  void a_full_area_has_the_status_of_its_places() {
    assertEquals(
        ga1(
            "'status':'myCustomStatus','numBooked':100,'numFree':0,'isAvailable':false,"
                + "'availabilityReason':'myCustomStatus'"),
        change("'status':'myCustomStatus'", places(100)));
    assertEquals(ga1("'numBooked':99,'numFree':1"), change("'type':'RELEASE'", places(1)));
    assertEquals("myCustomStatus", change("'status':'booked'", places(1)).path("status").asText());
  }

  @Test
  void an_area_of_which_everything_is_held_is_reserved() {
    JsonNode area = change(hold(), places(100));
    assertEquals("reservedByToken", area.path("status").asText());
    assertEquals(0, area.path("numFree").intValue());
    assertEquals(
        "free",
        change("'type':'RELEASE','holdToken':'" + ada + "'", places(1)).path("status").asText());
  }

  @Test
  void places_that_are_not_for_sale_are_counted_by_themselves() {
    house
        .desk()
        .post("/events/gala/actions/mark-as-not-for-sale", "{'areaPlaces':{'GA1':5}}")
        .is(200);
    assertEquals(
        ga1(
            "'numBooked':95,'numFree':5,'numNotForSale':5,'isAvailable':false,"
                + "'availabilityReason':'not_for_sale'"),
        change("'status':'booked'", places(95)));
    assertEquals("not_for_sale", house.info("GA1").path("availabilityReason").asText());
  }

  @Test
  void several_events_and_changes_count_each_for_themselves() {
    JsonNode results =
        house
            .desk()
            .post(
                SeatsioHouse.BATCH + SeatsioHouse.EXPAND,
                "{'statusChanges':["
                    + "{'event':'gala','status':'booked','objects':["
                    + places(60)
                    + "]},"
                    + "{'event':'ball','status':'booked','objects':["
                    + places(100)
                    + "]},"
                    + "{'event':'gala','type':'RELEASE','objects':["
                    + places(20)
                    + "]},"
                    + "{'event':'gala','status':'booked','objects':["
                    + places(60)
                    + "]}]}")
            .is(200)
            .body()
            .path("results");
    assertEquals(
        List.of(60, 100, 40, 100),
        results.findValues("numBooked").stream().map(JsonNode::intValue).toList());
    assertEquals(results.path(3).path("objects").path("GA1"), house.info("GA1"));
  }
}
