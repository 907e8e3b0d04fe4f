package dev.holdfast.app.v1;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Charts as resources: their counters, and how events follow what is published. */
public abstract class ChartRules extends V1Rules {

  private Answer create(Object body) {
    return venue.sk().post(TestVenue.CHARTS, body);
  }

  private static void assertChart(
      String key, String name, int draft, @Nullable Integer published, JsonNode chart) {
    assertEquals(key, chart.path("chartKey").asText());
    assertEquals(name, chart.path("name").asText());
    assertEquals(draft, chart.path("draftVersion").asInt(-1));
    if (published == null) {
      assertTrue(chart.has("publishedVersion"), chart::toString);
      assertTrue(chart.path("publishedVersion").isNull(), chart::toString);
    } else {
      assertEquals(published, chart.path("publishedVersion").asInt(-1));
    }
    Check.instant(chart.path("updatedAt"));
  }

  @Test
  void a_new_chart_is_an_unpublished_draft_of_version_1() {
    Answer withLayout =
        create(Json.object("name", "Hall", "draftVersion", Layouts.standard())).expect(201);
    Answer without = create(Json.object("name", "Bare")).expect(201);

    for (Answer made : List.of(withLayout, without)) {
      String key = made.text("chartKey");
      assertFalse(key.isBlank());
      assertChart(key, made.text("name"), 1, null, made.body());
      assertEquals(made.at("createdAt"), made.at("updatedAt"));
      Check.instant(made.at("createdAt"));
      assertEquals(made.body(), venue.sk().get(TestVenue.CHARTS + "/" + key).ok().body());
    }
  }

  @Test
  void a_chart_name_has_3_to_255_characters() {
    assertEquals("abc", create(Json.object("name", "abc")).expect(201).text("name"));
    String longest = "n".repeat(255);
    assertEquals(longest, create(Json.object("name", longest)).expect(201).text("name"));
  }

  @Test
  void two_charts_may_have_one_name_and_never_one_key() {
    String first = create(Json.object("name", "Hall")).expect(201).text("chartKey");
    String second = create(Json.object("name", "Hall")).expect(201).text("chartKey");

    assertFalse(first.equals(second));
  }

  @Test
  void a_new_name_leaves_the_draft_s_version() {
    Answer renamed = venue.sk().patch(venue.chartPath(""), Json.object("name", "New name")).ok();

    assertChart(venue.chartKey(), "New name", 1, 1, renamed.body());
    assertTrue(
        !Check.instant(renamed.at("updatedAt")).isBefore(Check.instant(renamed.at("createdAt"))));
    assertEquals(renamed.body(), venue.sk().get(venue.chartPath("")).ok().body());
  }

  @Test
  void a_new_layout_raises_the_draft_s_version_and_leaves_the_published_one() {
    Answer changed =
        venue.sk().patch(venue.chartPath(""), Json.object("draftVersion", Layouts.wide(2))).ok();

    assertChart(venue.chartKey(), "Harbour Hall", 2, 1, changed.body());
    Check.envelope(404, venue.hold("R-1", token()));
    venue.hold("A-1", token()).ok();
  }

  @Test
  void a_new_layout_replaces_the_old_one_whole() {
    venue.sk().patch(venue.chartPath(""), Json.object("draftVersion", Layouts.wide(2))).ok();

    JsonNode layout = venue.sk().get(venue.chartPath("/draft")).ok().at("layout");

    assertEquals(1, layout.path("rows").size());
    assertTrue(layout.path("gaAreas").isEmpty() && layout.path("tables").isEmpty());
    assertFalse(layout.toString().contains("A-1"));
  }

  @Test
  void publishing_raises_its_own_counter_and_no_other() {
    venue.sk().patch(venue.chartPath(""), Json.object("draftVersion", Layouts.wide(2))).ok();

    Answer published = venue.sk().post(venue.chartPath("/publish")).ok();

    assertChart(venue.chartKey(), "Harbour Hall", 2, 2, published.body());
    Check.instant(published.at("publishedAt"));
    Answer again = venue.sk().post(venue.chartPath("/publish")).ok();
    assertChart(venue.chartKey(), "Harbour Hall", 2, 3, again.body());
  }

