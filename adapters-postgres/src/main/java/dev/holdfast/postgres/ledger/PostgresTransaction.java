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
import dev.holdfast.domain.port.StoreFailure;
import dev.holdfast.postgres.jdbc.Lease;
import dev.holdfast.postgres.jdbc.Pool;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.function.Consumer;

/**
 * One transaction: two round trips, one for the locks and the read (with the begin), one for the
 * write and the commit; and one before them where there are idempotency keys. The steps can be
 * taken one by one, too.
 */
final class PostgresTransaction implements LedgerTransaction {
  private final Lease lease;
  private final CommitId commit;
  private final boolean relaxed;
  private final HeadLocks locks = new HeadLocks();
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
    run(batch -> locks.take(batch, wish));
    return locks.heads();
  }

  @Override
  public Set<EventId> absent(Set<EventId> events) {
    return Pool.run(lease, connection -> locks.absent(connection, events));
  }

  @Override
  public LedgerReads read(ReadWish wish) {
    WishedRows rows = new WishedRows(wish);
    run(rows::read);
    return rows.found(locks.heads().keySet());
  }

  @Override
  public Locked lockAndRead(LockWish wish, ReadWish reads) {
    WishedRows rows = new WishedRows(reads);
    run(batch -> {
      locks.take(batch, wish);
      rows.read(batch);
    });
    Map<EventId, EventHead> heads = locks.heads();
    return new Locked(heads, rows.found(heads.keySet()));
  }

  private void run(Consumer<ReadBatch> adding) {
    ReadBatch batch = new ReadBatch();
    adding.accept(batch);
    Pool.run(
        lease,
        connection -> {
          batch.run(connection);
          return true;
        });
  }

  @Override
  public void write(LedgerWrites writes) {
    WriteBatch batch = LedgerBatch.of(commit, writes, relaxed);
    Pool.run(lease, batch::run);
    named = true;
  }

  @Override
  public void commit() {
    WriteBatch batch = new WriteBatch();
    if (!named) {
      // Nothing was written, but its fate can be asked like any other's.
      LedgerBatch.addCommitId(batch, commit);
    }
    end(batch);
  }

  @Override
  public void commit(LedgerWrites writes) {
    end(LedgerBatch.of(commit, writes, relaxed));
  }

  private void end(WriteBatch batch) {
    batch.command(WriteSql.COMMIT);
    try {
      Pool.end(lease, batch::run);
      over = true;
    } catch (StoreFailure.CommitUnknown e) {
      over = true;
      throw e;
    }
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
