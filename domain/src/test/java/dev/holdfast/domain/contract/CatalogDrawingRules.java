package dev.holdfast.domain.contract;

import static dev.holdfast.domain.contract.SeatLedgerRules.again;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.domain.chart.Chart;
import dev.holdfast.domain.chart.SeatingPlan;
import dev.holdfast.domain.chart.StagedChart;
import dev.holdfast.domain.chart.StoredLayout;
import dev.holdfast.domain.event.LayoutVersion;
import dev.holdfast.domain.port.CatalogPort.NewDraft;
import dev.holdfast.domain.port.DrawingPort.RedrawAnswer;
import dev.holdfast.domain.port.StoreFailure;
import dev.holdfast.domain.workspace.WorkspaceId;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** C150 to C159: charts that are published from the beginning, and what is drawn of them. */
public interface CatalogDrawingRules extends CatalogRules {
  private Chart created(WorkspaceId workspace, String key) {
    return catalog()
        .createPublished(workspace, key, "Hall", new NewDraft("seatsio", "{}"), PLAN)
        .orElseThrow();
  }

  private RedrawAnswer redrawn(WorkspaceId workspace, int from, @Nullable String name) {
    NewDraft draft = new NewDraft("seatsio", "{\"from\":" + from + "}");
    return catalog().redraw(workspace, "hall", from, name, draft, CatalogRules.plan("B-" + from));
  }

  private StagedChart staged(RedrawAnswer answer) {
    return assertInstanceOf(RedrawAnswer.Redrawn.class, answer).chart();
  }

  private void assertStage(WorkspaceId workspace, boolean used, boolean drafted) {
    Chart chart = catalog().findChart(workspace, "hall").orElseThrow();
    assertEquals(
        Optional.of(new StagedChart(chart, used, drafted)),
        catalog().findStaged(workspace, "hall"));
  }

  private String drawn(WorkspaceId workspace) {
    return catalog().draft(workspace, "hall").orElseThrow().text();
  }

  private String published(WorkspaceId workspace) {
    Chart chart = catalog().findChart(workspace, "hall").orElseThrow();
    int version = chart.publishedVersion() == null ? 0 : chart.publishedVersion();
    return catalog().layout(new LayoutVersion(chart.id(), version)).orElseThrow().text();
  }

  @Test
  default void C150_a_chart_can_be_published_from_the_beginning() {
    WorkspaceId workspace = aWorkspace();
    Chart chart = created(workspace, "hall");
    assertEquals("Hall", chart.name());
    assertEquals(1, chart.draftVersion());
    assertEquals(1, chart.publishedVersion());
    assertEquals(chart.createdAt(), chart.publishedAt());
    assertEquals(Optional.of(chart), catalog().findChart(workspace, "hall"));
    LayoutVersion version = new LayoutVersion(chart.id(), 1);
    assertEquals(
        Optional.of(new StoredLayout("hall", 1, "seatsio", "{}")), catalog().layout(version));
    assertEquals(Optional.of(PLAN), catalog().plan(version));
    assertStage(workspace, false, false);
  }

  @Test
  default void C151_a_key_that_is_taken_makes_no_chart() {
    WorkspaceId workspace = aWorkspace();
    Chart first = aChart(workspace, "hall");
    assertEquals(
        Optional.empty(),
        catalog().createPublished(workspace, "hall", "x", new NewDraft("seatsio", "{}"), PLAN));
    assertEquals(Optional.of(first), catalog().findChart(workspace, "hall"));
    assertNull(first.publishedVersion());
    created(aWorkspace(), "hall");
    WorkspaceId none = new WorkspaceId(Long.MAX_VALUE);
    assertThrows(StoreFailure.Rejected.class, () -> created(none, "hall"));
  }

  @Test
  default void C152_a_change_of_a_chart_that_nobody_sells_is_published_at_once() {
    WorkspaceId workspace = aWorkspace();
    Chart before = created(workspace, "hall");
    moveClock(Duration.ofMinutes(1));
    Chart after = staged(redrawn(workspace, 1, "New name")).chart();
    assertEquals("New name", after.name());
    assertEquals(2, after.draftVersion());
    assertEquals(2, after.publishedVersion());
    assertTrue(after.updatedAt().isAfter(before.updatedAt()));
    assertStage(workspace, false, false);
    assertEquals("{\"from\":1}", published(workspace));
    assertEquals(
        Optional.of(CatalogRules.plan("B-1")), catalog().plan(new LayoutVersion(before.id(), 2)));
    assertEquals("New name", staged(redrawn(workspace, 2, null)).chart().name());
  }

  @Test
  default void C153_a_change_of_a_chart_that_is_sold_waits_as_a_draft() {
    WorkspaceId workspace = aWorkspace();
    created(workspace, "hall");
    anEvent(workspace, "hall", "gala");
    assertStage(workspace, true, false);
    StagedChart drafted = staged(redrawn(workspace, 1, "New name"));
    assertEquals("New name", drafted.chart().name());
    assertEquals(1, drafted.chart().publishedVersion());
    assertStage(workspace, true, true);
    assertEquals("{\"from\":1}", drawn(workspace));
    assertEquals("{}", published(workspace));
    publish(workspace, drafted.chart());
    assertStage(workspace, true, false);
    assertEquals("{\"from\":1}", published(workspace));
    catalog().deleteEvent(workspace, "gala");
    assertStage(workspace, false, false);
  }

