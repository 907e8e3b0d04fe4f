package dev.holdfast.http.seatsio.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.JsonNode;
import dev.holdfast.domain.chart.Category;
import dev.holdfast.domain.event.CategoryKey;
import dev.holdfast.http.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Section 22: an event in numbers. */
final class EventSummaryTest {
  private static final String NOTHING =
      "{'count':0,'byStatus':{},'byCategoryKey':{},'byCategoryLabel':{},'bySection':{},"
          + "'byAvailability':{},'byAvailabilityReason':{},'bySelectability':{},'byChannel':{},"
          + "'byObjectType':{},'byZone':{}}";

  private static String summary(Evening evening, Dimension by) {
    return Labels.quoted(json -> evening.report().writeSummary(json, by, false));
  }

  private static String nothingBut(String... omitted) {
    String item = NOTHING;
    for (String each : omitted) {
      item = item.replaceFirst("'" + each + "':\\{},?", "").replace(",}", "}");
    }
    return item;
  }

  private static Evening house() {
    return new Evening(new Drawn().in("9").row("A", 8).row("B", 8).area("GA1", 100));
  }

  private static final String ONE_BOOKED =
      "{'free':{'count':115,'byCategoryKey':{'9':115},'byCategoryLabel':{'Cat1':115},"
          + "'bySection':{'NO_SECTION':115},'byAvailability':{'available':115},"
          + "'byAvailabilityReason':{'available':115},'bySelectability':{'selectable':115},"
          + "'byChannel':{'NO_CHANNEL':115},'byObjectType':{'seat':15,'generalAdmission':100},"
          + "'byZone':{'NO_ZONE':115}},"
          + "'booked':{'count':1,'byCategoryKey':{'9':1},'byCategoryLabel':{'Cat1':1},"
          + "'bySection':{'NO_SECTION':1},'byAvailability':{'not_available':1},"
          + "'byAvailabilityReason':{'booked':1},'bySelectability':{'not_selectable':1},"
          + "'byChannel':{'NO_CHANNEL':1},'byObjectType':{'seat':1},'byZone':{'NO_ZONE':1}}}";

  @Test
  void an_item_tells_the_nine_dimensions_that_are_not_its_own() {
    // The first seat is free, so that is the group that comes up first.
    assertEquals(ONE_BOOKED, summary(house().booked("A-2"), Dimension.STATUS));
  }

  @Test
  void items_of_a_category_tell_neither_its_key_nor_its_label() {
    String ofCategory =
        "{'count':116,'byStatus':{'booked':1,'free':115},'bySection':{'NO_SECTION':116},"
            + "'byAvailability':{'not_available':1,'available':115},"
            + "'byAvailabilityReason':{'booked':1,'available':115},"
            + "'bySelectability':{'not_selectable':1,'selectable':115},"
            + "'byChannel':{'NO_CHANNEL':116},"
            + "'byObjectType':{'seat':16,'generalAdmission':100},'byZone':{'NO_ZONE':116}}";
    String none = nothingBut("byCategoryKey", "byCategoryLabel");
    Evening evening = house().booked("A-1");
    assertEquals(
        "{'9':%1$s,'10':%2$s,'vip':%2$s,'NO_CATEGORY':%2$s}".formatted(ofCategory, none),
        summary(evening, Dimension.CATEGORY_KEY));
    assertEquals(
        "{'Cat1':%1$s,'Cat2':%2$s,'Cat3':%2$s,'NO_CATEGORY':%2$s}".formatted(ofCategory, none),
        summary(evening, Dimension.CATEGORY_LABEL));
  }

  @Test
  void each_dimension_has_its_own_groups_that_are_there_without_objects() {
    Evening empty = new Evening(new Drawn().zone("finish").zone("mid"));
    assertEquals(
        "{'seat':%1$s,'table':%1$s,'generalAdmission':%1$s,'booth':%1$s}"
            .formatted(nothingBut("byObjectType")),
        summary(empty, Dimension.OBJECT_TYPE));
    assertEquals(
        "{'finish':%1$s,'mid':%1$s,'NO_ZONE':%1$s}".formatted(nothingBut("byZone")),
        summary(empty, Dimension.ZONE));
    assertEquals(
        "{'web':%1$s,'desk':%1$s,'NO_CHANNEL':%1$s}".formatted(nothingBut("byChannel")),
        summary(empty, Dimension.CHANNEL));
    assertEquals(
        "{'available':%1$s,'not_available':%1$s}".formatted(nothingBut("byAvailability")),
        summary(empty, Dimension.AVAILABILITY));
    assertEquals(
        ("{'available':%1$s,'booked':%1$s,'reservedByToken':%1$s,'not_for_sale':%1$s,"
                + "'disabled_by_social_distancing':%1$s}")
            .formatted(nothingBut("byAvailabilityReason")),
        summary(empty, Dimension.AVAILABILITY_REASON));
    assertEquals("{}", summary(empty, Dimension.STATUS));
    assertEquals("{}", summary(empty, Dimension.SECTION));
  }

