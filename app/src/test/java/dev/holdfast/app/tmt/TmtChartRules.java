package dev.holdfast.app.tmt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.holdfast.app.v1.Answer;
import dev.holdfast.app.v1.Json;
import dev.holdfast.app.v1.Layouts;
import dev.holdfast.app.v1.TestVenue;
import dev.holdfast.app.v1.V1Client;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Charts are listed, summed up, tagged and copied. */
public abstract class TmtChartRules extends TmtRules {

  private Answer call(String function, Object... more) {
    return venue.tmt().callWith(function, Json.object(more).put("chart_id", venue.chart()));
  }

  private List<JsonNode> charts() {
    return Json.stream(TmtCheck.ok(venue.tmt().call("list_charts_seatsio")).path("charts"))
        .toList();
  }

  private JsonNode chart(String key) {
    return charts().stream()
        .filter(chart -> chart.path("key").asText().equals(key))
        .findFirst()
        .orElseThrow();
  }

  /** A picture is there for everybody who has its URL, through whatever name the service has. */
  private void assertPicture(JsonNode url) {
    assertTrue(url.isTextual(), url::toString);
    URI uri = URI.create(url.asText());
    assertTrue(uri.isAbsolute(), "a client elsewhere can follow it: " + url);
    assertEquals(service().baseUri().getAuthority(), uri.getAuthority());
    Answer picture = V1Client.withoutKey(service().baseUri()).get(uri.getRawPath()).ok();
    assertEquals("image/svg+xml", picture.header("Content-Type"));
    assertTrue(picture.raw().startsWith("<svg"), picture::shortened);
  }

  @Test
  void charts_are_listed_with_all_their_members() {
    Answer list = venue.tmt().call("list_charts_seatsio");

    assertEquals("Listado de Venues en Seatsio", list.text("message"));
    JsonNode chart = chart(venue.chart());
    assertTrue(chart.path("id").isIntegralNumber(), chart::toString);
    assertEquals("Harbour Hall", chart.path("name").asText());
    assertEquals("published", chart.path("status").asText());
    assertEquals(Json.array(), chart.path("tags"));
    assertTrue(chart.has("draftVersionThumbnailUrl"), chart::toString);
  }

  @Test
  void the_list_needs_no_body() {
    for (String body : List.of("", "{}", "{\"data\":{}}")) {
      JsonNode data = TmtCheck.ok(venue.tmt().sent("list_charts_seatsio", body));
      assertEquals(List.of(venue.chart()), Json.texts(data.path("charts"), "key"));
    }
    TmtCheck.ok(v1.sk().post("/list_charts_seatsio"));
  }

  @Test
  void every_chart_has_a_number_of_its_own() {
    TestVenue.publishedChart(v1.sk(), Layouts.wide(2));

    List<Long> numbers = charts().stream().map(chart -> chart.path("id").asLong()).toList();

    assertEquals(2, numbers.stream().distinct().count(), numbers::toString);
  }

  @Test
  void the_picture_of_a_published_chart_can_be_fetched_without_a_key() {
    assertPicture(chart(venue.chart()).path("publishedVersionThumbnailUrl"));
  }

  @Test
  void a_chart_that_is_not_published_has_no_picture() {
    String draft =
        v1.sk().post(TestVenue.CHARTS, Json.object("name", "Bare")).expect(201).text("chartKey");

    JsonNode chart = chart(draft);

    assertTrue(chart.path("publishedVersionThumbnailUrl").isNull(), chart::toString);
    assertNotEquals("published", chart.path("status").asText());
  }

  @Test
  void a_published_chart_is_answered_alone() {
    JsonNode charts = TmtCheck.ok(call("published_charts_seatsio")).path("charts");

    assertTrue(charts.isObject(), charts::toString);
    assertEquals(venue.chart(), charts.path("key").asText());
    assertEquals("Harbour Hall", charts.path("name").asText());
    assertPicture(charts.path("publishedVersionThumbnailUrl"));
  }

  @Test
  void an_unknown_chart_is_refused_everywhere() {
    ObjectNode data = Json.object("chart_id", "chart_unknown", "tags", List.of("x"));
    for (String function :
        List.of(
            "published_charts_seatsio",
            "list_objects_charts_seatsio",
            "add_tags_to_chart_seatsio",
            "remove_tags_from_chart_seatsio",
            "copy_chart_seatsio")) {
      TmtCheck.refused(venue.tmt().callWith(function, data));
      data.put("chart_id", venue.event());
      TmtCheck.refused(venue.tmt().callWith(function, data));
      data.put("chart_id", "x".repeat(300));
      TmtCheck.refused(venue.tmt().callWith(function, data));
    }
    assertEquals(1, charts().size());
  }

