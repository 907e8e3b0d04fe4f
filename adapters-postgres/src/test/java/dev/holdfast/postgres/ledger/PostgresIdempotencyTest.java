package dev.holdfast.postgres.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.holdfast.domain.contract.IdempotencyContract;
import dev.holdfast.domain.idempotency.Fingerprint;
import dev.holdfast.domain.idempotency.IdempotencyKey;
import dev.holdfast.domain.idempotency.Once;
import dev.holdfast.domain.idempotency.StoredAnswer;
import dev.holdfast.domain.port.IdempotencyPort;
import dev.holdfast.domain.port.StoreFailure;
import dev.holdfast.domain.refusal.Outcome;
import dev.holdfast.postgres.PostgresBackend;
import dev.holdfast.postgres.PostgresSchema;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The answers keep the whole contract. */
final class PostgresIdempotencyTest extends IdempotencyContract implements PostgresBackend {
  @RegisterExtension static final PostgresSchema SCHEMA = PostgresSchema.throughWire();

  @Override
  public PostgresSchema schema() {
    return SCHEMA;
  }

  @Override
  public IdempotencyPort answers() {
    return SCHEMA.store().answers();
  }

  /** Whoever reads the database must not learn the secret of a webhook. */
  @Test
  void an_answer_that_may_tell_a_secret_is_sealed() throws SQLException {
    IdempotencyKey key = new IdempotencyKey(aWorkspace(), "k");
    Fingerprint request = new Fingerprint("a1".repeat(32));
    StoredAnswer secret = new StoredAnswer("whsec_0123");
    Once<String> once = new Once<>(key, request, _ -> Optional.of(secret));
    answers().carryOut(once, () -> Outcome.accepted("x"));
    assertEquals(secret, answers().find(key).orElseThrow().answer());
    assertFalse(stored().contains("whsec"), "readable");
    SCHEMA.run("UPDATE idempotency_key SET key = 'l'");
    IdempotencyKey other = new IdempotencyKey(key.workspace(), "l");
    assertThrows(StoreFailure.Unavailable.class, () -> answers().find(other));
  }

  private static String stored() throws SQLException {
    try (Connection connection = SCHEMA.connection();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("SELECT answer FROM idempotency_key")) {
      rows.next();
      return rows.getString(1);
    }
  }
}