  @Test
  void an_events_own_categories_come_after_the_charts() {
    Evening evening =
        new Evening(new Drawn())
            .categories(List.of(new Category("gold", "Golden")), "A-1", CategoryKey.of("gold"));
    String none = nothingBut("byCategoryKey", "byCategoryLabel");
    assertEquals(
        "{'9':%1$s,'10':%1$s,'vip':%1$s,'gold':%1$s,'NO_CATEGORY':%1$s}".formatted(none),
        summary(evening, Dimension.CATEGORY_KEY));
  }

  @Test
  void places_of_an_area_count_each_as_it_stands() {
    Evening evening =
        new Evening(new Drawn().in("9").area("GA1", 100))
            .takenPlaces("GA1", "booked", 7)
            .takenPlaces("GA1", "foo", 8)
            .heldPlaces("GA1", "tok", 9)
            .placesNotForSale("GA1", 5);
    assertEquals(List.of("available 71", "not_available 29"), counts(evening, "byAvailability"));
    assertEquals(
        List.of("available 71", "not_for_sale 5", "reservedByToken 9", "booked 7", "foo 8"),
        counts(evening, "byAvailabilityReason"));
    assertEquals(
        List.of("free 76", "reservedByToken 9", "booked 7", "foo 8"), counts(evening, "byStatus"));
    assertEquals(List.of("selectable 71", "not_selectable 29"), counts(evening, "bySelectability"));
  }

  @Test
  void of_an_area_that_is_not_for_sale_every_free_place_is_kept_back() {
    Evening evening =
        new Evening(new Drawn().area("GA1", 100)).notForSale("GA1").heldPlaces("GA1", "tok", 9);
    assertEquals(
        List.of("not_for_sale 91", "reservedByToken 9"), counts(evening, "byAvailabilityReason"));
    Evening more =
        new Evening(new Drawn().area("GA1", 100))
            .placesNotForSale("GA1", 50)
            .heldPlaces("GA1", "tok", 70);
    assertEquals(
        List.of("not_for_sale 30", "reservedByToken 70"), counts(more, "byAvailabilityReason"));
  }

  /** Counts by one dimension within the only group of another that everything is in. */
  private static List<String> counts(Evening evening, String dimension) {
    JsonNode all =
        Json.parseStored(
                Json.text(json -> evening.report().writeSummary(json, Dimension.SECTION, false)))
            .get("NO_SECTION");
    List<String> counts = new ArrayList<>();
    all.get(dimension)
        .properties()
        .forEach(each -> counts.add(each.getKey() + " " + each.getValue()));
    return counts;
  }

  @Test
  void a_table_sold_as_a_whole_counts_one_and_else_its_seats_do() {
    Drawn drawn = new Drawn().table("T1", 6, true).booth("B1");
    assertEquals(List.of("seat 6", "booth 1"), counts(new Evening(drawn), "byObjectType"));
    assertEquals(
        List.of("table 1", "booth 1"), counts(new Evening(drawn).byTable(), "byObjectType"));
  }

  @Test
  void what_is_held_or_not_for_sale_is_told_with_its_reason() {
    Evening evening =
        house().held("A-1", "tok").notForSale("A-2", "A-3").booked("A-3").taken("A-4", "foo", "o");
    assertEquals(
        List.of("reservedByToken 1", "not_for_sale 1", "booked 1", "foo 1", "available 112"),
        counts(evening, "byAvailabilityReason"));
  }

  private static final Set<String> ALL =
      Set.of(
          "byStatus",
          "byCategoryKey",
          "byCategoryLabel",
          "bySection",
          "byAvailability",
          "byAvailabilityReason",
          "bySelectability",
          "byChannel",
          "byObjectType",
          "byZone");

  private static Set<String> names(JsonNode item) {
    Set<String> names = new TreeSet<>();
    item.fieldNames().forEachRemaining(names::add);
    names.remove("count");
    return names;
  }

