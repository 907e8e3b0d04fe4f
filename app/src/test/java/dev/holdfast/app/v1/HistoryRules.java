package dev.holdfast.app.v1;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What happened to one object. */
public abstract class HistoryRules extends V1Rules {

  private List<JsonNode> items(String label) {
    return Json.stream(Changes.history(venue, label, "").ok().at("items")).toList();
  }

  private static List<String> texts(List<JsonNode> items, String member) {
    return items.stream().map(item -> item.path(member).asText()).toList();
  }

  @Test
  void a_seat_that_nobody_touched_has_no_history() {
    Answer history = Changes.history(venue, "A-1", "").ok();

    assertEquals(
        List.of("eventKey", "items", "lastSeq", "more"), Json.sorted(Json.names(history.body())));
    assertEquals(venue.eventKey(), history.text("eventKey"));
    assertEquals(Json.array(), history.at("items"));
    assertFalse(history.at("more").asBoolean());
  }

  @Test
  void a_seat_s_history_has_all_that_happened_to_it_and_to_no_other() {
    String first = token();
    String second = token();
    venue.holdAll(List.of("A-1", "A-2"), first).ok();
    venue.extend(first, 600).ok();
    venue.book(List.of("A-1", "A-2"), first).ok();
    venue.release(List.of("A-1")).ok();
    venue.hold("A-1", second, 1).ok();
    Eventually.within(ExpiryRules.LAPSE, "five changes and one", () -> items("A-1").size() == 6);

    List<JsonNode> items = items("A-1");

    assertEquals(
        List.of("held", "extended", "booked", "released", "held", "expired"),
        items.stream().map(Changes::type).toList());
    assertEquals(List.of(first, first, first, first, second, second), texts(items, "holdToken"));
    assertEquals(List.of("A-1"), texts(items, "objectLabel").stream().distinct().toList());
    assertEquals(
        List.of("v1", "v1", "v1", "v1", "v1", "holdfast"),
        texts(items, "dialect"),
        "through which door it came; the end of a hold is nobody's request");
    assertEquals(
        List.of("free", "held", "held", "booked", "free", "held"), texts(items, "previousStatus"));
    assertEquals(
        Changes.all(venue).stream()
            .filter(entry -> entry.path("objectLabel").asText().equals("A-1"))
            .map(Changes::seq)
            .toList(),
        items.stream().map(Changes::seq).toList());
    for (JsonNode item : items) {
      assertTrue(item.path("version").isIntegralNumber(), item::toString);
    }
  }

  @Test
  void a_history_comes_in_pages() {
    for (int i = 0; i < 6; i++) {
      venue.holdAll(List.of("A-1", "A-2"), token()).ok();
      venue.release(List.of("A-1", "A-2")).ok();
    }
    List<Long> whole = items("A-1").stream().map(Changes::seq).toList();
    assertEquals(12, whole.size());

    List<Long> pages = new ArrayList<>();
    boolean more = true;
    while (more) {
      long after = pages.isEmpty() ? 0 : pages.getLast();
      Answer page = Changes.history(venue, "A-1", "?limit=5&after=" + after).ok();
      page.at("items").forEach(item -> pages.add(Changes.seq(item)));
      more = page.at("more").asBoolean();
    }

    assertEquals(whole, pages);
  }

  @Test
  void an_area_has_a_history_too() {
    String token = token();
    venue.holdPlaces("floor", token, 3).ok();
    venue.holdPlaces("floor", token(), 2).ok();
    venue.book(List.of("floor"), token).ok();

    List<JsonNode> items = items("floor");

    assertEquals(List.of("held", "held", "booked"), items.stream().map(Changes::type).toList());
    assertEquals(List.of("3", "2", "3"), texts(items, "quantity"));
  }

  @Test
  void a_label_with_anything_in_it_has_its_history() {
    Map<String, String> coded = new LinkedHashMap<>();
    coded.put("Zoë-1", "Zo%C3%AB-1");
    coded.put("100%", "100%25");
    coded.put("a+b", "a+b");
    coded.put("a b", "a%20b");
    coded.put("a;b?c#d", "a%3Bb%3Fc%23d");
    coded.put("Loge 3/4", "Loge%203%2F4");
    coded.put("a\\b", "a%5Cb");
    TestVenue odd = TestVenue.open(service(), Layouts.labelled(List.copyOf(coded.keySet())));
    odd.holdAll(coded.keySet(), token()).ok();

    assertAll(
        coded.entrySet().stream()
            .map(label -> () -> assertHistory(odd, label.getKey(), label.getValue())));
  }

  private static void assertHistory(TestVenue venue, String label, String coded) {
    Answer history = Changes.history(venue, coded, "");

    assertEquals(200, history.status(), () -> label + ": " + history.shortened());
    assertEquals(List.of(label), Json.texts(history.at("items"), "objectLabel"));
  }

  @Test
  void a_label_of_nothing_has_no_history() {
    Answer answer = Changes.history(venue, "Z-99", "");

    // Seats may leave the layout and keep their past, so an empty one is an answer as well.
    assertTrue(answer.status() == 404 || answer.ok().at("items").isEmpty(), answer::shortened);
  }

  @Test
  void a_seat_that_left_the_layout_keeps_its_history() {
    venue.hold("A-1", token()).ok();
    venue.sk().patch(venue.chartPath(""), Json.object("draftVersion", Layouts.wide(2))).ok();
    venue.sk().post(venue.chartPath("/publish")).ok();

    assertEquals(List.of("held"), items("A-1").stream().map(Changes::type).toList());
  }
}
