package dev.holdfast.http.seatsio.drawing;

import static dev.holdfast.http.seatsio.drawing.Sheets.floor;
import static dev.holdfast.http.seatsio.drawing.Sheets.labels;
import static dev.holdfast.http.seatsio.drawing.Sheets.layout;
import static dev.holdfast.http.seatsio.drawing.Sheets.plan;
import static dev.holdfast.http.seatsio.drawing.Sheets.sold;
import static dev.holdfast.http.seatsio.drawing.Sheets.spot;
import static dev.holdfast.http.seatsio.drawing.Sheets.venue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.holdfast.domain.chart.Bookable.NamedSeat;
import dev.holdfast.domain.chart.Bookable.Places;
import dev.holdfast.domain.chart.Category;
import dev.holdfast.domain.chart.Spot;
import dev.holdfast.domain.chart.Spot.Kind;
import dev.holdfast.domain.chart.Spot.Naming;
import dev.holdfast.domain.chart.Spot.ParentKind;
import dev.holdfast.domain.chart.Spot.Size;
import dev.holdfast.domain.chart.Spot.Standing;
import dev.holdfast.domain.chart.Spot.Trait;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** From drawing to objects: seats.io dialect, section 11. */
final class DrawnHouseTest {
  private static final String ROW =
      "'rows':[{'label':'A','displayLabel':'Row A','objectType':'row','seats':["
          + "{'label':'1','x':40,'y':20,'categoryKey':9},"
          + "{'label':'2','displayLabel':'II','x':60,'y':20.5,'categoryKey':'vip',"
          + "'accessible':true,'companionSeat':true,'restrictedView':false,'entrance':'North'},"
          + "{'label':'3','x':80,'y':20,'categoryKey':null}]}]";

  @Test
  void a_seat_of_a_row_stands_between_its_neighbours() {
    String drawing = floor(ROW);
    assertEquals(List.of("A-1", "A-2", "A-3"), labels(drawing));
    assertEquals(
        new Spot(
            "A-2",
            Kind.SEAT,
            new Naming("2", "II", "A", "Row A", ParentKind.ROW, null, null),
            new Standing(60, 20.5, null, null, "North", null, "A-1", "A-3"),
            "vip",
            Set.of(Trait.ACCESSIBLE, Trait.COMPANION),
            Size.ONE),
        spot(drawing, "A-2"));
    assertNull(spot(drawing, "A-1").standing().left());
    assertEquals("A-2", spot(drawing, "A-1").standing().right());
    assertEquals("A-2", spot(drawing, "A-3").standing().left());
    assertNull(spot(drawing, "A-3").standing().right());
    assertEquals("9", spot(drawing, "A-1").category());
    assertNull(spot(drawing, "A-3").category());
  }

  @Test
  void every_trait_of_a_seat_is_known() {
    String seat =
        "{'label':'1','categoryKey':9,'accessible':true,'companionSeat':true,"
            + "'restrictedView':true,'semiAmbulatorySeat':true,'liftUpArmrests':true,"
            + "'hearingImpaired':true,'signLanguageInterpretation':true,'plusSize':true}";
    String drawing = floor("'rows':[{'label':'A','seats':[" + seat + "]}]");
    assertEquals(Set.of(Trait.values()), spot(drawing, "A-1").traits());
  }

  @Test
  void what_is_sold_is_in_the_plan_with_its_categories_keys_as_text() {
    String drawing =
        floor(
            ROW
                + ",'booths':[{'label':'B1','categoryKey':'vip','center':{'x':1,'y':2}}],"
                + "'generalAdmissionAreas':[{'label':'GA1','categoryKey':9,'capacity':100}]");
    assertEquals(
        List.of(
            new NamedSeat("A-1", "9"),
            new NamedSeat("A-2", "vip"),
            new NamedSeat("A-3", null),
            new NamedSeat("B1", "vip"),
            new Places("GA1", 100, List.of("9"))),
        List.copyOf(plan(drawing).every()));
    assertEquals(
        List.of(
            new Category("9", "Stalls", "#87A9CD", false, true),
            new Category("vip", "VIP", "#5E42BB", true, false)),
        plan(drawing).categories());
    assertEquals(List.of(), layout(drawing).problems());
    assertEquals(plan(drawing).objects().keySet(), venue(drawing).spots().keySet());
  }

