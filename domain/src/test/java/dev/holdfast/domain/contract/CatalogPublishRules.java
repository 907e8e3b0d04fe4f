package dev.holdfast.domain.contract;

import static dev.holdfast.domain.contract.CatalogRules.plan;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.domain.chart.Bookable;
import dev.holdfast.domain.chart.Chart;
import dev.holdfast.domain.chart.SeatingPlan;
import dev.holdfast.domain.chart.StoredLayout;
import dev.holdfast.domain.event.EventId;
import dev.holdfast.domain.event.LayoutVersion;
import dev.holdfast.domain.port.CatalogPort.PublishAnswer;
import dev.holdfast.domain.workspace.WorkspaceId;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** C26 to C37: publishing a chart, taking it back, and what its events sell by. */
public interface CatalogPublishRules extends CatalogRules {
  @Test
  default void C26_publishing_gives_the_first_version_and_leaves_the_draft() {
    WorkspaceId workspace = aWorkspace();
    Chart before = aChart(workspace, "hall");
    moveClock(Duration.ofMinutes(1));
    Chart after = publish(workspace, before);
    assertEquals(1, after.publishedVersion());
    assertEquals(1, after.draftVersion());
    assertTrue(after.updatedAt().isAfter(before.updatedAt()));
    assertEquals(after.updatedAt(), after.publishedAt());
    assertEquals(before.createdAt(), after.createdAt());
    assertEquals(Optional.of(after), catalog().findChart(workspace, "hall"));
  }

  @Test
  default void C27_a_changed_chart_stays_published_as_it_was() {
    WorkspaceId workspace = aWorkspace();
    Chart published = aPublishedChart(workspace, "hall");
    moveClock(Duration.ofMinutes(1));
    Chart redrawn = redraw(workspace, "hall", "{}");
    assertEquals(1, redrawn.publishedVersion());
    assertEquals(published.publishedAt(), redrawn.publishedAt());
  }

  @Test
  default void C28_only_the_draft_that_the_plan_was_made_from_is_published() {
    WorkspaceId workspace = aWorkspace();
    aChart(workspace, "hall");
    redraw(workspace, "hall", "{}");
    Optional<Chart> before = catalog().findChart(workspace, "hall");
    for (int stale : List.of(0, 1, 3)) {
      assertEquals(
          new PublishAnswer.DraftChanged(), catalog().publish(workspace, "hall", stale, PLAN));
    }
    assertEquals(before, catalog().findChart(workspace, "hall"));
    assertEquals(1, publish(workspace, before.orElseThrow()).publishedVersion());
  }

  @Test
  default void C29_a_chart_that_is_not_there_is_not_published() {
    WorkspaceId workspace = aWorkspace();
    assertEquals(new PublishAnswer.NoSuchChart(), catalog().publish(workspace, "none", 1, PLAN));
    assertEquals(Optional.empty(), catalog().unpublish(workspace, "none"));
  }

  @Test
  default void C30_events_follow_the_version_that_is_published() {
    WorkspaceId workspace = aWorkspace();
    Chart chart = aPublishedChart(workspace, "hall");
    EventId event = anEvent(workspace, "hall", "gala").id();
    assertLayout(workspace, event, new LayoutVersion(chart.id(), 1));
    publish(workspace, chart);
    assertLayout(workspace, event, new LayoutVersion(chart.id(), 2));
    catalog().unpublish(workspace, "hall");
    assertLayout(workspace, event, new LayoutVersion(chart.id(), 0));
    publish(workspace, chart);
    assertLayout(workspace, event, new LayoutVersion(chart.id(), 3));
  }

  private void assertLayout(WorkspaceId workspace, EventId event, LayoutVersion layout) {
    assertEquals(Optional.of(layout), catalog().layoutOf(event));
    assertEquals(layout, catalog().findEvent(workspace, "gala").orElseThrow().layout());
  }

  @Test
  default void C31_taking_back_empties_what_is_published_and_may_be_repeated() {
    WorkspaceId workspace = aWorkspace();
    Chart chart = aPublishedChart(workspace, "hall");
    EventId event = anEvent(workspace, "hall", "gala").id();
    moveClock(Duration.ofMinutes(1));
    Chart after = catalog().unpublish(workspace, "hall").orElseThrow();
    assertNull(after.publishedVersion());
    assertNull(after.publishedAt());
    assertEquals(1, after.draftVersion());
    assertTrue(after.updatedAt().isAfter(chart.updatedAt()));
    assertEquals(Optional.empty(), catalog().publishedLayout(event));
    assertEquals(Optional.empty(), catalog().plan(new LayoutVersion(chart.id(), 1)));
    moveClock(Duration.ofMinutes(1));
    assertEquals(Optional.of(after), catalog().unpublish(workspace, "hall"));
    assertEquals(Optional.of(after), catalog().findChart(workspace, "hall"));
  }

