package dev.holdfast.http;

import static dev.holdfast.http.SeatsioHouse.BATCH;
import static dev.holdfast.http.SeatsioHouse.EXPAND;
import static dev.holdfast.http.SeatsioHouse.GROUP;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.http.SeatsioDesk.Reply;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Changes of the seats.io dialect that are sent again under their idempotency key, over HTTP. */
final class SeatsioOnceTest {
  private static final String EVENT = "/events/gala/actions/change-object-status";

  private final SeatsioHouse house = new SeatsioHouse();

  @AfterEach
  void close() {
    house.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        GROUP + EXPAND + " | 200 | {'events':['gala'],'status':'booked','objects':['A-1','GA1']}",
        GROUP + EXPAND + " | 200 | {'events':['gala','ball'],'status':'booked','objects':['GA1']}",
        GROUP + " | 204 | {'events':['gala'],'type':'RELEASE','objects':['A-1']}",
        GROUP + " | 400 | {'events':['gala'],'status':'x','objects':['A-1'],'holdToken':'none'}",
        GROUP + " | 400 | {'events':['gala','ball'],'status':'x','objects':['Z-1']}",
        BATCH
            + EXPAND
            + " | 200 | {'statusChanges':[{'event':'gala','status':'s1','objects':['A-1']},"
            + "{'event':'gala','status':'s2','objects':['A-1','GA1']}]}",
        BATCH
            + EXPAND
            + " | 400 | {'statusChanges':[{'event':'gala','status':'booked','objects':['A-1']},"
            + "{'event':'gala','status':'booked','objects':['A-1']}]}",
        EVENT + " | 200 | {'status':'booked','bestAvailable':{'number':2}}",
        EVENT + " | 400 | {'status':'booked','bestAvailable':{'number':200}}",
        "/events/gala/objects/A-1/actions/update-extra-data | 204 | {'extraData':{'a':1}}",
        "/events/gala/actions/update-extra-data | 204 | {'extraData':{'A-1':{'a':1},'A-2':{}}}",
        "/events/gala/actions/update-extra-data | 400 | {'extraData':{'GA1':{'a':1}}}"
      })
  void a_retry_gets_the_same_answer_and_changes_nothing(String path, int status, String body) {
    Reply first = house.desk().once("once", path, body).is(status);
    assertFalse(first.head().contains("Idempotent-Replayed"), first::toString);
    String before = house.books();
    Reply again = house.desk().once("once", path, body).is(status);
    assertTrue(again.head().contains("Idempotent-Replayed: true"), again::toString);
    assertEquals(first.body(), again.body());
    assertEquals(before, house.books());
    house.desk().once("once", path, body + " ").is(422);
    assertEquals(before, house.books());
  }

  @Test
  void an_answer_is_that_of_its_time_whatever_happened_since() {
    String body = "{'events':['gala'],'status':'booked','objects':['A-1']}";
    Reply first = house.desk().once("once", GROUP + EXPAND, body).is(200);
    house.change("'type':'RELEASE'", "A-1");
    assertEquals(first.body(), house.desk().once("once", GROUP + EXPAND, body).is(200).body());
    assertEquals("free", house.status("A-1"));
    house.desk().once("twice", GROUP + EXPAND, body).is(200);
    assertEquals("booked", house.status("A-1"));
  }

  @Test
  void a_request_that_was_malformed_is_not_remembered() {
    house.desk().once("once", GROUP, "{'events':['gala'],'status':'booked'}").is(400);
    house.desk().once("once", GROUP, "{'events':['gala'],'status':'x','objects':['A-1']}").is(204);
    house.desk().once("more", GROUP, "{'events':['none'],'status':'x','objects':['A-1']}").is(404);
    house.desk().once("more", GROUP, "{'events':['ball'],'status':'x','objects':['A-1']}").is(204);
  }

  @Test
  void a_wish_for_more_than_anybody_gets_is_answered_alike_each_time() {
    String body = "{'status':'booked','bestAvailable':{'number':3000}}";
    for (int time = 0; time < 2; time++) {
      house
          .desk()
          .once("once", EVENT, body)
          .says(400, "BEST_AVAILABLE_OBJECTS_NOT_FOUND", "Best available objects not found");
    }
  }
}
