package dev.holdfast.postgres.webhook;

import dev.holdfast.domain.port.StoreFailure;
import dev.holdfast.domain.webhook.Target;
import dev.holdfast.domain.webhook.WebhookId;
import dev.holdfast.domain.webhook.WebhookSecret;
import dev.holdfast.postgres.SecretBox;
import dev.holdfast.postgres.jdbc.Bindings;
import dev.holdfast.postgres.jdbc.Rows;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Opens the secrets of webhooks. One that cannot be opened, although the key of its name is there,
 * was changed in the store: it is told once, and its webhook is left alone until it has another.
 */
final class ReadableSecrets {
  private static final Logger LOG = LoggerFactory.getLogger(ReadableSecrets.class);

  /** Most that are remembered, and told. */
  private static final int MOST_REMEMBERED = 1_000;

  private final SecretBox box;

  /** Keys of webhooks with what is sealed for them: another secret is another text. */
  private final Set<String> unreadable = ConcurrentHashMap.newKeySet();

  ReadableSecrets(SecretBox box) {
    this.box = box;
  }

  String keyName() {
    return box.keyName();
  }

  /** Keys of webhooks, a space, and sealed secrets for which nothing is worth taking. */
  Set<String> unreadable() {
    return Set.copyOf(unreadable);
  }

  /**
   * A webhook's target.
   *
   * @param row its key, url and sealed secret, from this column on
   * @return empty when the secret cannot be read
   */
  Optional<Target> target(ResultSet row, int column) throws SQLException {
    String webhook = Rows.text(row, column);
    String sealed = Rows.text(row, column + 2);
    try {
      WebhookSecret secret = new WebhookSecret(box.open(sealed, webhook));
      return Optional.of(new Target(Rows.text(row, column + 1), secret));
    } catch (StoreFailure.Unavailable e) {
      tell(webhook, sealed);
      return Optional.empty();
    }
  }

  private void tell(String webhook, String sealed) {
    if (unreadable.size() < MOST_REMEMBERED && unreadable.add(webhook + " " + sealed)) {
      LOG.warn(
          "the secret of webhook {} was changed in the store and cannot be read: nothing is sent to"
              + " it until its secret is rotated",
          webhook);
    }
  }

  /** Within the caller's transaction. */
  Optional<Target> target(Connection connection, WebhookId webhook) throws SQLException {
    try (PreparedStatement ask = connection.prepareStatement(WebhookSql.TARGET)) {
      new Bindings(ask).number(webhook.value()).text(keyName());
      return Rows.first(ask, row -> target(row, 1)).flatMap(target -> target);
    }
  }
}
