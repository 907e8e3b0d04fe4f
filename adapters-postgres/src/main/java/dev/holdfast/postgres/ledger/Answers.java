package dev.holdfast.postgres.ledger;

import dev.holdfast.domain.idempotency.Claim;
import dev.holdfast.domain.idempotency.Fingerprint;
import dev.holdfast.domain.idempotency.IdempotencyKey;
import dev.holdfast.domain.idempotency.KeptAnswer;
import dev.holdfast.domain.idempotency.StoredAnswer;
import dev.holdfast.domain.port.LedgerWrites;
import dev.holdfast.domain.workspace.WorkspaceId;
import dev.holdfast.postgres.jdbc.Bindings;
import dev.holdfast.postgres.jdbc.Rows;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The answers that are kept under idempotency keys, within a transaction. */
final class Answers {
  private Answers() {}

  /** Takes keys and says what is known under each, in one round trip. */
  static Map<IdempotencyKey, Claim> claim(Connection connection, NavigableSet<IdempotencyKey> keys)
      throws SQLException {
    Map<IdempotencyKey, Claim> claims = new TreeMap<>();
    ReadBatch batch = new ReadBatch();
    batch.rows(
        AnswerSql.TAKE,
        b -> bind(b, keys),
        row -> claims.put(key(row), row.getBoolean(3) ? new Claim.Ours() : new Claim.Busy()));
    batch.rows(
        AnswerSql.FIND,
        b -> bind(b, keys).seconds(IdempotencyKey.LIFE),
        row -> {
          KeptAnswer kept = kept(row);
          claims.put(kept.key(), new Claim.Kept(kept));
        });
    batch.run(connection);
    return claims;
  }

  /**
   * What is known under a key.
   *
   * @param secretKey what it is sealed by; null when it is not
   */
  record Found(KeptAnswer kept, @Nullable String secretKey) {}

  /** What is known under a key. */
  static Optional<Found> find(Connection connection, IdempotencyKey key) throws SQLException {
    try (PreparedStatement find = connection.prepareStatement(AnswerSql.FIND)) {
      bind(new Bindings(find), List.of(key)).seconds(IdempotencyKey.LIFE);
      return Rows.first(find, row -> new Found(kept(row), row.getString(5)));
    }
  }

  /** Takes a key, and waits for it. */
  static void await(Connection connection, IdempotencyKey key) throws SQLException {
    try (PreparedStatement await = connection.prepareStatement(AnswerSql.WAIT)) {
      new Bindings(await).number(key.workspace().value()).text(key.value());
      await.execute();
    }
  }

  /** Adds the statement that keeps answers, if there are any; always in one order. */
  static void write(WriteBatch batch, LedgerWrites writes) {
    write(batch, writes.answers(), null);
  }

  /**
   * The same.
   *
   * @param secretKey what they are sealed by
   */
  static void write(WriteBatch batch, List<KeptAnswer> kept, @Nullable String secretKey) {
    List<KeptAnswer> answers = kept.stream().sorted(Comparator.comparing(KeptAnswer::key)).toList();
    batch.rows(
        AnswerSql.KEEP,
        answers.size(),
        "answers",
        b ->
            b.text(secretKey)
                .numbers(answers, each -> each.key().workspace().value())
                .texts(answers, each -> each.key().value())
                .texts(answers, each -> each.request().sha256())
                .texts(answers, each -> each.answer().text())
                .seconds(IdempotencyKey.LIFE));
  }

  private static Bindings bind(Bindings bindings, Collection<IdempotencyKey> keys)
      throws SQLException {
    return bindings
        .numbers(keys, key -> key.workspace().value())
        .texts(keys, IdempotencyKey::value);
  }

  private static IdempotencyKey key(ResultSet row) throws SQLException {
    return new IdempotencyKey(new WorkspaceId(row.getLong(1)), Rows.text(row, 2));
  }

  private static KeptAnswer kept(ResultSet row) throws SQLException {
    return new KeptAnswer(
        key(row), new Fingerprint(Rows.text(row, 3)), new StoredAnswer(Rows.text(row, 4)));
  }
}
