package dev.holdfast.domain.contract;

import static dev.holdfast.domain.contract.CatalogRules.fresh;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.domain.chart.Chart;
import dev.holdfast.domain.chart.StoredLayout;
import dev.holdfast.domain.port.CatalogPort.DeleteAnswer;
import dev.holdfast.domain.port.CatalogPort.NewDraft;
import dev.holdfast.domain.port.Page;
import dev.holdfast.domain.port.StoreFailure;
import dev.holdfast.domain.workspace.WorkspaceId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** C13 to C25: charts, their drafts, and the list of them. */
public interface CatalogChartRules extends CatalogRules {
  Duration MINUTE = Duration.ofMinutes(1);

  @Test
  default void C13_a_new_chart_has_its_first_draft_and_is_not_published() {
    WorkspaceId workspace = aWorkspace();
    Chart chart = catalog().createChart(workspace, "hall", "Main hall", "v1", "{\"a\":1}");
    assertEquals("hall", chart.key());
    assertEquals("Main hall", chart.name());
    assertEquals(1, chart.draftVersion());
    assertNull(chart.publishedVersion());
    assertNull(chart.publishedAt());
    assertEquals(chart.createdAt(), chart.updatedAt());
    assertEquals(Optional.of(chart), catalog().findChart(workspace, "hall"));
    assertEquals(
        Optional.of(new StoredLayout("hall", 1, "v1", "{\"a\":1}")),
        catalog().draft(workspace, "hall"));
  }

  @Test
  default void C14_a_chart_that_is_not_there_is_empty_everywhere() {
    WorkspaceId workspace = aWorkspace();
    assertEquals(Optional.empty(), catalog().findChart(workspace, "none"));
    assertEquals(Optional.empty(), catalog().draft(workspace, "none"));
    assertEquals(Optional.empty(), catalog().updateChart(workspace, "none", "Name", null));
    assertEquals(DeleteAnswer.NO_SUCH_CHART, catalog().deleteChart(workspace, "none"));
  }

  @Test
  default void C15_a_key_names_one_chart_of_a_workspace() {
    WorkspaceId workspace = aWorkspace();
    Chart chart = aChart(workspace, "hall");
    assertThrows(
        StoreFailure.Rejected.class,
        () -> catalog().createChart(workspace, "hall", "Other", "v1", "{}"));
    assertEquals(Optional.of(chart), catalog().findChart(workspace, "hall"));
    assertEquals(1, catalog().charts(workspace, new Page.Request(1, 10)).total());
  }

  @Test
  default void C16_no_chart_is_stored_for_a_workspace_that_is_not_there() {
    WorkspaceId none = new WorkspaceId(Long.MAX_VALUE);
    assertThrows(StoreFailure.Rejected.class, () -> aChart(none, "hall"));
  }

  @Test
  default void C17_another_name_leaves_the_draft_and_its_number() {
    WorkspaceId workspace = aWorkspace();
    Chart before = aChart(workspace, "hall");
    moveClock(MINUTE);
    Chart after = catalog().updateChart(workspace, "hall", "Great hall", null).orElseThrow();
    assertEquals("Great hall", after.name());
    assertEquals(1, after.draftVersion());
    assertEquals(before.id(), after.id());
    assertEquals(before.createdAt(), after.createdAt());
    assertTrue(after.updatedAt().isAfter(before.updatedAt()));
    assertEquals(Optional.of(after), catalog().findChart(workspace, "hall"));
    assertEquals(LAYOUT, catalog().draft(workspace, "hall").orElseThrow().text());
  }

  @Test
  default void C18_another_draft_has_the_next_number() {
    WorkspaceId workspace = aWorkspace();
    Chart before = aChart(workspace, "hall");
    moveClock(MINUTE);
    NewDraft draft = new NewDraft("v9", "{\"b\":2}");
    Chart after = catalog().updateChart(workspace, "hall", null, draft).orElseThrow();
    assertEquals("Main hall", after.name());
    assertEquals(2, after.draftVersion());
    assertTrue(after.updatedAt().isAfter(before.updatedAt()));
    assertEquals(Optional.of(after), catalog().findChart(workspace, "hall"));
    assertEquals(
        Optional.of(new StoredLayout("hall", 2, "v9", "{\"b\":2}")),
        catalog().draft(workspace, "hall"));
  }

