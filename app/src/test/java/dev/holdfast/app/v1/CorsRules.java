package dev.holdfast.app.v1;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** Pages of any origin may talk to the service with a browser's key. */
public abstract class CorsRules extends V1Rules {

  private static final String ORIGIN = "https://tickets.example.org";
  private static final String ALLOW_ORIGIN = "Access-Control-Allow-Origin";

  private static List<String> listed(Answer answer, String header) {
    return answer.headers().allValues(header).stream()
        .flatMap(value -> Arrays.stream(value.split(",", -1)))
        .map(value -> value.strip().toLowerCase(Locale.ROOT))
        .toList();
  }

  private static void assertOpen(Answer answer) {
    List<String> origins = answer.headers().allValues(ALLOW_ORIGIN);
    assertEquals(1, origins.size(), () -> "of " + answer.status() + " " + answer.shortened());
    assertTrue(List.of("*", ORIGIN).contains(origins.getFirst()), origins::toString);
  }

  private Answer preflight(String path, String method) {
    return V1Client.withoutKey(service().baseUri())
        .with("Origin", ORIGIN)
        .with("Access-Control-Request-Method", method)
        .with("Access-Control-Request-Headers", "x-api-key, content-type, idempotency-key")
        .options(path);
  }

  @Test
  void a_preflight_needs_no_key_and_allows_what_the_dialect_uses() {
    for (String step : List.of("hold", "release", "book")) {
      Answer allowed = preflight(venue.path("/seats/" + step), "POST");

      assertTrue(allowed.status() == 200 || allowed.status() == 204, allowed::shortened);
      assertOpen(allowed);
      List<String> headers = listed(allowed, "Access-Control-Allow-Headers");
      for (String header :
          List.of(
              "x-api-key", "content-type", "idempotency-key", "if-none-match", "last-event-id")) {
        assertTrue(headers.contains(header), () -> header + " is not among " + headers);
      }
      assertTrue(listed(allowed, "Access-Control-Allow-Methods").contains("post"));
    }
  }

  @Test
  void a_preflight_allows_every_method_of_the_dialect() {
    for (String method : List.of("GET", "POST", "PATCH", "DELETE")) {
      Answer allowed = preflight(venue.path(""), method);

      assertTrue(allowed.status() == 200 || allowed.status() == 204, allowed::shortened);
      assertOpen(allowed);
      List<String> methods = listed(allowed, "Access-Control-Allow-Methods");
      assertTrue(methods.contains(method.toLowerCase(Locale.ROOT)), methods::toString);
    }
  }

  @Test
  void a_preflight_changes_nothing() {
    venue.hold("A-1", token()).ok();

    venue.untouchedBy(() -> preflight(venue.path("/seats/release"), "POST"));
    venue.untouchedBy(() -> preflight(venue.path(""), "DELETE"));
  }

  @Test
  void every_answer_can_be_read_by_the_page_that_asked_refusals_included() {
    V1Client page = venue.pk().with("Origin", ORIGIN);
    TestVenue browser = venue.as(page);
    venue.hold("A-2", token()).ok();
    List<Answer> answers =
        List.of(
            page.get(venue.path("/status")).expect(200),
            browser.hold("A-1", token()).expect(200),
            browser.hold("A-2", token()).expect(409),
            browser.hold("Z-9", token()).expect(404),
            browser.seats("hold", "{").expect(400),
            page.get(venue.path("/reports")).expect(403),
            page.get(venue.path("/nonsense")).expect(404),
            page.get(venue.path("/seats/hold")).expect(405),
            V1Client.withoutKey(service().baseUri())
                .with("Origin", ORIGIN)
                .get(venue.path("/status"))
                .expect(401));

    for (Answer answer : answers) {
      assertOpen(answer);
      List<String> exposed = listed(answer, "Access-Control-Expose-Headers");
      for (String header : List.of("etag", "retry-after", "idempotent-replayed")) {
        assertTrue(exposed.contains(header), () -> header + " is not among " + exposed);
      }
    }
  }

  @Test
  void a_server_s_key_in_a_query_is_refused() {
    V1Client nobody = V1Client.withoutKey(service().baseUri());

    Check.envelope(401, nobody.get(venue.path("/status?key=" + venue.sk().key())));
    Check.envelope(401, nobody.get(venue.path("/status?key=pk_test_unknown")));
  }
}
