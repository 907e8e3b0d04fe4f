package dev.holdfast.app;

import static dev.holdfast.app.CacheRig.KEY;
import static dev.holdfast.app.CacheRig.answer;
import static dev.holdfast.app.CacheRig.failure;
import static dev.holdfast.app.CacheRig.key;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.domain.port.CatalogPort;
import dev.holdfast.domain.port.StoreFailure;
import dev.holdfast.domain.workspace.ApiKey;
import dev.holdfast.domain.workspace.KeyHash;
import dev.holdfast.domain.workspace.KeyKind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Test;

/**
 * I10: keys; a crowd asks the store once, waits for it a bounded time, and is not told what is
 * over.
 */
final class CachedCatalogTest {
  private static final KeyHash UNKNOWN = KeyHash.of("sk_live_nobodys");

  private final CacheRig rig = new CacheRig();
  private final StallingCatalog store = rig.store;
  private final CatalogPort catalog = rig.catalog;
  private final CatalogPort hasty = rig.hasty;

  @Test
  void what_was_found_is_looked_up_again_after_half_a_second() {
    assertTrue(catalog.findKey(KEY).isPresent());
    store.real().revokeKey("live", keyId());
    rig.pass(CatalogLookUps.MAX_AGE.minusNanos(1));
    assertTrue(catalog.findKey(KEY).isPresent());
    rig.pass(Duration.ofNanos(1));
    assertTrue(catalog.findKey(KEY).isEmpty());
    assertEquals(2, store.asked("findKey"));
  }

  private long keyId() {
    return store.real().findKey(KEY).map(ApiKey::id).orElseThrow();
  }

  @Test
  void an_answer_is_as_old_as_its_question() throws Exception {
    store.stall("findKey");
    FutureTask<Optional<ApiKey>> slow = rig.start(() -> catalog.findKey(KEY));
    store.awaitStopped("findKey", 1);
    store.real().revokeKey("live", keyId());
    rig.pass(CatalogLookUps.MAX_AGE);
    FutureTask<Optional<ApiKey>> late = rig.start(() -> catalog.findKey(KEY));
    store.awaitStopped("findKey", 2);
    store.release("findKey");
    assertTrue(answer(slow).isPresent());
    assertTrue(answer(late).isEmpty());
    assertTrue(catalog.findKey(KEY).isEmpty());
  }

  @Test
  void I10_a_crowd_with_one_key_asks_once_and_shares_the_answer() throws Exception {
    store.stall("findKey");
    List<FutureTask<Optional<ApiKey>>> crowd = rig.start(100, () -> catalog.findKey(KEY));
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
    List<FutureTask<Optional<ApiKey>>> crowd = rig.start(100, () -> hasty.findKey(KEY));
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
    List<FutureTask<Optional<ApiKey>>> crowd = rig.start(50, () -> catalog.findKey(KEY));
    rig.awaitCallers();
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
    FutureTask<Optional<ApiKey>> during = rig.start(() -> catalog.findKey(KEY));
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
    rig.pass(CatalogLookUps.MAX_AGE);
    store.stall("findKey");
    List<FutureTask<Optional<ApiKey>>> flood = new ArrayList<>();
    for (int i = 0; i < 2 * CatalogLookUps.STRANGERS_WAITING; i++) {
      KeyHash hash = KeyHash.of("sk_live_" + i);
      flood.add(rig.start(() -> hasty.findKey(hash)));
    }
    store.awaitStopped("findKey", CatalogLookUps.STRANGERS);
    var _ = rig.start(() -> hasty.findKey(KEY));
    store.awaitStopped("findKey", CatalogLookUps.STRANGERS + 1);
    flood.forEach(each -> assertInstanceOf(StoreFailure.Unavailable.class, failure(each)));
    assertEquals(CatalogLookUps.STRANGERS + 2, store.asked("findKey"));
    store.release("findKey");
  }
}
