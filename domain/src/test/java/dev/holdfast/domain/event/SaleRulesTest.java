package dev.holdfast.domain.event;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.domain.chart.Category;
import dev.holdfast.domain.event.TableBooking.Mode;
import dev.holdfast.domain.event.TableBooking.Way;
import dev.holdfast.domain.refusal.Outcome;
import dev.holdfast.domain.refusal.Refusal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** All rules of an event together (seats.io dialect, sections 12 to 14). */
final class SaleRulesTest {
  private static final ForSale.Edit OFF =
      new ForSale.Edit(List.of(), List.of(ForSale.Item.whole("A-1"), ForSale.Item.whole("A-2")));

  @Test
  void an_edit_of_nothing_begins_with_all_for_sale() {
    assertEquals(
        Optional.of(new ForSale(false, List.of("A-1", "A-2"), Map.of(), List.of())),
        SaleRules.NONE.edit(OFF).forSale());
  }

  @Test
  void a_mark_replaces_what_was_said_before() {
    ForSale only = new ForSale(true, List.of("o1"), Map.of("GA1", 3), List.of("cat1"));
    SaleRules marked = SaleRules.NONE.edit(OFF).mark(only);
    assertEquals(Optional.of(only), marked.forSale());
    assertEquals(Optional.empty(), marked.markEverythingForSale().forSale());
    assertEquals(
        Optional.of(new ForSale(true, List.of(), Map.of(), List.of())),
        marked.markEverythingNotForSale().forSale());
  }

  @Test
  void one_rule_changes_without_the_others() {
    Channels channels =
        new Channels(
            List.of(new Channel("1", "web", "Web", "red", null, List.of("A-1"), Map.of())));
    TableBooking tables = TableBooking.all(Mode.ALL_BY_SEAT);
    EventCategories categories = EventCategories.NONE.withObjects(Map.of("A-1", CategoryKey.of(9)));
    SaleRules all = SaleRules.NONE.with(channels).with(tables).with(categories).edit(OFF);
    assertEquals(channels, all.channels());
    assertEquals(tables, all.tables());
    assertEquals(categories, all.categories());
    assertEquals(4, all.size());
    assertEquals(
        new SaleRules(Optional.empty(), channels, tables, categories), all.markEverythingForSale());
  }

  @Test
  void they_have_a_hundred_thousand_labels_at_most_all_together() {
    List<String> labels = IntStream.range(0, 99_999).mapToObj(i -> "A-" + i).toList();
    SaleRules rules =
        SaleRules.NONE
            .mark(new ForSale(false, labels, Map.of(), List.of()))
            .with(new TableBooking(Mode.CUSTOM, Map.of("T1", Way.BY_TABLE)));
    assertEquals(Outcome.accepted(rules), rules.checked());
    SaleRules more =
        rules.with(EventCategories.NONE.withObjects(Map.of("A-1", CategoryKey.of("vip"))));
    Outcome.Refused<?> refused = assertInstanceOf(Outcome.Refused.class, more.checked());
    assertEquals(new Refusal.TooManyLabels(100_000), refused.first());
  }

  @Test
  void tables_are_sold_as_the_mode_says() {
    for (boolean inChart : List.of(true, false)) {
      assertEquals(inChart, TableBooking.INHERIT.asAWhole("T1", inChart));
      assertTrue(TableBooking.all(Mode.ALL_BY_TABLE).asAWhole("T1", inChart));
      assertFalse(TableBooking.all(Mode.ALL_BY_SEAT).asAWhole("T1", inChart));
      TableBooking custom =
          new TableBooking(Mode.CUSTOM, Map.of("T1", Way.BY_TABLE, "T2", Way.BY_SEAT));
      assertTrue(custom.asAWhole("T1", inChart));
      assertFalse(custom.asAWhole("T2", inChart));
      assertFalse(custom.asAWhole("T3", inChart));
    }
  }

  @Test
  void tables_are_listed_one_by_one_in_one_mode_only_and_keep_their_order() {
    Map<String, Way> listed = new LinkedHashMap<>();
    listed.put("T9", Way.BY_SEAT);
    listed.put("T1", Way.BY_TABLE);
    TableBooking custom = new TableBooking(Mode.CUSTOM, listed);
    assertEquals(List.of("T9", "T1"), List.copyOf(custom.tables().keySet()));
    assertThrows(IllegalArgumentException.class, () -> new TableBooking(Mode.INHERIT, listed));
    assertThrows(
        IllegalArgumentException.class,
        () -> new TableBooking(Mode.CUSTOM, Map.of("", Way.BY_SEAT)));
  }

  @Test
  void categories_come_back_as_they_were_written() {
    assertEquals(new CategoryKey("9", true), CategoryKey.of(9));
    assertEquals(new CategoryKey("9", false), CategoryKey.of("9"));
    assertThrows(IllegalArgumentException.class, () -> new CategoryKey("nine", true));
    assertThrows(IllegalArgumentException.class, () -> new CategoryKey("09", true));
    assertThrows(IllegalArgumentException.class, () -> CategoryKey.of(""));
    List<Category> list = List.of(new Category("7", "Box", "red", true, true));
    EventCategories categories =
        EventCategories.NONE.withList(list).withObjects(Map.of("A-1", CategoryKey.of(7)));
    assertEquals(list, categories.list());
    assertEquals(Optional.of(CategoryKey.of(7)), categories.of("A-1"));
    assertEquals(Optional.empty(), categories.of("A-2"));
  }

  @Test
  void categories_have_bounds() {
    List<Category> most =
        IntStream.range(0, 1_000).mapToObj(i -> new Category("c" + i, "C")).toList();
    assertEquals(1_000, EventCategories.NONE.withList(most).size());
    List<Category> tooMany =
        IntStream.range(0, 1_001).mapToObj(i -> new Category("c" + i, "C")).toList();
    assertBad(tooMany);
    assertBad(List.of(new Category("", "C")));
    assertBad(List.of(new Category("x".repeat(256), "C")));
    assertBad(List.of(new Category("c", "x".repeat(256))));
    assertBad(List.of(new Category("c", "C", "x".repeat(256))));
    assertBad(List.of(new Category("c", "C", null, false, true)));
  }

  private static void assertBad(List<Category> list) {
    assertThrows(IllegalArgumentException.class, () -> EventCategories.NONE.withList(list));
  }
}
