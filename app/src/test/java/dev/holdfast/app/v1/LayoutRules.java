package dev.holdfast.app.v1;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** Layouts: what reading one gives back, how seats get their labels, what cannot be published. */
public abstract class LayoutRules extends V1Rules {

  @Test
  void the_draft_is_read_back_with_shorthand_expanded_and_labels_filled_in() {
    Answer draft = venue.sk().get(venue.chartPath("/draft")).ok();

    assertEquals(venue.chartKey(), draft.text("chartKey"));
    assertEquals(1, draft.at("version").asInt());
    JsonNode row = draft.at("layout").path("rows").path(0).path("seats");
    assertEquals(Json.labels("A", 1, 30), Json.texts(row, "objectLabel"));
    assertEquals("12", row.path(11).path("label").asText());
    assertEquals("premium", row.path(11).path("categoryKey").asText());
    JsonNode section = draft.at("layout").path("sections").path(0).path("rows").path(0);
    assertEquals(
        List.of("VIP-G1", "VIP-G2", "VIP-G3"), Json.texts(section.path("seats"), "objectLabel"));
    JsonNode table = draft.at("layout").path("tables").path(0).path("seats");
    assertEquals(Json.labels("T1", 1, 4), Json.texts(table, "objectLabel"));
    assertEquals("floor", draft.at("layout").path("gaAreas").path(0).path("key").asText());
    assertEquals(10, draft.at("layout").path("gaAreas").path(0).path("capacity").asInt());
  }

  @Test
  void shorthand_seats_are_evenly_spaced() {
    JsonNode seats =
        venue
            .sk()
            .get(venue.chartPath("/draft"))
            .ok()
            .at("layout")
            .path("rows")
            .path(0)
            .path("seats");

    double step = distance(seats.path(0), seats.path(1));
    assertTrue(step > 0, () -> "seats lie on each other: " + seats.path(0));
    for (int i = 1; i < seats.size(); i++) {
      assertEquals(step, distance(seats.path(i - 1), seats.path(i)), step / 1000);
    }
  }

  private static double distance(JsonNode one, JsonNode other) {
    double dx = one.path("x").asDouble() - other.path("x").asDouble();
    double dy = one.path("y").asDouble() - other.path("y").asDouble();
    return Math.hypot(dx, dy);
  }

  @Test
  void an_event_shows_the_published_layout_to_browsers_too() {
    venue.sk().patch(venue.chartPath(""), Json.object("draftVersion", Layouts.wide(2))).ok();

    for (V1Client caller : List.of(venue.sk(), venue.pk())) {
      Answer chart = caller.get(venue.path("/chart")).ok();
      assertEquals(venue.chartKey(), chart.text("chartKey"));
      assertEquals(1, chart.at("version").asInt());
      JsonNode seats = chart.at("layout").path("rows").path(0).path("seats");
      assertEquals(Json.labels("A", 1, 30), Json.texts(seats, "objectLabel"));
    }
  }

  @Test
  void a_layout_that_was_read_can_be_written_again() {
    JsonNode first = venue.sk().get(venue.chartPath("/draft")).ok().at("layout");
    venue.sk().patch(venue.chartPath(""), Json.object("draftVersion", first)).ok();

    Answer second = venue.sk().get(venue.chartPath("/draft")).ok();

    assertEquals(2, second.at("version").asInt());
    assertEquals(first, second.at("layout"));
    venue.sk().post(venue.chartPath("/publish")).ok();
    venue.hold("VIP-G2", token()).ok();
  }

  @Test
  void positions_and_shapes_come_back_as_they_were_drawn() {
    ObjectNode seat = Json.object("label", "1", "categoryKey", "premium", "x", 10.5, "y", -40);
    ObjectNode layout = Layouts.rows(Json.object("label", "A", "seats", List.of(seat)));
    ObjectNode stage =
        Json.object("type", "rect", "x", 0, "y", -50, "width", 200, "height", 20, "text", "Stage");
    layout.set("shapes", Json.array(stage));

    JsonNode read = draftOf(layout);

    JsonNode readSeat = read.path("rows").path(0).path("seats").path(0);
    assertEquals(10.5, readSeat.path("x").asDouble());
    assertEquals(-40.0, readSeat.path("y").asDouble());
    JsonNode shape = read.path("shapes").path(0);
    assertEquals("rect", shape.path("type").asText());
    assertEquals("Stage", shape.path("text").asText());
    assertEquals(200.0, shape.path("width").asDouble());
    assertEquals("#b03030", read.path("categories").path(0).path("color").asText());
  }

  @Test
  void an_explicit_label_wins_over_the_one_made_of_row_and_seat() {
    ObjectNode seat =
        Json.object("label", "3", "objectLabel", "Royal box", "categoryKey", "premium");
    TestVenue own =
        TestVenue.open(service(), Layouts.rows(Json.object("label", "G", "seats", List.of(seat))));

    Check.envelope(404, own.hold("G-3", token()));
    assertEquals("Royal box", own.hold("Royal box", token()).ok().text("objectLabel"));
  }

