package dev.holdfast.app;

import dev.holdfast.domain.idempotency.IdempotencyKey;
import dev.holdfast.domain.idempotency.KeptAnswer;
import dev.holdfast.domain.idempotency.Once;
import dev.holdfast.domain.port.IdempotencyPort;
import dev.holdfast.domain.refusal.Outcome;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Kept answers beside a cached catalog: a change is committed after the catalog has made it, so the
 * cache has to forget once more what somebody may have read in between.
 */
record AnswersBesideCache(IdempotencyPort answers, CachedCatalog catalog)
    implements IdempotencyPort {
  @Override
  public Optional<KeptAnswer> find(IdempotencyKey key) {
    return answers.find(key);
  }

  @Override
  public KeptAnswer keep(KeptAnswer answer) {
    return answers.keep(answer);
  }

  @Override
  public <A> Outcome<A> carryOut(Once<A> once, Supplier<Outcome<A>> change) {
    try {
      return answers.carryOut(once, change);
    } finally {
      catalog.forget();
    }
  }
}
