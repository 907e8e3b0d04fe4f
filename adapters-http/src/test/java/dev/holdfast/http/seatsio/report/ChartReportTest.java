package dev.holdfast.http.seatsio.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.holdfast.domain.catalog.Houses;
import dev.holdfast.domain.chart.Category;
import dev.holdfast.domain.chart.Spot.Trait;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Section 23: a chart as it was drawn. */
final class ChartReportTest {
  private static final List<Category> CATEGORIES =
      List.of(new Category("9", "Cat1"), new Category("10", "Cat2"));

  private static ChartReport report(Drawn drawn, TablesShown tables) {
    return new ChartReport(new Houses.OfChart(drawn.venue(), CATEGORIES), tables);
  }

  private static Map<String, List<String>> labels(Drawn drawn, TablesShown tables, Dimension by) {
    return Labels.byGroup(json -> report(drawn, tables).writeDetail(json, by));
  }

  private static String detail(Drawn drawn, Dimension by) {
    return Labels.quoted(json -> report(drawn, TablesShown.BOTH).writeDetail(json, by));
  }

  private static String summary(Drawn drawn, TablesShown tables, Dimension by) {
    return Labels.quoted(json -> report(drawn, tables).writeSummary(json, by));
  }

  private static final String NO_TRAITS =
      "'isAccessible':false,'isCompanionSeat':false,'hasRestrictedView':true,"
          + "'hasLiftUpArmrests':false,'isHearingImpaired':false,'isSemiAmbulatorySeat':false,"
          + "'hasSignLanguageInterpretation':false,'isPlusSize':false,";

  @Test
  void an_object_is_told_without_anything_that_an_event_adds() {
    Drawn drawn =
        new Drawn()
            .in("9")
            .section("S", "gate", "mid")
            .floor("1", "One")
            .distance(3)
            .traits(Trait.RESTRICTED_VIEW)
            .row("A", 2);
    assertEquals(
        "{'S-A-1':[{'label':'S-A-1','labels':{'own':{'label':'1','type':'seat'},"
            + "'parent':{'label':'A','type':'row'},'section':'S'},"
            + "'ids':{'own':'1','parent':'A','section':'S'},'categoryLabel':'Cat1',"
            + "'categoryKey':'9','objectType':'seat','section':'S','entrance':'gate','zone':'mid',"
            + "'floor':{'name':'1','displayName':'One'},"
            + NO_TRAITS
            + "'rightNeighbour':'S-A-2','distanceToFocalPoint':3.0}],",
        detail(drawn, Dimension.LABEL).split("'S-A-2':\\[", -1)[0]);
  }

  @Test
  void areas_tell_their_capacity_tables_their_seats_and_booths_nothing_more() {
    Drawn drawn = new Drawn().area("GA1", 100).table("T1", 1, true).booth("B1");
    String seat = NO_TRAITS.replace("true", "false").replaceFirst(",$", "");
    assertEquals(
        "{'seat':[{'label':'T1-1','labels':{'own':{'label':'1','type':'seat'},"
            + "'parent':{'label':'T1','type':'table'}},'ids':{'own':'1','parent':'T1'},"
            + "'objectType':'seat',"
            + seat
            + "}],"
            + "'table':[{'label':'T1','labels':{'own':{'label':'T1','type':'table'}},"
            + "'ids':{'own':'T1'},'objectType':'table','numSeats':1,'bookAsAWhole':true}],"
            + "'generalAdmission':[{'label':'GA1','labels':{'own':{'label':'GA1',"
            + "'type':'generalAdmission'}},'ids':{'own':'GA1'},'objectType':'generalAdmission',"
            + "'capacity':100,'bookAsAWhole':false}],"
            + "'booth':[{'label':'B1','labels':{'own':{'label':'B1','type':'booth'}},"
            + "'ids':{'own':'B1'},'objectType':'booth'}]}",
        detail(drawn, Dimension.OBJECT_TYPE));
  }

  private static Drawn tables() {
    return new Drawn().table("T1", 2, false).table("T2", 2, true).row("A", 1);
  }

  private static Map<String, List<String>> bySection(Drawn drawn, TablesShown tables) {
    return labels(drawn, tables, Dimension.SECTION);
  }

  @Test
  void tables_and_their_seats_are_shown_as_asked() {
    assertEquals(
        Map.of("NO_SECTION", List.of("T1-1", "T1-2", "T1", "T2-1", "T2-2", "T2", "A-1")),
        bySection(tables(), TablesShown.BOTH));
    assertEquals(
        Map.of("NO_SECTION", List.of("T1-1", "T1-2", "T2", "A-1")),
        bySection(tables(), TablesShown.AS_DRAWN));
    assertEquals(
        Map.of("NO_SECTION", List.of("T1", "T2", "A-1")), bySection(tables(), TablesShown.WHOLE));
    assertEquals(
        Map.of("NO_SECTION", List.of("T1-1", "T1-2", "T2-1", "T2-2", "A-1")),
        bySection(tables(), TablesShown.SEATS));
  }

