package dev.holdfast.domain.catalog;

import static dev.holdfast.domain.catalog.CatalogRig.accepted;
import static dev.holdfast.domain.catalog.CatalogRig.refused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.domain.catalog.EventChanges.Changed;
import dev.holdfast.domain.catalog.EventChanges.RulesEdit;
import dev.holdfast.domain.catalog.EventChanges.Wanted;
import dev.holdfast.domain.event.Channel;
import dev.holdfast.domain.event.Event;
import dev.holdfast.domain.event.EventChange;
import dev.holdfast.domain.event.ForSale;
import dev.holdfast.domain.event.NewEvent;
import dev.holdfast.domain.event.SaleRules;
import dev.holdfast.domain.port.Page;
import dev.holdfast.domain.port.StoreFailure;
import dev.holdfast.domain.refusal.Outcome;
import dev.holdfast.domain.refusal.Refusal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Events created together and changed, and the rules they sell by. */
final class SaleChangesTest {
  private final CatalogRig rig = new CatalogRig();
  private final Events events = rig.events;
  private final String chart = rig.publishedChart("A-1 A-2");
  private Event gala = accepted(events.create(rig.ours, chart, "gala", "Gala"));

  @BeforeEach
  void later() {
    rig.clock.tick(Duration.ofMinutes(1));
  }

  private static SaleRules off(SaleRules rules, String object) {
    return rules.edit(new ForSale.Edit(List.of(), List.of(ForSale.Item.whole(object))));
  }

  private Outcome<Changed> takeOff(String object) {
    return change(rules -> Outcome.accepted(off(rules, object)));
  }

  private Outcome<Changed> change(RulesEdit edit) {
    return events.changes().change(rig.ours, "gala", edit);
  }

  private Outcome<Changed> change(EventChange change, RulesEdit edit) {
    return events.changes().change(rig.ours, new Wanted("gala", change, edit));
  }

  private SaleRules rules() {
    return rig.catalog.rules(gala.id()).orElseThrow().rules();
  }

  @Test
  void edits_add_up_and_are_told_with_the_event() {
    Changed first = accepted(takeOff("A-1"));
    Changed second = accepted(takeOff("A-2"));
    assertEquals(List.of("A-1", "A-2"), rules().forSale().orElseThrow().objects());
    assertEquals(rules(), second.rules());
    assertTrue(first.event().rules() < second.event().rules());
    assertEquals(second.event(), accepted(events.find(rig.ours, "gala")));
    assertEquals(
        Map.of(gala.id(), new SaleRules.Versioned(second.event().rules(), rules())),
        events.changes().rules(Set.of(gala.id())));
  }

  @Test
  void rules_that_others_made_meanwhile_are_edited_and_not_lost() {
    Changed changed =
        accepted(
            change(rules -> {
              if (rules.equals(SaleRules.NONE)) {
                accepted(takeOff("A-2"));
              }
              return Outcome.accepted(off(rules, "A-1"));
            }));
    assertEquals(List.of("A-2", "A-1"), changed.rules().forSale().orElseThrow().objects());
    assertEquals(changed.rules(), rules());
  }

  @Test
  void rules_that_others_change_faster_are_trouble() {
    int[] seats = {0};
    assertThrows(
        StoreFailure.Unavailable.class,
        () ->
            change(rules -> {
              accepted(takeOff("B-" + seats[0]++));
              return Outcome.accepted(off(rules, "A-1"));
            }));
  }

  @Test
  void rules_that_stay_as_they_are_leave_the_event_as_it_was() {
    assertEquals(
        gala, accepted(change(rules -> Outcome.accepted(rules.markEverythingForSale()))).event());
    Event changed = accepted(takeOff("A-1")).event();
    assertEquals(changed, accepted(takeOff("A-1")).event());
  }

  @Test
  void what_an_edit_refuses_changes_nothing() {
    EventChange name = new EventChange(null, "Ball", null, null, Optional.empty());
    assertEquals(
        new Refusal.UnknownChannel("web"),
        refused(change(name, rules -> rules.channels().remove("web").map(rules::with))));
    assertEquals(gala, accepted(events.find(rig.ours, "gala")));
  }

  @Test
  void rules_of_too_many_labels_are_refused() {
    List<String> labels = IntStream.rangeClosed(0, 100_000).mapToObj(i -> "A-" + i).toList();
    ForSale tooMuch = new ForSale(false, labels, Map.of(), List.of());
    assertEquals(
        new Refusal.TooManyLabels(100_000),
        refused(change(rules -> Outcome.accepted(rules.mark(tooMuch)))));
    assertEquals(SaleRules.NONE, rules());
    assertEquals(
        new Refusal.TooManyLabels(100_000),
        refused(
            events.createAll(
                rig.ours,
                chart,
                List.of(new NewEvent("one", null, null, SaleRules.NONE.mark(tooMuch))))));
    assertEquals(1, events.list(rig.ours, new Page.Request(1, 10)).total());
  }

  @Test
  void an_event_and_its_rules_change_together_or_not_at_all() {
    accepted(events.create(rig.ours, chart, "other", null));
    EventChange taken = new EventChange("other", null, null, null, Optional.empty());
    assertEquals(
        new Refusal.EventKeyTaken(),
        refused(change(taken, rules -> Outcome.accepted(off(rules, "A-1")))));
    assertEquals(SaleRules.NONE, rules());
    LocalDate day = LocalDate.of(2027, 5, 1);
    EventChange change = new EventChange("ball", "Ball", day, true, Optional.empty());
    Event ball = accepted(change(change, rules -> Outcome.accepted(off(rules, "A-1")))).event();
    assertEquals("ball", ball.key());
    assertEquals("Ball", ball.name());
    assertEquals(day, ball.date());
    assertTrue(ball.past());
    assertEquals(gala.id(), ball.id());
    assertEquals(List.of("A-1"), rules().forSale().orElseThrow().objects());
    assertEquals(new Refusal.UnknownEvent(), refused(events.find(rig.ours, "gala")));
  }

