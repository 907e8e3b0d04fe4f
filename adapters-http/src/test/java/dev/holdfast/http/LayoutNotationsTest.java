package dev.holdfast.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;

import com.fasterxml.jackson.databind.JsonNode;
import dev.holdfast.domain.catalog.Notations;
import dev.holdfast.domain.chart.Bookable;
import dev.holdfast.domain.chart.SeatingPlan;
import dev.holdfast.domain.chart.Spot;
import dev.holdfast.domain.chart.StoredLayout;
import dev.holdfast.domain.port.CatalogPort.NewDraft;
import dev.holdfast.http.json.Json;
import dev.holdfast.http.seatsio.drawing.SeatsioDrawings;
import dev.holdfast.http.v1.V1Layouts;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** A chart that was drawn in one notation, read in another. */
final class LayoutNotationsTest {
  private static final Notations NOTATIONS = new Notations(LayoutNotations.all());

  private static StoredLayout v1(String layout) {
    return stored(V1Layouts.draft(layout.replace('\'', '"')));
  }

  private static StoredLayout drawn(String drawing) {
    byte[] body = drawing.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
    return stored(SeatsioDrawings.draft(Json.parse(body, true)));
  }

  private static StoredLayout stored(NewDraft draft) {
    return new StoredLayout("chart_1", 7, draft.notation(), draft.text());
  }

  private static SeatingPlan plan(StoredLayout layout) {
    return NOTATIONS.layout(layout).planDespiteProblems();
  }

  /** What is sold, and nothing of what could be. */
  private static Map<String, Bookable> sold(StoredLayout layout) {
    Map<String, Bookable> sold = new LinkedHashMap<>();
    for (Bookable each : plan(layout).all()) {
      sold.put(
          each.label(),
          switch (each) {
            case Bookable.NamedSeat seat -> new Bookable.NamedSeat(seat.label(), seat.category());
            case Bookable.Places places -> places;
          });
    }
    return sold;
  }

  private static final String V1 =
      "{'categories':[{'key':'c','label':'Cheap','color':'#b03030'},{'key':'7'}],"
          + "'rows':[{'label':'A','seats':[{'label':'1','x':1.1,'y':2.25,'categoryKey':'c'},"
          + "{'label':'2','x':3,'y':2.25},{'label':'?','x':5,'y':2.25}]},"
          + "{'label':'A','seats':[{'label':'1','objectLabel':'own label','categoryKey':'7'},"
          + "{'label':'T2','objectLabel':'T2'}]}],"
          + "'sections':[{'label':'VIP','rows':[{'label':'G','categoryKey':'7','seats':3}]}],"
          + "'tables':[{'label':'T1','seats':2},{'label':'T2','seats':2},"
          + "{'label':'pit','seats':1}],"
          + "'gaAreas':[{'key':'pit','label':'The pit','capacity':300,'categoryKey':'7',"
          + "'categoryKeys':['c']},{'key':'lawn','capacity':1,'categoryKeys':['c','7']}]}";

  @Test
  void a_layout_of_v1_sells_the_same_once_it_is_a_drawing() {
    StoredLayout drawing = NOTATIONS.in("seatsio", v1(V1));
    assertEquals(new StoredLayout("chart_1", 7, "seatsio", drawing.text()), drawing);
    assertEquals(sold(v1(V1)), sold(drawing));
    assertEquals(plan(v1(V1)).categories(), plan(drawing).categories());
    assertEquals(
        List.of("T1"),
        plan(drawing).every().stream().filter(each -> !each.usual()).map(Bookable::label).toList());
  }

  @Test
  void everything_of_v1_stands_in_the_drawing_where_it_stood() {
    Map<String, Spot> before = NOTATIONS.venue(v1(V1)).spots();
    Map<String, Spot> after = NOTATIONS.venue(NOTATIONS.in("seatsio", v1(V1))).spots();
    assertEquals(before.keySet(), after.keySet());
    Spot seat = Objects.requireNonNull(after.get("A-1"));
    assertEquals(1.1f, (float) seat.standing().x());
    assertEquals(2.25, seat.standing().y());
    assertEquals("A-2", seat.standing().right());
    for (String same : List.of("A-2", "A-?", "own label", "VIP-G2", "T1", "T1-2", "pit", "lawn")) {
      assertEquals(before.get(same), after.get(same), same);
    }
  }

  @Test
  void a_drawing_of_v1_has_sections_where_v1_has_some() {
    JsonNode drawing = Json.parseStored(NOTATIONS.in("seatsio", v1(V1)).text());
    assertEquals("WITH_SECTIONS_AND_FLOORS", drawing.path("venueType").textValue());
    JsonNode section = drawing.path("subChart").path("sections").path(0);
    assertEquals("VIP", section.path("label").textValue());
    JsonNode seat = section.path("subChart").path("rows").path(0).path("seats").path(1);
    assertEquals("2", seat.path("label").textValue());
    assertEquals("VIP-G2", seat.path("objectLabel").textValue());
    JsonNode row = drawing.path("subChart").path("rows").path(0);
    assertFalse(row.path("seats").path(0).has("objectLabel"), "the rule makes it");
    assertEquals("1.1", row.path("seats").path(0).path("x").decimalValue().toPlainString());
    JsonNode simple = Json.parseStored(NOTATIONS.in("seatsio", v1("{}")).text());
    assertEquals("SIMPLE", simple.path("venueType").textValue());
    assertEquals(0, simple.path("subChart").path("sections").size());
  }

