package dev.holdfast.domain.catalog;

import static dev.holdfast.domain.catalog.CatalogRig.accepted;
import static dev.holdfast.domain.catalog.CatalogRig.refused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.domain.event.Event;
import dev.holdfast.domain.port.Page;
import dev.holdfast.domain.refusal.Refusal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

final class EventsTest {
  private final CatalogRig rig = new CatalogRig();
  private final Events events = rig.events;

  @Test
  void a_published_chart_can_be_put_on_sale_any_number_of_times() {
    String chart = rig.publishedChart("A-1");
    Event one = accepted(events.create(rig.ours, chart, "Friday"));
    Event other = accepted(events.create(rig.ours, chart, null));
    assertTrue(one.key().matches("evt_[A-Za-z0-9]{20}"), one.key());
    assertNotEquals(one.id(), other.id());
    assertEquals("Friday", one.name());
    assertNull(other.name());
    assertEquals(1, one.layout().version());
    assertEquals(2, events.list(rig.ours, new Page.Request(1, 20)).total());
  }

  @Test
  void a_chart_that_is_unknown_or_not_published_cannot_be_put_on_sale() {
    assertEquals(new Refusal.UnknownChart(), refused(events.create(rig.ours, "chart_x", null)));
    String draft = rig.chart("A-1");
    assertEquals(new Refusal.ChartNotPublished(), refused(events.create(rig.ours, draft, null)));
    accepted(rig.charts.publish(rig.ours, draft));
    accepted(rig.charts.unpublish(rig.ours, draft));
    assertEquals(new Refusal.ChartNotPublished(), refused(events.create(rig.ours, draft, null)));
  }

  @Test
  void I12_a_key_is_taken_within_its_workspace_only_and_free_again_after_deleting() {
    String chart = rig.publishedChart("A-1");
    Event first = accepted(events.create(rig.ours, chart, "gala", null));
    assertEquals(
        new Refusal.EventKeyTaken(), refused(events.create(rig.ours, chart, "gala", null)));
    String theirs = rig.charts.create(rig.theirs, "Theirs", Drawer.draft("A-1")).key();
    accepted(rig.charts.publish(rig.theirs, theirs));
    accepted(events.create(rig.theirs, theirs, "gala", null));
    accepted(events.delete(rig.ours, "gala"));
    Event second = accepted(events.create(rig.ours, chart, "gala", null));
    assertNotEquals(first.id(), second.id());
  }

  @Test
  void I12_another_workspaces_event_does_not_exist() {
    String chart = rig.publishedChart("A-1");
    accepted(events.create(rig.ours, chart, "gala", "Winter gala"));
    Refusal unknown = new Refusal.UnknownEvent();
    assertEquals(unknown, refused(events.find(rig.theirs, "gala")));
    assertEquals(unknown, refused(events.rename(rig.theirs, "gala", "Mine")));
    assertEquals(unknown, refused(events.layout(rig.theirs, "gala")));
    assertEquals(unknown, refused(events.delete(rig.theirs, "gala")));
    assertEquals(new Refusal.UnknownChart(), refused(events.create(rig.theirs, chart, null)));
    assertEquals(0, events.list(rig.theirs, new Page.Request(1, 20)).total());
    assertEquals("Winter gala", accepted(events.find(rig.ours, "gala")).name());
  }

  @Test
  void a_caller_may_choose_the_key_and_tell_the_day() {
    String chart = rig.publishedChart("A-1");
    LocalDate day = LocalDate.of(2027, 2, 14);
    Event event = accepted(events.create(rig.ours, chart, "eV9tQx2LmZ", "Noche de Boleros", day));
    assertEquals("eV9tQx2LmZ", event.key());
    assertEquals(day, event.date());
    assertEquals(event, accepted(events.find(rig.ours, "eV9tQx2LmZ")));
    assertNull(accepted(events.create(rig.ours, chart, "Some day")).date());
  }

  @Test
  void a_key_and_a_day_out_of_bounds_are_no_command() {
    String chart = rig.publishedChart("A-1");
    for (String key : List.of("", "a b", "a/b", "ä", "a\n", "x".repeat(65))) {
      assertThrows(
          IllegalArgumentException.class, () -> events.create(rig.ours, chart, key, null), key);
    }
    accepted(events.create(rig.ours, chart, "x".repeat(64), null, Event.LAST_DATE));
    accepted(events.create(rig.ours, chart, "_-", null, Event.FIRST_DATE));
    for (LocalDate day : List.of(LocalDate.of(0, 12, 31), LocalDate.of(10_000, 1, 1))) {
      assertThrows(
          IllegalArgumentException.class, () -> events.create(rig.ours, chart, "gala", null, day));
    }
  }

  @Test
  void an_event_can_be_renamed_and_lose_its_name() {
    accepted(events.create(rig.ours, rig.publishedChart("A-1"), "gala", "Winter"));
    assertEquals("Spring", accepted(events.rename(rig.ours, "gala", "Spring")).name());
    assertNull(accepted(events.rename(rig.ours, "gala", null)).name());
  }

  @Test
  void the_layout_of_an_event_is_its_charts_published_one() {
    String chart = rig.publishedChart("A-1");
    accepted(events.create(rig.ours, chart, "gala", null));
    accepted(rig.charts.update(rig.ours, chart, null, Drawer.draft("A-1 A-2")));
    assertEquals("A-1", accepted(events.layout(rig.ours, "gala")).text());
    accepted(rig.charts.unpublish(rig.ours, chart));
    assertEquals(new Refusal.ChartNotPublished(), refused(events.layout(rig.ours, "gala")));
  }
}
