package dev.holdfast.http.seatsio.drawing;

import static dev.holdfast.http.seatsio.drawing.Sheets.stored;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.holdfast.domain.chart.Category;
import dev.holdfast.domain.chart.Venue;
import dev.holdfast.domain.port.CatalogPort.NewDraft;
import dev.holdfast.http.json.InvalidRequest;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Drawings as they are stored, and what is changed of them. */
final class SeatsioDrawingsTest {
  private static String quoted(NewDraft draft) {
    assertEquals(SeatsioNotation.NAME, draft.notation());
    return draft.text().replace('"', '\'');
  }

  @Test
  void a_drawing_is_kept_as_it_was_sent_whether_it_means_something_or_not() {
    String drawing =
        "{'name':'My venue','version':22,'venueType':'SIMPLE','categories':{'list':[],'max':null},"
            + "'rowSpacing':1.10,'big':12345678901234567890.123456789012345678,'e':[1E+2,-0.5],"
            + "'subChart':{'rows':[{'label':'A','uuid':'u','seats':[{'label':'1','x':4.500,"
            + "'y':2E+1,'odd':{'deep':[[]]}}]}]},'text':'\\\\ \\n \u00e9 \ud83c\udfad'}";
    assertEquals(drawing, stored(drawing).replace('"', '\''));
  }

  @Test
  void what_a_drawing_leaves_out_of_what_everybody_asks_for_is_there() {
    assertEquals(
        "{'subChart':{},'name':'Untitled chart','venueType':'SIMPLE',"
            + "'categories':{'list':[],'maxCategoryKey':0}}",
        stored("{'subChart':{}}").replace('"', '\''));
    assertEquals(
        "{'name':'Untitled chart','categories':{'list':[],'maxCategoryKey':0},"
            + "'venueType':'SIMPLE'}",
        stored("{'name':'','categories':null}").replace('"', '\''));
  }

  @ParameterizedTest
  @CsvSource({
    "SIMPLE,SIMPLE",
    "WITH_SECTIONS_AND_FLOORS,WITH_SECTIONS_AND_FLOORS",
    "WITH_ZONES,WITH_ZONES",
    "ROWS_WITHOUT_SECTIONS,SIMPLE",
    "MIXED,SIMPLE",
    "ROWS_WITH_SECTIONS,WITH_SECTIONS_AND_FLOORS",
    "ZONES,WITH_ZONES",
    "SOMETHING,SIMPLE",
  })
  void a_type_goes_by_its_present_name(String old, VenueType now) {
    String text = stored("{'venueType':'" + old + "'}");
    assertEquals(now, SeatsioDrawings.facts(text).type());
    assertEquals(now.name(), DrawingText.of(text).member("venueType").textValue());
  }

  @Test
  void a_name_has_at_most_255_characters() {
    assertEquals(255, SeatsioDrawings.facts(stored(name(255))).name().length());
    InvalidRequest refused = assertThrows(InvalidRequest.class, () -> stored(name(256)));
    assertEquals(
        Map.of("name", List.of("String must contain at most 255 character(s)")), refused.errors());
  }

  private static String name(int length) {
    return "{'name':'" + "x".repeat(length) + "'}";
  }

  @Test
  void the_facts_of_a_drawing_are_told_without_its_objects() {
    SeatsioDrawings.Facts facts =
        SeatsioDrawings.facts(
            stored(
                "{'zones':{'list':[{'key':'finishline','label':'Finish Line'},{'key':'z'}]},"
                    + "'name':'Hall',"
                    + Sheets.CATEGORIES
                    + ",'venueType':'ZONES'}"));
    assertEquals(
        new SeatsioDrawings.Facts(
            "Hall",
            VenueType.WITH_ZONES,
            List.of(
                new Category("9", "Stalls", "#87A9CD", false, true),
                new Category("vip", "VIP", "#5E42BB", true, false)),
            List.of(new Venue.Zone("finishline", "Finish Line"), new Venue.Zone("z", "z"))),
        facts);
  }

