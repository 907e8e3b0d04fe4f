package dev.holdfast.http.seatsio.drawing;

import static dev.holdfast.http.seatsio.drawing.Flaw.VALIDATE_DUPLICATE_LABELS;
import static dev.holdfast.http.seatsio.drawing.Flaw.VALIDATE_EMPTY_FLOOR;
import static dev.holdfast.http.seatsio.drawing.Flaw.VALIDATE_FOCAL_POINT;
import static dev.holdfast.http.seatsio.drawing.Flaw.VALIDATE_OBJECTS_WITHOUT_CATEGORIES;
import static dev.holdfast.http.seatsio.drawing.Flaw.VALIDATE_OBJECT_TYPES_PER_CATEGORY;
import static dev.holdfast.http.seatsio.drawing.Flaw.VALIDATE_UNLABELED_OBJECTS;
import static dev.holdfast.http.seatsio.drawing.Sheets.stored;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What a drawing is told to lack: seats.io dialect, section 9. */
final class FlawSearchTest {
  private static Set<Flaw> flaws(String members) {
    return SeatsioDrawings.flaws(stored(Sheets.floor("'focalPoint':{'x':1,'y':1}," + members)));
  }

  private static String row(String seats) {
    return "'rows':[{'label':'A','seats':[" + seats + "]}]";
  }

  @Test
  void a_drawing_in_order_has_no_flaws() {
    assertEquals(
        Set.of(),
        flaws(
            row("{'label':'1','categoryKey':9},{'label':'2','categoryKey':9}")
                + ",'generalAdmissionAreas':[{'label':'G','categoryKey':'vip','capacity':5}],"
                + "'tables':[{'label':'T','seats':[{'label':'1','categoryKey':9}]}],"
                + "'sections':[{'label':'S','categoryKey':9,'subChart':{'rows':[{'label':'A',"
                + "'seats':[{'label':'1'}]}]}}]"));
  }

  @Test
  void two_objects_under_one_label() {
    assertEquals(
        Set.of(VALIDATE_DUPLICATE_LABELS),
        flaws(row("{'label':'1','categoryKey':9},{'label':'1','categoryKey':9}")));
    assertEquals(
        Set.of(VALIDATE_DUPLICATE_LABELS),
        flaws(
            row("{'label':'1','categoryKey':9}")
                + ",'booths':[{'label':'A-1',"
                + "'categoryKey':'vip'}]"));
  }

  @Test
  void an_object_without_a_category_that_is_declared() {
    for (String category : List.of("", ",'categoryKey':null", ",'categoryKey':10")) {
      assertEquals(
          Set.of(VALIDATE_OBJECTS_WITHOUT_CATEGORIES),
          flaws(row("{'label':'1'" + category + "}")),
          category);
      assertEquals(
          Set.of(VALIDATE_OBJECTS_WITHOUT_CATEGORIES),
          flaws("'generalAdmissionAreas':[{'label':'G','capacity':5" + category + "}]"),
          category);
      assertEquals(
          Set.of(VALIDATE_OBJECTS_WITHOUT_CATEGORIES),
          flaws("'tables':[{'label':'T','bookAsAWhole':true,'seats':[]" + category + "}]"),
          category);
    }
  }

  @Test
  void an_object_without_a_label() {
    for (String none : List.of("{'label':'?','categoryKey':9}", "{'categoryKey':9}")) {
      assertEquals(Set.of(VALIDATE_UNLABELED_OBJECTS), flaws(row(none)), none);
    }
    assertEquals(
        Set.of(VALIDATE_UNLABELED_OBJECTS),
        flaws("'rows':[{'label':'?','seats':[{'label':'1','categoryKey':9}]}]"));
  }

  @Test
  void nothing_to_look_at() {
    String drawing = "{'subChart':{'focalPoint':%s}}";
    assertEquals(
        Set.of(VALIDATE_FOCAL_POINT), SeatsioDrawings.flaws(stored(drawing.formatted("null"))));
    assertEquals(Set.of(VALIDATE_FOCAL_POINT), SeatsioDrawings.flaws(stored("{}")));
    assertEquals(Set.of(), SeatsioDrawings.flaws(stored(drawing.formatted("{'x':0,'y':0}"))));
  }

  @Test
  void objects_of_several_types_in_one_category() {
    String seat = row("{'label':'1','categoryKey':9}");
    assertEquals(
        Set.of(VALIDATE_OBJECT_TYPES_PER_CATEGORY),
        flaws(seat + ",'generalAdmissionAreas':[{'label':'G','categoryKey':9,'capacity':5}]"));
    assertEquals(
        Set.of(VALIDATE_OBJECT_TYPES_PER_CATEGORY),
        flaws(seat + ",'booths':[{'label':'B','categoryKey':9}]"));
    String table =
        ",'tables':[{'label':'T','bookAsAWhole':%s,'seats':[{'label':'1'," + "'categoryKey':9}]}]";
    assertEquals(Set.of(VALIDATE_OBJECT_TYPES_PER_CATEGORY), flaws(seat + table.formatted("true")));
    assertEquals(Set.of(), flaws(seat + table.formatted("false")));
  }

  @Test
  void one_of_several_floors_is_empty() {
    String floor = "{'floorName':'1','focalPoint':{'x':0,'y':0},%s}";
    String seat = "'rows':[{'label':'A','seats':[{'label':'1','categoryKey':9}]}]";
    String drawing = "{" + Sheets.CATEGORIES + ",'subChartFloors':[%s,%s]}";
    assertEquals(
        Set.of(VALIDATE_EMPTY_FLOOR),
        SeatsioDrawings.flaws(
            stored(drawing.formatted(floor.formatted(seat), floor.formatted("'rows':[]")))));
    assertEquals(
        Set.of(),
        SeatsioDrawings.flaws(
            stored(
                drawing.formatted(
                    floor.formatted(seat),
                    floor.formatted("'booths':[{'label':'B','categoryKey':'vip'}]")))));
  }

  @Test
  void a_drawing_may_have_all_flaws_of_one_floor_at_once() {
    assertEquals(
        Set.of(
            VALIDATE_DUPLICATE_LABELS,
            VALIDATE_OBJECTS_WITHOUT_CATEGORIES,
            VALIDATE_UNLABELED_OBJECTS,
            VALIDATE_FOCAL_POINT,
            VALIDATE_OBJECT_TYPES_PER_CATEGORY),
        SeatsioDrawings.flaws(
            stored(
                Sheets.floor(
                    row(
                            "{'label':'1','categoryKey':9},{'label':'1','categoryKey':9},"
                                + "{'label':'2'},{'label':'?','categoryKey':9}")
                        + ",'generalAdmissionAreas':[{'label':'G','categoryKey':9,"
                        + "'capacity':5}]"))));
  }
}