  /** The summary, under whatever name it has. */
  private static JsonNode summary(JsonNode data, String category) {
    return data.has(category)
        ? data
        : Json.stream(data).filter(part -> part.has(category)).findFirst().orElseThrow();
  }

  @Test
  void the_objects_of_a_chart_are_counted_by_the_label_of_their_category() {
    ObjectNode layout = Layouts.wide(30);
    layout.set(
        "gaAreas",
        Json.array(
            Json.object("key", "pit", "label", "Pit", "capacity", 300, "categoryKey", "floor")));
    String chart = TestVenue.publishedChart(v1.sk(), layout);

    JsonNode data = TmtCheck.ok(venue.tmt().call("list_objects_charts_seatsio", "chart_id", chart));

    JsonNode summary = summary(data, "Premium");
    assertEquals(30, summary.path("Premium").path("count").asInt(), data::toString);
    assertEquals(30, summary.path("Premium").path("byStatus").path("available").asInt());
    assertEquals(300, summary.path("Floor").path("count").asInt(), data::toString);
    assertEquals(300, summary.path("Floor").path("byObjectType").path("generalAdmission").asInt());
  }

  @Test
  void the_count_of_a_chart_knows_no_event() {
    JsonNode before = TmtCheck.ok(call("list_objects_charts_seatsio"));

    venue.book(venue.held("A-1"), "A-1").ok();

    assertEquals(before, TmtCheck.ok(call("list_objects_charts_seatsio")));
  }

  @Test
  void tags_are_added_one_after_the_other() {
    JsonNode first =
        TmtCheck.ok(call("add_tags_to_chart_seatsio", "tags", List.of("sala", "Ñandú 🎭")));
    call("add_tags_to_chart_seatsio", "tags", List.of("norte")).ok();

    assertEquals(Json.array("sala", "Ñandú 🎭"), first.path("tags"), "as they were sent");
    assertEquals(
        Json.sorted(List.of("sala", "Ñandú 🎭", "norte")),
        Json.sorted(Json.texts(chart(venue.chart()).path("tags"))));
  }

  @Test
  void a_tag_that_is_there_can_be_added_again() {
    call("add_tags_to_chart_seatsio", "tags", List.of("sala")).ok();

    JsonNode again =
        TmtCheck.ok(call("add_tags_to_chart_seatsio", "tags", List.of("sala", "sala")));

    assertEquals(Json.array("sala", "sala"), again.path("tags"), "as they were sent");
    assertEquals(Json.array("sala"), chart(venue.chart()).path("tags"));
  }

  @Test
  void tags_are_removed_whether_they_are_there_or_not() {
    call("add_tags_to_chart_seatsio", "tags", List.of("sala", "norte")).ok();

    JsonNode removed =
        TmtCheck.ok(call("remove_tags_from_chart_seatsio", "tags", List.of("sala", "sur")));
    call("remove_tags_from_chart_seatsio", "tags", List.of("sala")).ok();

    assertEquals(Json.array("sala", "sur"), removed.path("tags"));
    assertEquals(Json.array("norte"), chart(venue.chart()).path("tags"));
  }

  @Test
  void tags_belong_to_one_chart() {
    String other = TestVenue.publishedChart(v1.sk(), Layouts.wide(2));

    call("add_tags_to_chart_seatsio", "tags", List.of("sala")).ok();

    assertEquals(Json.array(), chart(other).path("tags"));
  }

  private JsonNode copied() {
    JsonNode data = TmtCheck.ok(call("copy_chart_seatsio"));
    return data.has("key")
        ? data
        : Json.stream(data).filter(part -> part.has("key")).findFirst().orElseThrow();
  }

  @Test
  void a_copy_is_a_chart_of_its_own() {
    String before = v1.sk().get(v1.chartPath("")).raw();

    JsonNode copy = copied();

    assertNotEquals(venue.chart(), copy.path("key").asText());
    assertEquals(2, charts().size());
    assertEquals(
        copy.path("name").asText(), chart(copy.path("key").asText()).path("name").asText());
    assertEquals(before, v1.sk().get(v1.chartPath("")).raw(), "the original is as it was");
  }

  @Test
  void a_copy_can_be_sold_like_its_original() {
    String key = copied().path("key").asText();
    v1.sk().post(TestVenue.CHARTS + "/" + key + "/publish").ok();
    TmtVenue copy =
        new TmtVenue(
            venue.tmt(), new TestVenue(v1.workspace(), v1.sk(), v1.pk(), key, TmtVenue.newId()));
    copy.create(copy.event()).ok();

    copy.book(copy.held("A-1", TmtVenue.places("floor", 2)), "A-1", "floor").ok();

    assertEquals(44, copy.listed().path("counters").path("available").asInt());
    assertEquals(List.of(), v1.objects());
  }
}
