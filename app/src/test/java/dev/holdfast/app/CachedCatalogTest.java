package dev.holdfast.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.domain.chart.Bookable;
import dev.holdfast.domain.chart.SeatingPlan;
import dev.holdfast.domain.event.Event;
import dev.holdfast.domain.event.LayoutVersion;
import dev.holdfast.domain.port.CatalogPort;
import dev.holdfast.domain.port.StoreFailure;
import dev.holdfast.domain.port.TimeSource;
import dev.holdfast.domain.workspace.ApiKey;
import dev.holdfast.domain.workspace.Company;
import dev.holdfast.domain.workspace.KeyHash;
import dev.holdfast.domain.workspace.KeyKind;
import dev.holdfast.domain.workspace.NewCompany;
import dev.holdfast.domain.workspace.NewKey;
import dev.holdfast.domain.workspace.Workspace;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** I10: a crowd asks the store once, waits for it a bounded time, and is not told what is over. */
final class CachedCatalogTest {
  private static final KeyHash KEY = KeyHash.of("sk_live_ours");
  private static final KeyHash UNKNOWN = KeyHash.of("sk_live_nobodys");

  private final List<Thread> callers = new ArrayList<>();
  private final AtomicLong clock = new AtomicLong();
  private final StallingCatalog store = new StallingCatalog();
  private final CatalogPort catalog = catalog(Duration.ofSeconds(30));
  private final CatalogPort hasty = catalog(Duration.ofMillis(100));
  private final Workspace workspace = aWorkspace();

  private CatalogPort catalog(Duration patience) {
    return new CachedCatalog(store.port(), time(), patience);
  }

  private TimeSource time() {
    return new TimeSource() {
      @Override
      public Instant now() {
        throw new UnsupportedOperationException("wall-clock time decides nothing here");
      }

      @Override
      public long nanos() {
        return clock.get();
      }
    };
  }

