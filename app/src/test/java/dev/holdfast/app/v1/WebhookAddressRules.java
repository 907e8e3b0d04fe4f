package dev.holdfast.app.v1;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.opentest4j.AssertionFailedError;

/** Webhooks do not reach into the network that the service stands in, unless they are let. */
public abstract class WebhookAddressRules extends V1Rules {

  private static final String PUBLIC = "https://93.184.216.34/seats";

  private static final List<String> REFUSED =
      List.of(
          "http://93.184.216.34/seats",
          "https://localhost/seats",
          "https://LOCALHOST./seats",
          "https://hooks.localhost/seats",
          "https://127.0.0.1/seats",
          "https://127.0.0.1:8443/seats",
          "https://127.8.9.10/seats",
          "https://127.1/seats",
          "https://2130706433/seats",
          "https://0x7f000001/seats",
          "https://0177.0.0.1/seats",
          "https://0.0.0.0/seats",
          "https://10.0.0.1/seats",
          "https://10.255.255.255/seats",
          "https://172.16.0.1/seats",
          "https://172.31.255.255/seats",
          "https://192.168.1.1/seats",
          "https://169.254.169.254/latest/meta-data",
          "https://100.64.0.1/seats",
          "https://224.0.0.1/seats",
          "https://255.255.255.255/seats",
          "https://[::1]/seats",
          "https://[::]/seats",
          "https://[fe80::1]/seats",
          "https://[fc00::1]/seats",
          "https://[fd12:3456::1]/seats",
          "https://[ff02::1]/seats",
          "https://[::ffff:127.0.0.1]/seats",
          "https://[::ffff:10.0.0.1]/seats",
          "https://[::127.0.0.1]/seats",
          "https://[64:ff9b::7f00:1]/seats",
          "https://[2002:7f00:1::]/seats");

  private static Executable refused(String url, Answer answer) {
    return () -> {
      try {
        Check.refused("url"::equals, answer);
      } catch (AssertionFailedError e) {
        throw new AssertionFailedError(url + ": " + e.getMessage(), e);
      }
    };
  }

  @Test
  void a_new_webhook_may_not_go_to_a_private_address() {
    Stream<Executable> all =
        REFUSED.stream()
            .map(url ->
                refused(
                    url,
                    venue
                        .sk()
                        .post(
                            Hook.WEBHOOKS,
                            Json.object("url", url, "events", List.of("seat.held")))));

    assertAll(all);
    assertEquals(0, venue.sk().get(Hook.WEBHOOKS).ok().at("total").asInt());
  }

  @Test
  void a_webhook_may_not_be_moved_to_a_private_address() {
    Hook hook = Hook.make(venue.sk(), PUBLIC, Hook.ALL);
    Stream<Executable> all =
        REFUSED.stream().map(url -> refused(url, hook.change(Json.object("url", url))));

    assertAll(all);
    assertEquals(PUBLIC, hook.read().ok().text("url"));
  }

  @Test
  void a_webhook_may_go_to_a_public_address() {
    for (String url :
        List.of(
            PUBLIC,
            "https://93.184.216.34:8443/seats?tenant=7",
            "https://172.32.0.1/seats",
            "https://[2606:2800:220:1:248:1893:25c8:1946]/seats")) {
      assertEquals(url, Hook.make(venue.sk(), url, Hook.ALL).read().ok().text("url"));
    }
  }
}
