package dev.holdfast.domain.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.holdfast.domain.chart.Bookable;
import dev.holdfast.domain.chart.Category;
import dev.holdfast.domain.chart.Chart;
import dev.holdfast.domain.chart.SeatingPlan;
import dev.holdfast.domain.chart.StoredLayout;
import dev.holdfast.domain.event.LayoutVersion;
import dev.holdfast.domain.port.CatalogPort.NewDraft;
import dev.holdfast.domain.workspace.WorkspaceId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * C81 to C88: categories and tables of a plan, and published layouts that are asked for without an
 * event.
 */
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

  @Test
  default void C86_tables_and_the_seats_at_them_come_back_with_what_the_chart_sells_of_them() {
    Map<String, Bookable> objects = new LinkedHashMap<>();
    for (Bookable each :
        List.of(
            new Bookable.NamedSeat("T2", "gold", "T2", true),
            new Bookable.NamedSeat("T2-1", "gold", "T2", false),
            new Bookable.NamedSeat("T1-1", null, "T1", true),
            new Bookable.Places("pit", 10, List.of("gold")),
            new Bookable.NamedSeat("T1", null, "T1", false),
            new Bookable.NamedSeat("A-1", "gold"))) {
      objects.put(each.label(), each);
    }
    WorkspaceId workspace = aWorkspace();
    long chart = aChart(workspace, "hall").id();
    catalog().publish(workspace, "hall", 1, new SeatingPlan(objects));
    assertTables(new LayoutVersion(chart, 1), objects);
    long copy = catalog().copyChart(workspace, "hall", "copy", "Copy").orElseThrow().id();
    assertTables(new LayoutVersion(copy, 1), objects);
  }

  private void assertTables(LayoutVersion version, Map<String, Bookable> objects) {
    SeatingPlan plan = catalog().plan(version).orElseThrow();
    assertEquals(List.copyOf(objects.values()), List.copyOf(plan.every()));
    assertEquals(
        List.of("T2", "T1-1", "pit", "A-1"), plan.all().stream().map(Bookable::label).toList());
  }

  @Test
  default void C87_labels_of_tables_may_be_any_text() {
    Map<String, Bookable> objects = new LinkedHashMap<>();
    for (String text : CatalogTextRules.ODD_TEXTS) {
      String seat = "seat of " + text;
      objects.put(seat, new Bookable.NamedSeat(seat, null, text, true));
    }
    WorkspaceId workspace = aWorkspace();
    long chart = aChart(workspace, "hall").id();
    catalog().publish(workspace, "hall", 1, new SeatingPlan(objects));
    assertEquals(
        Optional.of(new SeatingPlan(objects)), catalog().plan(new LayoutVersion(chart, 1)));
  }

  @Test
  default void C88_a_category_keeps_whether_it_is_accessible_and_whether_its_key_is_a_number() {
    List<Category> categories =
        List.of(
            new Category("9", "Stalls", "#87A9CD", false, true),
            new Category("10", "Stalls", null, true, true),
            new Category("11", "Wheelchairs", "#fff", true, false),
            new Category("vip", "VIP"));
    WorkspaceId workspace = aWorkspace();
    Chart chart = aChart(workspace, "hall");
    SeatingPlan plan = new SeatingPlan(PLAN.objects(), categories);
    catalog().publish(workspace, "hall", 1, plan);
    assertEquals(Optional.of(plan), catalog().plan(new LayoutVersion(chart.id(), 1)));
    long copy = catalog().copyChart(workspace, "hall", "copy", "Copy").orElseThrow().id();
    assertEquals(Optional.of(plan), catalog().plan(new LayoutVersion(copy, 1)));
  }
}
