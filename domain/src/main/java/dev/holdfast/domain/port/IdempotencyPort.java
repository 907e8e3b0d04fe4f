package dev.holdfast.domain.port;

import dev.holdfast.domain.idempotency.IdempotencyKey;
import dev.holdfast.domain.idempotency.KeptAnswer;
import dev.holdfast.domain.idempotency.Once;
import dev.holdfast.domain.refusal.Outcome;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Answers that are kept under idempotency keys. What the writer decides it keeps itself, in the
 * transaction of the change ({@link LedgerWrites#answers}); this is for everything else.
 *
 * <p>Trouble is a {@link StoreFailure}; "unknown" is never said because nobody could look.
 */
public interface IdempotencyPort {
  /**
   * What is known under a key: what has been committed, and not longer ago than {@link
   * IdempotencyKey#LIFE}.
   */
  Optional<KeptAnswer> find(IdempotencyKey key);

  /**
   * Keeps an answer, unless one is known under its key; durable when this returns. A transaction
   * that is using the key is waited for, or this is {@link StoreFailure.Unavailable}.
   *
   * @return the answer that is known from now on
   */
  KeptAnswer keep(KeptAnswer answer);

  /**
   * Makes a change once. Whatever it changes through the other ports of this store, in this thread,
   * is committed together with the answer that is kept, or not at all.
   *
   * @param change not begun, or undone, when something is known under the key or it is in use
   * @return what came of it, or what is known
   */
  <A> Outcome<A> carryOut(Once<A> once, Supplier<Outcome<A>> change);
}
