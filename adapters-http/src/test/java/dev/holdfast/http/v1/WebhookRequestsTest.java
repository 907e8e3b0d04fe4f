package dev.holdfast.http.v1;

import static dev.holdfast.domain.webhook.WebhookEvent.SEAT_BOOKED;
import static dev.holdfast.domain.webhook.WebhookEvent.SEAT_HELD;
import static dev.holdfast.domain.webhook.WebhookEvent.SEAT_HOLD_EXPIRED;
import static dev.holdfast.domain.webhook.WebhookEvent.SEAT_RELEASED;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.holdfast.domain.webhook.NewWebhook;
import dev.holdfast.domain.webhook.WebhookChange;
import dev.holdfast.domain.webhook.WebhookChange.Description;
import dev.holdfast.http.json.BodyReader;
import dev.holdfast.http.json.InvalidRequest;
import dev.holdfast.http.json.Json;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class WebhookRequestsTest {
  private static final String URL = "'url':'https://example.com/'";
  private static final String EVENTS = "'events':['seat.held']";
  private static final String WORDS =
      "Expected 'seat.held' | 'seat.booked' | 'seat.released' | 'seat.hold_expired'";

  @Test
  void a_webhook_is_made_with_and_without_a_description() {
    assertEquals(
        new NewWebhook("https://example.com/", Set.of(SEAT_HELD), null),
        WebhookRequests.create(body("{" + URL + "," + EVENTS + "}")));
    assertEquals(
        new NewWebhook(
            "https://example.com/",
            Set.of(SEAT_HELD, SEAT_BOOKED, SEAT_RELEASED, SEAT_HOLD_EXPIRED),
            ""),
        WebhookRequests.create(
            body(
                "{"
                    + URL
                    + ",'events':['seat.hold_expired','seat.booked','seat.released','seat.held',"
                    + "'seat.booked'],'description':''}")));
  }

  @Test
  void what_a_new_webhook_lacks_is_named_at_once() {
    assertRefused(
        Map.of("url", List.of("Required"), "events", List.of("Required")),
        () -> WebhookRequests.create(body("{'description':'x','enabled':true}")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '~',
      value = {
        "url; null; Expected string, received null",
        "url; 7; Expected string, received number",
        "url; ''; String must contain at least 1 character(s)",
        "events; null; Expected array, received null",
        "events; 'seat.held'; Expected array, received string",
        "events; []; Array must contain at least 1 element(s)",
        "description; 7; Expected string, received number",
      })
  void a_wrong_member_is_named_when_making_and_when_changing(
      String name, String value, String text) {
    Map<String, List<String>> expected = Map.of(name, List.of(text));
    String member = "'" + name + "':" + value;
    String others =
        switch (name) {
          case "url" -> EVENTS;
          case "events" -> URL;
          default -> URL + "," + EVENTS;
        };
    assertRefused(expected, () -> WebhookRequests.create(body("{" + others + "," + member + "}")));
    assertRefused(expected, () -> WebhookRequests.update(body("{" + member + "}")));
  }

  @Test
  void texts_and_lists_have_bounds() {
    String url = "https://" + "x".repeat(2_040);
    String description = "x".repeat(255);
    String twenty = "'seat.held'" + ",'seat.held'".repeat(19);
    WebhookChange most =
        WebhookRequests.update(
            body(
                "{'url':'"
                    + url
                    + "','events':["
                    + twenty
                    + "],'description':'"
                    + description
                    + "'}"));
    assertEquals(Optional.of(url), most.url());
    assertEquals(Optional.of(Set.of(SEAT_HELD)), most.events());
    assertEquals(new Description.Becomes(description), most.description());

    assertRefused(
        Map.of(
            "url", List.of("String must contain at most 2048 character(s)"),
            "events", List.of("Array must contain at most 20 element(s)"),
            "description", List.of("String must contain at most 255 character(s)")),
        () ->
            WebhookRequests.update(
                body(
                    "{'url':'"
                        + url
                        + "x','events':["
                        + twenty
                        + ",'seat.held'],'description':'"
                        + description
                        + "x'}")));
  }

  @Test
  void an_unknown_event_is_named_where_it_stands() {
    assertRefused(
        Map.of("events.1", List.of("Invalid enum value. " + WORDS + ", received 'seat.sold'")),
        () -> WebhookRequests.create(body("{" + URL + ",'events':['seat.held','seat.sold']}")));
    String long50 = "x".repeat(50);
    assertRefused(
        Map.of(
            "events.0", List.of("Invalid enum value. " + WORDS + ", received '" + long50 + "...'")),
        () -> WebhookRequests.update(body("{'events':['" + long50 + "x']}")));
  }

  @Test
  void each_event_is_judged_in_its_own_place() {
    assertRefused(
        Map.of(
            "events.0", List.of("Expected string, received number"),
            "events.1", List.of("Invalid enum value. " + WORDS + ", received 'seat.sold'")),
        () -> WebhookRequests.create(body("{" + URL + ",'events':[7,'seat.sold']}")));
  }

  @Test
  void what_is_not_sent_stays() {
    assertEquals(
        new WebhookChange(
            Optional.empty(), Optional.empty(), Optional.of(false), new Description.Kept()),
        WebhookRequests.update(body("{'enabled':false}")));
    assertEquals(
        new WebhookChange(
            Optional.of("https://example.com/"),
            Optional.of(Set.of(SEAT_RELEASED)),
            Optional.empty(),
            new Description.Kept()),
        WebhookRequests.update(body("{" + URL + ",'events':['seat.released']}")));
  }

  @Test
  void null_takes_a_description_away() {
    assertEquals(
        new Description.Becomes(null),
        WebhookRequests.update(body("{'description':null}")).description());
    assertRefused(
        Map.of("description", List.of("Expected string, received null")),
        () -> WebhookRequests.create(body("{" + URL + "," + EVENTS + ",'description':null}")));
  }

  @Test
  void enabled_is_true_or_false() {
    assertEquals(Optional.of(true), WebhookRequests.update(body("{'enabled':true}")).enabled());
    assertRefused(
        Map.of("enabled", List.of("Expected boolean, received null")),
        () -> WebhookRequests.update(body("{'enabled':null}")));
    assertRefused(
        Map.of("enabled", List.of("Expected boolean, received string")),
        () -> WebhookRequests.update(body("{'enabled':'false'}")));
  }

  @Test
  void a_change_changes_something() {
    assertRefused(
        Map.of(
            "_root", List.of("At least one of url, events, enabled and description is required")),
        () -> WebhookRequests.update(body("{'secret':'x'}")));
  }

  private static void assertRefused(Map<String, List<String>> errors, Runnable read) {
    assertEquals(errors, assertThrows(InvalidRequest.class, read::run).errors());
  }

  private static BodyReader body(String json) {
    byte[] bytes = json.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
    return BodyReader.of(Json.parse(bytes, false));
  }
}