  private void pass(Duration time) {
    clock.addAndGet(time.toNanos());
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
                    "live",
                    List.of(key(KeyKind.SECRET, KEY)),
                    "test",
                    List.of()));
    return company.workspaces().getFirst().workspace();
  }

  private static NewKey key(KeyKind kind, KeyHash hash) {
    return new NewKey(kind, hash, "wxyz");
  }

  private Event anEvent(String key) {
    CatalogPort real = store.real();
    real.createChart(workspace.id(), "hall-" + key, "Hall", "v1", "{\"draft\":1}");
    publish(real, key, 1);
    return assertInstanceOf(
            CatalogPort.CreateEventAnswer.Created.class,
            real.createEvent(workspace.id(), "hall-" + key, key, null))
        .event();
  }

  private void publish(CatalogPort by, String key, int draft) {
    SeatingPlan plan = new SeatingPlan(Map.of("A-1", new Bookable.NamedSeat("A-1", null)));
    assertInstanceOf(
        CatalogPort.PublishAnswer.Published.class,
        by.publish(workspace.id(), "hall-" + key, draft, plan));
  }

  private <T> FutureTask<T> start(Callable<T> work) {
    FutureTask<T> task = new FutureTask<>(work);
    callers.add(Thread.ofVirtual().start(task));
    return task;
  }

  /** Returns when every caller waits for its answer. */
  private void awaitCallers() {
    long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
    while (callers.stream().anyMatch(each -> each.getState() != Thread.State.TIMED_WAITING)) {
      assertTrue(System.nanoTime() < end, "some callers do not wait");
      Thread.onSpinWait();
    }
  }

  private <T> List<FutureTask<T>> start(int times, Callable<T> work) {
    List<FutureTask<T>> all = new ArrayList<>();
    for (int i = 0; i < times; i++) {
      all.add(start(work));
    }
    return all;
  }

  private static <T> T answer(FutureTask<T> task) throws Exception {
    return task.get(30, TimeUnit.SECONDS);
  }

  private static StoreFailure failure(FutureTask<?> task) {
    ExecutionException e = assertThrows(ExecutionException.class, () -> answer(task));
    return assertInstanceOf(StoreFailure.class, e.getCause());
  }

  @Test
  void what_was_found_is_looked_up_again_after_half_a_second() {
    assertTrue(catalog.findKey(KEY).isPresent());
    store.real().revokeKey("live", keyId());
    pass(CachedCatalog.MAX_AGE.minusNanos(1));
    assertTrue(catalog.findKey(KEY).isPresent());
    pass(Duration.ofNanos(1));
    assertTrue(catalog.findKey(KEY).isEmpty());
    assertEquals(2, store.asked("findKey"));
  }

  private long keyId() {
    return store.real().findKey(KEY).map(ApiKey::id).orElseThrow();
  }

  @Test
  void an_answer_is_as_old_as_its_question() throws Exception {
    store.stall("findKey");
    FutureTask<Optional<ApiKey>> slow = start(() -> catalog.findKey(KEY));
    store.awaitStopped("findKey", 1);
    store.real().revokeKey("live", keyId());
    pass(CachedCatalog.MAX_AGE);
    FutureTask<Optional<ApiKey>> late = start(() -> catalog.findKey(KEY));
    store.awaitStopped("findKey", 2);
    store.release("findKey");
    assertTrue(answer(slow).isPresent());
    assertTrue(answer(late).isEmpty());
    assertTrue(catalog.findKey(KEY).isEmpty());
  }

  @Test
  void I10_a_crowd_with_one_key_asks_once_and_shares_the_answer() throws Exception {
    store.stall("findKey");
    List<FutureTask<Optional<ApiKey>>> crowd = start(100, () -> catalog.findKey(KEY));
    store.awaitStopped("findKey", 1);
    store.release("findKey");
    for (FutureTask<Optional<ApiKey>> each : crowd) {
      assertTrue(answer(each).isPresent());
    }
    assertEquals(1, store.asked("findKey"));
  }

  @Test
  void I10_in_an_outage_nobody_waits_for_the_others_turns() throws Exception {
    store.stall("findKey");
    List<FutureTask<Optional<ApiKey>>> crowd = start(100, () -> hasty.findKey(KEY));
    for (FutureTask<Optional<ApiKey>> each : crowd) {
      assertInstanceOf(StoreFailure.Unavailable.class, failure(each));
    }
    store.release("findKey");
    store.awaitStopped("findKey", 0);
    assertTrue(catalog.findKey(KEY).isPresent());
  }

  @Test
  void I10_a_failure_is_shared_by_those_who_wait_and_by_nobody_after_them() {
    store.store.breakDown();
    store.stall("findKey");
    List<FutureTask<Optional<ApiKey>>> crowd = start(50, () -> catalog.findKey(KEY));
    awaitCallers();
    store.release("findKey");
    crowd.forEach(each -> assertInstanceOf(StoreFailure.Unavailable.class, failure(each)));
    assertEquals(1, store.asked("findKey"));
    store.store.repair();
    assertTrue(catalog.findKey(KEY).isPresent());
  }

  @Test
  void a_key_read_while_it_is_revoked_is_dead_afterwards() throws Exception {
    long id = keyId();
    store.stall("findKey");
    FutureTask<Optional<ApiKey>> during = start(() -> catalog.findKey(KEY));
    store.awaitStopped("findKey", 1);
    assertTrue(catalog.revokeKey("live", id));
    store.release("findKey");
    assertTrue(answer(during).isPresent());
    assertTrue(catalog.findKey(KEY).isEmpty());
  }

  @Test
  void an_unknown_key_is_remembered_for_half_a_second_and_not_once_it_was_made_here() {
    assertTrue(catalog.findKey(UNKNOWN).isEmpty());
    assertTrue(catalog.findKey(UNKNOWN).isEmpty());
    assertEquals(1, store.asked("findKey"));
    catalog.addKey("live", key(KeyKind.SECRET, UNKNOWN));
    assertTrue(catalog.findKey(UNKNOWN).isPresent());
  }

  @Test
  void I10_a_flood_of_unknown_keys_reaches_the_store_a_bounded_number_of_times() throws Exception {
    assertTrue(hasty.findKey(KEY).isPresent());
    pass(CachedCatalog.MAX_AGE);
    store.stall("findKey");
    List<FutureTask<Optional<ApiKey>>> flood = new ArrayList<>();
    for (int i = 0; i < 2 * CachedCatalog.STRANGERS_WAITING; i++) {
      KeyHash hash = KeyHash.of("sk_live_" + i);
      flood.add(start(() -> hasty.findKey(hash)));
    }
    store.awaitStopped("findKey", CachedCatalog.STRANGERS);
    var _ = start(() -> hasty.findKey(KEY));
    store.awaitStopped("findKey", CachedCatalog.STRANGERS + 1);
    flood.forEach(each -> assertInstanceOf(StoreFailure.Unavailable.class, failure(each)));
    assertEquals(CachedCatalog.STRANGERS + 2, store.asked("findKey"));
    store.release("findKey");
  }

  @Test
  void an_event_that_is_not_there_yet_is_found_once_another_node_has_made_it() throws Exception {
    assertTrue(catalog.findEvent(workspace.id(), "gala").isEmpty());
    store.stall("findEvent");
    FutureTask<Optional<Event>> before = start(() -> catalog.findEvent(workspace.id(), "gala"));
    store.awaitStopped("findEvent", 1);
    pass(Duration.ofNanos(1));
    anEvent("gala");
    FutureTask<Optional<Event>> after = start(() -> catalog.findEvent(workspace.id(), "gala"));
    assertFalse(after.isDone());
    store.release("findEvent");
    assertTrue(answer(before).isEmpty());
    assertTrue(answer(after).isPresent());
  }

  @Test
  void a_published_layout_is_read_once_a_version() {
    Event event = anEvent("gala");
    assertEquals(1, catalog.publishedLayout(event.id()).orElseThrow().version());
    pass(Duration.ofHours(1));
    assertEquals(1, catalog.publishedLayout(event.id()).orElseThrow().version());
    assertEquals(1, store.asked("publishedLayout"));
    publish(catalog, "gala", 1);
    assertEquals(2, catalog.publishedLayout(event.id()).orElseThrow().version());
    publish(store.real(), "gala", 1);
    pass(CachedCatalog.MAX_AGE);
    assertEquals(3, catalog.publishedLayout(event.id()).orElseThrow().version());
    catalog.unpublish(workspace.id(), "hall-gala");
    assertTrue(catalog.publishedLayout(event.id()).isEmpty());
  }

  @Test
  void a_layout_republished_while_it_is_asked_for_is_the_new_one_and_never_kept_as_the_old() {
    Event event = anEvent("gala");
    assertEquals(1, catalog.layoutOf(event.id()).orElseThrow().version());
    publish(store.real(), "gala", 1);
    assertEquals(2, catalog.publishedLayout(event.id()).orElseThrow().version());
    assertEquals(2, catalog.layoutOf(event.id()).orElseThrow().version());
  }

  @Test
  void a_chart_found_by_its_key_alone_is_as_fresh_as_an_event_and_shares_its_layout() {
    Event event = anEvent("gala");
    String key = "hall-gala";
    assertEquals(Optional.of(event.layout()), catalog.publishedAnywhere(key));
    assertEquals(1, catalog.layout(event.layout()).orElseThrow().version());
    assertEquals(1, catalog.publishedLayout(event.id()).orElseThrow().version());
    assertEquals(1, store.asked("layout") + store.asked("publishedLayout"));
    publish(store.real(), "gala", 1);
    assertEquals(1, catalog.publishedAnywhere(key).orElseThrow().version());
    pass(CachedCatalog.MAX_AGE);
    assertEquals(2, catalog.publishedAnywhere(key).orElseThrow().version());
    publish(catalog, "gala", 1);
    assertEquals(3, catalog.publishedAnywhere(key).orElseThrow().version());
    catalog.deleteEvent(workspace.id(), "gala");
    catalog.deleteChart(workspace.id(), key);
    assertTrue(catalog.publishedAnywhere(key).isEmpty());
  }

  @Test
  void I10_a_flood_of_keys_of_no_chart_reaches_the_store_one_at_a_time() throws Exception {
    store.stall("publishedAnywhere");
    List<FutureTask<Optional<LayoutVersion>>> flood = new ArrayList<>();
    for (int i = 0; i < 2 * CachedCatalog.PASSERS_BY_WAITING; i++) {
      String key = "chart_" + i;
      flood.add(start(() -> hasty.publishedAnywhere(key)));
    }
    store.awaitStopped("publishedAnywhere", CachedCatalog.PASSERS_BY);
    anEvent("gala");
    assertTrue(hasty.findEvent(workspace.id(), "gala").isPresent());
    flood.forEach(each -> assertInstanceOf(StoreFailure.Unavailable.class, failure(each)));
    assertEquals(CachedCatalog.PASSERS_BY, store.asked("publishedAnywhere"));
    store.release("publishedAnywhere");
  }

  @Test
  void I10_a_plan_is_loaded_once_and_to_its_end_even_if_nobody_waits() throws Exception {
    Event event = anEvent("gala");
    store.stall("plan");
    assertThrows(StoreFailure.Unavailable.class, () -> hasty.plan(event.layout()));
    store.release("plan");
    store.awaitStopped("plan", 0);
    assertTrue(hasty.plan(event.layout()).isPresent());
    assertEquals(1, store.asked("plan"));
  }
}
