package dev.holdfast.domain.catalog;

import static dev.holdfast.domain.catalog.CatalogRig.accepted;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.domain.chart.Venue;
import dev.holdfast.domain.event.Event;
import dev.holdfast.domain.event.ForSale;
import dev.holdfast.domain.event.LayoutVersion;
import dev.holdfast.domain.event.OnSale;
import dev.holdfast.domain.event.SaleRules;
import dev.holdfast.domain.event.SoldBy;
import dev.holdfast.domain.refusal.Outcome;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What events sell is made once of each version, and is never that of another. */
final class SalesTest {
  private final CatalogRig rig = new CatalogRig();
  private final Sales sales = new Sales(rig.catalog, new Notations(List.of(rig.drawer)));
  private final String chart = rig.publishedChart("A-1 A-2");
  private final Event gala = accepted(rig.events.create(rig.ours, chart, "gala", null));
  private final AtomicInteger read = new AtomicInteger();

  private Event mark(SaleRules rules) {
    return accepted(rig.events.changes().change(rig.ours, "gala", _ -> Outcome.accepted(rules)))
        .event();
  }

  private static SaleRules off(String... objects) {
    return SaleRules.NONE.mark(new ForSale(false, List.of(objects), Map.of(), List.of()));
  }

  private Sales.Current onSale(SoldBy by) {
    return sales.onSale(gala.id(), by).orElseThrow();
  }

  @Test
  void an_event_without_rules_is_not_asked_about_at_all() {
    rig.drawer.whileReading = read::incrementAndGet;
    assertSame(OnSale.EVERYTHING, onSale(gala.soldBy()).onSale());
    assertEquals(gala.soldBy(), onSale(gala.soldBy()).by());
    assertEquals(0, read.get());
  }

  @Test
  void the_rules_are_taken_through_the_venue_once_a_version() {
    Event marked = mark(off("A-1"));
    rig.drawer.whileReading = read::incrementAndGet;
    Sales.Current first = onSale(marked.soldBy());
    int once = read.get();
    assertTrue(once > 0);
    assertFalse(first.onSale().isForSale("A-1"));
    assertTrue(first.onSale().isForSale("A-2"));
    assertEquals(marked.soldBy(), first.by());
    assertSame(first, onSale(marked.soldBy()));
    Event again = mark(off("A-2"));
    assertTrue(onSale(again.soldBy()).onSale().isForSale("A-1"));
    assertFalse(onSale(again.soldBy()).onSale().isForSale("A-2"));
    assertEquals(once, read.get());
  }

  @Test
  void a_caller_who_knows_older_rules_is_told_the_newer_ones_and_which_they_are() {
    Event first = mark(off("A-1"));
    Event second = mark(off("A-2"));
    Sales.Current current = onSale(first.soldBy());
    assertEquals(second.soldBy(), current.by());
    assertTrue(current.onSale().isForSale("A-1"));
    Event last = mark(SaleRules.NONE);
    assertTrue(last.rules() > second.rules());
    assertSame(OnSale.EVERYTHING, onSale(last.soldBy()).onSale());
  }

  @Test
  void a_layout_that_is_not_the_published_one_any_more_is_none() {
    Event marked = mark(off("A-3"));
    accepted(rig.charts.update(rig.ours, chart, null, Drawer.draft("A-3")));
    accepted(rig.charts.publish(rig.ours, chart));
    assertEquals(Optional.empty(), sales.onSale(gala.id(), marked.soldBy()));
    assertEquals(Optional.empty(), sales.venue(marked.layout()));
    SoldBy now = rig.catalog.soldBy(gala.id()).orElseThrow();
    assertFalse(onSale(now).onSale().isForSale("A-3"));
    assertEquals(List.of("A-3"), List.copyOf(venue(now.layout()).spots().keySet()));
  }

  private Venue venue(LayoutVersion layout) {
    return sales.venue(layout).orElseThrow();
  }

  @Test
  void an_event_that_is_gone_sells_nothing_and_an_unpublished_chart_is_empty() {
    Event marked = mark(off("A-1"));
    LayoutVersion unpublished = new LayoutVersion(gala.layout().chart(), 0);
    assertEquals(Venue.EMPTY, venue(unpublished));
    assertFalse(onSale(new SoldBy(unpublished, marked.rules())).onSale().isForSale("A-1"));
    accepted(rig.events.delete(rig.ours, "gala"));
    assertEquals(Optional.empty(), sales.onSale(gala.id(), new SoldBy(gala.layout(), 1_000_000)));
  }

  @Test
  void without_notations_only_events_without_rules_can_be_sold() {
    Event marked = mark(off("A-1"));
    Sales none = Sales.withoutRules(rig.catalog);
    assertSame(OnSale.EVERYTHING, none.onSale(gala.id(), gala.soldBy()).orElseThrow().onSale());
    assertThrows(RuntimeException.class, () -> none.onSale(gala.id(), marked.soldBy()));
  }
}