  @Test
  default void C19_name_and_draft_change_together_and_the_same_text_is_a_new_draft_too() {
    WorkspaceId workspace = aWorkspace();
    aChart(workspace, "hall");
    Chart both =
        catalog().updateChart(workspace, "hall", "New", new NewDraft("v1", LAYOUT)).orElseThrow();
    assertEquals("New", both.name());
    assertEquals(2, both.draftVersion());
    assertEquals(3, redraw(workspace, "hall", LAYOUT).draftVersion());
  }

  @Test
  default void C20_changing_nothing_gives_no_new_number() {
    WorkspaceId workspace = aWorkspace();
    aPublishedChart(workspace, "hall");
    Chart after = catalog().updateChart(workspace, "hall", null, null).orElseThrow();
    assertEquals("Main hall", after.name());
    assertEquals(1, after.draftVersion());
    assertEquals(1, after.publishedVersion());
  }

  @Test
  default void C21_a_change_leaves_other_charts_alone() {
    WorkspaceId workspace = aWorkspace();
    aChart(workspace, "hall");
    Chart other = aPublishedChart(workspace, "other");
    redraw(workspace, "hall", "{}");
    aPublishedChart(workspace, "third");
    catalog().unpublish(workspace, "third");
    catalog().deleteChart(workspace, "hall");
    assertEquals(Optional.of(other), catalog().findChart(workspace, "other"));
  }

  @Test
  default void C22_a_deleted_chart_is_gone_and_its_key_free_but_its_number_is_not() {
    WorkspaceId workspace = aWorkspace();
    Chart chart = aPublishedChart(workspace, "hall");
    assertEquals(DeleteAnswer.DELETED, catalog().deleteChart(workspace, "hall"));
    assertEquals(Optional.empty(), catalog().findChart(workspace, "hall"));
    assertEquals(Optional.empty(), catalog().draft(workspace, "hall"));
    assertEquals(new Page<>(List.of(), 0), catalog().charts(workspace, new Page.Request(1, 10)));
    assertEquals(DeleteAnswer.NO_SUCH_CHART, catalog().deleteChart(workspace, "hall"));
    Chart next = aChart(workspace, "hall");
    assertNotEquals(chart.id(), next.id());
    assertEquals(1, next.draftVersion());
    assertNull(next.publishedVersion());
  }

  @Test
  default void C23_charts_are_listed_newest_first() {
    WorkspaceId workspace = aWorkspace();
    List<Chart> newestFirst = new ArrayList<>();
    for (String key : List.of("b", "c", "a")) {
      newestFirst.addFirst(aChart(workspace, key));
      moveClock(MINUTE);
    }
    assertEquals(new Page<>(newestFirst, 3), catalog().charts(workspace, new Page.Request(1, 10)));
  }

  @Test
  default void C24_charts_of_the_same_instant_are_listed_by_key() {
    WorkspaceId workspace = aWorkspace();
    List<Chart> charts = new ArrayList<>();
    for (String key : List.of("b", "C", "a-2", "ä", "a-10", "d")) {
      charts.add(aChart(workspace, key));
    }
    charts.sort(Comparator.comparing(Chart::createdAt).reversed().thenComparing(Chart::key));
    assertEquals(new Page<>(charts, 6), catalog().charts(workspace, new Page.Request(1, 10)));
  }

  @Test
  default void C25_pages_of_charts_meet_without_gap_or_overlap() {
    WorkspaceId workspace = aWorkspace();
    assertEquals(new Page<>(List.of(), 0), catalog().charts(workspace, new Page.Request(1, 1)));
    for (int i = 0; i < 5; i++) {
      aPublishedChart(workspace, fresh("chart"));
    }
    List<Chart> all = catalog().charts(workspace, new Page.Request(1, 100)).items();
    assertEquals(5, all.size());
    assertEquals(new Page<>(all.subList(0, 2), 5), charts(workspace, 1));
    assertEquals(new Page<>(all.subList(2, 4), 5), charts(workspace, 2));
    assertEquals(new Page<>(all.subList(4, 5), 5), charts(workspace, 3));
    assertEquals(new Page<>(List.of(), 5), charts(workspace, 4));
    assertEquals(new Page<>(List.of(), 5), charts(workspace, Integer.MAX_VALUE));
  }

  private Page<Chart> charts(WorkspaceId workspace, int page) {
    return catalog().charts(workspace, new Page.Request(page, 2));
  }
}
