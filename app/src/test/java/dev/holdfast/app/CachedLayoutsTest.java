package dev.holdfast.app;

import static dev.holdfast.app.CacheRig.answer;
import static dev.holdfast.app.CacheRig.failure;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.domain.event.Event;
import dev.holdfast.domain.event.LayoutVersion;
import dev.holdfast.domain.port.CatalogPort;
import dev.holdfast.domain.port.StoreFailure;
import dev.holdfast.domain.workspace.Workspace;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Test;

/** I10: events, layouts and plans are asked for once by a crowd, and are as fresh as promised. */
final class CachedLayoutsTest {
  private final CacheRig rig = new CacheRig();
  private final StallingCatalog store = rig.store;
  private final CatalogPort catalog = rig.catalog;
  private final CatalogPort hasty = rig.hasty;
  private final Workspace workspace = rig.workspace;

  @Test
  void an_event_that_is_not_there_yet_is_found_once_another_node_has_made_it() throws Exception {
    assertTrue(catalog.findEvent(workspace.id(), "gala").isEmpty());
    store.stall("findEvent");
    FutureTask<Optional<Event>> before = rig.start(() -> catalog.findEvent(workspace.id(), "gala"));
    store.awaitStopped("findEvent", 1);
    rig.pass(Duration.ofNanos(1));
    rig.anEvent("gala");
    FutureTask<Optional<Event>> after = rig.start(() -> catalog.findEvent(workspace.id(), "gala"));
    assertFalse(after.isDone());
    store.release("findEvent");
    assertTrue(answer(before).isEmpty());
    assertTrue(answer(after).isPresent());
  }

  @Test
  void a_published_layout_is_read_once_a_version() {
    Event event = rig.anEvent("gala");
    assertEquals(1, catalog.publishedLayout(event.id()).orElseThrow().version());
    rig.pass(Duration.ofHours(1));
    assertEquals(1, catalog.publishedLayout(event.id()).orElseThrow().version());
    assertEquals(1, store.asked("publishedLayout"));
    rig.publish(catalog, "gala", 1);
    assertEquals(2, catalog.publishedLayout(event.id()).orElseThrow().version());
    rig.publish(store.real(), "gala", 1);
    rig.pass(CatalogLookUps.MAX_AGE);
    assertEquals(3, catalog.publishedLayout(event.id()).orElseThrow().version());
    catalog.unpublish(workspace.id(), "hall-gala");
    assertTrue(catalog.publishedLayout(event.id()).isEmpty());
  }

  @Test
  void a_layout_republished_while_it_is_asked_for_is_the_new_one_and_never_kept_as_the_old() {
    Event event = rig.anEvent("gala");
    assertEquals(1, catalog.layoutOf(event.id()).orElseThrow().version());
    rig.publish(store.real(), "gala", 1);
    assertEquals(2, catalog.publishedLayout(event.id()).orElseThrow().version());
    assertEquals(2, catalog.layoutOf(event.id()).orElseThrow().version());
  }

  @Test
  void a_chart_found_by_its_key_alone_is_as_fresh_as_an_event_and_shares_its_layout() {
    Event event = rig.anEvent("gala");
    String key = "hall-gala";
    assertEquals(Optional.of(event.layout()), catalog.publishedAnywhere(key));
    assertEquals(1, catalog.layout(event.layout()).orElseThrow().version());
    assertEquals(1, catalog.publishedLayout(event.id()).orElseThrow().version());
    assertEquals(1, store.asked("layout") + store.asked("publishedLayout"));
    rig.publish(store.real(), "gala", 1);
    assertEquals(1, catalog.publishedAnywhere(key).orElseThrow().version());
    rig.pass(CatalogLookUps.MAX_AGE);
    assertEquals(2, catalog.publishedAnywhere(key).orElseThrow().version());
    rig.publish(catalog, "gala", 1);
    assertEquals(3, catalog.publishedAnywhere(key).orElseThrow().version());
    catalog.deleteEvent(workspace.id(), "gala");
    catalog.deleteChart(workspace.id(), key);
    assertTrue(catalog.publishedAnywhere(key).isEmpty());
  }

  @Test
  void I10_a_flood_of_keys_of_no_chart_reaches_the_store_one_at_a_time() throws Exception {
    store.stall("publishedAnywhere");
    List<FutureTask<Optional<LayoutVersion>>> flood = new ArrayList<>();
    for (int i = 0; i < 2 * CatalogLookUps.PASSERS_BY_WAITING; i++) {
      String key = "chart_" + i;
      flood.add(rig.start(() -> hasty.publishedAnywhere(key)));
    }
    store.awaitStopped("publishedAnywhere", CatalogLookUps.PASSERS_BY);
    rig.anEvent("gala");
    assertTrue(hasty.findEvent(workspace.id(), "gala").isPresent());
    flood.forEach(each -> assertInstanceOf(StoreFailure.Unavailable.class, failure(each)));
    assertEquals(CatalogLookUps.PASSERS_BY, store.asked("publishedAnywhere"));
    store.release("publishedAnywhere");
  }

  @Test
  void I10_a_plan_is_loaded_once_and_to_its_end_even_if_nobody_waits() throws Exception {
    Event event = rig.anEvent("gala");
    store.stall("plan");
    assertThrows(StoreFailure.Unavailable.class, () -> hasty.plan(event.layout()));
    store.release("plan");
    store.awaitStopped("plan", 0);
    assertTrue(hasty.plan(event.layout()).isPresent());
    assertEquals(1, store.asked("plan"));
  }
}
