package dev.holdfast.http.seatsio.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.holdfast.http.json.Json;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Section 22: objects by group, one group, and all in a list. */
final class EventDetailTest {
  private final Evening evening =
      new Evening(
              new Drawn()
                  .zone("finish")
                  .in("9")
                  .row("A", 3)
                  .in("10")
                  .section("S", null, "finish")
                  .row("B", 2)
                  .section(null, null, null)
                  .in(null)
                  .area("GA1", 10)
                  .table("T1", 2, false)
                  .booth("B1"))
          .booked("A-2")
          .taken("S-B-1", "foo", "order1")
          .held("A-3", "tok")
          .taken("B1", "booked", "order1")
          .notForSale("T1-2")
          .takenPlaces("GA1", "booked", 4)
          .channel("web", "A-1", "GA1")
          .channel("desk", "S-B-2");

  private Map<String, List<String>> by(Dimension by) {
    return Labels.byGroup(json -> evening.report().writeDetail(json, by));
  }

  @Test
  void by_status_there_are_only_statuses_that_something_has() {
    assertEquals(
        Map.of(
            "free", List.of("A-1", "S-B-2", "GA1", "T1-1", "T1-2"),
            "booked", List.of("A-2", "B1"),
            "reservedByToken", List.of("A-3"),
            "foo", List.of("S-B-1")),
        by(Dimension.STATUS));
    Evening empty = new Evening(new Drawn());
    assertEquals("{}", Json.text(json -> empty.report().writeDetail(json, Dimension.STATUS)));
  }

  @Test
  void a_full_area_is_listed_once_by_what_became_of_it() {
    evening.takenPlaces("GA1", "booked", 6);
    assertEquals(List.of("A-2", "GA1", "B1"), by(Dimension.STATUS).get("booked"));
    assertEquals(List.of("A-2", "GA1", "B1"), by(Dimension.AVAILABILITY_REASON).get("booked"));
  }

  @Test
  void by_type_all_four_are_there_even_without_objects() {
    assertEquals(
        Map.of(
            "seat", List.of("A-1", "A-2", "A-3", "S-B-1", "S-B-2", "T1-1", "T1-2"),
            "table", List.of(),
            "generalAdmission", List.of("GA1"),
            "booth", List.of("B1")),
        by(Dimension.OBJECT_TYPE));
    Evening empty = new Evening(new Drawn());
    assertEquals(
        "{'seat':[],'table':[],'generalAdmission':[],'booth':[]}",
        Labels.quoted(json -> empty.report().writeDetail(json, Dimension.OBJECT_TYPE)));
  }

  @Test
  void by_category_what_has_none_has_a_group() {
    List<String> none = List.of("GA1", "T1-1", "T1-2", "B1");
    assertEquals(
        Map.of(
            "9", List.of("A-1", "A-2", "A-3"),
            "10", List.of("S-B-1", "S-B-2"),
            "NO_CATEGORY", none),
        by(Dimension.CATEGORY_KEY));
    assertEquals(
        Map.of(
            "Cat1", List.of("A-1", "A-2", "A-3"),
            "Cat2", List.of("S-B-1", "S-B-2"),
            "NO_CATEGORY", none),
        by(Dimension.CATEGORY_LABEL));
  }

  @Test
  void a_category_nobody_declared_has_a_key_and_no_label() {
    Evening odd = new Evening(new Drawn().in("77").row("A", 1));
    assertEquals(
        Map.of("77", List.of("A-1")),
        Labels.byGroup(json -> odd.report().writeDetail(json, Dimension.CATEGORY_KEY)));
    assertEquals(
        Map.of("NO_CATEGORY", List.of("A-1")),
        Labels.byGroup(json -> odd.report().writeDetail(json, Dimension.CATEGORY_LABEL)));
  }