  @Test
  void I12_another_workspaces_event_is_not_changed() {
    assertEquals(
        new Refusal.UnknownEvent(),
        refused(
            events
                .changes()
                .change(rig.theirs, "gala", rules -> Outcome.accepted(off(rules, "A-1")))));
    assertEquals(
        new Refusal.UnknownEvent(), refused(events.changes().moveToChartCopy(rig.theirs, "gala")));
    assertEquals(List.of(), events.ofChart(rig.theirs, chart, 10));
  }

  @Test
  void keys_and_days_out_of_bounds_are_no_command() {
    for (String key : List.of("", "a b", "x".repeat(65))) {
      EventChange change = new EventChange(key, null, null, null, Optional.empty());
      assertThrows(IllegalArgumentException.class, () -> change(change, Outcome::accepted));
      assertThrows(
          IllegalArgumentException.class,
          () -> events.createAll(rig.ours, chart, List.of(new NewEvent(key, null, null))));
    }
    EventChange date =
        new EventChange(null, null, LocalDate.of(10_000, 1, 1), null, Optional.empty());
    assertThrows(IllegalArgumentException.class, () -> change(date, Outcome::accepted));
  }

  @Test
  void several_events_are_created_in_their_order_or_none() {
    Channel web = new Channel("1", "web", "Web", "red", null, List.of("A-1"), Map.of());
    SaleRules rules =
        accepted(SaleRules.NONE.channels().add(List.of(web)).map(SaleRules.NONE::with));
    List<Event> made =
        accepted(
            events.createAll(
                rig.ours,
                chart,
                List.of(
                    new NewEvent("z", "Z", null, rules),
                    new NewEvent(events.freshKey(), null, null))));
    assertEquals("z", made.getFirst().key());
    assertTrue(Event.KEY.matcher(made.getLast().key()).matches());
    assertEquals(made.reversed(), events.ofChart(rig.ours, chart, 2));
    assertEquals(
        new Refusal.EventKeyTaken(),
        refused(
            events.createAll(
                rig.ours,
                chart,
                List.of(new NewEvent("y", null, null), new NewEvent("z", null, null)))));
    assertEquals(
        new Refusal.UnknownChart(),
        refused(events.createAll(rig.ours, "none", List.of(new NewEvent("y", null, null)))));
    assertEquals(
        new Refusal.ChartNotPublished(),
        refused(
            events.createAll(rig.ours, rig.chart("A-1"), List.of(new NewEvent("y", null, null)))));
    assertEquals(3, events.list(rig.ours, new Page.Request(1, 10)).total());
  }

  @Test
  void an_event_moves_to_a_copy_that_is_named_after_its_chart() {
    Event moved = accepted(events.changes().moveToChartCopy(rig.ours, "gala"));
    assertNotEquals(chart, moved.chartKey());
    assertEquals("Main hall (copy)", accepted(rig.charts.find(rig.ours, moved.chartKey())).name());
    assertEquals("A-1 A-2", accepted(events.layout(rig.ours, "gala")).text());
    assertEquals(List.of(), events.ofChart(rig.ours, chart, 10));
    assertEquals(
        new Refusal.UnknownEvent(), refused(events.changes().moveToChartCopy(rig.ours, "none")));
  }

  @Test
  void several_events_change_together_in_the_order_they_are_named_or_none() {
    accepted(events.create(rig.ours, chart, "ball", null));
    Wanted ball =
        new Wanted("ball", EventChange.EDIT, rules -> Outcome.accepted(off(rules, "A-1")));
    Wanted first =
        new Wanted("gala", EventChange.EDIT, rules -> Outcome.accepted(off(rules, "A-2")));
    List<Changed> changed = accepted(events.changes().changeAll(rig.ours, List.of(ball, first)));
    assertEquals(
        List.of("ball", "gala"), changed.stream().map(each -> each.event().key()).toList());
    assertEquals(List.of("A-1"), changed.getFirst().rules().forSale().orElseThrow().objects());
    assertEquals(List.of(9, 9), changed.stream().map(each -> each.edits().left()).toList());
    Wanted none = new Wanted("none", EventChange.EDIT, Outcome::accepted);
    assertEquals(
        new Refusal.UnknownEvent(),
        refused(events.changes().changeAll(rig.ours, List.of(ball, none))));
    assertThrows(
        IllegalArgumentException.class,
        () -> events.changes().changeAll(rig.ours, List.of(ball, ball)));
    assertEquals(9, accepted(change(Outcome::accepted)).edits().left());
  }

  @Test
  void an_event_is_edited_ten_times_a_day() {
    for (int made = 1; made <= 10; made++) {
      assertEquals(10 - made, accepted(change(EventChange.EDIT, Outcome::accepted)).edits().left());
    }
    Refusal.EditsExhausted no =
        (Refusal.EditsExhausted) refused(change(EventChange.EDIT, Outcome::accepted));
    assertEquals(0, no.edits().left());
    accepted(takeOff("A-1"));
    rig.clock.tick(no.edits().away());
    assertEquals(9, accepted(change(EventChange.EDIT, Outcome::accepted)).edits().left());
  }
}
