package dev.holdfast.domain.inmemory;

import dev.holdfast.domain.idempotency.Claim;
import dev.holdfast.domain.idempotency.IdempotencyKey;
import dev.holdfast.domain.idempotency.KeptAnswer;
import dev.holdfast.domain.idempotency.Once;
import dev.holdfast.domain.idempotency.Repeat;
import dev.holdfast.domain.port.IdempotencyPort;
import dev.holdfast.domain.refusal.Outcome;
import java.util.Optional;
import java.util.function.Supplier;

/** Kept answers in memory: the executable reading of {@link IdempotencyPort}. */
public final class InMemoryIdempotency implements IdempotencyPort {
  private final InMemoryStore store;

  public InMemoryIdempotency(InMemoryStore store) {
    this.store = store;
  }

  @Override
  public Optional<KeptAnswer> find(IdempotencyKey key) {
    return store.atomically(() -> store.answers.find(key, store.now()));
  }

  @Override
  public KeptAnswer keep(KeptAnswer answer) {
    return store.atomically(() -> {
      store.answers.requireUnused(answer.key());
      Optional<KeptAnswer> known = store.answers.find(answer.key(), store.now());
      if (known.isEmpty()) {
        store.answers.put(answer, store.now());
      }
      return known.orElse(answer);
    });
  }

  /** {@inheritDoc} What was changed before trouble stays: memory takes nothing back. */
  @Override
  public <A> Outcome<A> carryOut(Once<A> once, Supplier<Outcome<A>> change) {
    Object owner = new Object();
    try {
      Claim claim = store.atomically(() -> store.answers.claim(once.key(), owner, store.now()));
      return switch (claim) {
        case Claim.Ours _ -> carriedOut(once, change);
        case Claim.Kept(KeptAnswer kept) -> new Outcome.Repeated<>(kept.toldTo(once.request()));
        case Claim.Busy _ -> new Outcome.Repeated<>(new Repeat.StillRunning());
      };
    } finally {
      store.unlockRows(owner);
    }
  }

  private <A> Outcome<A> carriedOut(Once<A> once, Supplier<Outcome<A>> change) {
    Outcome<A> outcome = change.get();
    once.kept(outcome)
        .ifPresent(answer ->
            store.atomically(() -> {
              store.answers.put(answer, store.now());
              return answer;
            }));
    return outcome;
  }
}
