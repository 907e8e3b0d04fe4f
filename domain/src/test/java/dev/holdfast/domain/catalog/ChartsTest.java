package dev.holdfast.domain.catalog;

import static dev.holdfast.domain.catalog.CatalogRig.accepted;
import static dev.holdfast.domain.catalog.CatalogRig.refused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.domain.chart.Bookable;
import dev.holdfast.domain.chart.CategoryTally;
import dev.holdfast.domain.chart.Chart;
import dev.holdfast.domain.chart.LayoutProblem;
import dev.holdfast.domain.chart.SeatingPlan;
import dev.holdfast.domain.chart.TagChange;
import dev.holdfast.domain.event.Event;
import dev.holdfast.domain.port.Page;
import dev.holdfast.domain.port.StoreFailure;
import dev.holdfast.domain.refusal.Outcome;
import dev.holdfast.domain.refusal.Refusal;
import dev.holdfast.domain.workspace.WorkspaceId;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class ChartsTest {
  private final CatalogRig rig = new CatalogRig();
  private final Charts charts = rig.charts;

  private SeatingPlan plan(Event event) {
    return rig.catalog.plan(rig.catalog.layoutOf(event.id()).orElseThrow()).orElseThrow();
  }

  @Test
  void a_new_chart_is_a_first_draft_and_not_published() {
    Chart chart = charts.create(rig.ours, "Main hall", Drawer.draft("A-1"));
    assertTrue(chart.key().matches("chart_[A-Za-z0-9]{20}"), chart.key());
    assertEquals(1, chart.draftVersion());
    assertNull(chart.publishedVersion());
    assertEquals("A-1", accepted(charts.draft(rig.ours, chart.key())).text());
  }

  @Test
  void publishing_sells_by_the_draft_and_numbers_never_come_twice() {
    String key = rig.chart("A-1");
    assertEquals(1, accepted(charts.publish(rig.ours, key)).publishedVersion());
    Event event = accepted(rig.events.create(rig.ours, key, null));
    accepted(charts.update(rig.ours, key, null, Drawer.draft("A-1 A-2")));
    assertEquals(1, plan(event).all().size());
    assertEquals(2, accepted(charts.publish(rig.ours, key)).publishedVersion());
    assertEquals(2, plan(event).all().size());
    assertNull(accepted(charts.unpublish(rig.ours, key)).publishedVersion());
    assertEquals(3, accepted(charts.publish(rig.ours, key)).publishedVersion());
  }

  @Test
  void a_draft_that_changes_under_the_publisher_is_published_as_it_is_then() {
    String key = rig.chart("A-1");
    rig.drawer.whileReading =
        () -> {
          rig.drawer.whileReading = () -> {};
          accepted(charts.update(rig.ours, key, null, Drawer.draft("B-1 B-2")));
        };
    accepted(charts.publish(rig.ours, key));
    Event event = accepted(rig.events.create(rig.ours, key, null));
    assertEquals(List.of("B-1", "B-2"), List.copyOf(plan(event).objects().keySet()));
    assertEquals("B-1 B-2", accepted(rig.events.layout(rig.ours, event.key())).text());
  }

  @Test
  void a_draft_that_changes_into_a_faulty_one_under_the_publisher_is_refused() {
    String key = rig.chart("A-1");
    rig.drawer.whileReading =
        () -> {
          rig.drawer.whileReading = () -> {};
          accepted(charts.update(rig.ours, key, null, Drawer.draft("")));
        };
    assertEquals(
        new Refusal.UnpublishableLayout(List.of(new LayoutProblem.Empty())),
        refused(charts.publish(rig.ours, key)));
  }

  @Test
  void a_draft_that_never_stands_still_is_trouble_and_no_refusal() {
    String key = rig.chart("A-1");
    rig.drawer.whileReading =
        () -> accepted(charts.update(rig.ours, key, null, Drawer.draft("A-1")));
    assertThrows(StoreFailure.Unavailable.class, () -> charts.publish(rig.ours, key));
    assertNull(accepted(charts.find(rig.ours, key)).publishedVersion());
  }

  @Test
  void a_chart_deleted_under_the_publisher_is_unknown() {
    String key = rig.chart("A-1");
    rig.drawer.whileReading = () -> accepted(charts.delete(rig.ours, key));
    assertEquals(new Refusal.UnknownChart(), refused(charts.publish(rig.ours, key)));
  }

  @Test
  void a_layout_with_problems_is_refused_with_all_of_them_and_the_old_one_stays() {
    String key = rig.publishedChart("A-1");
    accepted(charts.update(rig.ours, key, null, Drawer.draft("A-1 A-2 A-1")));
    assertEquals(
        new Refusal.UnpublishableLayout(
            List.of(new LayoutProblem.DuplicateLabel("seats.2.label", "A-1", "seats.0.label"))),
        refused(charts.publish(rig.ours, key)));
    assertEquals(1, accepted(charts.find(rig.ours, key)).publishedVersion());
  }

  @Test
  void I12_another_workspaces_chart_does_not_exist() {
    String key = rig.publishedChart("A-1");
    Refusal unknown = new Refusal.UnknownChart();
    assertEquals(unknown, refused(charts.find(rig.theirs, key)));
    assertEquals(unknown, refused(charts.draft(rig.theirs, key)));
    assertEquals(unknown, refused(charts.update(rig.theirs, key, "Mine", null)));
    assertEquals(unknown, refused(charts.publish(rig.theirs, key)));
    assertEquals(unknown, refused(charts.unpublish(rig.theirs, key)));
    assertEquals(unknown, refused(charts.delete(rig.theirs, key)));
    TagChange change = new TagChange(List.of("mine"), List.of());
    assertEquals(unknown, refused(charts.changeTags(rig.theirs, key, change)));
    assertEquals(unknown, refused(charts.copy(rig.theirs, key)));
    assertEquals(0, charts.list(rig.theirs, new Page.Request(1, 20)).total());
    Chart chart = accepted(charts.find(rig.ours, key));
    assertEquals("Main hall", chart.name());
    assertEquals(1, chart.publishedVersion());
  }

  @Test
  void tags_are_added_and_taken_and_what_changes_nothing_succeeds() {
    String key = rig.chart("A-1");
    List<String> tags = List.of("sala", "norte");
    assertEquals(tags, accepted(tag(key, tags, List.of())).tags());
    assertEquals(tags, accepted(tag(key, tags, List.of("sur"))).tags());
    assertEquals(List.of("norte"), accepted(tag(key, List.of(), List.of("sala"))).tags());
    assertEquals(List.of("norte"), accepted(charts.find(rig.ours, key)).tags());
  }

  @Test
  void a_text_that_cannot_be_a_tag_is_refused_and_nothing_is_changed() {
    String key = rig.chart("A-1");
    String longest = "x".repeat(100);
    for (String tag : List.of("", longest + "x", "a\0b", "\ud83c", "\udfad\ud83c")) {
      List<String> add = List.of("good", tag);
      assertEquals(new Refusal.UnusableTag(tag), refused(tag(key, add, List.of())));
    }
    assertEquals(List.of(), accepted(charts.find(rig.ours, key)).tags());
    List<String> odd = List.of(longest, " ", "\ud83c\udfad");
    assertEquals(odd, accepted(tag(key, odd, List.of("", "a\0b"))).tags());
  }

  @Test
  void one_tag_too_many_is_refused_and_nothing_is_changed() {
    String key = rig.chart("A-1");
    List<String> most = IntStream.range(0, 100).mapToObj(each -> "tag-" + each).toList();
    assertEquals(100, accepted(tag(key, most, List.of())).tags().size());
    assertEquals(new Refusal.TooManyTags(100), refused(tag(key, List.of("a"), List.of("b"))));
    assertEquals(most, accepted(charts.find(rig.ours, key)).tags());
  }

  private Outcome<Chart> tag(String key, List<String> add, List<String> remove) {
    return charts.changeTags(rig.ours, key, new TagChange(add, remove));
  }

  @Test
  void a_copy_of_a_published_chart_can_be_put_on_sale_at_once() {
    String key = rig.publishedChart("A-1");
    accepted(tag(key, List.of("sala"), List.of()));
    accepted(charts.update(rig.ours, key, null, Drawer.draft("A-1 A-2")));
    Chart copy = accepted(charts.copy(rig.ours, key));
    assertTrue(copy.key().matches("chart_[A-Za-z0-9]{20}"), copy.key());
    assertEquals("Main hall (copy)", copy.name());
    assertEquals(List.of("sala"), copy.tags());
    assertEquals("A-1 A-2", accepted(charts.draft(rig.ours, copy.key())).text());
    Event event = accepted(rig.events.create(rig.ours, copy.key(), null));
    assertEquals(1, plan(event).all().size());
    assertEquals("A-1", accepted(rig.events.layout(rig.ours, event.key())).text());
    assertEquals(key, accepted(charts.delete(rig.ours, key)));
  }

  @Test
  void a_copy_of_a_draft_is_a_draft_and_copies_are_told_apart_by_their_keys() {
    String key = rig.chart("A-1");
    Chart one = accepted(charts.copy(rig.ours, key));
    Chart other = accepted(charts.copy(rig.ours, key));
    assertNull(one.publishedVersion());
    assertEquals(one.name(), other.name());
    assertNotEquals(one.key(), other.key());
    assertEquals("Main hall (copy) (copy)", accepted(charts.copy(rig.ours, one.key())).name());
  }

  @Test
  void the_name_of_a_copy_is_no_longer_than_a_name_may_be_and_splits_no_character() {
    assertEquals("x".repeat(248) + " (copy)", Charts.nameOfCopy("x".repeat(248)));
    assertEquals("x".repeat(248) + " (copy)", Charts.nameOfCopy("x".repeat(249)));
    assertEquals("x".repeat(247) + " (copy)", Charts.nameOfCopy("x".repeat(247) + "\ud83c\udfad"));
    assertEquals(
        "x".repeat(246) + "\ud83c\udfad (copy)",
        Charts.nameOfCopy("x".repeat(246) + "\ud83c\udfad"));
    assertEquals(255, Charts.nameOfCopy("x".repeat(255)).length());
  }

  @Test
  void what_a_published_chart_has_to_sell_is_told_by_category() {
    String key = rig.chart("A-1 A-2");
    assertEquals(new Refusal.UnknownChart(), refused(charts.tallies(rig.ours, "chart_x")));
    assertEquals(new Refusal.ChartNotPublished(), refused(charts.tallies(rig.ours, key)));
    accepted(charts.publish(rig.ours, key));
    accepted(charts.update(rig.ours, key, null, Drawer.draft("B-1")));
    List<CategoryTally> tallies = List.of(new CategoryTally("Gold", 2, 0, 0));
    assertEquals(tallies, accepted(charts.tallies(rig.ours, key)));
    assertEquals(new Refusal.UnknownChart(), refused(charts.tallies(rig.theirs, key)));
  }

  @Test
  void a_chart_published_before_categories_were_kept_is_told_by_those_of_its_layout() {
    String key = rig.publishedChart("A-1 A-2");
    SeatingPlan kept = new SeatingPlan(Map.of("A-1", new Bookable.NamedSeat("A-1", "gold")));
    rig.catalog.publish(rig.ours, key, 1, kept);
    assertEquals(
        List.of(new CategoryTally("Gold", 1, 0, 0)), accepted(charts.tallies(rig.ours, key)));
    SeatingPlan none = new SeatingPlan(Map.of("A-1", new Bookable.NamedSeat("A-1", null)));
    rig.catalog.publish(rig.ours, key, 1, none);
    assertEquals(
        List.of(new CategoryTally(null, 1, 0, 0)), accepted(charts.tallies(rig.ours, key)));
  }

  @Test
  void a_chart_in_use_stays_and_goes_with_its_last_event() {
    String key = rig.publishedChart("A-1");
    Event event = accepted(rig.events.create(rig.ours, key, null));
    assertEquals(new Refusal.ChartInUse(), refused(charts.delete(rig.ours, key)));
    accepted(rig.events.delete(rig.ours, event.key()));
    assertEquals(key, accepted(charts.delete(rig.ours, key)));
    assertEquals(new Refusal.UnknownChart(), refused(charts.delete(rig.ours, key)));
  }

  @Test
  void charts_are_listed_newest_first() {
    String older = rig.chart("A-1");
    rig.clock.tick(Duration.ofSeconds(1));
    String newer = rig.chart("A-1");
    assertEquals(List.of(newer, older), keys(rig.ours, 1, 2));
    assertEquals(List.of(older), keys(rig.ours, 2, 1));
    assertEquals(List.of(), keys(rig.ours, 3, 1));
    assertEquals(Optional.empty(), keys(rig.theirs, 1, 9).stream().findAny());
  }

  private List<String> keys(WorkspaceId workspace, int page, int limit) {
    return charts.list(workspace, new Page.Request(page, limit)).items().stream()
        .map(Chart::key)
        .toList();
  }
}
