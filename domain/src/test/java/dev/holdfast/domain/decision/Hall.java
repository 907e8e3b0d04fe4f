package dev.holdfast.domain.decision;

import dev.holdfast.domain.chart.Bookable;
import dev.holdfast.domain.chart.Chart;
import dev.holdfast.domain.chart.SeatingPlan;
import dev.holdfast.domain.choice.Stalls;
import dev.holdfast.domain.event.Event;
import dev.holdfast.domain.event.EventChange;
import dev.holdfast.domain.event.EventId;
import dev.holdfast.domain.event.LayoutVersion;
import dev.holdfast.domain.event.SaleRules;
import dev.holdfast.domain.inmemory.InMemoryCatalog;
import dev.holdfast.domain.inmemory.InMemoryHoldTokens;
import dev.holdfast.domain.inmemory.InMemoryIdempotency;
import dev.holdfast.domain.inmemory.InMemoryLedger;
import dev.holdfast.domain.inmemory.InMemoryStore;
import dev.holdfast.domain.port.CatalogPort.NewDraft;
import dev.holdfast.domain.port.CatalogPort.PublishAnswer.Published;
import dev.holdfast.domain.port.EventPort.CreateEventAnswer.Created;
import dev.holdfast.domain.workspace.KeyHash;
import dev.holdfast.domain.workspace.KeyKind;
import dev.holdfast.domain.workspace.NewCompany;
import dev.holdfast.domain.workspace.NewKey;
import dev.holdfast.domain.workspace.NewWorkspace;
import dev.holdfast.domain.workspace.WorkspaceId;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A hall with a published chart, over one store in memory; it opens without any event. */
public final class Hall {
  /** The clock of the store, and of whoever asks. */
  public final DayClock clock = new DayClock();

  public final InMemoryStore store;
  public final InMemoryLedger ledger;
  public final InMemoryCatalog catalog;
  public final InMemoryHoldTokens tokens;
  public final InMemoryIdempotency answers;
  public final WorkspaceId workspace;
  private static final String CHART = "chart_hall";
  private SeatingPlan plan = SeatingPlan.EMPTY;

  private Hall(Duration patience, SeatingPlan plan) {
    store = new InMemoryStore(clock, patience);
    ledger = new InMemoryLedger(store);
    catalog = new InMemoryCatalog(store);
    tokens = new InMemoryHoldTokens(store);
    answers = new InMemoryIdempotency(store);
    workspace = catalog.createCompany(company()).workspaces().getFirst().workspace().id();
    catalog.createChart(workspace, CHART, "Harbour Hall", "v1", "{}");
    publish(plan);
  }

  /** A hall in which one thread plays all parts, so nobody waits for anybody. */
  public static Hall open(SeatingPlan plan) {
    return new Hall(Duration.ZERO, plan);
  }

  /** A hall in which many threads wait for each other. */
  public static Hall openToCrowds(SeatingPlan plan) {
    return new Hall(Duration.ofSeconds(20), plan);
  }

  /** Seats A-1 to A-{@code seats} in gold, and a standing area {@code pit} of some places. */
  public static SeatingPlan plan(int seats, int places) {
    Map<String, Bookable> objects = new LinkedHashMap<>();
    for (int seat = 1; seat <= seats; seat++) {
      objects.put("A-" + seat, new Bookable.NamedSeat("A-" + seat, "gold"));
    }
    if (places > 0) {
      objects.put("pit", new Bookable.Places("pit", places, List.of("standing", "gold")));
    }
    return new SeatingPlan(objects);
  }

  /** Puts the chart on sale once more. */
  public Event event(String key) {
    return ((Created) catalog.createEvent(workspace, CHART, key, null)).event();
  }

  /** An event as it is now. */
  public Event find(String key) {
    return catalog.findEvent(workspace, key).orElseThrow();
  }

  /** What the layout published last has to sell. */
  public SeatingPlan plan() {
    return plan;
  }

  /** Has an event sell by other rules. */
  public void rules(EventId event, SaleRules rules) {
    long on = catalog.rules(event).orElseThrow().version();
    catalog.changeEvent(event, EventChange.rules(on, rules));
  }

  /** Publishes another layout under whatever is on sale. */
  public LayoutVersion publish(SeatingPlan newPlan) {
    return publish(new NewDraft("v1", "{}"), newPlan);
  }

  /** Publishes stalls, drawn so that they can be read again. */
  public LayoutVersion publish(Stalls stalls) {
    return publish(stalls.draft(), stalls.plan());
  }

  /** Publishes a drawing of another layout under whatever is on sale. */
  public LayoutVersion publish(NewDraft draft, SeatingPlan newPlan) {
    plan = newPlan;
    Chart drawn = catalog.updateChart(workspace, CHART, null, draft).orElseThrow();
    Chart chart =
        ((Published) catalog.publish(workspace, CHART, drawn.draftVersion(), newPlan)).chart();
    Integer version = chart.publishedVersion();
    return new LayoutVersion(chart.id(), version == null ? 0 : version);
  }

  /** Takes the published layout back. */
  public Chart unpublish() {
    return catalog.unpublish(workspace, CHART).orElseThrow();
  }

  private static NewCompany company() {
    NewKey admin = key("a", KeyKind.ADMIN);
    List<NewKey> live = List.of(key("b", KeyKind.SECRET));
    return new NewCompany(
        "Harbour",
        "co_1",
        admin,
        List.of(
            new NewWorkspace("ws_1", "Harbour", false, live),
            new NewWorkspace("ws_2", "Harbour", true, List.of())));
  }

  private static NewKey key(String text, KeyKind kind) {
    return new NewKey(kind, KeyHash.of(text), text);
  }
}
