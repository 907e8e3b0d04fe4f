package dev.holdfast.domain.contract;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.holdfast.domain.chart.Bookable;
import dev.holdfast.domain.chart.Category;
import dev.holdfast.domain.chart.Chart;
import dev.holdfast.domain.chart.SeatingPlan;
import dev.holdfast.domain.event.Event;
import dev.holdfast.domain.port.CatalogPort.NewDraft;
import dev.holdfast.domain.port.CatalogPort.PublishAnswer;
import dev.holdfast.domain.port.EventPort.CreateEventAnswer;
import dev.holdfast.domain.workspace.Company;
import dev.holdfast.domain.workspace.KeyHash;
import dev.holdfast.domain.workspace.KeyKind;
import dev.holdfast.domain.workspace.NewCompany;
import dev.holdfast.domain.workspace.NewKey;
import dev.holdfast.domain.workspace.NewWorkspace;
import dev.holdfast.domain.workspace.WorkspaceId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/** The words in which the catalog's rules are written; the ledger's rules use them too. */
public interface CatalogRules extends SeatLedgerBackend {
  /** Makes names that no other test has. */
  AtomicLong NAMES = new AtomicLong();

  /** A layout text; the store reads nothing into it. */
  String LAYOUT = "{\"sections\":[]}";

  /** What {@link #LAYOUT} comes down to, as far as the store is concerned. */
  SeatingPlan PLAN = plan("A-1", "A-2", "A-3");

  static String fresh(String kind) {
    return kind + "_" + NAMES.incrementAndGet();
  }

  /** A plan of named seats and one area, {@code floor}, of 100 places. */
  static SeatingPlan plan(String... seats) {
    Map<String, Bookable> objects = new LinkedHashMap<>();
    for (String seat : seats) {
      objects.put(seat, new Bookable.NamedSeat(seat, "gold"));
    }
    objects.put("floor", new Bookable.Places("floor", 100, List.of("standing", "gold")));
    return new SeatingPlan(
        objects,
        List.of(new Category("standing", "Standing"), new Category("gold", "Gold", "#ffd700")));
  }

  static NewKey aNewKey(KeyKind kind) {
    return new NewKey(kind, KeyHash.of(fresh("key")), "wxyz");
  }

  /** A company about to be stored, with one key of each kind in both workspaces. */
  static NewCompany aNewCompany(String name) {
    return new NewCompany(
        name,
        fresh("co"),
        aNewKey(KeyKind.ADMIN),
        List.of(aNewWorkspace(name, false), aNewWorkspace(name, true)));
  }

  /** A workspace about to be stored, with one key of each kind. */
  static NewWorkspace aNewWorkspace(String name, boolean test) {
    return new NewWorkspace(
        fresh("ws"), name, test, List.of(aNewKey(KeyKind.PUBLIC), aNewKey(KeyKind.SECRET)));
  }

  default Company aCompany() {
    return catalog().createCompany(aNewCompany("Harbour Hall"));
  }

  /** The live workspace of a new company. */
  default WorkspaceId aWorkspace() {
    return aCompany().workspaces().getFirst().workspace().id();
  }

  default Chart aChart(WorkspaceId workspace, String key) {
    return catalog().createChart(workspace, key, "Main hall", "v1", LAYOUT);
  }

  default Chart aPublishedChart(WorkspaceId workspace, String key) {
    return publish(workspace, aChart(workspace, key));
  }

  /** Publishes the draft a chart has now. */
  default Chart publish(WorkspaceId workspace, Chart chart) {
    PublishAnswer answer = catalog().publish(workspace, chart.key(), chart.draftVersion(), PLAN);
    return assertInstanceOf(PublishAnswer.Published.class, answer).chart();
  }

  /** Gives a chart another draft layout. */
  default Chart redraw(WorkspaceId workspace, String key, String text) {
    return catalog().updateChart(workspace, key, null, new NewDraft("v1", text)).orElseThrow();
  }

  /** An event of a chart that is there and published. */
  default Event anEvent(WorkspaceId workspace, String chartKey, String eventKey) {
    CreateEventAnswer answer = catalog().createEvent(workspace, chartKey, eventKey, "Winter gala");
    return assertInstanceOf(CreateEventAnswer.Created.class, answer).event();
  }

  /** An event of a published chart of its own. */
  default Event anEvent(WorkspaceId workspace) {
    String chart = aPublishedChart(workspace, fresh("chart")).key();
    return anEvent(workspace, chart, fresh("evt"));
  }
}
