package dev.holdfast.app.v1;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A stadium: 800 rows of 100 seats. */
public abstract class LargeChartRules extends V1Rules {

  private static final int ROWS = 800;
  private static final int SEATS = 100;

  private static ObjectNode shorthand() {
    return Layouts.rows(
        IntStream.rangeClosed(1, ROWS)
            .mapToObj(r -> Json.object("label", "R" + r, "categoryKey", "premium", "seats", SEATS))
            .toArray(ObjectNode[]::new));
  }

  private static ObjectNode written() {
    return Layouts.rows(
        IntStream.rangeClosed(1, ROWS)
            .mapToObj(r ->
                Json.object(
                    "label",
                    "R" + r,
                    "seats",
                    IntStream.rangeClosed(1, SEATS).mapToObj(s -> seat(r, s)).toList()))
            .toArray(ObjectNode[]::new));
  }

  private static ObjectNode seat(int row, int seat) {
    return Json.object(
        "label", "" + seat, "categoryKey", "premium", "x", seat * 20.5, "y", row * 30.25);
  }

  @Test
  void eighty_thousand_seats_are_published_held_from_and_read() {
    TestVenue stadium = TestVenue.open(service(), shorthand());

    sellFrom(stadium);
    assertWhole(stadium);
  }

  @Test
  void eighty_thousand_seats_written_out_one_by_one_are_the_same() {
    ObjectNode layout = written();
    int bytes = layout.toString().length();
    assertTrue(bytes > 2 * 1024 * 1024 && bytes < 32 * 1024 * 1024, "a body of " + bytes);
    TestVenue stadium = TestVenue.open(service(), layout);

    sellFrom(stadium);
    assertWhole(stadium);
  }

  @Test
  void a_status_of_thousands_of_seats_is_read_whole() {
    TestVenue stadium = TestVenue.open(service(), shorthand());
    List<String> taken = new ArrayList<>();
    for (int row = 1; row <= 40; row += 2) {
      List<String> batch = new ArrayList<>(Json.labels("R" + row, 1, SEATS));
      batch.addAll(Json.labels("R" + (row + 1), 1, SEATS));
      stadium.holdAll(batch, token()).ok();
      taken.addAll(batch);
    }

    assertEquals(4000, taken.size());
    assertEquals(Json.sorted(taken), stadium.labels("held"));
    Answer report = stadium.sk().get(stadium.path("/reports")).ok();
    assertEquals(Json.object("held", 4000), report.at("byStatus"));
  }

  @Test
  void one_label_twice_among_eighty_thousand_is_found() {
    ObjectNode layout = shorthand();
    ObjectNode twin =
        Json.object("label", "x", "objectLabel", "R800-100", "categoryKey", "premium");
    layout.withArray("rows").add(Json.object("label", "Z", "seats", List.of(twin)));
    String chart =
        venue
            .sk()
            .post(TestVenue.CHARTS, Json.object("name", "Stadium", "draftVersion", layout))
            .expect(201)
            .text("chartKey");

    Check.refused(
        member -> member.contains("rows."),
        venue.sk().post(TestVenue.CHARTS + "/" + chart + "/publish"));
  }

  private static void sellFrom(TestVenue stadium) {
    String token = token();
    stadium.hold("R1-1", token).ok();
    stadium.hold("R800-100", token).ok();
    stadium.holdAll(Json.labels("R400", 1, SEATS), token).ok();
    stadium.book(List.of("R1-1", "R800-100"), token).ok();

    Check.envelope(404, stadium.hold("R801-1", token));
    Check.envelope(404, stadium.hold("R800-101", token));
    assertEquals(List.of("R1-1", "R800-100"), stadium.labels("booked"));
    assertEquals(Json.sorted(Json.labels("R400", 1, SEATS)), stadium.labels("held"));
  }

  private static void assertWhole(TestVenue stadium) {
    JsonNode rows = stadium.pk().get(stadium.path("/chart")).ok().at("layout").path("rows");
    assertEquals(ROWS, rows.size());
    for (JsonNode row : rows) {
      assertEquals(SEATS, row.path("seats").size());
    }
    JsonNode last = rows.path(ROWS - 1).path("seats").path(SEATS - 1);
    assertEquals("R800-100", last.path("objectLabel").asText());
  }
}
