package dev.holdfast.domain.port;

import dev.holdfast.domain.event.EventHead;
import dev.holdfast.domain.event.EventId;
import dev.holdfast.domain.idempotency.Claim;
import dev.holdfast.domain.idempotency.IdempotencyKey;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;

/** Hands every step on. */
public abstract class TransactionWrapper implements LedgerTransaction {
  protected LedgerTransaction open;

  protected TransactionWrapper(LedgerTransaction open) {
    this.open = open;
  }

  @Override
  public Map<IdempotencyKey, Claim> claim(NavigableSet<IdempotencyKey> keys) {
    return open.claim(keys);
  }

  @Override
  public Map<EventId, EventHead> lock(LockWish wish) {
    return open.lock(wish);
  }

  @Override
  public Set<EventId> absent(Set<EventId> events) {
    return open.absent(events);
  }

  @Override
  public LedgerReads read(ReadWish wish) {
    return open.read(wish);
  }

  @Override
  public void write(LedgerWrites writes) {
    open.write(writes);
  }

  @Override
  public void commit() {
    open.commit();
  }

  @Override
  public void close() {
    open.close();
  }
}
