package dev.holdfast.app.tmt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.holdfast.app.v1.Json;
import org.junit.jupiter.api.Test;

/** What a booking answers, down to the counts. */
public abstract class TmtBookAnswerRules extends TmtRules {

  @Test
  void M_31_the_results_are_split_by_type() {
    String token = venue.held("A-1", "A-2");

    JsonNode results =
        TmtCheck.ok(venue.book(token, "A-1", "A-2", TmtVenue.places("floor", 3))).path("results");

    TmtCheck.objects(results.path("assigned"), "booked", "A-1", "A-2");
    assertEquals(1, results.path("ga").size());
    assertTrue(
        results.path("assigned").path("objects").path("A-1").path("version").isIntegralNumber(),
        results::toString);
  }

  @Test
  void M_32_without_seats_the_assigned_result_is_null() {
    String token = venue.held(TmtVenue.places("floor", 2));

    JsonNode results = TmtCheck.ok(venue.book(token, TmtVenue.places("floor", 2))).path("results");

    assertTrue(results.has("assigned") && results.path("assigned").isNull(), results::toString);
  }

  @Test
  void M_33_each_area_has_an_entry_with_its_quantity_and_its_result() {
    String token = venue.held("A-1");

    JsonNode ga =
        TmtCheck.ok(venue.book(token, "A-1", TmtVenue.places("floor", 3)))
            .path("results")
            .path("ga");

    JsonNode entry = ga.path(0);
    assertEquals("floor", entry.path("objectId").asText());
    assertEquals(3, entry.path("quantity").asInt());
    JsonNode area = entry.path("result").path("objects").path("floor");
    assertEquals("floor", area.path("label").asText());
    assertEquals(3, area.path("numBooked").asInt());
  }

  @Test
  void M_34_without_areas_the_list_of_their_results_is_empty() {
    JsonNode results = TmtCheck.ok(venue.book(venue.held("A-1"), "A-1")).path("results");

    assertEquals(Json.array(), results.path("ga"));
  }

  @Test
  void M_35_the_event_id_comes_back() {
    JsonNode data = TmtCheck.ok(venue.book(venue.held("A-1"), "A-1"));

    assertEquals(venue.event(), data.path("event_id").asText());
  }

  @Test
  void M_36_the_token_object_comes_back_as_it_was_sent() {
    JsonNode sent =
        Json.parse(
            "{\"z\":[1,{\"b\":null}],\"token\":\""
                + venue.held("A-1")
                + "\",\"expiresAt\":\"whenever\",\"n\":0.125,\"big\":12345678901234567890,\"o\":{}}");

    JsonNode echo = TmtCheck.ok(venue.book(sent, Json.array("A-1"))).path("hold_token");

    assertEquals(sent, echo);
    assertEquals(Json.names(sent), Json.names(echo), "in its order");
  }

  private static JsonNode summary(int assigned, int ga, int total) {
    return Json.object("assigned", assigned, "ga", ga, "total", total);
  }

  @Test
  void M_37_the_summary_counts_the_seats() {
    String token = venue.held("A-1", "A-2");

    assertEquals(summary(2, 0, 2), TmtCheck.ok(venue.book(token, "A-1", "A-2")).path("summary"));
  }

  @Test
  void M_38_the_summary_counts_entries_of_areas_and_not_their_places() {
    String token = venue.held(TmtVenue.places("floor", 5));

    assertEquals(
        summary(0, 1, 1),
        TmtCheck.ok(venue.book(token, TmtVenue.places("floor", 5))).path("summary"));
  }

  @Test
  void M_39_the_summary_s_total_is_the_length_of_the_array() {
    String token = venue.held("A-1", "A-2");

    JsonNode data = TmtCheck.ok(venue.book(token, "A-1", TmtVenue.places("floor", 5), "A-2"));

    assertEquals(summary(2, 1, 3), data.path("summary"));
  }

  @Test
  void M_39_duplicates_count_as_they_were_sent_and_book_once() {
    String token = venue.held("A-1", "A-2");

    JsonNode data =
        TmtCheck.ok(
            venue.book(
                token,
                "A-1",
                TmtVenue.places("floor", 2),
                "A-1",
                "A-2",
                TmtVenue.places("floor", 3)));

    assertEquals(summary(3, 2, 5), data.path("summary"));
    TmtCheck.objects(data.path("results").path("assigned"), "booked", "A-1", "A-2");
    assertEquals(
        5,
        Json.stream(data.path("results").path("ga"))
            .mapToInt(one -> one.path("quantity").asInt())
            .sum());
    assertEquals(5, v1.places("floor", "booked"));
  }
}
