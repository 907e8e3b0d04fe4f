package dev.holdfast.postgres.webhook;

import dev.holdfast.domain.port.Page;
import dev.holdfast.domain.port.StoreFailure;
import dev.holdfast.domain.port.WebhookPort;
import dev.holdfast.domain.webhook.NewWebhook;
import dev.holdfast.domain.webhook.Webhook;
import dev.holdfast.domain.webhook.WebhookChange;
import dev.holdfast.domain.webhook.WebhookEvent;
import dev.holdfast.domain.webhook.WebhookId;
import dev.holdfast.domain.workspace.WorkspaceId;
import dev.holdfast.postgres.jdbc.Bindings;
import dev.holdfast.postgres.jdbc.Rows;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Webhooks in their table; each call within the caller's transaction. */
final class WebhookTables {
  /** A secret as it is stored, and the name of the key it was sealed with. */
  record Sealed(String text, String keyName) {}

  private WebhookTables() {}

  static Optional<Webhook> create(
      Connection connection, WorkspaceId workspace, String key, NewWebhook wanted, Sealed secret)
      throws SQLException {
    if (!lock(connection, workspace)) {
      throw new StoreFailure.Rejected("there is no such workspace", null);
    }
    if (count(connection, workspace) >= WebhookPort.MOST_WEBHOOKS) {
      return Optional.empty();
    }
    passOverUnheard(connection, workspace);
    try (PreparedStatement add = connection.prepareStatement(WebhookSql.ADD)) {
      new Bindings(add)
          .number(workspace.value())
          .text(key)
          .text(wanted.url())
          .text(text(wanted.events()))
          .text(wanted.description())
          .text(secret.text)
          .text(secret.keyName);
      return Rows.first(add, WebhookTables::webhook);
    }
  }

  private static boolean lock(Connection connection, WorkspaceId workspace) throws SQLException {
    try (PreparedStatement lock = connection.prepareStatement(WebhookSql.LOCK_WORKSPACE)) {
      new Bindings(lock).number(workspace.value());
      return Rows.first(lock, row -> row.getLong(1)).isPresent();
    }
  }

  /** Nobody listened so far, and whoever does from now on is not to be told old things. */
  private static void passOverUnheard(Connection connection, WorkspaceId workspace)
      throws SQLException {
    try (PreparedStatement listening = connection.prepareStatement(WebhookSql.LISTENING)) {
      new Bindings(listening).number(workspace.value());
      if (Rows.first(listening, row -> row.getBoolean(1)).orElseThrow()) {
        return;
      }
    }
    try (PreparedStatement pass = connection.prepareStatement(WebhookSql.PASS_OVER)) {
      new Bindings(pass).number(workspace.value());
      pass.executeUpdate();
    }
  }

  static Optional<Webhook> find(Connection connection, WorkspaceId workspace, String key)
      throws SQLException {
    try (PreparedStatement find = connection.prepareStatement(WebhookSql.FIND)) {
      new Bindings(find).number(workspace.value()).text(key);
      return Rows.first(find, WebhookTables::webhook);
    }
  }

  static Page<Webhook> page(Connection connection, WorkspaceId workspace, Page.Request page)
      throws SQLException {
    List<Webhook> items;
    try (PreparedStatement list = connection.prepareStatement(WebhookSql.PAGE)) {
      new Bindings(list).number(workspace.value()).integer(page.limit()).number(page.offset());
      items = Rows.list(list, WebhookTables::webhook);
    }
    return new Page<>(items, count(connection, workspace));
  }

  private static long count(Connection connection, WorkspaceId workspace) throws SQLException {
    try (PreparedStatement count = connection.prepareStatement(WebhookSql.COUNT)) {
      new Bindings(count).number(workspace.value());
      return Rows.first(count, row -> row.getLong(1)).orElseThrow();
    }
  }

  static Optional<Webhook> update(
      Connection connection, WorkspaceId workspace, String key, WebhookChange change)
      throws SQLException {
    lock(connection, workspace);
    Optional<Webhook> was = find(connection, workspace, key);
    return was.isEmpty()
        ? Optional.empty()
        : Optional.of(update(connection, workspace, was.get(), change));
  }

  private static Webhook update(
      Connection connection, WorkspaceId workspace, Webhook was, WebhookChange change)
      throws SQLException {
    boolean enabled = change.enabled().orElse(was.enabled());
    boolean hearsAgain = enabled && !was.enabled();
    if (hearsAgain) {
      passOverUnheard(connection, workspace);
    }
    try (PreparedStatement update = connection.prepareStatement(WebhookSql.UPDATE)) {
      new Bindings(update)
          .text(change.url().orElse(was.url()))
          .text(text(change.events().orElse(was.events())))
          .text(description(was, change))
          .truth(enabled)
          .truth(hearsAgain)
          .number(was.id().value());
      return Rows.first(update, WebhookTables::webhook).orElseThrow();
    }
  }

  private static @Nullable String description(Webhook was, WebhookChange change) {
    return switch (change.description()) {
      case WebhookChange.Description.Kept _ -> was.description();
      case WebhookChange.Description.Becomes becomes -> becomes.text();
    };
  }

  static boolean delete(Connection connection, WorkspaceId workspace, String key)
      throws SQLException {
    lock(connection, workspace);
    try (PreparedStatement delete = connection.prepareStatement(WebhookSql.DELETE)) {
      new Bindings(delete).number(workspace.value()).text(key);
      return delete.executeUpdate() == 1;
    }
  }

  static Optional<Instant> rotate(
      Connection connection, WorkspaceId workspace, String key, Sealed secret) throws SQLException {
    lock(connection, workspace);
    try (PreparedStatement rotate = connection.prepareStatement(WebhookSql.ROTATE)) {
      new Bindings(rotate)
          .text(secret.text)
          .text(secret.keyName)
          .number(workspace.value())
          .text(key);
      return Rows.first(rotate, row -> Rows.instant(row, 1));
    }
  }

  private static Webhook webhook(ResultSet row) throws SQLException {
    return new Webhook(
        new WebhookId(row.getLong(1)),
        Rows.text(row, 2),
        Rows.text(row, 3),
        events(Rows.text(row, 4)),
        row.getString(5),
        row.getBoolean(6),
        Rows.instant(row, 7),
        Rows.instant(row, 8));
  }

  private static String text(Set<WebhookEvent> events) {
    return events.stream().map(WebhookEvent::word).collect(Collectors.joining(","));
  }

  /** Reads what {@link #text} wrote; a word of a newer program is left out. */
  static Set<WebhookEvent> events(String text) {
    return Arrays.stream(text.split(",", -1))
        .flatMap(word -> WebhookEvent.ofWord(word).stream())
        .collect(Collectors.toCollection(() -> EnumSet.noneOf(WebhookEvent.class)));
  }
}
