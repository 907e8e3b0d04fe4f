package dev.holdfast.postgres.webhook;

import dev.holdfast.postgres.SecretBox;
import dev.holdfast.postgres.jdbc.Bindings;
import dev.holdfast.postgres.jdbc.Rows;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Optional;

/** Secrets that a node cannot read. */
public final class ForeignSecrets {
  private ForeignSecrets() {}

  /** How many webhooks have secrets that this box cannot open; without a box all. */
  public static long count(Connection connection, Optional<SecretBox> secrets) throws SQLException {
    try (PreparedStatement count = connection.prepareStatement(WebhookSql.OF_OTHER_KEYS)) {
      new Bindings(count).text(secrets.map(SecretBox::keyName).orElse(""));
      return Rows.first(count, row -> row.getLong(1)).orElseThrow();
    }
  }
}
