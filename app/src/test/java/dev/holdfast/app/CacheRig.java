package dev.holdfast.app;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.domain.chart.Bookable;
import dev.holdfast.domain.chart.SeatingPlan;
import dev.holdfast.domain.event.Event;
import dev.holdfast.domain.inmemory.HandClock;
import dev.holdfast.domain.port.CatalogPort;
import dev.holdfast.domain.port.EventPort;
import dev.holdfast.domain.port.StoreFailure;
import dev.holdfast.domain.workspace.Company;
import dev.holdfast.domain.workspace.KeyHash;
import dev.holdfast.domain.workspace.KeyKind;
import dev.holdfast.domain.workspace.NewCompany;
import dev.holdfast.domain.workspace.NewKey;
import dev.holdfast.domain.workspace.NewWorkspace;
import dev.holdfast.domain.workspace.Workspace;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;

/** A cached catalog over one whose answers can be stopped, and callers of it. */
final class CacheRig {
  static final KeyHash KEY = KeyHash.of("sk_live_ours");

  private final List<Thread> callers = new ArrayList<>();
  private final HandClock clock = new HandClock(0);
  final StallingCatalog store = new StallingCatalog();
  final CatalogPort catalog = catalog(Duration.ofSeconds(30));

  /** One for which nobody waits long. */
  final CatalogPort hasty = catalog(Duration.ofMillis(100));

  final Workspace workspace = aWorkspace();

  private CatalogPort catalog(Duration patience) {
    return new CachedCatalog(store.port(), clock, patience);
  }

  void pass(Duration time) {
    clock.advance(time);
  }

  private Workspace aWorkspace() {
    Company company =
        store
            .real()
            .createCompany(
                new NewCompany(
                    "Opera",
                    "opera",
                    key(KeyKind.ADMIN, KeyHash.of("adm_opera")),
                    List.of(
                        new NewWorkspace(
                            "live", "Opera", false, List.of(key(KeyKind.SECRET, KEY))))));
    return company.workspaces().getFirst().workspace();
  }

  static NewKey key(KeyKind kind, KeyHash hash) {
    return new NewKey(kind, hash, "wxyz");
  }

  /** An event on sale, whose chart is named after it and was published once. */
  Event anEvent(String key) {
    CatalogPort real = store.real();
    real.createChart(workspace.id(), "hall-" + key, "Hall", "v1", "{\"draft\":1}");
    publish(real, key, 1);
    return assertInstanceOf(
            EventPort.CreateEventAnswer.Created.class,
            real.createEvent(workspace.id(), "hall-" + key, key, null))
        .event();
  }

  /**
   * Publishes the chart of an event.
   *
   * @param by where
   * @param draft its number
   */
  void publish(CatalogPort by, String key, int draft) {
    SeatingPlan plan = new SeatingPlan(Map.of("A-1", new Bookable.NamedSeat("A-1", null)));
    assertInstanceOf(
        CatalogPort.PublishAnswer.Published.class,
        by.publish(workspace.id(), "hall-" + key, draft, plan));
  }

  <T> FutureTask<T> start(Callable<T> work) {
    FutureTask<T> task = new FutureTask<>(work);
    callers.add(Thread.ofVirtual().start(task));
    return task;
  }

  /** Returns when every caller waits for its answer. */
  void awaitCallers() {
    long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
    while (callers.stream().anyMatch(each -> each.getState() != Thread.State.TIMED_WAITING)) {
      assertTrue(System.nanoTime() < end, "some callers do not wait");
      Thread.onSpinWait();
    }
  }

  <T> List<FutureTask<T>> start(int times, Callable<T> work) {
    List<FutureTask<T>> all = new ArrayList<>();
    for (int i = 0; i < times; i++) {
      all.add(start(work));
    }
    return all;
  }

  static <T> T answer(FutureTask<T> task) throws Exception {
    return task.get(30, TimeUnit.SECONDS);
  }

  static StoreFailure failure(FutureTask<?> task) {
    ExecutionException e = assertThrows(ExecutionException.class, () -> answer(task));
    return assertInstanceOf(StoreFailure.class, e.getCause());
  }
}
