package dev.holdfast.domain.contract;

import static dev.holdfast.domain.contract.CatalogRules.aNewCompany;
import static dev.holdfast.domain.contract.CatalogRules.aNewKey;
import static dev.holdfast.domain.contract.SeatLedgerRules.again;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.holdfast.domain.event.Event;
import dev.holdfast.domain.event.EventId;
import dev.holdfast.domain.event.LayoutVersion;
import dev.holdfast.domain.port.CatalogPort.NewDraft;
import dev.holdfast.domain.port.Page;
import dev.holdfast.domain.port.StoreFailure;
import dev.holdfast.domain.workspace.Company;
import dev.holdfast.domain.workspace.KeyHash;
import dev.holdfast.domain.workspace.KeyKind;
import dev.holdfast.domain.workspace.WorkspaceId;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** C62 to C64: a store that does not answer: trouble, never "there is none". */
public interface CatalogFailureRules extends CatalogRules {
  @Test
  default void C62_a_broken_store_is_trouble_and_never_empty() {
    WorkspaceId workspace = aWorkspace();
    Event event = anEvent(workspace);
    Page.Request page = new Page.Request(1, 10);
    breakStore();
    List<Supplier<Object>> questions =
        List.of(
            () -> catalog().companies(),
            () -> catalog().findWorkspace("any"),
            () -> catalog().findKey(KeyHash.of("any")),
            () -> catalog().findChart(workspace, event.chartKey()),
            () -> catalog().charts(workspace, page),
            () -> catalog().draft(workspace, event.chartKey()),
            () -> catalog().findEvent(workspace, event.key()),
            () -> catalog().events(workspace, page),
            () -> catalog().publishedLayout(event.id()),
            () -> catalog().layoutOf(event.id()),
            () -> catalog().layoutOf(new EventId(Long.MAX_VALUE)),
            () -> catalog().plan(event.layout()),
            () -> catalog().plan(new LayoutVersion(Long.MAX_VALUE, 1)));
    for (Supplier<Object> question : questions) {
      assertThrows(StoreFailure.Unavailable.class, question::get);
    }
    repairStore();
  }

  @Test
  default void C63_a_broken_store_changes_nothing_and_says_so() {
    Company company = aCompany();
    WorkspaceId workspace = company.workspaces().getFirst().workspace().id();
    String workspaceKey = company.workspaces().getFirst().workspace().key();
    long apiKey = company.workspaces().getFirst().keys().getFirst().id();
    Event event = anEvent(workspace);
    String chart = event.chartKey();
    breakStore();
    List<Supplier<Object>> changes =
        List.of(
            () -> catalog().createCompany(aNewCompany("Opera")),
            () -> catalog().addKey(workspaceKey, aNewKey(KeyKind.PUBLIC)),
            () -> catalog().revokeKey(workspaceKey, apiKey),
            () -> aChart(workspace, "other"),
            () -> catalog().updateChart(workspace, chart, "Name", new NewDraft("v1", "{}")),
            () -> catalog().publish(workspace, chart, 1, PLAN),
            () -> catalog().unpublish(workspace, chart),
            () -> catalog().deleteChart(workspace, chart),
            () -> catalog().createEvent(workspace, chart, "other", null),
            () -> catalog().renameEvent(workspace, event.key(), "Name"),
            () -> catalog().deleteEvent(workspace, event.key()),
            () -> catalog().deleteEvent(workspace, "none"));
    for (Supplier<Object> change : changes) {
      assertThrows(StoreFailure.class, change::get);
    }
    repairStore();
    assertEquals(List.of(company), again(() -> catalog().companies()));
    assertEquals(1, catalog().charts(workspace, new Page.Request(1, 10)).total());
    Page<Event> events = catalog().events(workspace, new Page.Request(1, 10));
    assertEquals(new Page<>(List.of(event), 1), events);
  }

  @Test
  default void C64_a_repaired_store_has_everything_and_goes_on() {
    WorkspaceId workspace = aWorkspace();
    Event event = anEvent(workspace);
    breakStore();
    repairStore();
    assertEquals(event, again(() -> catalog().findEvent(workspace, event.key())).orElseThrow());
    Event next = again(() -> anEvent(workspace));
    assertEquals(List.of(next, event), byNumber(workspace));
  }

  private List<Event> byNumber(WorkspaceId workspace) {
    return catalog().events(workspace, new Page.Request(1, 10)).items().stream()
        .sorted((one, two) -> two.id().compareTo(one.id()))
        .toList();
  }
}
