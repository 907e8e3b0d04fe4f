package dev.holdfast.http;

import static dev.holdfast.http.SeatsioHouse.groupOf;
import static dev.holdfast.http.SeatsioHouse.objects;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the rules of an event let pass (sections 13 to 15) of the seats.io dialect, over HTTP. */
final class SeatsioSellersTest {
  private static final String BOOKED = "'status':'booked'";

  private final SeatsioHouse house = new SeatsioHouse();
  private final SeatsioDesk desk = house.desk();

  @AfterEach
  void close() {
    house.close();
  }

  private void openChannels() {
    desk.post(
            "/events/gala/channels",
            "[{'key':'web','name':'Web','color':'red','objects':['A-1','A-2','B-1'],"
                + "'areaPlaces':{'GA1':20}},"
                + "{'key':'desk','name':'Desk','color':'blue','objects':['A-3'],"
                + "'areaPlaces':{'GA1':10}}]")
        .is(204);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "'channelKeys':['web'],'objects':['A-1']",
        "'channelKeys':['web','desk'],'objects':['A-1','A-3','B-1']",
        "'channelKeys':['NO_CHANNEL','web'],'objects':['A-1','A-4']",
        "'channelKeys':['NO_CHANNEL'],'objects':['A-4']",
        "'objects':['A-4',{'objectId':'GA1','quantity':70}]",
        "'channelKeys':['NO_CHANNEL'],'objects':[{'objectId':'GA1','quantity':70}]",
        "'channelKeys':['NO_CHANNEL','web'],'objects':[{'objectId':'GA1','quantity':90}]",
        "'ignoreChannels':true,'objects':['A-1','A-3','A-4',{'objectId':'GA1','quantity':100}]",
        "'ignoreChannels':true,'channelKeys':['x'],'objects':['A-1','A-4']"
      })
  void whoever_names_the_channel_sells_what_is_in_it(String members) {
    openChannels();
    JsonNode objects = house.change(BOOKED + "," + members);
    assertFalse(objects.isEmpty());
    for (JsonNode each : objects) {
      assertEquals(each, house.info(each.path("label").asText()));
      if (!each.has("capacity")) {
        assertEquals("booked", each.path("status").asText());
      }
    }
  }

  @Test
  void the_channel_of_an_object_is_told() {
    openChannels();
    JsonNode objects = house.change(BOOKED + ",'ignoreChannels':true", "A-1", "B-1", "A-4");
    assertEquals("web", objects.path("A-1").path("channel").asText());
    assertEquals("web", objects.path("B-1").path("channel").asText());
    assertFalse(objects.path("A-4").has("channel"));
  }

  @Test
  void what_is_sold_already_is_freed_and_renamed_by_anybody() {
    house.change(BOOKED, "A-1", "A-2");
    String ada = house.token();
    house.change("'status':'reservedByToken','holdToken':'" + ada + "'", "A-3");
    openChannels();
    desk.post("/events/gala/actions/mark-as-not-for-sale", "{'objects':['A']}").is(200);
    house.change("'type':'RELEASE'", "A-1");
    house.change("'status':'lost'", "A-2");
    house.change(BOOKED + ",'holdToken':'" + ada + "'", "A-3");
    JsonNode objects = house.told("A-1", "A-2", "A-3");
    assertEquals("free", objects.path("A-1").path("status").asText());
    assertEquals("not_for_sale", objects.path("A-1").path("availabilityReason").asText());
    assertFalse(objects.path("A-1").path("forSale").booleanValue());
    assertEquals("lost", objects.path("A-2").path("availabilityReason").asText());
    assertEquals("booked", objects.path("A-3").path("status").asText());
  }

  @Test
  void what_is_on_resale_is_booked_without_the_key_of_its_channel() {
    openChannels();
    house.change("'status':'resale','channelKeys':['web']", "A-1", "A-2");
    house.change(BOOKED, "A-1");
    String ada = house.token();
    house.change("'status':'reservedByToken','holdToken':'" + ada + "'", "A-2");
    assertEquals("reservedByToken", house.status("A-2"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"ALL_BY_TABLE", "ALL_BY_SEAT", "INHERIT"})
  void a_table_or_its_seats_are_sold(String mode) {
    desk.post("/events/gala", "{'tableBookingConfig':{'mode':'" + mode + "'}}").is(204);
    boolean byTable = !mode.equals("ALL_BY_SEAT");
    boolean otherByTable = mode.equals("ALL_BY_TABLE");
    assertSold("T1", byTable);
    assertSold("T1-1", !byTable);
    assertSold("T2", otherByTable);
    assertSold("T2-2", !otherByTable);
  }

  private void assertSold(String label, boolean sold) {
    SeatsioDesk.Reply reply = house.group(List.of("gala"), BOOKED + "," + objects(label));
    if (sold) {
      JsonNode info = reply.is(200).body().path("objects").path(label);
      assertEquals(label.contains("-") ? "seat" : "table", info.path("objectType").asText());
      assertEquals(!label.contains("-"), info.has("numSeats"));
      assertEquals(info, house.info(label));
    } else {
      reply.says(400, "GENERAL_ERROR", "Object not found: " + label);
    }
  }

  @Test
  void a_table_that_is_sold_by_the_seat_since_can_still_be_freed_and_is_told() {
    house.change(BOOKED, "T1");
    desk.post("/events/gala", "{'tableBookingConfig':{'mode':'ALL_BY_SEAT'}}").is(204);
    JsonNode freed = house.change("'type':'RELEASE'", "T1");
    assertEquals("free", freed.path("T1").path("status").asText());
    house.change(BOOKED, "T1-1");
  }

  @Test
  void each_event_sells_by_its_own_rules() {
    openChannels();
    desk.post(SeatsioHouse.GROUP, groupOf(List.of("gala", "ball"), BOOKED + "," + objects("A-1")))
        .is(400);
    desk.post(
            SeatsioHouse.GROUP,
            groupOf(
                List.of("gala", "ball"),
                BOOKED + ",'channelKeys':['web','NO_CHANNEL']," + objects("A-1")))
        .is(204);
    assertEquals("web", house.toldOf("gala", "A-1").path("A-1").path("channel").asText());
    assertFalse(house.toldOf("ball", "A-1").path("A-1").has("channel"));
  }
}