  @Test
  default void C154_a_change_of_another_draft_than_there_is_changes_nothing() {
    WorkspaceId workspace = aWorkspace();
    Chart chart = created(workspace, "hall");
    for (int stale : List.of(0, 2)) {
      assertEquals(new RedrawAnswer.Moved(), redrawn(workspace, stale, "x"));
    }
    assertEquals(Optional.of(chart), catalog().findChart(workspace, "hall"));
    assertEquals("{}", drawn(workspace));
    assertEquals(new RedrawAnswer.NoSuchChart(), redrawn(aWorkspace(), 1, "x"));
    assertEquals(Optional.empty(), catalog().findStaged(aWorkspace(), "hall"));
  }

  @Test
  default void C155_a_draft_that_is_discarded_is_what_is_published() {
    WorkspaceId workspace = aWorkspace();
    created(workspace, "hall");
    anEvent(workspace, "hall", "gala");
    redrawn(workspace, 1, "New name");
    redrawn(workspace, 2, null);
    StagedChart discarded = staged(catalog().discardDraft(workspace, "hall", 1, "Hall"));
    assertEquals("Hall", discarded.chart().name());
    assertEquals(4, discarded.chart().draftVersion());
    assertEquals(1, discarded.chart().publishedVersion());
    assertStage(workspace, true, false);
    assertEquals("{}", drawn(workspace));
    assertEquals("{}", published(workspace));
    redrawn(workspace, 4, null);
    assertStage(workspace, true, true);
    assertEquals("Hall", staged(catalog().discardDraft(workspace, "hall", 1, null)).chart().name());
  }

  @Test
  default void C156_a_draft_is_discarded_for_the_version_that_is_published_only() {
    WorkspaceId workspace = aWorkspace();
    Chart chart = created(workspace, "hall");
    for (int other : List.of(0, 2)) {
      assertEquals(new RedrawAnswer.Moved(), catalog().discardDraft(workspace, "hall", other, "x"));
    }
    catalog().unpublish(workspace, "hall");
    assertEquals(new RedrawAnswer.Moved(), catalog().discardDraft(workspace, "hall", 1, "x"));
    assertEquals(
        new RedrawAnswer.NoSuchChart(), catalog().discardDraft(aWorkspace(), "hall", 1, "x"));
    assertEquals(1, catalog().findChart(workspace, "hall").orElseThrow().draftVersion());
    assertEquals("Hall", chart.name());
  }

  @Test
  default void C157_what_others_draw_and_publish_is_told_in_the_same_stages() {
    WorkspaceId workspace = aWorkspace();
    aChart(workspace, "hall");
    assertStage(workspace, false, false);
    Chart first = catalog().findChart(workspace, "hall").orElseThrow();
    publish(workspace, first);
    assertStage(workspace, false, false);
    redraw(workspace, "hall", "{\"b\":2}");
    assertStage(workspace, false, true);
    catalog().updateChart(workspace, "hall", "Renamed", null);
    assertStage(workspace, false, true);
    Chart copied = catalog().copyChart(workspace, "hall", "copy", "Copy").orElseThrow();
    assertEquals(
        Optional.of(new StagedChart(copied, false, true)), catalog().findStaged(workspace, "copy"));
    publish(workspace, catalog().findChart(workspace, "hall").orElseThrow());
    assertStage(workspace, false, false);
    assertFalse(
        catalog()
            .copyChart(workspace, "hall", "copy 2", "Copy")
            .flatMap(copy -> catalog().findStaged(workspace, "copy 2"))
            .orElseThrow()
            .drafted());
    catalog().unpublish(workspace, "hall");
    assertStage(workspace, false, false);
  }

  @Test
  default void C158_of_two_who_change_one_draft_one_is_told_to_read_it_again()
      throws InterruptedException {
    WorkspaceId workspace = aWorkspace();
    created(workspace, "hall");
    try (SeatLockCrowd crowd = new SeatLockCrowd(2)) {
      for (int round = 1; round <= 10; round++) {
        int from = round;
        List<Object> answers =
            crowd.all(caller -> () -> again(() -> redrawn(workspace, from, "by " + caller)));
        assertEquals(1, answers.stream().filter(new RedrawAnswer.Moved()::equals).count());
        assertEquals(
            round + 1, catalog().findChart(workspace, "hall").orElseThrow().draftVersion());
      }
    }
  }

  @Test
  default void C159_an_empty_plan_can_be_published_and_sold() {
    WorkspaceId workspace = aWorkspace();
    SeatingPlan empty = new SeatingPlan(Map.of(), PLAN.categories());
    Chart chart =
        catalog()
            .createPublished(workspace, "hall", "Hall", new NewDraft("seatsio", "{}"), empty)
            .orElseThrow();
    assertEquals(Optional.of(empty), catalog().plan(new LayoutVersion(chart.id(), 1)));
    assertEquals(new LayoutVersion(chart.id(), 1), anEvent(workspace, "hall", "gala").layout());
  }
}
