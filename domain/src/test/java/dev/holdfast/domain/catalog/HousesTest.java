package dev.holdfast.domain.catalog;

import static dev.holdfast.domain.catalog.CatalogRig.accepted;
import static dev.holdfast.domain.catalog.CatalogRig.refused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.domain.chart.Category;
import dev.holdfast.domain.chart.Venue;
import dev.holdfast.domain.event.Event;
import dev.holdfast.domain.event.EventChange;
import dev.holdfast.domain.event.ForSale;
import dev.holdfast.domain.event.SaleRules;
import dev.holdfast.domain.port.EventPort.ChangeEventAnswer;
import dev.holdfast.domain.port.StoreFailure;
import dev.holdfast.domain.refusal.Refusal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class HousesTest {
  private final CatalogRig rig = new CatalogRig();
  private final Notations notations = new Notations(List.of(rig.drawer));
  private final Houses houses =
      new Houses(rig.catalog, new Sales(rig.catalog, notations), notations);

  private Event event(String chart) {
    return accepted(rig.events.create(rig.ours, chart, "gala", null));
  }

  private void republish(String chart, String labels) {
    accepted(rig.charts.update(rig.ours, chart, null, Drawer.draft(labels)));
    accepted(rig.charts.publish(rig.ours, chart));
  }

  private static List<String> labels(Venue venue) {
    return List.copyOf(venue.spots().keySet());
  }

  @Test
  void an_events_house_is_what_its_chart_has_published() {
    Event event = event(rig.publishedChart("A-2 A-1"));
    Houses.OfEvent house = accepted(houses.ofEvent(rig.ours, "gala"));
    assertEquals(event, house.event());
    assertEquals(List.of("A-2", "A-1"), labels(house.venue()));
    assertEquals(List.of(new Category("gold", "Gold")), house.categories());
    assertTrue(house.onSale().isForSale("A-1"));
  }

  @Test
  void it_follows_the_chart_whatever_was_known_of_the_event() {
    String chart = rig.publishedChart("A-1");
    Event event = event(chart);
    republish(chart, "B-1 B-2");
    assertEquals(List.of("B-1", "B-2"), labels(accepted(houses.ofEvent(event)).venue()));
    accepted(rig.charts.unpublish(rig.ours, chart));
    assertEquals(List.of(), labels(accepted(houses.ofEvent(event)).venue()));
    assertEquals(List.of(), accepted(houses.ofEvent(event)).categories());
  }

  @Test
  void it_is_looked_for_again_when_the_chart_is_republished_meanwhile() {
    String chart = rig.publishedChart("A-1");
    event(chart);
    int[] left = {2};
    rig.drawer.whileReading =
        () -> {
          if (left[0]-- > 0) {
            republish(chart, "A-1 B-" + left[0]);
          }
        };
    Houses.OfEvent house = accepted(houses.ofEvent(rig.ours, "gala"));
    assertEquals(List.of("A-1", "B-0"), labels(house.venue()));
  }

  @Test
  void it_is_not_looked_for_for_ever() {
    String chart = rig.publishedChart("A-1");
    event(chart);
    int[] count = {0};
    boolean[] busy = {false};
    rig.drawer.whileReading =
        () -> {
          if (!busy[0]) {
            busy[0] = true;
            republish(chart, "A-1 B-" + count[0]++);
            busy[0] = false;
          }
        };
    assertThrows(StoreFailure.Unavailable.class, () -> houses.ofEvent(rig.ours, "gala"));
    assertThrows(StoreFailure.Unavailable.class, () -> houses.published(rig.ours, chart));
  }

  @Test
  void its_rules_are_those_of_now() {
    Event event = event(rig.publishedChart("A-1 A-2"));
    SaleRules rules = SaleRules.NONE.mark(new ForSale(false, List.of("A-2"), Map.of(), List.of()));
    assertInstanceOf(
        ChangeEventAnswer.Changed.class,
        rig.catalog.changeEvent(event.id(), EventChange.rules(0, rules)));
    Houses.OfEvent house = accepted(houses.ofEvent(event));
    assertTrue(house.onSale().isForSale("A-1"));
    assertFalse(house.onSale().isForSale("A-2"));
  }

  @Test
  void a_charts_house_is_published_or_still_a_draft() {
    String chart = rig.chart("A-1");
    assertEquals(new Refusal.ChartNotPublished(), refused(houses.published(rig.ours, chart)));
    assertEquals(List.of("A-1"), labels(accepted(houses.draft(rig.ours, chart)).venue()));
    accepted(rig.charts.publish(rig.ours, chart));
    accepted(rig.charts.update(rig.ours, chart, null, Drawer.draft("B-1")));
    Houses.OfChart published = accepted(houses.published(rig.ours, chart));
    assertEquals(List.of("A-1"), labels(published.venue()));
    assertEquals(List.of(new Category("gold", "Gold")), published.categories());
    Houses.OfChart draft = accepted(houses.draft(rig.ours, chart));
    assertEquals(List.of("B-1"), labels(draft.venue()));
    assertEquals(List.of(new Category("gold", "Gold")), draft.categories());
  }

  @Test
  void I12_what_is_not_there_or_anothers_has_no_house() {
    String chart = rig.publishedChart("A-1");
    Event event = event(chart);
    assertEquals(new Refusal.UnknownEvent(), refused(houses.ofEvent(rig.ours, "none")));
    assertEquals(new Refusal.UnknownEvent(), refused(houses.ofEvent(rig.theirs, "gala")));
    assertEquals(new Refusal.UnknownChart(), refused(houses.published(rig.theirs, chart)));
    assertEquals(new Refusal.UnknownChart(), refused(houses.draft(rig.theirs, chart)));
    assertEquals(new Refusal.UnknownChart(), refused(houses.published(rig.ours, "none")));
    accepted(rig.events.delete(rig.ours, "gala"));
    assertEquals(new Refusal.UnknownEvent(), refused(houses.ofEvent(event)));
  }
}
