package dev.holdfast.domain.event;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.domain.chart.Category;
import dev.holdfast.domain.chart.Spot;
import dev.holdfast.domain.chart.Venue;
import dev.holdfast.domain.event.TableBooking.Mode;
import dev.holdfast.domain.event.TableBooking.Way;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Sale rules as they fall on a house (seats.io dialect, sections 12 to 14). */
final class OnSaleTest {
  private static final List<Category> CATEGORIES =
      List.of(new Category("9", "Stalls"), new Category("vip", "Very important"));

  /**
   * Rows A and North-A; table T1 sold by its seats, T2 as a whole; a booth; 100 places in the pit
   * and 10 in North-bar.
   */
  private static final Venue HOUSE =
      venue(
          seat(null, "A", Spot.ParentKind.ROW, "1", "9"),
          seat(null, "A", Spot.ParentKind.ROW, "2", "vip"),
          seat("North", "A", Spot.ParentKind.ROW, "1", "9"),
          seat("North", "B", Spot.ParentKind.ROW, "1", null),
          seat(null, "T1", Spot.ParentKind.TABLE, "1", "9"),
          spot(null, Spot.Kind.TABLE, "T1", "9", new Spot.Size(1, 1, false, false, 1)),
          seat(null, "T2", Spot.ParentKind.TABLE, "1", "9"),
          spot(null, Spot.Kind.TABLE, "T2", "9", new Spot.Size(1, 1, true, false, 1)),
          spot(null, Spot.Kind.BOOTH, "Booth", "vip", Spot.Size.ONE),
          spot(null, Spot.Kind.AREA, "pit", "9", new Spot.Size(100, 0, false, false, 1)),
          spot("North", Spot.Kind.AREA, "bar", "vip", new Spot.Size(10, 0, false, false, 1)));

  private static final Set<String> ALL = HOUSE.spots().keySet();

  private static Spot seat(
      @Nullable String section,
      String parent,
      Spot.ParentKind kind,
      String own,
      @Nullable String category) {
    String label = (section == null ? "" : section + "-") + parent + "-" + own;
    Spot.Naming naming = new Spot.Naming(own, null, parent, null, kind, section, null);
    return new Spot(label, Spot.Kind.SEAT, naming, standing(), category, Set.of(), Spot.Size.ONE);
  }

  private static Spot spot(
      @Nullable String section, Spot.Kind kind, String own, String category, Spot.Size size) {
    String label = (section == null ? "" : section + "-") + own;
    Spot.Naming naming = new Spot.Naming(own, null, null, null, null, section, null);
    return new Spot(label, kind, naming, standing(), category, Set.of(), size);
  }

  private static Spot.Standing standing() {
    return new Spot.Standing(0, 0, null, null, null, null, null, null);
  }

  private static Venue venue(Spot... spots) {
    Map<String, Spot> byLabel = new LinkedHashMap<>();
    Arrays.stream(spots).forEach(spot -> byLabel.put(spot.label(), spot));
    return new Venue(byLabel, List.of());
  }

  private static OnSale onSale(SaleRules rules) {
    return OnSale.of(rules, HOUSE, CATEGORIES);
  }

  private static OnSale config(boolean forSale, List<String> objects, String... categories) {
    return onSale(
        SaleRules.NONE.mark(new ForSale(forSale, objects, Map.of(), List.of(categories))));
  }

  private static OnSale places(boolean forSale, String area, int places) {
    return onSale(
        SaleRules.NONE.mark(new ForSale(forSale, List.of(), Map.of(area, places), List.of())));
  }