  @Test
  void events_follow_a_published_layout_at_once() {
    venue.sk().patch(venue.chartPath(""), Json.object("draftVersion", Layouts.wide(2))).ok();
    venue.sk().post(venue.chartPath("/publish")).ok();

    venue.hold("R-1", token()).ok();
    Check.envelope(404, venue.hold("A-1", token()));
    assertEquals(2, venue.sk().get(venue.path("")).ok().at("chartPublishedVersion").asInt());
  }

  @Test
  void seats_that_a_new_layout_drops_keep_their_records() {
    String token = token();
    venue.holdAll(List.of("A-1", "A-2", "A-3"), token).ok();
    venue.book(List.of("A-3"), token).ok();
    String before = venue.status().raw();
    venue.sk().patch(venue.chartPath(""), Json.object("draftVersion", Layouts.wide(2))).ok();
    venue.sk().post(venue.chartPath("/publish")).ok();

    assertEquals(before, venue.status().raw());
    venue.book(List.of("A-1"), token).ok();
    venue.release(List.of("A-2", "A-3")).ok();
    assertEquals(List.of("A-1"), venue.labels("booked"));
    Check.envelope(404, venue.hold("A-2", token()));
  }

  @Test
  void an_unpublished_chart_appears_empty_and_lets_buyers_finish() {
    String token = token();
    venue.holdAll(List.of("A-1", "A-2"), token, 60).ok();

    Answer hidden = venue.sk().post(venue.chartPath("/unpublish")).ok();

    assertChart(venue.chartKey(), "Harbour Hall", 1, null, hidden.body());
    Answer event = venue.sk().get(venue.path("")).ok();
    assertTrue(event.body().has("chartPublishedVersion"), event::shortened);
    assertTrue(event.at("chartPublishedVersion").isNull(), event::shortened);
    Check.envelope(404, venue.hold("A-3", token()));
    assertEquals(2, venue.extend(token, 300).ok().at("extended").size());
    venue.book(List.of("A-1"), token).ok();
    venue.release(List.of("A-2")).ok();
    assertEquals(List.of("A-1"), venue.labels("booked"));
  }

  @Test
  void a_published_number_is_never_used_twice() {
    venue.sk().post(venue.chartPath("/unpublish")).ok();

    Answer published = venue.sk().post(venue.chartPath("/publish")).ok();

    assertChart(venue.chartKey(), "Harbour Hall", 1, 2, published.body());
    venue.hold("A-1", token()).ok();
  }

  @Test
  void a_chart_with_an_event_cannot_be_deleted() {
    Answer refused = venue.sk().delete(venue.chartPath(""));

    Check.envelope(409, refused);
    venue.sk().get(venue.chartPath("")).ok();
    venue.hold("A-1", token()).ok();
  }

  @Test
  void a_chart_whose_events_are_gone_can_be_deleted() {
    venue.sk().delete(venue.path("")).ok();

    Answer deleted = venue.sk().delete(venue.chartPath("")).ok();

    assertEquals(venue.chartKey(), deleted.text("chartKey"));
    assertTrue(deleted.at("deleted").isBoolean() && deleted.at("deleted").asBoolean());
    Check.envelope(404, "Chart not found", venue.sk().get(venue.chartPath("")));
    Check.envelope(404, "Chart not found", venue.sk().delete(venue.chartPath("")));
    assertEquals(0, venue.sk().get(TestVenue.CHARTS).ok().at("total").asInt());
  }

  @Test
  void an_unknown_chart_is_not_found_whatever_is_asked_of_it() {
    String path = TestVenue.CHARTS + "/chart_unknown";
    V1Client sk = venue.sk();

    Check.envelope(404, "Chart not found", sk.get(path));
    Check.envelope(404, "Chart not found", sk.get(path + "/draft"));
    Check.envelope(404, "Chart not found", sk.patch(path, Json.object("name", "Hall")));
    Check.envelope(404, "Chart not found", sk.delete(path));
    Check.envelope(404, "Chart not found", sk.post(path + "/publish"));
    Check.envelope(404, "Chart not found", sk.post(path + "/unpublish"));
  }

  @Test
  void the_list_shows_charts_as_they_are_read_one_by_one() {
    String key = create(Json.object("name", "Second")).expect(201).text("chartKey");

    Answer list = venue.sk().get(TestVenue.CHARTS).ok();

    assertEquals(2, list.at("total").asInt());
    assertEquals(
        List.of(key, venue.chartKey()), Json.texts(list.at("items"), "chartKey"), "newest first");
    assertEquals(venue.sk().get(venue.chartPath("")).ok().body(), list.at("items").path(1));
  }
}
