package dev.holdfast.domain.event;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.holdfast.domain.event.ForSale.Edit;
import dev.holdfast.domain.event.ForSale.Item;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is for sale, and what edits make of it (seats.io dialect, section 13). */
final class ForSaleTest {
  private static ForSale notForSale(String... objects) {
    return new ForSale(false, List.of(objects), Map.of(), List.of());
  }

  private static ForSale onlyForSale(String... objects) {
    return new ForSale(true, List.of(objects), Map.of(), List.of());
  }

  private static List<Item> whole(String... objects) {
    return Arrays.stream(objects).map(Item::whole).toList();
  }

  private static ForSale comes(ForSale before, Item... items) {
    return before.edited(new Edit(List.of(items), List.of()));
  }

  private static ForSale goes(ForSale before, Item... items) {
    return before.edited(new Edit(List.of(), List.of(items)));
  }

  @Test
  void what_is_taken_off_is_listed_in_the_order_it_was_named() {
    assertEquals(
        notForSale("A-2", "A-1", "B-1"),
        notForSale("A-2").edited(new Edit(List.of(), whole("A-1", "A-2", "B-1"))));
  }

  @Test
  void what_comes_on_sale_is_struck_off() {
    assertEquals(
        notForSale("A-2", "A-3"), comes(notForSale("A-1", "A-2", "A-3"), Item.whole("A-1")));
    assertEquals(notForSale("A-1"), comes(notForSale("A-1"), Item.whole("Z-9")));
    assertEquals(ForSale.START, comes(notForSale("A-1"), Item.whole("A-1")));
  }

  @Test
  void where_only_the_listed_is_for_sale_it_is_the_other_way_round() {
    assertEquals(onlyForSale("A-1", "A-2"), comes(onlyForSale("A-1"), Item.whole("A-2")));
    assertEquals(onlyForSale("A-2"), goes(onlyForSale("A-1", "A-2"), Item.whole("A-1")));
    ForSale five = comes(onlyForSale(), new Item("GA1", 5));
    assertEquals(Map.of("GA1", 5), five.areaPlaces());
    assertEquals(Map.of("GA1", 3), goes(five, new Item("GA1", 2)).areaPlaces());
  }

  @Test
  void of_a_thing_named_in_both_none_is_for_sale() {
    Edit both = new Edit(whole("A-1"), whole("A-1"));
    assertEquals(notForSale("A-1"), ForSale.START.edited(both));
    assertEquals(onlyForSale(), onlyForSale("A-1").edited(both));
    assertEquals(onlyForSale(), onlyForSale().edited(both));
  }

  @Test
  void quantities_add_up_and_end_at_none() {
    ForSale five = goes(ForSale.START, new Item("GA1", 5));
    assertEquals(new ForSale(false, List.of(), Map.of("GA1", 5), List.of()), five);
    assertEquals(Map.of("GA1", 8), goes(five, new Item("GA1", 3)).areaPlaces());
    assertEquals(Map.of("GA1", 4), comes(five, new Item("GA1", 1)).areaPlaces());
    assertEquals(Map.of(), comes(five, new Item("GA1", 5)).areaPlaces());
    assertEquals(Map.of(), comes(five, new Item("GA1", 6)).areaPlaces());
    assertEquals(Map.of("GA1", 5), comes(five, new Item("GA2", 6)).areaPlaces());
    assertEquals(Map.of("GA1", 1_000_000), goes(five, new Item("GA1", 1_000_000)).areaPlaces());
  }

  @Test
  void an_area_is_listed_as_a_whole_or_by_its_places() {
    ForSale five = goes(ForSale.START, new Item("GA1", 5));
    ForSale all = goes(five, Item.whole("GA1"));
    assertEquals(notForSale("GA1"), all);
    assertEquals(all, goes(all, new Item("GA1", 3)));
    assertEquals(all, comes(all, new Item("GA1", 3)));
    assertEquals(ForSale.START, comes(all, Item.whole("GA1")));
    assertEquals(ForSale.START, comes(five, Item.whole("GA1")));
  }

  @Test
  void categories_stay_through_an_edit() {
    ForSale balcony = new ForSale(false, List.of("A-1"), Map.of(), List.of("Balcony"));
    assertEquals(List.of("Balcony"), comes(balcony, Item.whole("A-1")).categories());
  }

  @Test
  void each_label_is_kept_once_and_in_order_and_no_place_is_no_entry() {
    Map<String, Integer> places = new LinkedHashMap<>();
    places.put("z", 2);
    places.put("none", 0);
    places.put("a", 1);
    ForSale kept = new ForSale(false, List.of("B", "A", "B"), places, List.of("2", "1", "2"));
    assertEquals(List.of("B", "A"), kept.objects());
    assertEquals(List.of("2", "1"), kept.categories());
    assertEquals(List.of("z", "a"), List.copyOf(kept.areaPlaces().keySet()));
    assertEquals(6, kept.size());
    places.put("later", 1);
    assertEquals(2, kept.areaPlaces().size());
  }

  @Test
  void texts_and_numbers_have_bounds() {
    String longest = "x".repeat(255);
    assertEquals(List.of(longest), notForSale(longest).objects());
    assertThrows(IllegalArgumentException.class, () -> notForSale(longest + "x"));
    assertThrows(IllegalArgumentException.class, () -> notForSale(""));
    assertThrows(IllegalArgumentException.class, () -> areaPlaces("GA1", -1));
    assertThrows(IllegalArgumentException.class, () -> areaPlaces("GA1", 1_000_001));
    assertThrows(IllegalArgumentException.class, () -> areaPlaces("", 1));
    assertEquals(Map.of("GA1", 1_000_000), areaPlaces("GA1", 1_000_000).areaPlaces());
    assertThrows(
        IllegalArgumentException.class, () -> new ForSale(false, List.of(), Map.of(), List.of("")));
    assertThrows(IllegalArgumentException.class, () -> new Item("GA1", 0));
    assertThrows(IllegalArgumentException.class, () -> new Item("GA1", 1_000_001));
    assertThrows(IllegalArgumentException.class, () -> Item.whole(""));
  }

  private static ForSale areaPlaces(String area, int places) {
    return new ForSale(false, List.of(), Map.of(area, places), List.of());
  }
}
