package dev.holdfast.domain.port;

import dev.holdfast.domain.event.EventHead;
import dev.holdfast.domain.event.EventId;
import dev.holdfast.domain.idempotency.Claim;
import dev.holdfast.domain.idempotency.IdempotencyKey;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;

/**
 * One transaction of the ledger. Used by one thread, in this order: {@link #claim} at most once,
 * {@link #lock} once, {@link #read} once, {@link #write} at most once, {@link #commit()} or none,
 * {@link #close} always. {@link #lockAndRead} and {@link #commit(LedgerWrites)} are two steps each;
 * a store that is far away takes both in one round trip.
 *
 * <p>Every method may throw {@link StoreFailure.Unavailable} (deadlock, lock time-out, connection
 * lost: nothing was committed, the whole may be tried again) or {@link StoreFailure.Rejected} (the
 * store refuses the data).
 */
public interface LedgerTransaction extends AutoCloseable {
  /** Most idempotency keys in one transaction. */
  int MAX_KEYS = 1_000;

  /**
   * Takes idempotency keys until the end of the transaction, and says what is known under each.
   * Never waits: a key that another transaction has is busy. What was kept longer ago than {@link
   * IdempotencyKey#LIFE} is not known any more.
   *
   * @param keys at most {@link #MAX_KEYS}
   * @return one claim a key
   * @throws IllegalArgumentException when there are more; none is taken then
   */
  Map<IdempotencyKey, Claim> claim(NavigableSet<IdempotencyKey> keys);

  /**
   * Locks event rows until the end of the transaction. Waits for the first one only, so that a
   * frozen event stops nobody else; the others join if their row is free at once.
   *
   * @return the heads of the locked events; an event that is missing here is either locked by
   *     somebody else or does not exist
   */
  Map<EventId, EventHead> lock(LockWish wish);

  /**
   * Of these events, those that do not exist. To be asked about events that {@link #lock} did not
   * give.
   */
  Set<EventId> absent(Set<EventId> events);

  /**
   * Reads objects of locked events as they are now, and the ledger's clock, which is read after the
   * locks were taken.
   */
  LedgerReads read(ReadWish wish);

  /**
   * What {@link #lockAndRead} found.
   *
   * @param heads of the locked events
   * @param reads of the locked events that were wished for
   */
  record Locked(Map<EventId, EventHead> heads, LedgerReads reads) {}

  /**
   * {@link #lock}, then {@link #read} of those events of the wish that were locked. What belongs to
   * the others is left alone: whoever has them locked is not waited for.
   */
  default Locked lockAndRead(LockWish locks, ReadWish wish) {
    Map<EventId, EventHead> heads = lock(locks);
    return new Locked(
        heads,
        read(
            new ReadWish(
                wish.events().stream().filter(of -> heads.containsKey(of.event())).toList())));
  }

  /** Writes all changes. Each is guarded by the version it was decided on. */
  void write(LedgerWrites writes);

  /**
   * {@link #write}, then {@link #commit()}.
   *
   * @throws StoreFailure.CommitUnknown when the connection was lost on the way
   */
  default void commit(LedgerWrites writes) {
    write(writes);
    commit();
  }

  /**
   * Makes it durable; returns only when it is.
   *
   * @throws StoreFailure.CommitUnknown when the connection was lost on the way
   */
  void commit();

  /** Rolls back unless committed, and gives the connection back. Never throws. */
  @Override
  void close();
}