  private static final String DRAWING =
      "{'name':'Hall','zones':{'list':[{'key':'n'}]},'categories':{'list':[{'key':9,"
          + "'label':'Stalls','color':'#87A9CD'},{'key':'vip'}]},'subChartFloors':["
          + "{'floorName':'1','focalPoint':{'x':0,'y':0},'rows':[{'label':'A','seats':["
          + "{'label':'1','x':40.1,'y':20,'categoryKey':9,'accessible':true},"
          + "{'label':'2','x':60,'y':20},{'label':'?','x':70,'y':20},"
          + "{'label':'4','x':80,'y':20},{'label':'1','x':90,'y':20}]}],"
          + "'tables':[{'label':'T1','center':{'x':5,'y':6},'seats':[{'label':'1','x':1,'y':1,"
          + "'categoryKey':9},{'label':'2','x':2,'y':2}]},"
          + "{'label':'T2','bookAsAWhole':true,'center':{'x':7,'y':8},'seats':[{'label':'1',"
          + "'categoryKey':'vip'}]}],'booths':[{'label':'B1','categoryKey':10,"
          + "'center':{'x':3,'y':4}}],'generalAdmissionAreas':[{'label':'GA1','categoryKey':9,"
          + "'displayLabel':'Pit','capacity':50,'center':{'x':10,'y':80}}]},"
          + "{'floorName':'2','sections':[{'label':'S','categoryKey':'vip','zone':'n',"
          + "'topLeft':{'x':100,'y':100},'subChart':{'rows':[{'label':'A','seats':["
          + "{'label':'1','x':1,'y':2},{'label':'2','x':3,'y':2}]}],'tables':[{'label':'T1',"
          + "'seats':[{'label':'1','x':0,'y':0}]}]}}]}]}";

  @Test
  void a_drawing_sells_the_same_once_it_is_a_layout_of_v1() {
    StoredLayout layout = NOTATIONS.in("v1", drawn(DRAWING));
    assertEquals("v1", layout.notation());
    assertEquals(sold(drawn(DRAWING)), sold(layout));
    assertEquals(
        List.of("A-1", "A-2", "A-4", "S-A-1", "S-A-2", "T1-1", "T1-2", "T2", "B1", "S-T1-1", "GA1"),
        NOTATIONS.venue(layout).spots().keySet().stream()
            .filter(label -> plan(layout).find(label).isPresent())
            .toList());
    assertEquals(List.of(), NOTATIONS.layout(layout).problems());
  }

  @Test
  void a_layout_of_v1_made_of_a_drawing_can_be_sent_to_v1_again() {
    StoredLayout layout = NOTATIONS.in("v1", drawn(DRAWING));
    assertEquals(sold(layout), sold(stored(V1Layouts.draft(layout.text()))));
  }

  @Test
  void a_drawing_is_told_to_v1_in_its_own_words() {
    String floors = DRAWING.replace("{'floorName':'2'", "{'floorName':'2','ignored':[]");
    JsonNode layout = Json.parseStored(NOTATIONS.in("v1", drawn(floors)).text());
    assertEquals(
        "{'label':'1','objectLabel':'A-1','categoryKey':'9','x':40.1,'y':20.0}",
        quoted(layout.path("rows").path(0).path("seats").path(0)));
    assertEquals(
        "{'label':'S','rows':[{'label':'A','seats':["
            + "{'label':'1','objectLabel':'S-A-1','categoryKey':'vip','x':101.0,'y':102.0},"
            + "{'label':'2','objectLabel':'S-A-2','categoryKey':'vip','x':103.0,'y':102.0}]}]}",
        quoted(layout.path("sections").path(0)));
    assertEquals(
        "{'label':'T2','x':7.0,'y':8.0,'seats':[{'label':'T2','objectLabel':'T2',"
            + "'categoryKey':'vip','x':7.0,'y':8.0}]}",
        quoted(layout.path("tables").path(1)));
    assertEquals(
        "[{'key':'GA1','label':'Pit','capacity':50,'categoryKey':'9','x':10.0,'y':80.0}]",
        quoted(layout.path("gaAreas")));
    assertEquals(
        "[{'key':'9','label':'Stalls','color':'#87A9CD'},{'key':'vip','label':'vip'}]",
        quoted(layout.path("categories")));
  }

  private static String quoted(JsonNode node) {
    return node.toString().replace('"', '\'');
  }

  @Test
  void what_is_in_a_notation_already_stays_as_it_is() {
    StoredLayout layout = v1(V1);
    assertSame(layout, NOTATIONS.in("v1", layout));
    StoredLayout drawing = drawn(DRAWING);
    assertSame(drawing, NOTATIONS.in("seatsio", drawing));
  }
}