  @Test
  void by_label_each_has_a_group_of_its_own() {
    Map<String, List<String>> expected = new TreeMap<>();
    evening.objects().all().forEach(each -> expected.put(each.label(), List.of(each.label())));
    assertEquals(9, expected.size());
    assertEquals(expected, by(Dimension.LABEL));
  }

  @Test
  void by_order_section_zone_and_channel_what_has_none_has_a_group() {
    assertEquals(
        Map.of(
            "order1", List.of("S-B-1", "B1"),
            "NO_ORDER_ID", List.of("A-1", "A-2", "A-3", "S-B-2", "GA1", "T1-1", "T1-2")),
        by(Dimension.ORDER_ID));
    List<String> rest = List.of("A-1", "A-2", "A-3", "GA1", "T1-1", "T1-2", "B1");
    List<String> inside = List.of("S-B-1", "S-B-2");
    assertEquals(Map.of("S", inside, "NO_SECTION", rest), by(Dimension.SECTION));
    assertEquals(Map.of("finish", inside, "NO_ZONE", rest), by(Dimension.ZONE));
    assertEquals(
        Map.of(
            "web", List.of("A-1", "GA1"),
            "desk", List.of("S-B-2"),
            "NO_CHANNEL", List.of("A-2", "A-3", "S-B-1", "T1-1", "T1-2", "B1")),
        by(Dimension.CHANNEL));
  }

  @Test
  void by_availability_and_its_reason() {
    List<String> available = List.of("A-1", "S-B-2", "GA1", "T1-1");
    assertEquals(
        Map.of(
            "available", available, "not_available", List.of("A-2", "A-3", "S-B-1", "T1-2", "B1")),
        by(Dimension.AVAILABILITY));
    assertEquals(
        Map.of(
            "available", available,
            "booked", List.of("A-2", "B1"),
            "reservedByToken", List.of("A-3"),
            "foo", List.of("S-B-1"),
            "not_for_sale", List.of("T1-2")),
        by(Dimension.AVAILABILITY_REASON));
  }

  @Test
  void details_are_of_eleven_kinds_and_summaries_of_nine() {
    assertEquals(11, EventReport.DETAILS.size());
    for (Dimension each : EventReport.DETAILS) {
      assertEquals(9, by(each).values().stream().mapToInt(List::size).sum(), each.word());
    }
    assertEquals(9, EventReport.SUMMARIES.size());
  }

  @Test
  void one_group_is_told_alone_and_may_be_empty() {
    assertEquals(
        Map.of("order1", List.of("S-B-1", "B1")),
        Labels.byGroup(json -> evening.report().writeGroup(json, Dimension.ORDER_ID, "order1")));
    assertEquals(
        "{'nothing':[]}",
        Labels.quoted(json -> evening.report().writeGroup(json, Dimension.STATUS, "nothing")));
  }

  @Test
  void an_object_in_a_report_is_told_as_it_is_by_itself() {
    assertEquals(
        "{'S':[" + evening.told("S-B-1") + "," + evening.told("S-B-2") + "]}",
        Labels.quoted(json -> evening.report().writeGroup(json, Dimension.SECTION, "S")));
    assertEquals(
        "{'GA1':[" + evening.told("GA1") + "]}",
        Labels.quoted(json -> evening.report().writeGroup(json, Dimension.LABEL, "GA1")));
  }

  @Test
  void the_list_is_in_the_order_of_labels_with_numbers_as_numbers() {
    Evening wide = new Evening(new Drawn().row("B", 2).row("A", 11).area("A", 5));
    assertEquals(
        List.of(
            "A", "A-1", "A-2", "A-3", "A-4", "A-5", "A-6", "A-7", "A-8", "A-9", "A-10", "A-11",
            "B-1", "B-2"),
        Labels.of(json -> wide.report().writeFlat(json)));
    Evening two = new Evening(new Drawn().row("A", 2)).booked("A-1");
    assertEquals(
        "[" + two.told("A-1") + "," + two.told("A-2") + "]",
        Labels.quoted(json -> two.report().writeFlat(json)));
  }
}
