package dev.holdfast.domain.simulation;

import dev.holdfast.domain.idempotency.IdempotencyKey;
import dev.holdfast.domain.idempotency.KeptAnswer;
import dev.holdfast.domain.idempotency.Once;
import dev.holdfast.domain.port.IdempotencyPort;
import dev.holdfast.domain.refusal.Outcome;
import java.util.Optional;
import java.util.function.Supplier;

/** The kept answers, with the auditor beside them. */
final class WatchedAnswers implements IdempotencyPort {
  private final IdempotencyPort answers;
  private final World world;

  WatchedAnswers(IdempotencyPort answers, World world) {
    this.answers = answers;
    this.world = world;
  }

  @Override
  public Optional<KeptAnswer> find(IdempotencyKey key) {
    return answers.find(key);
  }

  @Override
  public KeptAnswer keep(KeptAnswer answer) {
    KeptAnswer known = answers.keep(answer);
    if (known.equals(answer)) {
      world.auditor.guard(() -> world.promises.kept(answer));
    }
    return known;
  }

  @Override
  public <A> Outcome<A> carryOut(Once<A> once, Supplier<Outcome<A>> change) {
    return answers.carryOut(once, change);
  }
}
