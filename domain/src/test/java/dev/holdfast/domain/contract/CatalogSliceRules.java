package dev.holdfast.domain.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.holdfast.domain.chart.Chart;
import dev.holdfast.domain.chart.StagedChart;
import dev.holdfast.domain.chart.TagChange;
import dev.holdfast.domain.port.DrawingPort.ChartFilter;
import dev.holdfast.domain.port.Slice;
import dev.holdfast.domain.port.Slice.Beside;
import dev.holdfast.domain.port.Slice.Request;
import dev.holdfast.domain.workspace.WorkspaceId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** C160 to C164: charts by the ones beside them, and their tags. */
public interface CatalogSliceRules extends CatalogRules {
  private Slice<StagedChart> slice(
      WorkspaceId workspace, ChartFilter filter, int limit, Beside beside) {
    return catalog().stagedCharts(workspace, filter, new Request(limit, beside));
  }

  private void assertSlice(
      Slice<StagedChart> slice, boolean earlier, boolean later, String... keys) {
    assertEquals(List.of(keys), slice.items().stream().map(each -> each.chart().key()).toList());
    assertEquals(earlier, slice.hasEarlier(), "earlier");
    assertEquals(later, slice.hasLater(), "later");
  }

  private List<Long> five(WorkspaceId workspace) {
    List<Long> ids = new ArrayList<>();
    for (String key : List.of("a", "b", "c", "d", "e")) {
      ids.add(catalog().createChart(workspace, key, "Chart " + key, "v1", LAYOUT).id());
    }
    aChart(aWorkspace(), "stranger");
    return ids;
  }

  @Test
  default void C160_charts_are_told_by_the_ones_beside_them_the_newest_first() {
    WorkspaceId workspace = aWorkspace();
    List<Long> ids = five(workspace);
    ChartFilter all = ChartFilter.ALL;
    assertSlice(
        slice(workspace, all, 1000, new Beside.Beginning()), false, false, "e", "d", "c", "b", "a");
    assertSlice(slice(workspace, all, 2, new Beside.Beginning()), false, true, "e", "d");
    assertSlice(slice(workspace, all, 2, new Beside.After(ids.get(3))), true, true, "c", "b");
    assertSlice(slice(workspace, all, 2, new Beside.After(ids.get(2))), true, false, "b", "a");
    assertSlice(slice(workspace, all, 2, new Beside.After(ids.get(0))), true, false);
    assertSlice(slice(workspace, all, 2, new Beside.Before(ids.get(0))), true, true, "c", "b");
    assertSlice(slice(workspace, all, 2, new Beside.Before(ids.get(2))), false, true, "e", "d");
    assertSlice(slice(workspace, all, 9, new Beside.Before(ids.get(4))), false, true);
    assertSlice(
        slice(workspace, all, 9, new Beside.After(Long.MAX_VALUE)),
        false,
        false,
        "e",
        "d",
        "c",
        "b",
        "a");
    assertSlice(slice(workspace, all, 2, new Beside.Before(0)), true, false, "b", "a");
  }

  @Test
  default void C161_charts_are_listed_by_a_part_of_their_names_and_by_a_tag() {
    WorkspaceId workspace = aWorkspace();
    List<Long> ids = five(workspace);
    catalog().updateChart(workspace, "b", "50% Main_Hall", null);
    catalog().updateChart(workspace, "d", "main hall", null);
    catalog().changeTags(workspace, "b", new TagChange(List.of("x", "tag1/:\"-<>"), List.of()));
    catalog().changeTags(workspace, "c", new TagChange(List.of("x"), List.of()));
    Beside from = new Beside.Beginning();
    assertSlice(slice(workspace, new ChartFilter("MAIN", null), 9, from), false, false, "d", "b");
    assertSlice(slice(workspace, new ChartFilter("0% main_", null), 9, from), false, false, "b");
    assertSlice(slice(workspace, new ChartFilter("%", null), 9, from), false, false, "b");
    assertSlice(slice(workspace, new ChartFilter("none", null), 9, from), false, false);
    assertSlice(slice(workspace, new ChartFilter("", "x"), 9, from), false, false, "c", "b");
    assertSlice(slice(workspace, new ChartFilter("hall", "x"), 9, from), false, false, "b");
    assertSlice(slice(workspace, new ChartFilter("", "tag1/:\"-<>"), 9, from), false, false, "b");
    assertSlice(slice(workspace, new ChartFilter("", "X"), 9, from), false, false);
    // The one beside need not be listed itself.
    assertSlice(
        slice(workspace, new ChartFilter("main", null), 9, new Beside.After(ids.get(2))),
        true,
        false,
        "b");
    assertSlice(
        slice(workspace, new ChartFilter("main", null), 9, new Beside.Before(ids.get(2))),
        false,
        true,
        "d");
  }

  @Test
  default void C162_charts_are_listed_with_their_stages() {
    WorkspaceId workspace = aWorkspace();
    aPublishedChart(workspace, "sold");
    anEvent(workspace, "sold", "gala");
    redraw(workspace, "sold", "{}");
    aPublishedChart(workspace, "idle");
    Slice<StagedChart> slice = slice(workspace, ChartFilter.ALL, 9, new Beside.Beginning());
    Chart idle = catalog().findChart(workspace, "idle").orElseThrow();
    Chart sold = catalog().findChart(workspace, "sold").orElseThrow();
    assertEquals(
        List.of(new StagedChart(idle, false, false), new StagedChart(sold, true, true)),
        slice.items());
  }

  @Test
  default void C163_all_tags_of_a_workspace_are_told_once() {
    WorkspaceId workspace = aWorkspace();
    assertEquals(List.of(), catalog().chartTags(workspace));
    aChart(workspace, "a");
    aChart(workspace, "b");
    catalog().changeTags(workspace, "a", new TagChange(List.of("z", "B"), List.of()));
    catalog().changeTags(workspace, "b", new TagChange(List.of("a", "z"), List.of()));
    WorkspaceId other = aWorkspace();
    aChart(other, "a");
    catalog().changeTags(other, "a", new TagChange(List.of("other"), List.of()));
    assertEquals(List.of("B", "a", "z"), catalog().chartTags(workspace));
  }

  @Test
  default void C164_charts_of_other_workspaces_are_not_listed() {
    WorkspaceId workspace = aWorkspace();
    five(aWorkspace());
    assertSlice(slice(workspace, ChartFilter.ALL, 9, new Beside.Beginning()), false, false);
    assertSlice(slice(workspace, ChartFilter.ALL, 9, new Beside.Before(0)), false, false);
  }
}
