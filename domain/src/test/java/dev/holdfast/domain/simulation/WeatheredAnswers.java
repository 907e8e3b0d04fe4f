package dev.holdfast.domain.simulation;

import dev.holdfast.domain.idempotency.IdempotencyKey;
import dev.holdfast.domain.idempotency.KeptAnswer;
import dev.holdfast.domain.idempotency.Once;
import dev.holdfast.domain.port.IdempotencyPort;
import dev.holdfast.domain.port.StoreFailure;
import dev.holdfast.domain.refusal.Outcome;
import java.util.Optional;
import java.util.function.Supplier;

/** The kept answers as one node reaches them. */
final class WeatheredAnswers implements IdempotencyPort {
  private final IdempotencyPort answers;
  private final World world;
  private final Node node;

  WeatheredAnswers(IdempotencyPort answers, World world, Node node) {
    this.answers = answers;
    this.world = world;
    this.node = node;
  }

  @Override
  public Optional<KeptAnswer> find(IdempotencyKey key) {
    return WeatheredLedger.ask(world, node, "find", () -> answers.find(key));
  }

  @Override
  public KeptAnswer keep(KeptAnswer answer) {
    return WeatheredLedger.change(world, node, "keep", () -> answers.keep(answer));
  }

  @Override
  public <A> Outcome<A> carryOut(Once<A> once, Supplier<Outcome<A>> change) {
    throw new StoreFailure.Rejected("nobody changes the catalog here", null);
  }
}
