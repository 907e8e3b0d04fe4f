package dev.holdfast.domain.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import dev.holdfast.domain.chart.Chart;
import dev.holdfast.domain.event.Event;
import dev.holdfast.domain.port.CatalogPort.DeleteAnswer;
import dev.holdfast.domain.port.CatalogPort.NewDraft;
import dev.holdfast.domain.port.CatalogPort.PublishAnswer;
import dev.holdfast.domain.port.EventPort.CreateEventAnswer;
import dev.holdfast.domain.port.Page;
import dev.holdfast.domain.workspace.Company;
import dev.holdfast.domain.workspace.WorkspaceId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** C48 to C52: no workspace sees, changes or hinders another's things (invariant I12). */
public interface CatalogWorkspaceRules extends CatalogRules {
  Page.Request FIRST = new Page.Request(1, 10);

  @Test
  default void C48_another_workspaces_chart_does_not_exist() {
    WorkspaceId owner = aWorkspace();
    WorkspaceId stranger = aWorkspace();
    Chart chart = aPublishedChart(owner, "hall");
    NewDraft draft = new NewDraft("v1", "{}");
    assertEquals(Optional.empty(), catalog().findChart(stranger, "hall"));
    assertEquals(Optional.empty(), catalog().draft(stranger, "hall"));
    assertEquals(Optional.empty(), catalog().updateChart(stranger, "hall", "Mine", draft));
    assertEquals(new PublishAnswer.NoSuchChart(), catalog().publish(stranger, "hall", 1, PLAN));
    assertEquals(new PublishAnswer.NoSuchChart(), catalog().publish(stranger, "hall", 7, PLAN));
    assertEquals(Optional.empty(), catalog().unpublish(stranger, "hall"));
    assertEquals(DeleteAnswer.NO_SUCH_CHART, catalog().deleteChart(stranger, "hall"));
    assertEquals(
        new CreateEventAnswer.NoSuchChart(), catalog().createEvent(stranger, "hall", "gala", null));
    assertEquals(new Page<>(List.of(), 0), catalog().charts(stranger, FIRST));
    assertEquals(Optional.of(chart), catalog().findChart(owner, "hall"));
    assertEquals(LAYOUT, catalog().draft(owner, "hall").orElseThrow().text());
  }

  @Test
  default void C49_another_workspaces_event_does_not_exist() {
    WorkspaceId owner = aWorkspace();
    WorkspaceId stranger = aWorkspace();
    aPublishedChart(owner, "hall");
    Event event = anEvent(owner, "hall", "gala");
    assertEquals(Optional.empty(), catalog().findEvent(stranger, "gala"));
    assertEquals(Optional.empty(), catalog().renameEvent(stranger, "gala", "Mine"));
    assertFalse(catalog().deleteEvent(stranger, "gala"));
    assertEquals(new Page<>(List.of(), 0), catalog().events(stranger, FIRST));
    assertEquals(Optional.of(event), catalog().findEvent(owner, "gala"));
  }

  @Test
  default void C50_the_same_keys_in_two_workspaces_are_two_things() {
    WorkspaceId one = aWorkspace();
    WorkspaceId two = aWorkspace();
    Chart ones = aPublishedChart(one, "hall");
    Chart twos = aPublishedChart(two, "hall");
    Event onesEvent = anEvent(one, "hall", "gala");
    Event twosEvent = anEvent(two, "hall", "gala");
    assertNotEquals(ones.id(), twos.id());
    assertNotEquals(onesEvent.id(), twosEvent.id());
    assertEquals(ones.id(), onesEvent.layout().chart());
    assertEquals(twos.id(), twosEvent.layout().chart());

    redraw(one, "hall", "{\"ones\":true}");
    catalog().renameEvent(one, "gala", "One's");
    assertEquals(Optional.of(twosEvent), catalog().findEvent(two, "gala"));
    assertEquals(LAYOUT, catalog().draft(two, "hall").orElseThrow().text());
    catalog().deleteEvent(one, "gala");
    catalog().deleteChart(one, "hall");
    assertEquals(Optional.of(twosEvent), catalog().findEvent(two, "gala"));
    assertEquals(Optional.of(twos), catalog().findChart(two, "hall"));
    assertEquals(new Page<>(List.of(twos), 1), catalog().charts(two, FIRST));
    assertEquals(new Page<>(List.of(twosEvent), 1), catalog().events(two, FIRST));
  }

  @Test
  default void C51_a_companys_live_and_test_workspace_are_strangers() {
    Company company = aCompany();
    WorkspaceId live = company.workspaces().getFirst().workspace().id();
    WorkspaceId test = company.workspaces().getLast().workspace().id();
    aPublishedChart(live, "hall");
    anEvent(live, "hall", "gala");
    assertEquals(Optional.empty(), catalog().findChart(test, "hall"));
    assertEquals(Optional.empty(), catalog().findEvent(test, "gala"));
  }

  @Test
  default void C52_a_workspace_that_is_not_there_has_nothing() {
    WorkspaceId none = new WorkspaceId(Long.MAX_VALUE);
    assertEquals(new Page<>(List.of(), 0), catalog().charts(none, FIRST));
    assertEquals(new Page<>(List.of(), 0), catalog().events(none, FIRST));
    assertEquals(Optional.empty(), catalog().findChart(none, "hall"));
  }
}
