package dev.holdfast.postgres.ledger;

import dev.holdfast.domain.idempotency.Claim;
import dev.holdfast.domain.idempotency.IdempotencyKey;
import dev.holdfast.domain.idempotency.KeptAnswer;
import dev.holdfast.domain.idempotency.Once;
import dev.holdfast.domain.idempotency.Repeat;
import dev.holdfast.domain.idempotency.StoredAnswer;
import dev.holdfast.domain.port.IdempotencyPort;
import dev.holdfast.domain.port.StoreFailure;
import dev.holdfast.domain.refusal.Outcome;
import dev.holdfast.postgres.SecretBox;
import dev.holdfast.postgres.jdbc.JointWork;
import dev.holdfast.postgres.jdbc.Pool;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Supplier;

/**
 * Kept answers on PostgreSQL. Answers to changes of the catalog may tell a secret, so they are
 * sealed where there is a key for secrets; without one there are no secrets to tell. Safe for use
 * by many threads.
 */
public final class PostgresIdempotency implements IdempotencyPort {
  private final Pool changes;
  private final Pool lookups;
  private final Optional<SecretBox> secrets;

  /** Over two pools. */
  public PostgresIdempotency(Pool changes, Pool lookups, Optional<SecretBox> secrets) {
    this.changes = changes;
    this.lookups = lookups;
    this.secrets = secrets;
  }

  @Override
  public Optional<KeptAnswer> find(IdempotencyKey key) {
    return lookups.read(connection -> Answers.find(connection, key)).map(this::opened);
  }

  @Override
  public KeptAnswer keep(KeptAnswer answer) {
    return changes.change(connection -> {
      Answers.await(connection, answer.key());
      Optional<KeptAnswer> known = Answers.find(connection, answer.key()).map(this::opened);
      if (known.isEmpty()) {
        WriteBatch batch = new WriteBatch();
        Answers.write(batch, List.of(answer), null);
        batch.run(connection);
      }
      return known.orElse(answer);
    });
  }

  @Override
  public <A> Outcome<A> carryOut(Once<A> once, Supplier<Outcome<A>> change) {
    try (JointWork work = new JointWork(connection -> claim(connection, once))) {
      Outcome<A> outcome = work.run(change);
      once.kept(outcome)
          .ifPresent(answer -> work.change(changes, connection -> seal(connection, answer)));
      work.commit();
      return outcome;
    } catch (KnownRequest known) {
      return new Outcome.Repeated<>(known.repeat);
    }
  }

  /** The way out of a change that is not to be made. */
  private static final class KnownRequest extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Repeat repeat;

    KnownRequest(Repeat repeat) {
      super("known", null, false, false);
      this.repeat = repeat;
    }
  }

  private boolean claim(Connection connection, Once<?> once) throws SQLException {
    NavigableSet<IdempotencyKey> keys = new TreeSet<>(List.of(once.key()));
    Map<IdempotencyKey, Claim> claims = Answers.claim(connection, keys);
    return switch (claims.getOrDefault(once.key(), new Claim.Busy())) {
      case Claim.Ours _ -> true;
      case Claim.Busy _ -> throw new KnownRequest(new Repeat.StillRunning());
      case Claim.Kept _ ->
          throw new KnownRequest(
              Answers.find(connection, once.key())
                  .map(this::opened)
                  .map(kept -> kept.toldTo(once.request()))
                  .orElseThrow(() -> new StoreFailure.Unavailable("the answer is gone", null)));
    };
  }

  private boolean seal(Connection connection, KeptAnswer answer) throws SQLException {
    WriteBatch batch = new WriteBatch();
    if (secrets.isPresent()) {
      SecretBox box = secrets.get();
      String sealed = box.seal(answer.answer().text(), owner(answer));
      KeptAnswer closed = new KeptAnswer(answer.key(), answer.request(), new StoredAnswer(sealed));
      Answers.write(batch, List.of(closed), box.keyName());
    } else {
      Answers.write(batch, List.of(answer), null);
    }
    batch.run(connection);
    return true;
  }

  private KeptAnswer opened(Answers.Found found) {
    KeptAnswer kept = found.kept();
    if (found.secretKey() == null) {
      return kept;
    }
    SecretBox box =
        secrets.orElseThrow(
            () -> new StoreFailure.Unavailable("there is no key to open a kept answer with", null));
    String text = box.open(kept.answer().text(), owner(kept));
    return new KeptAnswer(kept.key(), kept.request(), new StoredAnswer(text));
  }

  private static String owner(KeptAnswer answer) {
    return "answer " + answer.key().workspace().value() + " " + answer.key().value();
  }
}
