package dev.holdfast.http.v1;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.domain.chart.Category;
import dev.holdfast.domain.chart.GeneralAdmissionArea;
import dev.holdfast.domain.chart.Layout;
import dev.holdfast.domain.chart.LayoutProblem;
import dev.holdfast.domain.chart.Place;
import dev.holdfast.http.json.InvalidRequest;
import dev.holdfast.http.json.Problems;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class V1LayoutsTest {
  private static final String EMPTY_LISTS =
      "'schemaVersion':1,'categories':[],'sections':[],'rows':[],'tables':[],'gaAreas':[],"
          + "'shapes':[]";

  @Test
  void an_empty_layout_has_every_list() {
    assertEquals("{" + EMPTY_LISTS + "}", stored("{}"));
    assertEquals("{" + EMPTY_LISTS + "}", V1Layouts.EMPTY.text().replace('"', '\''));
  }

  @Test
  void a_number_of_seats_becomes_seats_in_the_row_s_category() {
    String row = stored("{'rows':[{'label':'B','y':40,'categoryKey':'c','seats':2}]}");

    assertTrue(
        row.startsWith(
            "{'rows':[{'label':'B','y':40,'categoryKey':'c','seats':["
                + "{'label':'1','objectLabel':'B-1','categoryKey':'c','x':0,'y':40},"
                + "{'label':'2','objectLabel':'B-2','categoryKey':'c','x':20,'y':40}]}],"),
        row);
  }

  @Test
  void seats_get_what_they_did_not_bring_and_keep_what_they_did() {
    String layout =
        stored(
            "{'tables':[{'label':'T','categoryKey':'c','seats':["
                + "{'label':'1'},"
                + "{'label':'2','objectLabel':'Head','categoryKey':'d','x':1.50,"
                + "'note':{'a':[1]}}]}]}");

    assertTrue(
        layout.startsWith(
            "{'tables':[{'label':'T','categoryKey':'c','seats':["
                + "{'label':'1','objectLabel':'T-1','categoryKey':'c'},"
                + "{'label':'2','objectLabel':'Head','categoryKey':'d','x':1.50,"
                + "'note':{'a':[1]}}]}],"),
        layout);
  }

  @Test
  void members_nobody_here_knows_are_kept() {
    String layout =
        "{'sections':[{'label':'S','angle':30,'rows':[]}],'shapes':[{'type':'x','z':null}],"
            + "'mine':[1]}";
    assertTrue(stored(layout).startsWith(layout.substring(0, layout.length() - 1) + ","));
  }

  @Test
  void what_was_stored_is_read_as_it_is_sold() {
    Layout layout =
        new V1LayoutNotation()
            .read(
                V1Layouts.draft(
                        ("{'categories':[{'key':'c','label':'Cheap','color':'#b03030'},{'key':'d'}],"
                                + "'rows':[{'label':'A','seats':[{'label':'12',"
                                + "'categoryKey':'c'}]}],"
                                + "'sections':[{'label':'VIP','rows':[{'label':'F','seats':[]},"
                                + "{'label':'G','categoryKey':'d','seats':3}]}],"
                                + "'tables':[{'label':'T','seats':1}],"
                                + "'gaAreas':[{'key':'ga','capacity':9,'categoryKey':'c',"
                                + "'categoryKeys':['d']},{'key':'gb','capacity':1}]}")
                            .replace('\'', '"'))
                    .text());

    assertEquals(
        new Layout(
            List.of(new Category("c", "Cheap", "#b03030"), new Category("d", "d")),
            List.of(
                new Place("rows.0.seats.0", "A-12", "c"),
                new Place("sections.0.rows.1.seats.0", "VIP-G1", "d"),
                new Place("sections.0.rows.1.seats.1", "VIP-G2", "d"),
                new Place("sections.0.rows.1.seats.2", "VIP-G3", "d"),
                new Place("tables.0", "T", null, "T", false),
                new Place("tables.0.seats.0", "T-1", null, "T", true)),
            List.of(
                new GeneralAdmissionArea("gaAreas.0", "ga", 9, "c", List.of("d")),
                new GeneralAdmissionArea("gaAreas.1", "gb", 1, null, List.of()))),
        layout);
    assertEquals(List.of(), layout.problems());
  }

  @Test
  void problems_of_publishing_name_paths_of_the_layout() {
    Layout layout =
        new V1LayoutNotation()
            .read(
                V1Layouts.draft(
                        "{'rows':[{'label':'A','seats':1},{'label':'A','seats':1}]}"
                            .replace('\'', '"'))
                    .text());
    assertEquals(
        List.of(
            new LayoutProblem.DuplicateLabel(
                "rows.1.seats.0.label", "A-1", "rows.0.seats.0.label")),
        layout.problems());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "schemaVersion   | {'schemaVersion':2}           | Number must be less than or equal to 1",
        "rows            | {'rows':{}}                   | Expected array, received object",
        "rows.0          | {'rows':[null]}               | Expected object, received null",
        "rows.0.label    | {'rows':[{'seats':1}]}        | Required",
        "rows.0.seats    | {'rows':[{'label':'A'}]}      | Required",
        "rows.0.seats    | {'rows':[{'label':'A','seats':'5'}]} | Expected array, received string",
        "rows.0.seats    | {'rows':[{'label':'A','seats':0}]} | Number must be greater than "
            + "or equal to 1",
        "rows.0.seats    | {'rows':[{'label':'A','seats':1001}]} | Number must be less than "
            + "or equal to 1000",
        "rows.0.seats.0.label | {'rows':[{'label':'A','seats':[{}]}]} | Required",
        "tables.0.seats.0.x | {'tables':[{'label':'A','seats':[{'label':'1','x':'0'}]}]} | "
            + "Expected number, received string",
        "sections.0.rows.0.label | {'sections':[{'label':'S','rows':[{'label':'',"
            + "'seats':1}]}]} | String must contain at least 1 character(s)",
        "gaAreas.0.capacity | {'gaAreas':[{'key':'g'}]} | Required",
        "gaAreas.0.capacity | {'gaAreas':[{'key':'g','capacity':1000001}]} | Number must be "
            + "less than or equal to 1000000",
        "gaAreas.0.categoryKeys.0 | {'gaAreas':[{'key':'g','capacity':1,'categoryKeys':[7]}]} "
            + "| Expected string, received number",
        "gaAreas.0.categoryKeys | {'gaAreas':[{'key':'g','capacity':1,'categoryKeys':'x'}]} | "
            + "Expected array, received string",
        "categories.0.key | {'categories':[{'label':'x'}]} | Required",
      })
  void a_layout_of_the_wrong_form_is_refused_by_path(String path, String layout, String text) {
    InvalidRequest refused = assertThrows(InvalidRequest.class, () -> stored(layout), layout);
    assertEquals(Map.of(path, List.of(text)), refused.errors(), layout);
  }

  @Test
  void labels_are_bounded_also_when_they_are_put_together() {
    String long200 = "x".repeat(200);
    InvalidRequest refused =
        assertThrows(
            InvalidRequest.class,
            () ->
                stored(
                    "{'sections':[{'label':'"
                        + long200
                        + "','rows':[{'label':'"
                        + long200
                        + "','seats':[{'label':'1'}]}]}]}"));
    assertEquals("[sections.0.rows.0.seats.0.label]", refused.errors().keySet().toString());
  }

  @Test
  void objects_are_counted_before_any_is_written_out() {
    String row = "{'label':'R','seats':1000},";
    String hundred = "{'rows':[" + row.repeat(100);
    stored(hundred.substring(0, hundred.length() - 1) + "]}");
    InvalidRequest refused =
        assertThrows(InvalidRequest.class, () -> stored(hundred + "{'label':'S','seats':1}]}"));
    assertEquals(
        Map.of("_root", List.of("A layout has at most 100000 bookable objects")), refused.errors());
  }

  @Test
  void what_was_let_in_can_be_read_however_much_it_grew_when_it_was_written_out() {
    String rows = "{'label':'R','seats':1000},".repeat(100);
    String kept = "0,".repeat(2_900_000);
    String layout = "{'rows':[" + rows + "{'label':'S','seats':[]}],'mine':[" + kept + "0]}";

    Layout read = new V1LayoutNotation().read(stored(layout).replace('\'', '"'));

    assertEquals(Layout.MAX_OBJECTS, read.places().size());
  }

  @Test
  void an_answer_about_a_broken_layout_stays_small() {
    String layout = "{'rows':[" + "{},".repeat(10_000) + "{}]}";
    InvalidRequest refused = assertThrows(InvalidRequest.class, () -> stored(layout));
    assertEquals(Problems.MAX_PATHS, refused.errors().size());
  }

  @Test
  void a_text_of_another_notation_is_no_layout() {
    V1LayoutNotation notation = new V1LayoutNotation();
    for (String text : List.of("", "x", "[]", "{}", "{'rows':[]}")) {
      assertThrows(IllegalArgumentException.class, () -> notation.read(text), text);
    }
  }

  private static String stored(String layout) {
    return V1Layouts.draft(layout.replace('\'', '"')).text().replace('"', '\'');
  }
}