  private static final String TABLES =
      "'tables':[{'label':'T1','displayLabel':'Table 1','center':{'x':5,'y':6},'openSpaces':1,"
          + "'seats':[{'label':'1','x':1,'y':2},{'label':'2','x':3,'y':4,'categoryKey':9}]},"
          + "{'label':'T2','bookAsAWhole':true,'center':{'x':7,'y':8},'variableOccupancy':true,"
          + "'minOccupancy':2,'seats':[{'label':'1','x':1,'y':2,'categoryKey':'vip'}]},"
          + "{'label':'T3','bookAsAWhole':true,'categoryKey':9,'seats':[]}]";

  @Test
  void a_table_stands_beside_its_seats() {
    String drawing = floor(TABLES);
    assertEquals(List.of("T1", "T1-1", "T1-2", "T2", "T2-1", "T3"), labels(drawing));
    assertEquals(
        new Spot(
            "T1",
            Kind.TABLE,
            new Naming("T1", "Table 1", null, null, null, null, null),
            new Standing(5, 6, null, null, null, null, null, null),
            "9",
            Set.of(),
            new Size(1, 2, false, false, 1)),
        spot(drawing, "T1"));
    assertEquals(
        new Naming("2", null, "T1", "Table 1", ParentKind.TABLE, null, null),
        spot(drawing, "T1-2").naming());
    assertEquals(
        new Standing(3, 4, null, null, null, null, null, null), spot(drawing, "T1-2").standing());
    assertEquals(new Size(1, 1, true, true, 2), spot(drawing, "T2").size());
    assertEquals("vip", spot(drawing, "T2").category());
    assertEquals("9", spot(drawing, "T3").category());
  }

  @Test
  void a_table_is_sold_by_its_seats_unless_the_drawing_books_it_as_a_whole() {
    String drawing = floor(TABLES);
    assertEquals(List.of("T1-1", "T1-2", "T2", "T3"), sold(drawing));
    assertEquals(
        List.of(
            new NamedSeat("T1", "9", "T1", false),
            new NamedSeat("T1-1", null, "T1", true),
            new NamedSeat("T1-2", "9", "T1", true),
            new NamedSeat("T2", "vip", "T2", true),
            new NamedSeat("T2-1", "vip", "T2", false),
            new NamedSeat("T3", "9", "T3", true)),
        List.copyOf(plan(drawing).every()));
  }

  @Test
  void an_area_and_a_booth_have_no_parent() {
    String drawing =
        floor(
            "'booths':[{'label':'B1','categoryKey':9,'center':{'x':1,'y':2}}],"
                + "'generalAdmissionAreas':[{'label':'GA1','displayLabel':'Floor',"
                + "'categoryKey':'vip','capacity':50,'bookAsAWhole':true,"
                + "'variableOccupancy':true,'minOccupancy':3,'center':{'x':10,'y':80}}]");
    assertEquals(
        new Spot(
            "B1",
            Kind.BOOTH,
            Naming.alone("B1"),
            new Standing(1, 2, null, null, null, null, null, null),
            "9",
            Set.of(),
            Size.ONE),
        spot(drawing, "B1"));
    assertEquals(
        new Spot(
            "GA1",
            Kind.AREA,
            new Naming("GA1", "Floor", null, null, null, null, null),
            new Standing(10, 80, null, null, null, null, null, null),
            "vip",
            Set.of(),
            new Size(50, 0, true, true, 3)),
        spot(drawing, "GA1"));
  }

  @Test
  void a_distance_is_of_single_precision_up_to_the_root() {
    String rows = "'rows':[{'label':'A','seats':[{'label':'1','x':17.7,'y':88.8}]}]";
    String drawing = floor("'focalPoint':{'x':300.3,'y':10.1}," + rows);
    // Double precision throughout would say 293.3537966.
    assertEquals(293.3537753293794, spot(drawing, "A-1").standing().distance());
    assertNull(spot(floor(rows), "A-1").standing().distance());
    assertNull(spot(floor("'focalPoint':null," + rows), "A-1").standing().distance());
  }

  @Test
  void what_says_only_where_its_edges_are_stands_amid_them() {
    String drawing =
        floor(
            "'generalAdmissionAreas':["
                + "{'label':'poly','capacity':1,'points':[{'x':0,'y':0},{'x':30,'y':0},"
                + "{'x':30,'y':10}]},"
                + "{'label':'rect','capacity':1,'topLeft':{'x':10,'y':20},'width':8,'height':4},"
                + "{'label':'none','capacity':1}]");
    assertEquals(List.of(15.0, 5.0), at(drawing, "poly"));
    assertEquals(List.of(14.0, 22.0), at(drawing, "rect"));
    assertEquals(List.of(0.0, 0.0), at(drawing, "none"));
  }

  private static List<Double> at(String drawing, String label) {
    Standing standing = spot(drawing, label).standing();
    return List.of(standing.x(), standing.y());
  }
}
