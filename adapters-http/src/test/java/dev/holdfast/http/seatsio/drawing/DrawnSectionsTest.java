package dev.holdfast.http.seatsio.drawing;

import static dev.holdfast.http.seatsio.drawing.Sheets.floor;
import static dev.holdfast.http.seatsio.drawing.Sheets.labels;
import static dev.holdfast.http.seatsio.drawing.Sheets.layout;
import static dev.holdfast.http.seatsio.drawing.Sheets.plan;
import static dev.holdfast.http.seatsio.drawing.Sheets.spot;
import static dev.holdfast.http.seatsio.drawing.Sheets.venue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.holdfast.domain.chart.Bookable.NamedSeat;
import dev.holdfast.domain.chart.Bookable.Places;
import dev.holdfast.domain.chart.Spot;
import dev.holdfast.domain.chart.Spot.Floor;
import dev.holdfast.domain.chart.Spot.Naming;
import dev.holdfast.domain.chart.Spot.ParentKind;
import dev.holdfast.domain.chart.Spot.Standing;
import dev.holdfast.domain.chart.Venue;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Sections, zones and floors: seats.io dialect, section 11. */
final class DrawnSectionsTest {
  private static final String SECTION =
      "'sections':[{'subChart':{'rows':[{'label':'A','seats':[{'label':'1','x':17.7,'y':8.8},"
          + "{'label':'2','x':20,'y':8.8,'categoryKey':'vip','entrance':'Own'}]}],"
          + "'tables':[{'label':'T1','center':{'x':1,'y':1},'seats':[{'label':'1','x':0,'y':0}]}],"
          + "'booths':[{'label':'B1','center':{'x':1,'y':1}}],"
          + "'generalAdmissionAreas':[{'label':'GA1','capacity':5,'center':{'x':2,'y':3}}]},"
          + "'topLeft':{'x':100.1,'y':50.2},'label':'Section A','displayLabel':'Left',"
          + "'categoryKey':9,'zone':'north','entrance':'Entrance 1'}]";

  @Test
  void what_stands_in_a_section_has_its_label_its_category_and_its_entrance() {
    String drawing = floor(SECTION);
    assertEquals(
        List.of(
            "Section A-A-1",
            "Section A-A-2",
            "Section A-T1",
            "Section A-T1-1",
            "Section A-B1",
            "Section A-GA1"),
        labels(drawing));
    Spot first = spot(drawing, "Section A-A-1");
    assertEquals(
        new Naming("1", null, "A", null, ParentKind.ROW, "Section A", "Left"), first.naming());
    assertEquals("9", first.category());
    assertEquals("Entrance 1", first.standing().entrance());
    assertEquals("Section A-A-2", first.standing().right());
    Spot second = spot(drawing, "Section A-A-2");
    assertEquals("vip", second.category());
    assertEquals("Own", second.standing().entrance());
    for (String inherits : List.of("Section A-T1", "Section A-B1", "Section A-GA1")) {
      assertEquals("9", spot(drawing, inherits).category(), inherits);
      assertEquals("Section A", spot(drawing, inherits).naming().section(), inherits);
    }
    assertEquals(
        new Places("Section A-GA1", 5, List.of("9")),
        plan(drawing).find("Section A-GA1").orElseThrow());
    assertEquals(
        new NamedSeat("Section A-T1-1", "9", "Section A-T1", true),
        plan(drawing).find("Section A-T1-1").orElseThrow());
  }

  @Test
  void coordinates_in_a_section_are_relative_to_its_corner() {
    Standing seat = spot(floor(SECTION), "Section A-A-1").standing();
    assertEquals(117.80000305175781, seat.x());
    assertEquals(59.0, seat.y());
    Standing area = spot(floor(SECTION), "Section A-GA1").standing();
    assertEquals((double) (100.1f + 2f), area.x());
    assertEquals((double) (50.2f + 3f), area.y());
  }

  @Test
  void a_distance_in_a_section_is_from_where_the_seat_stands_in_the_house() {
    String drawing = floor("'focalPoint':{'x':300.3,'y':10.1}," + SECTION);
    assertEquals(188.9377067481502, spot(drawing, "Section A-A-1").standing().distance());
  }

  @Test
  void who_is_in_a_zone_looks_where_the_zone_does() {
    String drawing =
        "{'zones':{'list':[{'key':'north','label':'North','focalPoint':{'x':117.8,'y':62}},"
            + "{'key':'south','label':'South'}]},"
            + floor("'focalPoint':{'x':0,'y':0}," + SECTION).substring(1);
    assertEquals(
        List.of(new Venue.Zone("north", "North"), new Venue.Zone("south", "South")),
        venue(drawing).zones());
    Standing seat = spot(drawing, "Section A-A-1").standing();
    assertEquals("north", seat.zone());
    assertEquals(3.0, seat.distance());
    Standing other =
        spot(drawing.replace("'zone':'north'", "'zone':'south'"), "Section A-A-1").standing();
    assertEquals("south", other.zone());
    assertEquals(Math.sqrt(117.8f * 117.8f + 59f * 59f), other.distance());
  }

  @Test
  void a_zone_that_is_not_declared_is_none() {
    assertNull(spot(floor(SECTION), "Section A-A-1").standing().zone());
  }

  @Test
  void floors_come_one_after_the_other_each_with_its_own_focal_point() {
    String drawing =
        "{"
            + Sheets.CATEGORIES
            + ",'subChartFloors':[{'floorName':'1','floorDisplayName':'Ground floor',"
            + "'focalPoint':{'x':0,'y':3},'rows':[{'label':'A','seats':["
            + "{'label':'1','x':0,'y':0}]}]},"
            + "{'floorName':'2','sections':[{'label':'S','subChart':{'rows':[{'label':'A',"
            + "'seats':[{'label':'1','x':0,'y':0}]}]}}],'focalPoint':{'x':4,'y':0}}]}";
    assertEquals(List.of("A-1", "S-A-1"), labels(drawing));
    Standing ground = spot(drawing, "A-1").standing();
    assertEquals(new Floor("1", "Ground floor"), ground.floor());
    assertEquals(3.0, ground.distance());
    Standing upper = spot(drawing, "S-A-1").standing();
    assertEquals(new Floor("2", null), upper.floor());
    assertEquals(4.0, upper.distance());
    assertNull(spot(floor(SECTION), "Section A-A-1").standing().floor());
  }

  @Test
  void the_order_of_members_means_nothing() {
    String before = floor("'focalPoint':{'x':1,'y':1}," + SECTION);
    String after =
        "{'subChart':{"
            + SECTION
            + ",'focalPoint':{'x':1,'y':1}},"
            + Sheets.CATEGORIES
            + ",'name':'Hall'}";
    assertEquals(venue(before), venue(after));
    assertEquals(layout(before), layout(after));
  }
}
