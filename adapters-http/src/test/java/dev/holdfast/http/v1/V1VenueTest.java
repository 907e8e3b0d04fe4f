package dev.holdfast.http.v1;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.holdfast.domain.chart.Bookable;
import dev.holdfast.domain.chart.Layout;
import dev.holdfast.domain.chart.SeatingPlan;
import dev.holdfast.domain.chart.Spot;
import dev.holdfast.domain.chart.Spot.Kind;
import dev.holdfast.domain.chart.Spot.Naming;
import dev.holdfast.domain.chart.Spot.ParentKind;
import dev.holdfast.domain.chart.Spot.Size;
import dev.holdfast.domain.chart.Spot.Standing;
import dev.holdfast.domain.chart.Venue;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A v1 layout as a buyer walks through it, and what of its tables can be sold. */
final class V1VenueTest {
  private static final V1LayoutNotation NOTATION = new V1LayoutNotation();

  private static String stored(String layout) {
    return V1Layouts.draft(layout.replace('\'', '"')).text();
  }

  private static Venue venue(String layout) {
    return NOTATION.venue(stored(layout));
  }

  private static Spot spot(String layout, String label) {
    return venue(layout).find(label).orElseThrow();
  }

  private static SeatingPlan plan(String layout) {
    Layout read = NOTATION.read(stored(layout));
    assertEquals(List.of(), read.problems());
    return read.plan();
  }

  @Test
  void a_seat_stands_in_its_row_between_its_neighbours() {
    String layout =
        "{'categories':[{'key':'c'}],'rows':[{'label':'A','seats':["
            + "{'label':'1','x':10,'y':-4.5},{'label':'2','x':30,'y':-4.5,'categoryKey':'c'},"
            + "{'label':'3','objectLabel':'Lone','x':50,'y':-4.5}]}]}";
    assertEquals(
        new Spot(
            "A-2",
            Kind.SEAT,
            new Naming("2", null, "A", null, ParentKind.ROW, null, null),
            new Standing(30, -4.5, null, null, null, null, "A-1", "Lone"),
            "c",
            Set.of(),
            Size.ONE),
        spot(layout, "A-2"));
    assertNull(spot(layout, "A-1").standing().left());
    assertNull(spot(layout, "Lone").standing().right());
    assertEquals("3", spot(layout, "Lone").naming().own());
  }

  @Test
  void a_seat_of_a_section_names_it() {
    String layout = "{'sections':[{'label':'VIP','rows':[{'label':'G','seats':2}]}]}";
    assertEquals(
        new Naming("2", null, "G", null, ParentKind.ROW, "VIP", null),
        spot(layout, "VIP-G2").naming());
    assertEquals("VIP-G1", spot(layout, "VIP-G2").standing().left());
  }

  @Test
  void a_table_stands_amid_its_seats_which_have_no_neighbours() {
    String layout =
        "{'categories':[{'key':'c'}],'tables':[{'label':'T','seats':["
            + "{'label':'1','x':0,'y':10},{'label':'2','x':20,'y':30,'categoryKey':'c'}]}]}";
    assertEquals(
        new Spot(
            "T",
            Kind.TABLE,
            Naming.alone("T"),
            new Standing(10, 20, null, null, null, null, null, null),
            "c",
            Set.of(),
            new Size(1, 2, false, false, 1)),
        spot(layout, "T"));
    Spot seat = spot(layout, "T-1");
    assertEquals(new Naming("1", null, "T", null, ParentKind.TABLE, null, null), seat.naming());
    assertEquals(new Standing(0, 10, null, null, null, null, null, null), seat.standing());
  }

  @Test
  void an_area_stands_where_its_middle_was_drawn() {
    String layout =
        "{'categories':[{'key':'c'},{'key':'d'}],'gaAreas':[{'key':'ga','label':'Pit',"
            + "'capacity':300,'categoryKeys':['d','c'],'x':10,'y':20,'width':100,'height':40},"
            + "{'key':'gb','label':'gb','capacity':1}]}";
    assertEquals(
        new Spot(
            "ga",
            Kind.AREA,
            new Naming("ga", "Pit", null, null, null, null, null),
            new Standing(60, 40, null, null, null, null, null, null),
            "d",
            Set.of(),
            new Size(300, 0, false, false, 1)),
        spot(layout, "ga"));
    assertEquals(Naming.alone("gb"), spot(layout, "gb").naming());
  }

  @Test
  void what_nobody_placed_stands_in_lines_below_each_other() {
    String layout =
        "{'rows':[{'label':'A','seats':[{'label':'1'},{'label':'2'}]},"
            + "{'label':'B','seats':[{'label':'1'},{'label':'2','x':7}]},"
            + "{'label':'C','y':99,'seats':[{'label':'1'}]}]}";
    assertEquals(List.of(20.0, 0.0), at(spot(layout, "A-2")));
    assertEquals(List.of(0.0, 20.0), at(spot(layout, "B-1")));
    assertEquals(List.of(7.0, 20.0), at(spot(layout, "B-2")));
    assertEquals(List.of(0.0, 99.0), at(spot(layout, "C-1")));
  }

  private static List<Double> at(Spot spot) {
    return List.of(spot.standing().x(), spot.standing().y());
  }

  @Test
  void a_table_can_be_sold_as_a_whole_though_the_chart_sells_its_seats() {
    SeatingPlan plan = plan("{'tables':[{'label':'T','seats':1},{'label':'U','seats':[]}]}");
    assertEquals(
        List.of(
            new Bookable.NamedSeat("T", null, "T", false),
            new Bookable.NamedSeat("T-1", null, "T", true)),
        List.copyOf(plan.every()));
    assertEquals(List.of(new Bookable.NamedSeat("T-1", null, "T", true)), List.copyOf(plan.all()));
  }

  @Test
  void a_table_whose_label_is_something_elses_is_sold_by_its_seats_alone() {
    for (String other :
        List.of(
            "'rows':[{'label':'A','seats':[{'label':'1','objectLabel':'T'}]}]",
            "'gaAreas':[{'key':'T','capacity':5}]",
            "'sections':[{'label':'S','rows':[{'label':'A','seats':[{'label':'1',"
                + "'objectLabel':'T'}]}]}]")) {
      String layout = "{'tables':[{'label':'T','seats':1}]," + other + "}";
      SeatingPlan plan = plan(layout);
      assertEquals(2, plan.every().size(), layout);
      assertEquals(new Bookable.NamedSeat("T-1", null), plan.find("T-1").orElseThrow());
      assertEquals(ParentKind.TABLE, spot(layout, "T-1").naming().parentKind());
    }
  }

  @Test
  void of_two_tables_of_one_label_the_first_can_be_sold_as_a_whole() {
    SeatingPlan plan =
        plan(
            "{'tables':[{'label':'T','seats':1},"
                + "{'label':'T','seats':[{'label':'1','objectLabel':'other'}]}]}");
    assertEquals(
        List.of(
            new Bookable.NamedSeat("T", null, "T", false),
            new Bookable.NamedSeat("T-1", null, "T", true),
            new Bookable.NamedSeat("other", null)),
        List.copyOf(plan.every()));
  }

  @Test
  void everything_that_can_be_sold_stands_somewhere() {
    String layout =
        "{'rows':[{'label':'A','seats':3}],'sections':[{'label':'S','rows':[{'label':'B',"
            + "'seats':2}]}],'tables':[{'label':'T','seats':2}],'gaAreas':[{'key':'g',"
            + "'capacity':5}]}";
    assertEquals(plan(layout).objects().keySet(), venue(layout).spots().keySet());
  }
}