  @Test
  void duplicate_labels_cannot_be_published() {
    ObjectNode layout =
        Layouts.rows(
            Json.object("label", "A", "categoryKey", "premium", "seats", 3),
            Json.object("label", "A", "categoryKey", "premium", "seats", 1));

    refusedByPublish(layout, member -> member.contains("rows."));
  }

  @Test
  void an_explicit_label_that_equals_a_made_one_cannot_be_published() {
    ObjectNode twin = Json.object("label", "x", "objectLabel", "A-1", "categoryKey", "premium");
    ObjectNode layout =
        Layouts.rows(
            Json.object("label", "A", "categoryKey", "premium", "seats", 3),
            Json.object("label", "B", "seats", List.of(twin)));

    refusedByPublish(layout, member -> member.contains("rows."));
  }

  @Test
  void an_area_with_the_label_of_a_seat_cannot_be_published() {
    ObjectNode layout = Layouts.wide(3);
    layout.set("gaAreas", Json.array(Layouts.standing().put("key", "R-2")));

    refusedByPublish(layout, member -> member.contains("rows.") || member.contains("gaAreas."));
  }

  @Test
  void two_areas_with_one_key_cannot_be_published() {
    ObjectNode layout = Layouts.wide(3);
    layout.set("gaAreas", Json.array(Layouts.standing(), Layouts.standing()));

    refusedByPublish(layout, member -> member.contains("gaAreas."));
  }

  @Test
  void a_seat_of_an_unknown_category_cannot_be_published() {
    ObjectNode good = Json.object("label", "1", "categoryKey", "premium");
    ObjectNode bad = Json.object("label", "2", "categoryKey", "golden");
    ObjectNode layout = Layouts.rows(Json.object("label", "A", "seats", List.of(good, bad)));

    refusedByPublish(layout, member -> member.endsWith("rows.0.seats.1.categoryKey"));
  }

  @Test
  void an_area_of_an_unknown_category_cannot_be_published() {
    ObjectNode layout = Layouts.wide(3);
    layout.set("gaAreas", Json.array(Layouts.standing().put("categoryKey", "golden")));

    refusedByPublish(layout, member -> member.contains("gaAreas.0.categoryKey"));
  }

  @Test
  void an_empty_layout_cannot_be_published() {
    ObjectNode nothing = Json.object("schemaVersion", 1);
    nothing.set("categories", Layouts.categories());
    ObjectNode onlyShapes = nothing.deepCopy();
    onlyShapes.set("shapes", Json.array(Json.object("type", "rect", "width", 1, "height", 1)));

    refusedByPublish(Json.object(), member -> true);
    refusedByPublish(nothing, member -> true);
    refusedByPublish(onlyShapes, member -> true);
    Answer bare = venue.sk().post(TestVenue.CHARTS, Json.object("name", "Bare")).expect(201);
    String path = TestVenue.CHARTS + "/" + bare.text("chartKey");
    Check.refused(member -> true, venue.sk().post(path + "/publish"));
    assertTrue(venue.sk().get(path).ok().at("publishedVersion").isNull());
  }

  @Test
  void a_layout_that_cannot_be_published_leaves_the_published_one() {
    ObjectNode bad = Layouts.rows(Json.object("label", "A", "categoryKey", "nope", "seats", 1));
    venue.sk().patch(venue.chartPath(""), Json.object("draftVersion", bad)).ok();

    Check.errors(venue.sk().post(venue.chartPath("/publish")));

    Answer chart = venue.sk().get(venue.chartPath("")).ok();
    assertEquals(2, chart.at("draftVersion").asInt());
    assertEquals(1, chart.at("publishedVersion").asInt());
    venue.hold("A-30", token()).ok();
  }

  @Test
  void a_label_of_the_wrong_type_is_named_by_its_path() {
    ObjectNode good = Json.object("label", "A", "categoryKey", "premium", "seats", 2);
    ObjectNode bad = Json.object("label", 5, "categoryKey", "premium", "seats", 2);
    ObjectNode layout = Layouts.rows();
    layout.set("sections", Json.array(Json.object("label", "S", "rows", List.of(good, good, bad))));

    Answer refused =
        venue.sk().post(TestVenue.CHARTS, Json.object("name", "Hall", "draftVersion", layout));

    Check.refused(member -> member.endsWith("sections.0.rows.2.label"), refused);
    assertFalse(refused.at("errors").toString().contains("rows.1"), refused::shortened);
    assertEquals(1, venue.sk().get(TestVenue.CHARTS).ok().at("total").asInt());
  }

  private JsonNode draftOf(ObjectNode layout) {
    String chart = TestVenue.publishedChart(venue.sk(), layout);
    return venue.sk().get(TestVenue.CHARTS + "/" + chart + "/draft").ok().at("layout");
  }

  private void refusedByPublish(ObjectNode layout, Predicate<String> member) {
    String chart =
        venue
            .sk()
            .post(TestVenue.CHARTS, Json.object("name", "Hall", "draftVersion", layout))
            .expect(201)
            .text("chartKey");
    String path = TestVenue.CHARTS + "/" + chart;
    Check.refused(member, venue.sk().post(path + "/publish"));
    assertTrue(venue.sk().get(path).ok().at("publishedVersion").isNull());
  }
}
