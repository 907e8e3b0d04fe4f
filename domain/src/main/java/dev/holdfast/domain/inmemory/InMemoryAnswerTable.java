package dev.holdfast.domain.inmemory;

import dev.holdfast.domain.idempotency.Claim;
import dev.holdfast.domain.idempotency.IdempotencyKey;
import dev.holdfast.domain.idempotency.KeptAnswer;
import dev.holdfast.domain.port.StoreFailure;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Answers under idempotency keys, and who uses a key now. To be used under the store's mutex only;
 * a key is claimed across calls, like a row.
 */
final class InMemoryAnswerTable {
  private record Row(KeptAnswer kept, Instant at) {}

  /** The oldest first. */
  private final LinkedHashMap<IdempotencyKey, Row> rows = new LinkedHashMap<>();

  private final Map<IdempotencyKey, Object> owners = new HashMap<>();

  Optional<KeptAnswer> find(IdempotencyKey key, Instant now) {
    forget(now);
    return Optional.ofNullable(rows.get(key)).map(Row::kept);
  }

  Claim claim(IdempotencyKey key, Object owner, Instant now) {
    Object other = owners.putIfAbsent(key, owner);
    if (other != null && !other.equals(owner)) {
      return new Claim.Busy();
    }
    return find(key, now).<Claim>map(Claim.Kept::new).orElseGet(Claim.Ours::new);
  }

  /** Whether this transaction may keep an answer under a key. */
  void check(IdempotencyKey key, Object owner) {
    if (!owner.equals(owners.get(key))) {
      throw new StoreFailure.Rejected("the key was not claimed", null);
    }
  }

  /** Where a database would have made the other wait, this refuses whoever comes second. */
  void requireUnused(IdempotencyKey key) {
    if (owners.containsKey(key)) {
      throw new StoreFailure.Unavailable("a transaction is using the key", null);
    }
  }

  void put(KeptAnswer answer, Instant now) {
    rows.remove(answer.key());
    rows.put(answer.key(), new Row(answer, now));
  }

  private void forget(Instant now) {
    Instant oldest = now.minus(IdempotencyKey.LIFE);
    while (!rows.isEmpty() && !rows.firstEntry().getValue().at().isAfter(oldest)) {
      rows.pollFirstEntry();
    }
  }

  void unlock(Object owner) {
    owners.values().removeIf(owner::equals);
  }

  void unlockAll() {
    owners.clear();
  }
}
