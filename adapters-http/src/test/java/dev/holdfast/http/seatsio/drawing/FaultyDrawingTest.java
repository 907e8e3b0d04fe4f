package dev.holdfast.http.seatsio.drawing;

import static dev.holdfast.http.seatsio.drawing.Sheets.floor;
import static dev.holdfast.http.seatsio.drawing.Sheets.labels;
import static dev.holdfast.http.seatsio.drawing.Sheets.plan;
import static dev.holdfast.http.seatsio.drawing.Sheets.sold;
import static dev.holdfast.http.seatsio.drawing.Sheets.spot;
import static dev.holdfast.http.seatsio.drawing.Sheets.stored;
import static dev.holdfast.http.seatsio.drawing.Sheets.venue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.domain.chart.Bookable.NamedSeat;
import dev.holdfast.domain.chart.Layout;
import dev.holdfast.http.json.InvalidRequest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is made of drawings that leave something to be desired. */
final class FaultyDrawingTest {
  @Test
  void of_objects_under_one_label_the_first_is_there() {
    String drawing =
        floor(
            "'rows':[{'label':'A','seats':[{'label':'1','x':1,'y':1,'categoryKey':9},"
                + "{'label':'1','x':2,'y':2,'categoryKey':'vip'},{'label':'2','x':3,'y':3}]}],"
                + "'booths':[{'label':'A-2'}],"
                + "'generalAdmissionAreas':[{'label':'A-1','capacity':5}]");
    assertEquals(List.of("A-1", "A-2"), labels(drawing));
    assertEquals(List.of("A-1", "A-2"), sold(drawing));
    assertEquals(1.0, spot(drawing, "A-1").standing().x());
    assertEquals("9", plan(drawing).find("A-1").orElseThrow().usualCategory());
  }

