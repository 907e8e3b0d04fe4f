package dev.holdfast.domain.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.holdfast.domain.chart.Category;
import dev.holdfast.domain.chart.Chart;
import dev.holdfast.domain.chart.SeatingPlan;
import dev.holdfast.domain.chart.StoredLayout;
import dev.holdfast.domain.event.LayoutVersion;
import dev.holdfast.domain.port.CatalogPort.NewDraft;
import dev.holdfast.domain.workspace.WorkspaceId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** C81 to C85: categories of a plan, and published layouts that are asked for without an event. */
public interface CatalogLayoutRules extends CatalogRules {
  @Test
  default void C81_a_plan_has_its_categories_in_their_order_whatever_they_are_called() {
    WorkspaceId workspace = aWorkspace();
    Chart chart = aChart(workspace, "hall");
    List<Category> categories = new ArrayList<>();
    for (String text : CatalogTextRules.ODD_TEXTS) {
      categories.add(new Category(text, "label of " + text, text));
      categories.add(new Category("plain " + text, text));
    }
    SeatingPlan plan = new SeatingPlan(PLAN.objects(), categories);
    catalog().publish(workspace, "hall", 1, plan);
    assertEquals(Optional.of(plan), catalog().plan(new LayoutVersion(chart.id(), 1)));
    SeatingPlan none = new SeatingPlan(PLAN.objects(), List.of());
    catalog().publish(workspace, "hall", 1, none);
    assertEquals(Optional.of(none), catalog().plan(new LayoutVersion(chart.id(), 2)));
  }

  @Test
  default void C82_only_the_published_version_of_a_layout_can_be_read() {
    WorkspaceId workspace = aWorkspace();
    Chart chart = aPublishedChart(workspace, "hall");
    LayoutVersion first = new LayoutVersion(chart.id(), 1);
    LayoutVersion second = new LayoutVersion(chart.id(), 2);
    assertEquals(Optional.of(new StoredLayout("hall", 1, "v1", LAYOUT)), catalog().layout(first));
    assertEquals(Optional.empty(), catalog().layout(second));
    assertEquals(Optional.empty(), catalog().layout(new LayoutVersion(chart.id(), 0)));
    catalog().updateChart(workspace, "hall", null, new NewDraft("v9", "{\"b\":2}"));
    catalog().publish(workspace, "hall", 2, PLAN);
    assertEquals(Optional.empty(), catalog().layout(first));
    assertEquals(
        Optional.of(new StoredLayout("hall", 2, "v9", "{\"b\":2}")), catalog().layout(second));
    catalog().unpublish(workspace, "hall");
    assertEquals(Optional.empty(), catalog().layout(second));
    assertEquals(Optional.empty(), catalog().layout(new LayoutVersion(chart.id(), 0)));
  }

  @Test
  default void C83_whoever_knows_the_key_of_a_published_chart_finds_it_without_its_workspace() {
    WorkspaceId workspace = aWorkspace();
    Chart chart = aChart(workspace, "chart_unguessable");
    aPublishedChart(workspace, "another");
    assertEquals(Optional.empty(), anywhere());
    publish(workspace, chart);
    assertEquals(Optional.of(new LayoutVersion(chart.id(), 1)), anywhere());
    publish(workspace, chart);
    assertEquals(Optional.of(new LayoutVersion(chart.id(), 2)), anywhere());
    catalog().unpublish(workspace, "chart_unguessable");
    assertEquals(Optional.empty(), anywhere());
    publish(workspace, chart);
    catalog().deleteChart(workspace, "chart_unguessable");
    assertEquals(Optional.empty(), anywhere());
  }

  private Optional<LayoutVersion> anywhere() {
    return catalog().publishedAnywhere("chart_unguessable");
  }

  @Test
  default void C84_a_key_of_two_workspaces_finds_neithers_chart() {
    WorkspaceId owner = aWorkspace();
    Chart chart = aPublishedChart(owner, "chart_unguessable");
    WorkspaceId other = aWorkspace();
    aChart(other, "chart_unguessable");
    assertEquals(Optional.empty(), anywhere());
    aPublishedChart(aWorkspace(), "chart_unguessable");
    assertEquals(Optional.empty(), anywhere());
    catalog().deleteChart(other, "chart_unguessable");
    assertEquals(Optional.empty(), anywhere());
    assertEquals(LAYOUT, catalog().layout(new LayoutVersion(chart.id(), 1)).orElseThrow().text());
  }

  @Test
  default void C85_no_other_text_finds_a_chart() {
    aPublishedChart(aWorkspace(), "chart_unguessable");
    for (String key : List.of("", "chart_", "%", "chart_unguessabl_", "CHART_UNGUESSABLE")) {
      assertEquals(Optional.empty(), catalog().publishedAnywhere(key), key);
    }
  }
}
