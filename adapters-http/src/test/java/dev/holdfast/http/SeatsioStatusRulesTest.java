package dev.holdfast.http;

import static dev.holdfast.http.SeatsioDesk.json;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a change of status of the seats.io dialect does to an object (section 15.4), over HTTP. */
final class SeatsioStatusRulesTest {
  private static final String RELEASE = "'type':'RELEASE'";

  private final SeatsioHouse house = new SeatsioHouse();
  private final String ada = house.token();

  @AfterEach
  void close() {
    house.close();
  }

  /** The answer and what is told later are one. */
  private JsonNode change(String members) {
    JsonNode info = house.change(members, "A-1").path("A-1");
    assertEquals(info, house.info("A-1"));
    return info;
  }

  private String hold() {
    return "'status':'reservedByToken','holdToken':'" + ada + "'";
  }

  private static void assertIs(String status, boolean available, JsonNode info) {
    assertEquals(status, info.path("status").asText(), info::toString);
    assertEquals(available, info.path("isAvailable").booleanValue());
    assertEquals(available ? "available" : status, info.path("availabilityReason").asText());
  }

  @Test
  void an_order_is_stored_with_every_change_and_cleared_by_one_without() {
    assertEquals("order1", change(RELEASE + ",'orderId':'order1'").path("orderId").asText());
    assertIs("free", true, house.info("A-1"));
    assertEquals("o2", change(hold() + ",'orderId':'o2'").path("orderId").asText());
    assertEquals("o3", change("'status':'booked','orderId':'o3'").path("orderId").asText());
    assertFalse(change("'status':'lost'").has("orderId"));
    assertEquals("o4", change("'status':'x','orderId':'o4'").path("orderId").asText());
    assertFalse(change(RELEASE).has("orderId"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"'type':'RELEASE'", "'status':'booked'", "'status':'x'", "{hold}"})
  void extra_data_is_cleared_by_a_change_without_and_kept_by_one_that_says_so(String change) {
    String members = change.replace("{hold}", hold());
    house.change(
        "'status':'lost','objects':[{'objectId':'A-1','extraData':{'name':'x'}},"
            + "{'objectId':'A-2','extraData':{'name':'y'}},"
            + "{'objectId':'A-3','extraData':{'name':'z'}}]");
    assertFalse(house.change(members, "A-1").path("A-1").has("extraData"));
    JsonNode kept = house.change(members + ",'keepExtraData':true", "A-2").path("A-2");
    assertEquals(json("{'name':'y'}"), kept.path("extraData"));
    JsonNode newer =
        house
            .change(
                members
                    + ",'keepExtraData':true,"
                    + "'objects':[{'objectId':'A-3','extraData':{'n':1}}]")
            .path("A-3");
    assertEquals(json("{'n':1}"), newer.path("extraData"));
    assertEquals(newer, house.info("A-3"));
  }

  @Test
  void empty_extra_data_is_none_even_where_it_is_kept() {
    house.change("'status':'x','objects':[{'objectId':'A-1','extraData':{'name':'x'}}]");
    JsonNode objects =
        house.change(
            "'status':'y','keepExtraData':true,'objects':[{'objectId':'A-1','extraData':{}}]");
    assertFalse(objects.path("A-1").has("extraData"));
  }

  @Test
  void a_kind_of_ticket_is_stored_for_each_object() {
    JsonNode objects =
        house.change(
            "'status':'booked','objects':[{'objectId':'A-1','ticketType':'adult'},"
                + "{'objectId':'A-2','ticketType':'child'},{'objectId':'A-3'}]");
    assertEquals("adult", objects.path("A-1").path("ticketType").asText());
    assertEquals("child", objects.path("A-2").path("ticketType").asText());
    assertFalse(objects.path("A-3").has("ticketType"));
    assertFalse(change("'status':'lost'").has("ticketType"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"'type':'RELEASE'", "'status':'free'", "'status':'booked'", "'status':'x'"})
  void a_token_is_told_while_it_holds_and_not_after(String change) {
    JsonNode held = change(hold());
    assertIs("reservedByToken", false, held);
    assertEquals(ada, held.path("holdToken").asText());
    JsonNode after = change(change + ",'holdToken':'" + ada + "'");
    assertFalse(after.has("holdToken"));
    assertFalse(after.path("status").asText().equals("reservedByToken"));
  }

  @Test
  void the_house_books_and_frees_what_a_token_holds_without_it() {
    change(hold());
    assertIs("booked", false, change("'status':'booked'"));
    change(RELEASE);
    change(hold());
    assertIs("free", true, change(RELEASE));
    change(hold());
    assertIs("lost", false, change("'status':'lost'"));
  }

  @Test
  void to_become_free_is_to_be_released() {
    change(hold() + ",'orderId':'o1'");
    assertIs("free", true, change("'status':'free','holdToken':'" + ada + "'"));
    assertIs("free", true, change("'type':'CHANGE_STATUS_TO','status':'free'"));
    change("'status':'booked'");
    assertIs("free", true, change("'status':'free'"));
    JsonNode log = house.desk().get("/events/gala/status-changes").body().path("items");
    assertEquals(
        "[\"free\",\"booked\",\"free\",\"free\",\"reservedByToken\"]",
        json("["
                + String.join(
                    ",", log.findValues("status").stream().map(JsonNode::toString).toList())
                + "]")
            .toString());
  }

  @Test
  void what_is_held_can_be_held_again_by_its_token_with_other_words() {
    change(hold() + ",'orderId':'o1'");
    assertEquals("o2", change(hold() + ",'orderId':'o2'").path("orderId").asText());
  }

  @Test
  void any_status_may_follow_any_word_of_the_callers_own() {
    for (String status : new String[] {"foo", "Foo bar", "f\\u00e9", "booked", "foo", "resale"}) {
      change("'status':'" + status + "'");
    }
    assertIs("resale", false, house.info("A-1"));
    change(hold());
    house.change("'status':'foo'", "A-2");
    house.change(hold(), "A-2");
    assertEquals("reservedByToken", house.status("A-2"));
  }

  @Test
  void previous_statuses_are_asked_for_in_the_words_of_the_dialect() {
    change("'status':'booked','allowedPreviousStatuses':['free','x']");
    change(RELEASE + ",'allowedPreviousStatuses':['booked']");
    change(hold() + ",'rejectedPreviousStatuses':['booked','reservedByToken']");
    change("'status':'booked','allowedPreviousStatuses':['reservedByToken']");
    assertIs("x", false, change("'status':'x','rejectedPreviousStatuses':['free']"));
  }

  @Test
  void what_is_on_resale_tells_its_listing_and_goes_back_there() {
    JsonNode listed = change("'status':'resale','resaleListingId':'listing1'");
    assertIs("resale", false, listed);
    assertEquals("listing1", listed.path("resaleListingId").asText());
    assertFalse(change(hold()).has("resaleListingId"));
    JsonNode back = change(RELEASE + ",'holdToken':'" + ada + "'");
    assertIs("resale", false, back);
    assertEquals("listing1", back.path("resaleListingId").asText());
    assertIs("booked", false, change("'status':'booked'"));
    assertIs("resale", false, change(RELEASE));
    assertIs("free", true, change(RELEASE));
    assertFalse(house.info("A-1").has("resaleListingId"));
  }

  @Test
  void a_listing_may_be_missing_and_belongs_to_resale_alone() {
    change("'status':'booked'");
    assertFalse(change("'status':'resale','resaleListingId':null").has("resaleListingId"));
    assertEquals(
        "L2", change("'status':'resale','resaleListingId':'L2'").path("resaleListingId").asText());
    assertFalse(
        house
            .change("'status':'x','resaleListingId':'L'", "A-2")
            .path("A-2")
            .has("resaleListingId"));
  }

  @Test
  void what_a_token_held_is_free_when_it_is_over_with_the_next_look() {
    change(hold());
    house.change("'status':'resale','resaleListingId':'L1'", "A-2");
    house.change(hold(), "A-2");
    house.desk().post("/hold-tokens/" + ada, "{'expiresInMinutes':0}").is(200);
    assertIs("free", true, house.info("A-1"));
    assertIs("resale", false, house.info("A-2"));
    assertEquals("L1", house.info("A-2").path("resaleListingId").asText());
  }

  @Test
  void a_token_of_v1_is_as_good_while_it_holds_something() {
    house
        .desk()
        .v1(
            "POST",
            "/api/v1/events/gala/seats/hold",
            "{'objectLabel':'A-1','holdToken':'token-of-a-client'}");
    JsonNode booked = change("'status':'booked','holdToken':'token-of-a-client'");
    assertIs("booked", false, booked);
  }
}