  @Test
  void tables_of_one_name_in_two_sections_are_two_and_a_row_of_that_name_is_none() {
    Drawn drawn =
        new Drawn()
            .section("L", null, null)
            .table("T", 1, true)
            .section("R", null, null)
            .table("T", 1, false)
            .section("M", null, null)
            .row("T", 1);
    assertEquals(
        Map.of("L", List.of("L-T"), "R", List.of("R-T-1"), "M", List.of("M-T-1")),
        bySection(drawn, TablesShown.AS_DRAWN));
  }

  @Test
  void what_is_asked_for_is_one_of_four_words_or_none() {
    assertEquals(Optional.of(TablesShown.BOTH), TablesShown.of(Optional.empty()));
    assertEquals(Optional.of(TablesShown.AS_DRAWN), TablesShown.of(Optional.of("chart")));
    assertEquals(Optional.of(TablesShown.WHOLE), TablesShown.of(Optional.of("true")));
    assertEquals(Optional.of(TablesShown.SEATS), TablesShown.of(Optional.of("false")));
    assertEquals(Optional.empty(), TablesShown.of(Optional.of("TRUE")));
  }

  @Test
  void details_keep_the_order_in_which_it_was_drawn() {
    Drawn floors =
        new Drawn().floor("2", null).row("B", 11).floor("1", null).row("A", 2).in("10").row("C", 1);
    assertEquals(
        Map.of(
            "NO_CATEGORY",
            List.of(
                "B-1", "B-2", "B-3", "B-4", "B-5", "B-6", "B-7", "B-8", "B-9", "B-10", "B-11",
                "A-1", "A-2"),
            "Cat2",
            List.of("C-1")),
        labels(floors, TablesShown.BOTH, Dimension.CATEGORY_LABEL));
  }

  @Test
  void by_zone_and_by_key_what_has_none_has_a_group() {
    Drawn drawn = new Drawn().in("9").row("A", 1).section(null, null, "mid").in("10").row("B", 1);
    assertEquals(
        Map.of("NO_ZONE", List.of("A-1"), "mid", List.of("B-1")),
        labels(drawn, TablesShown.BOTH, Dimension.ZONE));
    assertEquals(
        Map.of("9", List.of("A-1"), "10", List.of("B-1")),
        labels(drawn, TablesShown.BOTH, Dimension.CATEGORY_KEY));
  }

  @Test
  void an_empty_chart_has_the_groups_that_are_always_there() {
    assertEquals(
        "{'seat':[],'table':[],'generalAdmission':[],'booth':[]}",
        detail(new Drawn(), Dimension.OBJECT_TYPE));
    assertEquals("{}", detail(new Drawn(), Dimension.CATEGORY_KEY));
    String nothing =
        "{'count':0,'byCategoryKey':{},'byCategoryLabel':{},'bySection':{},'byObjectType':{}}";
    assertEquals(
        "{'mid':%1$s,'NO_ZONE':%1$s}".formatted(nothing),
        summary(new Drawn().zone("mid"), TablesShown.BOTH, Dimension.ZONE));
    assertEquals("{}", summary(new Drawn(), TablesShown.BOTH, Dimension.SECTION));
  }

  @Test
  void summaries_count_places_and_omit_what_they_are_by() {
    Drawn drawn = tables().in("9").area("GA1", 100);
    String of9 =
        "{'count':100,'bySection':{'NO_SECTION':100},'byObjectType':{'generalAdmission':100},"
            + "'byZone':{'NO_ZONE':100}}";
    String of10 = "{'count':0,'bySection':{},'byObjectType':{},'byZone':{}}";
    String none =
        "{'count':3,'bySection':{'NO_SECTION':3},'byObjectType':{'table':2,'seat':1},"
            + "'byZone':{'NO_ZONE':3}}";
    assertEquals(
        "{'9':%s,'10':%s,'NO_CATEGORY':%s}".formatted(of9, of10, none),
        summary(drawn, TablesShown.WHOLE, Dimension.CATEGORY_KEY));
    assertEquals(
        "{'Cat1':%s,'Cat2':%s,'NO_CATEGORY':%s}".formatted(of9, of10, none),
        summary(drawn, TablesShown.WHOLE, Dimension.CATEGORY_LABEL));
    assertEquals(
        "{'NO_SECTION':{'count':105,'byCategoryKey':{'NO_CATEGORY':5,'9':100},"
            + "'byCategoryLabel':{'NO_CATEGORY':5,'Cat1':100},"
            + "'byObjectType':{'seat':5,'generalAdmission':100},'byZone':{'NO_ZONE':105}}}",
        summary(drawn, TablesShown.SEATS, Dimension.SECTION));
  }

  @Test
  void a_chart_knows_six_details_and_five_summaries() {
    assertEquals(6, ChartReport.DETAILS.size());
    assertEquals(5, ChartReport.SUMMARIES.size());
    for (Dimension by : Dimension.values()) {
      if (!ChartReport.DETAILS.contains(by)) {
        assertThrows(IllegalArgumentException.class, () -> detail(tables(), by));
      }
      if (!ChartReport.SUMMARIES.contains(by)) {
        assertThrows(IllegalArgumentException.class, () -> summary(tables(), TablesShown.BOTH, by));
      }
    }
  }
}
