package dev.holdfast.domain.catalog;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.holdfast.domain.decision.DayClock;
import dev.holdfast.domain.inmemory.InMemoryCatalog;
import dev.holdfast.domain.inmemory.InMemoryStore;
import dev.holdfast.domain.port.IdSource;
import dev.holdfast.domain.refusal.Outcome;
import dev.holdfast.domain.refusal.Refusal;
import dev.holdfast.domain.workspace.WorkspaceId;
import java.util.List;

/** The catalog's use cases over a store in memory with two companies. */
final class CatalogRig {
  final DayClock clock = new DayClock();
  final InMemoryCatalog catalog = new InMemoryCatalog(new InMemoryStore(clock));
  final Drawer drawer = new Drawer();
  final Charts charts = new Charts(catalog, IdSource.secure(), List.of(drawer));
  final Events events = new Events(catalog, IdSource.secure());
  final Workspaces workspaces = new Workspaces(catalog, IdSource.secure());
  final OpenedCompany harbour = workspaces.open("Harbour Hall");
  final WorkspaceId ours = live(harbour);
  final WorkspaceId theirs = live(workspaces.open("Riverside"));

  static WorkspaceId live(OpenedCompany company) {
    return company.company().workspaces().getFirst().workspace().id();
  }

  /** The key of a new chart of ours. */
  String chart(String labels) {
    return charts.create(ours, "Main hall", Drawer.draft(labels)).key();
  }

  /** The key of a new chart of ours that is published. */
  String publishedChart(String labels) {
    String key = chart(labels);
    accepted(charts.publish(ours, key));
    return key;
  }

  static <A> A accepted(Outcome<A> outcome) {
    assertInstanceOf(Outcome.Accepted.class, outcome, outcome::toString);
    return ((Outcome.Accepted<A>) outcome).answer();
  }

  static Refusal refused(Outcome<?> outcome) {
    return assertInstanceOf(Outcome.Refused.class, outcome, outcome::toString).first();
  }
}
