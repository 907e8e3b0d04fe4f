package dev.holdfast.app.v1;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Where no secret can be kept, no webhook can be made, and everything else goes on. */
public abstract class WithoutSecretKeyRules extends V1Rules {

  @Test
  void a_webhook_is_refused_and_the_operator_told_why() {
    Answer refused =
        Check.envelope(
            503,
            venue
                .sk()
                .post(
                    Hook.WEBHOOKS,
                    Json.object("url", "https://93.184.216.34/", "events", Hook.ALL)));

    assertTrue(refused.raw().contains("HOLDFAST_SECRET_KEY"), refused::shortened);
    assertEquals(0, venue.sk().get(Hook.WEBHOOKS).ok().at("total").asInt());
  }

  @Test
  void seats_are_sold_all_the_same() {
    String token = token();
    venue.hold("A-1", token).ok();
    venue.book(List.of("A-1"), token).ok();

    assertEquals("booked", venue.state("A-1"));
  }
}
