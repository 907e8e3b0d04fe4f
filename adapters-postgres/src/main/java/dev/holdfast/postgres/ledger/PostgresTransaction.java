package dev.holdfast.postgres.ledger;

import dev.holdfast.domain.event.EventHead;
import dev.holdfast.domain.event.EventId;
import dev.holdfast.domain.idempotency.Claim;
import dev.holdfast.domain.idempotency.IdempotencyKey;
import dev.holdfast.domain.port.CommitId;
import dev.holdfast.domain.port.LedgerReads;
import dev.holdfast.domain.port.LedgerTransaction;
import dev.holdfast.domain.port.LedgerWrites;
import dev.holdfast.domain.port.LockWish;
import dev.holdfast.domain.port.ReadWish;
import dev.holdfast.postgres.jdbc.Lease;
import dev.holdfast.postgres.jdbc.Pool;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;

/**
 * One transaction: four round trips, one each for the locks (with the begin), the read, the write
 * and the commit; and one before them where there are idempotency keys.
 */
final class PostgresTransaction implements LedgerTransaction {
  private final Lease lease;
  private final CommitId commit;
  private final boolean relaxed;
  private HeadLocks locks = HeadLocks.NONE;
  private boolean named;
  private boolean over;

  /** Takes over a connection on which a transaction was begun, and gives it back when closed. */
  PostgresTransaction(Lease lease, CommitId commit, boolean relaxed) {
    this.lease = lease;
    this.commit = commit;
    this.relaxed = relaxed;
  }

  @Override
  public Map<IdempotencyKey, Claim> claim(NavigableSet<IdempotencyKey> keys) {
    if (keys.size() > MAX_KEYS) {
      throw new IllegalArgumentException(keys.size() + " idempotency keys in one transaction");
    }
    return Pool.run(lease, connection -> Answers.claim(connection, keys));
  }

  @Override
  public Map<EventId, EventHead> lock(LockWish wish) {
    locks = Pool.run(lease, connection -> HeadLocks.take(connection, wish));
    return locks.heads();
  }

  @Override
  public Set<EventId> absent(Set<EventId> events) {
    return Pool.run(lease, connection -> locks.absent(connection, events));
  }

  @Override
  public LedgerReads read(ReadWish wish) {
    return Pool.run(lease, connection -> WishedRows.read(connection, wish));
  }

  @Override
  public void write(LedgerWrites writes) {
    send(LedgerBatch.of(commit, writes, relaxed));
  }

  @Override
  public void commit() {
    if (!named) {
      // Nothing was written, but its fate can be asked like any other's.
      WriteBatch batch = new WriteBatch();
      LedgerBatch.addCommitId(batch, commit);
      send(batch);
    }
    over = true;
    Pool.commit(lease);
  }

  private void send(WriteBatch batch) {
    Pool.run(
        lease,
        connection -> {
          batch.run(connection);
          return true;
        });
    named = true;
  }

  @Override
  public void close() {
    if (!over) {
      over = true;
      lease.rollBack();
    }
    lease.close();
  }
}