  @Test
  void of_categories_under_one_key_the_first_is_there() {
    assertEquals(
        List.of(new Category("9", "First", null, false, true), new Category("x", "x")),
        SeatsioDrawings.facts(
                stored(
                    "{'categories':{'list':[{'key':9,'label':'First'},{'key':'9','label':'Two'},"
                        + "{'label':'none'},{'key':'x'},{'key':null},7]}}"))
            .categories());
  }

  @Test
  void another_name_leaves_the_rest_as_it_was() {
    String drawing =
        "{'version':22,'name':'A \\\\\" {name} ,','x':{'name':'inner'},'subChart':{'n':1.10}}";
    String text = drawing.replace('\'', '"').replace("\\\\\"", "\\\"");
    assertEquals(
        text.replace("\"A \\\" {name} ,\"", "\"B \\\"\""),
        SeatsioDrawings.named(text, "B \"").text());
    assertEquals(
        "{'subChart':{},'name':'C'}", quoted(SeatsioDrawings.named("{\"subChart\":{}}", "C")));
  }

  @Test
  void blanks_between_members_are_no_part_of_them() {
    String text = " { \"a\" : [ 1 , 2 ] ,\n\"name\" : \"x\" , \"b\" : 12 , \"c\" : null } ";
    assertEquals(
        "{\"a\":[ 1 , 2 ],\"name\":\"y\",\"b\":12,\"c\":null}",
        SeatsioDrawings.named(text, "y").text());
  }

  @Test
  void of_members_of_one_name_the_last_counts() {
    assertEquals(
        "{'name':'c','b':2}",
        quoted(SeatsioDrawings.named("{\"name\":\"a\",\"b\":1,\"name\":\"b\",\"b\":2}", "c")));
  }

  @Test
  void other_categories_keep_the_type_of_their_keys() {
    String text = stored("{'name':'Hall','subChart':{}," + Sheets.CATEGORIES + "}");
    List<Category> categories =
        List.of(
            new Category("12", "Twelve", "#fff", true, true),
            new Category("7", "Seven", "#000", false, false),
            new Category("x", "No colour"));
    NewDraft changed = SeatsioDrawings.withCategories(text, categories);
    assertEquals(
        "{'name':'Hall','subChart':{},'categories':{'list':["
            + "{'key':12,'label':'Twelve','color':'#fff','accessible':true},"
            + "{'key':'7','label':'Seven','color':'#000','accessible':false},"
            + "{'key':'x','label':'No colour','accessible':false}],'maxCategoryKey':12},"
            + "'venueType':'SIMPLE'}",
        quoted(changed));
    assertEquals(categories, SeatsioDrawings.facts(changed.text()).categories());
    assertEquals(
        "{'list':[],'maxCategoryKey':10}",
        DrawingText.of(SeatsioDrawings.withCategories(text, List.of()).text())
            .member("categories")
            .toString()
            .replace('"', '\''));
  }

  @Test
  void a_blank_drawing_can_be_read() {
    List<Category> categories = List.of(new Category("1", "A", "#111", false, true));
    NewDraft blank = SeatsioDrawings.blank("New \"hall\"", VenueType.WITH_ZONES, categories);
    assertEquals(
        new SeatsioDrawings.Facts("New \"hall\"", VenueType.WITH_ZONES, categories, List.of()),
        SeatsioDrawings.facts(blank.text()));
    SeatsioNotation notation = new SeatsioNotation();
    assertEquals(0, notation.read(blank.text()).places().size());
    assertEquals(categories, notation.read(blank.text()).categories());
    assertEquals(Venue.EMPTY, notation.venue(blank.text()));
  }

  @Test
  void flaws_are_those_of_the_stored_drawing() {
    assertEquals(
        Set.of(Flaw.VALIDATE_FOCAL_POINT),
        SeatsioDrawings.flaws(SeatsioDrawings.blank("x", VenueType.SIMPLE, List.of()).text()));
  }
}
