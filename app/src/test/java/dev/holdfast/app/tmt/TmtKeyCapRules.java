package dev.holdfast.app.tmt;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.holdfast.app.v1.Answer;
import dev.holdfast.app.v1.Json;
import org.junit.jupiter.api.Test;

/** On a service where twenty objects of an event may be held through one secret key. */
public abstract class TmtKeyCapRules extends TmtRules {
  private void assertFull() {
    Answer refused = v1.untouchedBy(() -> venue.hold("A-30"));
    TmtCheck.refused(refused);
    assertEquals("KEY_LIMIT", refused.at("data").path("error").asText());
    assertEquals(
        "Con una misma clave se retienen como máximo 20 asientos de un evento",
        refused.text("message"));
  }

  private String held(int from, int to) {
    return TmtVenue.token(venue.holdAll(Json.array(Json.labels("A", from, to).toArray())).ok());
  }

  @Test
  void all_tokens_of_a_key_together_hold_as_much_as_it_may_and_no_more() {
    String token = held(1, 16);
    String places = venue.held(TmtVenue.places("floor", 4));
    assertFull();
    venue.secondEvent().held("A-30");

    venue.extend(token, 900).ok();
    assertFull();
    venue.book(token, "A-1").ok();
    venue.held("A-17");
    assertFull();
    venue.book(places, TmtVenue.places("floor", 1)).ok();
    venue.held("A-18");
    assertFull();
    venue.releaseUnder(token, "A-2").ok();
    venue.held("A-19");
    assertFull();
    venue.expire(TmtVenue.object(places)).ok();
    held(20, 22);
    assertFull();
    assertEquals(20, v1.labels("held").size());
  }
}
