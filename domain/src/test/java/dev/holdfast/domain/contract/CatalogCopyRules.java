package dev.holdfast.domain.contract;

import static dev.holdfast.domain.contract.SeatLedgerRules.again;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.domain.chart.Chart;
import dev.holdfast.domain.chart.SeatingPlan;
import dev.holdfast.domain.chart.StoredLayout;
import dev.holdfast.domain.chart.TagChange;
import dev.holdfast.domain.event.Event;
import dev.holdfast.domain.event.LayoutVersion;
import dev.holdfast.domain.port.CatalogPort.NewDraft;
import dev.holdfast.domain.port.CatalogPort.PublishAnswer;
import dev.holdfast.domain.port.Page;
import dev.holdfast.domain.port.StoreFailure;
import dev.holdfast.domain.workspace.WorkspaceId;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** C74 to C80: copies of charts. */
public interface CatalogCopyRules extends CatalogRules {
  private Chart copy(WorkspaceId workspace) {
    Chart copy = catalog().copyChart(workspace, "hall", "copy", "Main hall (copy)").orElseThrow();
    assertEquals(Optional.of(copy), catalog().findChart(workspace, "copy"));
    return copy;
  }

  @Test
  default void C74_a_copy_of_a_draft_is_a_first_draft() {
    WorkspaceId workspace = aWorkspace();
    Chart of = aChart(workspace, "hall");
    catalog().updateChart(workspace, "hall", null, new NewDraft("v9", "{\"b\":2}"));
    moveClock(Duration.ofMinutes(1));
    Chart copy = copy(workspace);
    assertEquals("copy", copy.key());
    assertEquals("Main hall (copy)", copy.name());
    assertNotEquals(of.id(), copy.id());
    assertEquals(1, copy.draftVersion());
    assertNull(copy.publishedVersion());
    assertNull(copy.publishedAt());
    assertTrue(copy.createdAt().isAfter(of.createdAt()));
    assertEquals(copy.createdAt(), copy.updatedAt());
    assertEquals(
        Optional.of(new StoredLayout("copy", 1, "v9", "{\"b\":2}")),
        catalog().draft(workspace, "copy"));
    assertEquals(
        Optional.empty(), catalog().plan(new LayoutVersion(copy.id(), 1)), "no plan to sell by");
  }

  @Test
  default void C75_a_copy_of_a_published_chart_is_sold_by_the_same_layout() {
    WorkspaceId workspace = aWorkspace();
    Chart of = aPublishedChart(workspace, "hall");
    publish(workspace, of);
    redraw(workspace, "hall", "{\"later\":true}");
    moveClock(Duration.ofMinutes(1));
    Chart copy = copy(workspace);
    assertEquals(1, copy.publishedVersion());
    assertEquals(copy.createdAt(), copy.publishedAt());
    assertEquals("{\"later\":true}", catalog().draft(workspace, "copy").orElseThrow().text());
    Event event = anEvent(workspace, "copy", "gala");
    assertEquals(new LayoutVersion(copy.id(), 1), event.layout());
    assertEquals(
        Optional.of(new StoredLayout("copy", 1, "v1", LAYOUT)),
        catalog().publishedLayout(event.id()));
    SeatingPlan plan = catalog().plan(event.layout()).orElseThrow();
    assertEquals(PLAN, plan);
    assertEquals(List.copyOf(PLAN.objects().keySet()), List.copyOf(plan.objects().keySet()));
    assertEquals(2, publish(workspace, copy).publishedVersion());
  }

  @Test
  default void C76_a_copy_of_a_chart_that_was_taken_back_is_not_published() {
    WorkspaceId workspace = aWorkspace();
    aPublishedChart(workspace, "hall");
    catalog().unpublish(workspace, "hall");
    Chart copy = copy(workspace);
    assertNull(copy.publishedVersion());
    assertEquals(1, publish(workspace, copy).publishedVersion());
  }

  @Test
  default void C77_a_copy_has_the_same_tags_and_goes_its_own_way() {
    WorkspaceId workspace = aWorkspace();
    aPublishedChart(workspace, "hall");
    catalog().changeTags(workspace, "hall", new TagChange(List.of("sala", "a"), List.of()));
    Chart of = catalog().findChart(workspace, "hall").orElseThrow();
    assertEquals(List.of("sala", "a"), copy(workspace).tags());
    assertEquals(Optional.of(of), catalog().findChart(workspace, "hall"));
    redraw(workspace, "copy", "{}");
    catalog().changeTags(workspace, "copy", new TagChange(List.of(), List.of("a")));
    catalog().unpublish(workspace, "copy");
    catalog().deleteChart(workspace, "copy");
    assertEquals(Optional.of(of), catalog().findChart(workspace, "hall"));
    assertEquals(PLAN, catalog().plan(new LayoutVersion(of.id(), 1)).orElseThrow());
    assertEquals(LAYOUT, catalog().draft(workspace, "hall").orElseThrow().text());
  }

  @Test
  default void C78_a_chart_that_is_not_there_or_another_workspaces_is_not_copied() {
    WorkspaceId workspace = aWorkspace();
    WorkspaceId stranger = aWorkspace();
    assertEquals(Optional.empty(), catalog().copyChart(workspace, "hall", "copy", "Copy"));
    aPublishedChart(workspace, "hall");
    assertEquals(Optional.empty(), catalog().copyChart(stranger, "hall", "copy", "Copy"));
    assertEquals(0, catalog().charts(stranger, new Page.Request(1, 1)).total());
    assertEquals(1, catalog().charts(workspace, new Page.Request(1, 1)).total());
  }

  @Test
  default void C79_a_copy_under_a_key_that_is_taken_copies_nothing() {
    WorkspaceId workspace = aWorkspace();
    aPublishedChart(workspace, "hall");
    Chart other = aChart(workspace, "copy");
    for (String taken : List.of("copy", "hall")) {
      assertThrows(
          StoreFailure.Rejected.class, () -> catalog().copyChart(workspace, "hall", taken, "Copy"));
    }
    assertEquals(Optional.of(other), catalog().findChart(workspace, "copy"));
    assertEquals(2, catalog().charts(workspace, new Page.Request(1, 1)).total());
  }

  @Test
  default void C80_a_chart_that_changes_while_it_is_copied_is_copied_whole()
      throws InterruptedException {
    WorkspaceId workspace = aWorkspace();
    Chart chart = aPublishedChart(workspace, "hall");
    String key = chart.key();
    try (SeatLockCrowd crowd = new SeatLockCrowd(2)) {
      for (int round = 0; round < 20; round++) {
        String copyKey = "copy-" + round;
        String text = "draft of round " + round;
        int draft = redraw(workspace, key, text).draftVersion();
        SeatingPlan plan = CatalogRules.plan(text);
        List<Object> answers =
            crowd.all(caller ->
                () ->
                    again(() ->
                        caller == 0
                            ? catalog().publish(workspace, key, draft, plan)
                            : catalog().copyChart(workspace, key, copyKey, "Copy")));
        assertInstanceOf(PublishAnswer.Published.class, answers.getFirst());
        Event event = anEvent(workspace, copyKey, copyKey);
        String sold = catalog().publishedLayout(event.id()).orElseThrow().text();
        SeatingPlan copied = catalog().plan(event.layout()).orElseThrow();
        assertEquals(sold.equals(text), copied.find(text).isPresent(), sold);
      }
    }
  }
}