  private static Set<String> without(Set<String> all, String own) {
    Set<String> rest = new TreeSet<>(all);
    rest.remove(own);
    if (own.startsWith("byCategory")) {
      rest.removeIf(each -> each.startsWith("byCategory"));
    }
    return rest;
  }

  @Test
  void deep_items_tell_neither_their_own_dimension_nor_the_outer_one() {
    Evening evening = house().booked("A-1");
    for (Dimension by : EventReport.SUMMARIES) {
      JsonNode report =
          Json.parseStored(Json.text(json -> evening.report().writeSummary(json, by, true)));
      for (JsonNode item : report) {
        Set<String> inner = without(ALL, by.word());
        assertEquals(inner, names(item));
        for (String name : inner) {
          item.get(name).forEach(each -> assertEquals(without(inner, name), names(each)));
        }
      }
    }
  }

  @Test
  void deep_summaries_divide_each_number_once_more() {
    Evening evening = new Evening(new Drawn().in("9").row("A", 2)).booked("A-2");
    String report =
        Labels.quoted(json -> evening.report().writeSummary(json, Dimension.STATUS, true));
    String inner =
        "'booked':{'count':1,'byCategoryKey':{'9':{'count':1,'bySection':{'NO_SECTION':1},"
            + "'byAvailability':{'not_available':1},'byAvailabilityReason':{'booked':1},"
            + "'bySelectability':{'not_selectable':1},'byChannel':{'NO_CHANNEL':1},"
            + "'byObjectType':{'seat':1},'byZone':{'NO_ZONE':1}}},"
            + "'byCategoryLabel':{'Cat1':{'count':1,'bySection':{'NO_SECTION':1},"
            + "'byAvailability':{'not_available':1},'byAvailabilityReason':{'booked':1},"
            + "'bySelectability':{'not_selectable':1},'byChannel':{'NO_CHANNEL':1},"
            + "'byObjectType':{'seat':1},'byZone':{'NO_ZONE':1}}},"
            + "'bySection':{'NO_SECTION':{'count':1,'byCategoryKey':{'9':1},"
            + "'byCategoryLabel':{'Cat1':1},'byAvailability':{'not_available':1},";
    assertEquals(
        inner,
        report.substring(report.indexOf("'booked':{"), report.indexOf(inner) + inner.length()));
  }

  @Test
  void a_deep_group_of_nobody_is_as_empty_as_any() {
    Evening empty = new Evening(new Drawn());
    assertEquals(
        summary(empty, Dimension.OBJECT_TYPE),
        Labels.quoted(json -> empty.report().writeSummary(json, Dimension.OBJECT_TYPE, true)));
  }

  @Test
  void deep_numbers_add_up_to_the_numbers_above_them() {
    Evening evening =
        house()
            .booked("A-1", "B-3")
            .taken("A-2", "foo", null)
            .channel("web", "A-1", "A-2", "A-3")
            .takenPlaces("GA1", "foo", 30)
            .placesNotForSale("GA1", 5)
            .notForSale("B-1");
    for (Dimension by : EventReport.SUMMARIES) {
      JsonNode plain = read(evening, by, false);
      JsonNode deep = read(evening, by, true);
      plain.properties().forEach(group -> assertSame(group.getValue(), deep.get(group.getKey())));
      int all = 0;
      for (JsonNode item : plain) {
        all += item.get("count").intValue();
      }
      assertEquals(116, all);
    }
  }

  private static JsonNode read(Evening evening, Dimension by, boolean deep) {
    return Json.parseStored(Json.text(json -> evening.report().writeSummary(json, by, deep)));
  }

  /** The deep item says the same as the plain one, and its parts add up. */
  private static void assertSame(JsonNode plain, JsonNode deep) {
    assertEquals(plain.get("count"), deep.get("count"));
    for (String name : names(plain)) {
      int sum = 0;
      for (var group : plain.get(name).properties()) {
        assertEquals(group.getValue(), deep.get(name).get(group.getKey()).get("count"));
        sum += group.getValue().intValue();
      }
      assertEquals(plain.get("count").intValue(), sum);
    }
  }

  @Test
  void there_is_no_summary_by_label_order_or_selectability() {
    for (Dimension by : List.of(Dimension.LABEL, Dimension.ORDER_ID, Dimension.SELECTABILITY)) {
      assertThrows(IllegalArgumentException.class, () -> summary(house(), by));
    }
  }
}