  @Test
  void a_table_whose_label_is_something_elses_leaves_its_seats_to_themselves() {
    String drawing =
        floor(
            "'rows':[{'label':'T','seats':[{'label':'1'}]}],'tables':[{'label':'T-1',"
                + "'bookAsAWhole':true,'seats':[{'label':'1'}]}]");
    assertEquals(
        List.of(new NamedSeat("T-1", null), new NamedSeat("T-1-1", null)),
        List.copyOf(plan(drawing).every()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"null", "''", "' '", "'?'", "{}", "[1]", "true"})
  void what_nobody_labeled_is_not_there(String none) {
    String seat = "{'label':'1'}";
    assertEquals(
        List.of("A-2"),
        labels(
            floor(
                ("'rows':[{'label':'A','seats':[{'label':?},{'label':'2'},{}]},"
                        + "{'label':?,'seats':["
                        + seat
                        + "]},{'seats':["
                        + seat
                        + "]}],'tables':[{'label':?,'seats':["
                        + seat
                        + "]}],'booths':[{'label':?}],'generalAdmissionAreas':[{'label':?,"
                        + "'capacity':5}],'sections':[{'label':?,'subChart':{'rows':[{'label':'B',"
                        + "'seats':["
                        + seat
                        + "]}]}}]")
                    .replace("'label':?", "'label':" + none))));
  }

  @Test
  void an_unlabeled_seat_is_nobodys_neighbour() {
    String drawing =
        floor("'rows':[{'label':'A','seats':[{'label':'1'},{'label':'?'},{'label':'3'}]}]");
    assertEquals(List.of("A-1", "A-3"), labels(drawing));
    assertNull(spot(drawing, "A-1").standing().right());
    assertNull(spot(drawing, "A-3").standing().left());
  }

  @Test
  void a_label_may_be_a_number() {
    assertEquals(List.of("7-1"), labels(floor("'rows':[{'label':7,'seats':[{'label':1}]}]")));
  }

  @Test
  void a_category_that_is_not_declared_is_none_even_in_a_section_that_has_one() {
    String drawing =
        floor(
            "'sections':[{'label':'S','categoryKey':9,'subChart':{'rows':[{'label':'A',"
                + "'seats':[{'label':'1','categoryKey':10},{'label':'2'}]}]}}]");
    assertNull(spot(drawing, "S-A-1").category());
    assertNull(plan(drawing).find("S-A-1").orElseThrow().usualCategory());
    assertEquals("9", spot(drawing, "S-A-2").category());
  }

  @Test
  void an_area_without_places_is_not_there() {
    assertEquals(
        List.of("d"),
        labels(
            floor(
                "'generalAdmissionAreas':[{'label':'a'},{'label':'b','capacity':0},"
                    + "{'label':'c','capacity':-5},{'label':'d','capacity':1.9}]")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{'name':null,'categories':null,'zones':null,'subChart':null}",
        "{'categories':{},'zones':{},'subChart':{},'subChartFloors':[]}",
        "{'categories':{'list':null},'zones':{'list':{}},'subChart':[]}",
        "{'categories':[],'zones':7,'subChart':'x','subChartFloors':null}",
        "{'subChart':{'rows':null,'tables':{},'booths':7,'sections':[null,1,[],{}],"
            + "'generalAdmissionAreas':[null],'focalPoint':{}}}",
        "{'subChart':{'rows':[{'label':'A'},{'label':'B','seats':null},{'seats':[null,[]]}]}}",
        "{'subChartFloors':[null,{},{'rows':[]}]}",
      })
  void a_drawing_of_nothing_has_an_empty_plan(String drawing) {
    assertTrue(plan(drawing).every().isEmpty());
    assertTrue(venue(drawing).spots().isEmpty());
    assertTrue(plan(drawing).categories().isEmpty());
  }

  @Test
  void sections_have_no_sections_and_no_focal_point_of_their_own() {
    String drawing =
        floor(
            "'sections':[{'label':'S','subChart':{'focalPoint':{'x':1,'y':1},"
                + "'rows':[{'label':'A','seats':[{'label':'1'}]}],"
                + "'sections':[{'label':'T','subChart':{'rows':[{'label':'B',"
                + "'seats':[{'label':'1'}]}]}}]}}]");
    assertEquals(List.of("S-A-1"), labels(drawing));
    assertNull(spot(drawing, "S-A-1").standing().distance());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "subChart.rows.0.seats.0.x | {'subChart':{'rows':[{'seats':[{'x':1000001}]}]}} | "
            + "Number must be less than or equal to 1000000",
        "subChart.rows.0.seats.0.y | {'subChart':{'rows':[{'seats':[{'y':-1e300}]}]}} | "
            + "Number must be greater than or equal to -1000000",
        "subChart.tables.1.center.x | {'subChart':{'tables':[{},{'center':{'x':1e9}}]}} | "
            + "Number must be less than or equal to 1000000",
        "subChart.generalAdmissionAreas.0.capacity | {'subChart':{'generalAdmissionAreas':"
            + "[{'capacity':1000001}]}} | Number must be less than or equal to 1000000",
        "subChartFloors.0.focalPoint.x | {'subChartFloors':[{'focalPoint':{'x':1e7,'y':0}}]} | "
            + "Number must be less than or equal to 1000000",
      })
  void what_is_out_of_bounds_is_refused_by_path(String path, String drawing, String text) {
    InvalidRequest refused = assertThrows(InvalidRequest.class, () -> stored(drawing));
    assertEquals(Map.of(path, List.of(text)), refused.errors());
  }

  @Test
  void labels_are_bounded_also_when_they_are_put_together() {
    String most = "x".repeat(Layout.MAX_LABEL);
    String row = "'rows':[{'label':'A','seats':[{'label':'%s'}]}]";
    stored(floor(row.formatted("x".repeat(Layout.MAX_LABEL - 2))));
    InvalidRequest refused =
        assertThrows(InvalidRequest.class, () -> stored(floor(row.formatted(most))));
    assertEquals(
        Map.of(
            "subChart.rows.0.seats.0.label",
            List.of("In the whole chart: String must contain at most 255 character(s)")),
        refused.errors());
    refused = assertThrows(InvalidRequest.class, () -> stored(floor(row.formatted(most + "x"))));
    assertEquals(
        Map.of(
            "subChart.rows.0.seats.0.label",
            List.of("String must contain at most 255 character(s)")),
        refused.errors());
  }

  @Test
  void a_drawing_has_at_most_100_000_objects() {
    String seats = "{'label':'1'},".repeat(99_998);
    String drawing = floor("'booths':[{}],'rows':[{'label':'A','seats':[" + seats + "{}]}],%s");
    stored(drawing.formatted("'areas':[]"));
    InvalidRequest refused =
        assertThrows(
            InvalidRequest.class, () -> stored(drawing.formatted("'tables':[{'label':'T'}]")));
    assertEquals(
        Map.of("subChart", List.of("A drawing has at most 100000 objects")), refused.errors());
  }

  @Test
  void a_drawing_has_at_most_1000_categories_and_zones() {
    StringBuilder list = new StringBuilder();
    for (int i = 0; i < 1_000; i++) {
      list.append("{'key':%d,'label':'x'},".formatted(i));
    }
    for (String member : List.of("categories", "zones")) {
      String drawing = "{'" + member + "':{'list':[" + list + "%s]}}";
      stored(drawing.formatted("{'key':999}"));
      InvalidRequest refused =
          assertThrows(
              InvalidRequest.class, () -> stored(drawing.formatted("{'key':1000}")), member);
      assertEquals(
          List.of(List.of("Array must contain at most 1000 element(s)")),
          List.copyOf(refused.errors().values()));
    }
  }

  @Test
  void what_is_no_object_is_no_drawing() {
    for (String body : List.of("[]", "7", "'x'", "null")) {
      assertThrows(InvalidRequest.class, () -> stored(body), body);
    }
    SeatsioNotation notation = new SeatsioNotation();
    for (String text : List.of("", "x", "[]", "7", "{", "{\"subChart\":{\"rows\":[")) {
      assertThrows(IllegalArgumentException.class, () -> notation.read(text), text);
      assertThrows(IllegalArgumentException.class, () -> notation.venue(text), text);
    }
  }
}