  private static Set<String> notForSale(OnSale onSale) {
    return ALL.stream()
        .filter(label -> !onSale.isForSale(label))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> notOffered(OnSale onSale) {
    return ALL.stream()
        .filter(label -> !onSale.offers(label))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static OnSale booked(TableBooking tables) {
    return onSale(SaleRules.NONE.with(tables));
  }

  @Test
  void without_rules_everything_is_for_sale_as_the_chart_has_it() {
    for (OnSale free : List.of(OnSale.EVERYTHING, onSale(SaleRules.NONE))) {
      assertEquals(Set.of(), notForSale(free));
      assertEquals(0, free.notForSale("pit"));
      assertEquals(0, free.notOpen("pit"));
      assertTrue(free.isOpen("pit"));
      assertTrue(free.isOpen("A-1"));
      assertEquals(Optional.empty(), free.channelOf("A-1"));
      assertEquals(0, free.placesOf("web", "pit"));
    }
    assertEquals(Set.of(), notOffered(OnSale.EVERYTHING));
    assertEquals(Set.of("T1", "T2-1"), notOffered(onSale(SaleRules.NONE)));
  }

  @Test
  void of_a_table_and_its_seats_the_mode_offers_either() {
    assertEquals(Set.of("T1", "T2"), notOffered(booked(TableBooking.all(Mode.ALL_BY_SEAT))));
    assertEquals(Set.of("T1-1", "T2-1"), notOffered(booked(TableBooking.all(Mode.ALL_BY_TABLE))));
    assertEquals(
        Set.of("T1-1", "T2"),
        notOffered(booked(new TableBooking(Mode.CUSTOM, Map.of("T1", Way.BY_TABLE)))));
  }

  @Test
  void a_row_is_no_table_whatever_it_is_called() {
    Venue venue = venue(seat(null, "A", Spot.ParentKind.ROW, "1", null));
    TableBooking tables = new TableBooking(Mode.CUSTOM, Map.of("A", Way.BY_TABLE));
    assertTrue(OnSale.of(SaleRules.NONE.with(tables), venue, List.of()).offers("A-1"));
  }

  @Test
  void tables_within_a_section_are_known_by_their_whole_label() {
    Venue venue =
        venue(
            seat("North", "T1", Spot.ParentKind.TABLE, "1", null),
            spot("North", Spot.Kind.TABLE, "T1", "9", new Spot.Size(1, 1, true, false, 1)));
    OnSale inherited = OnSale.of(SaleRules.NONE, venue, List.of());
    assertTrue(inherited.offers("North-T1"));
    assertFalse(inherited.offers("North-T1-1"));
    TableBooking none = new TableBooking(Mode.CUSTOM, Map.of("T1", Way.BY_TABLE));
    assertFalse(OnSale.of(SaleRules.NONE.with(none), venue, List.of()).offers("North-T1"));
    TableBooking listed = new TableBooking(Mode.CUSTOM, Map.of("North-T1", Way.BY_TABLE));
    assertTrue(OnSale.of(SaleRules.NONE.with(listed), venue, List.of()).offers("North-T1"));
  }

  @Test
  void a_label_is_that_of_an_object_a_row_a_table_or_a_section() {
    assertEquals(Set.of("A-1"), notForSale(config(false, List.of("A-1"))));
    assertEquals(Set.of("A-1", "A-2"), notForSale(config(false, List.of("A"))));
    assertEquals(Set.of("North-A-1"), notForSale(config(false, List.of("North-A"))));
    assertEquals(
        Set.of("North-A-1", "North-B-1", "North-bar"), notForSale(config(false, List.of("North"))));
    assertEquals(Set.of("T1", "T1-1"), notForSale(config(false, List.of("T1"))));
    assertEquals(Set.of("Booth", "pit"), notForSale(config(false, List.of("Booth", "pit"))));
    assertEquals(Set.of(), notForSale(config(false, List.of("o1", "B", "bar"))));
  }

  @Test
  void where_only_the_listed_is_for_sale_all_else_is_not() {
    Set<String> rest = new TreeSet<>(ALL);
    rest.removeAll(Set.of("A-1", "A-2", "pit"));
    assertEquals(rest, notForSale(config(true, List.of("A", "pit"))));
    assertEquals(new TreeSet<>(ALL), notForSale(config(true, List.of())));
  }

  @Test
  void what_is_not_drawn_is_as_the_labels_say() {
    assertFalse(config(false, List.of("o1")).isForSale("o1"));
    assertTrue(config(false, List.of("o1")).isForSale("o2"));
    assertTrue(config(true, List.of("o1")).isForSale("o1"));
    assertFalse(config(true, List.of("o1")).isForSale("o2"));
  }

  @Test
  void categories_go_by_key_or_label() {
    Set<String> vip = Set.of("A-2", "Booth", "North-bar");
    assertEquals(vip, notForSale(config(false, List.of(), "vip")));
    assertEquals(vip, notForSale(config(false, List.of(), "Very important")));
    assertEquals(Set.of(), notForSale(config(false, List.of(), "VIP", "cat1")));
    assertEquals(
        Set.of("A-2", "North-B-1", "Booth", "North-bar"),
        notForSale(config(true, List.of(), "Stalls")));
  }

  @Test
  void an_object_counts_for_the_category_that_the_event_sells_it_in() {
    SaleRules rules =
        SaleRules.NONE
            .mark(new ForSale(false, List.of(), Map.of(), List.of("Box", "vip")))
            .with(
                new EventCategories(
                    List.of(new Category("7", "Box", null, false, true)),
                    Map.of("A-1", CategoryKey.of(7), "A-2", CategoryKey.of(9))));
    assertEquals(Set.of("A-1", "Booth", "North-bar"), notForSale(onSale(rules)));
  }

  @Test
  void places_of_an_area_are_counted_where_it_is_not_listed_as_a_whole() {
    OnSale five = places(false, "pit", 5);
    assertEquals(5, five.notForSale("pit"));
    assertTrue(five.isForSale("pit"));
    assertEquals(100, places(false, "pit", 100).notForSale("pit"));
    assertFalse(places(false, "pit", 100).isForSale("pit"));
    assertEquals(100, places(false, "pit", 999).notForSale("pit"));
    OnSale onlyFive = places(true, "pit", 5);
    assertEquals(95, onlyFive.notForSale("pit"));
    assertTrue(onlyFive.isForSale("pit"));
    assertEquals(10, onlyFive.notForSale("North-bar"));
    assertFalse(onlyFive.isForSale("North-bar"));
    assertEquals(0, places(true, "pit", 999).notForSale("pit"));
    assertEquals(100, config(false, List.of("pit")).notForSale("pit"));
    assertEquals(0, config(true, List.of("pit")).notForSale("pit"));
    assertEquals(10, config(false, List.of(), "vip").notForSale("North-bar"));
    assertEquals(0, places(false, "A-1", 5).notForSale("A-1"));
    assertTrue(places(false, "A-1", 5).isForSale("A-1"));
  }

  @Test
  void a_channel_has_what_it_lists_and_the_rest_is_everybodys() {
    Channel web =
        new Channel("1", "web", "", "", null, List.of("A-1", "North-bar"), Map.of("pit", 30));
    Channel desk = new Channel("2", "desk", "", "", null, List.of(), Map.of("pit", 80));
    SaleRules rules = SaleRules.NONE.with(new Channels(List.of(web, desk)));
    OnSale onSale = onSale(rules);
    assertEquals(Optional.of(web), onSale.channelOf("A-1"));
    assertEquals(Optional.of(web), onSale.channelOf("North-bar"));
    assertEquals(Optional.empty(), onSale.channelOf("A-2"));
    assertEquals(Optional.empty(), onSale.channelOf("pit"));
    assertEquals(10, onSale.placesOf("web", "North-bar"));
    assertEquals(0, onSale.placesOf("desk", "North-bar"));
    assertEquals(30, onSale.placesOf("web", "pit"));
    assertEquals(80, onSale.placesOf("desk", "pit"));
    assertEquals(0, onSale.placesOf("none", "pit"));
    assertEquals(0, onSale.placesOf("web", "A-1"));
    assertTrue(onSale.isForSale("A-1"));
    assertFalse(onSale.isOpen("A-1"));
    assertTrue(onSale.isOpen("A-2"));
    assertEquals(10, onSale.notOpen("North-bar"));
    assertFalse(onSale.isOpen("North-bar"));
    assertEquals(100, onSale.notOpen("pit"));
    assertEquals(rules, onSale.rules());
  }

  @Test
  void places_that_are_not_for_sale_are_others_than_those_of_channels() {
    Channel web = new Channel("1", "web", "", "", null, List.of(), Map.of("pit", 30));
    SaleRules rules =
        SaleRules.NONE
            .with(new Channels(List.of(web)))
            .mark(new ForSale(false, List.of("A-2"), Map.of("pit", 5), List.of()));
    assertEquals(35, onSale(rules).notOpen("pit"));
    assertTrue(onSale(rules).isOpen("pit"));
    assertFalse(onSale(rules).isOpen("A-2"));
    assertEquals(0, onSale(rules).notOpen("A-2"));
  }

  @Test
  void a_channel_that_asks_for_more_than_there_is_has_what_there_is() {
    Channel web = new Channel("1", "web", "", "", null, List.of(), Map.of("pit", 999));
    OnSale onSale = onSale(SaleRules.NONE.with(new Channels(List.of(web))));
    assertEquals(100, onSale.placesOf("web", "pit"));
    assertEquals(100, onSale.notOpen("pit"));
  }
}