  @Test
  default void C32_a_published_number_is_never_given_again() {
    WorkspaceId workspace = aWorkspace();
    Chart chart = aPublishedChart(workspace, "hall");
    catalog().unpublish(workspace, "hall");
    assertEquals(2, publish(workspace, chart).publishedVersion());
    assertEquals(3, publish(workspace, chart).publishedVersion());
    catalog().unpublish(workspace, "hall");
    catalog().unpublish(workspace, "hall");
    assertEquals(4, publish(workspace, chart).publishedVersion());
  }

  @Test
  default void C33_events_sell_by_the_published_text_and_not_by_the_draft() {
    WorkspaceId workspace = aWorkspace();
    aPublishedChart(workspace, "hall");
    EventId event = anEvent(workspace, "hall", "gala").id();
    Chart redrawn = redraw(workspace, "hall", "{\"second\":true}");
    assertEquals(
        Optional.of(new StoredLayout("hall", 1, "v1", LAYOUT)), catalog().publishedLayout(event));
    redraw(workspace, "hall", "{\"third\":true}");
    publish(workspace, redraw(workspace, "hall", "{\"fourth\":true}"));
    assertEquals(
        Optional.of(new StoredLayout("hall", 2, "v1", "{\"fourth\":true}")),
        catalog().publishedLayout(event));
    assertEquals(2, redrawn.draftVersion());
  }

  @Test
  default void C34_a_plan_comes_back_as_it_was_in_the_order_it_was_drawn() {
    Map<String, Bookable> objects = new LinkedHashMap<>();
    for (Bookable each :
        List.of(
            new Bookable.NamedSeat("Z-9", "gold"),
            new Bookable.Places("pit", 1_000_000, List.of("standing", "gold", "angle")),
            new Bookable.NamedSeat("a-1", null),
            new Bookable.Places("balcony", 1, List.of()),
            new Bookable.NamedSeat("A-10", "silver"),
            new Bookable.NamedSeat("A-2", ""))) {
      objects.put(each.label(), each);
    }
    WorkspaceId workspace = aWorkspace();
    long chart = aChart(workspace, "hall").id();
    catalog().publish(workspace, "hall", 1, new SeatingPlan(objects));
    SeatingPlan plan = catalog().plan(new LayoutVersion(chart, 1)).orElseThrow();
    assertEquals(new SeatingPlan(objects), plan);
    assertEquals(List.copyOf(objects.values()), List.copyOf(plan.all()));
  }

  @Test
  default void C35_only_the_plan_of_the_version_that_is_published_is_told() {
    WorkspaceId workspace = aWorkspace();
    Chart chart = aPublishedChart(workspace, "hall");
    long other = aChart(workspace, "other").id();
    assertEquals(Optional.of(PLAN), planOf(chart.id(), 1));
    assertEquals(Optional.empty(), planOf(chart.id(), 0));
    assertEquals(Optional.empty(), planOf(chart.id(), 2));
    assertEquals(Optional.empty(), planOf(other, 0));
    assertEquals(Optional.empty(), planOf(other, 1));
    assertEquals(Optional.empty(), planOf(Long.MAX_VALUE, 1));
    SeatingPlan smaller = plan("A-1");
    catalog().publish(workspace, "hall", 1, smaller);
    assertEquals(Optional.empty(), planOf(chart.id(), 1));
    assertEquals(Optional.of(smaller), planOf(chart.id(), 2));
    catalog().deleteChart(workspace, "hall");
    assertEquals(Optional.empty(), planOf(chart.id(), 2));
  }

  private Optional<SeatingPlan> planOf(long chart, int version) {
    return catalog().plan(new LayoutVersion(chart, version));
  }

  @Test
  default void C36_a_plan_may_be_as_large_as_a_stadium() {
    Map<String, Bookable> objects = new LinkedHashMap<>();
    for (int i = 0; i < 20_000; i++) {
      String label = "Block " + i % 97 + "-" + i;
      objects.put(label, new Bookable.NamedSeat(label, "gold"));
    }
    WorkspaceId workspace = aWorkspace();
    long chart = aChart(workspace, "hall").id();
    catalog().publish(workspace, "hall", 1, new SeatingPlan(objects));
    SeatingPlan plan = planOf(chart, 1).orElseThrow();
    assertEquals(List.copyOf(objects.keySet()), List.copyOf(plan.objects().keySet()));
  }

  @Test
  default void C37_an_event_that_is_not_there_has_no_layout() {
    EventId none = new EventId(Long.MAX_VALUE);
    assertEquals(Optional.empty(), catalog().layoutOf(none));
    assertEquals(Optional.empty(), catalog().publishedLayout(none));
  }
}
