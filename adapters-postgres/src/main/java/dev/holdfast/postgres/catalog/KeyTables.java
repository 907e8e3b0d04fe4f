package dev.holdfast.postgres.catalog;

import dev.holdfast.domain.port.StoreFailure;
import dev.holdfast.domain.workspace.ApiKey;
import dev.holdfast.domain.workspace.CompanyId;
import dev.holdfast.domain.workspace.CompanyKey;
import dev.holdfast.domain.workspace.KeyHash;
import dev.holdfast.domain.workspace.KeyKind;
import dev.holdfast.domain.workspace.NewKey;
import dev.holdfast.domain.workspace.ShownKey;
import dev.holdfast.domain.workspace.Workspace;
import dev.holdfast.domain.workspace.WorkspaceId;
import dev.holdfast.postgres.SecretBox;
import dev.holdfast.postgres.jdbc.Bindings;
import dev.holdfast.postgres.jdbc.Rows;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * API keys in their table; each call within the caller's transaction. Texts that are to be shown
 * again are sealed, each for its own hash; without a key to seal them with they are told once.
 */
final class KeyTables {
  private static final Logger LOG = LoggerFactory.getLogger(KeyTables.class);

  /** The column of a key's row at which its workspace begins. */
  private static final int WORKSPACE = 5;

  private final Optional<SecretBox> box;

  KeyTables(Optional<SecretBox> box) {
    this.box = box;
  }

  private record Stored(long id, Instant createdAt) {}

  ApiKey add(Connection connection, Workspace workspace, NewKey key) throws SQLException {
    Optional<String> sealed =
        box.flatMap(open -> key.text().map(text -> open.seal(text, owner(key.hash().hex()))));
    try (PreparedStatement add = connection.prepareStatement(KeySql.ADD)) {
      new Bindings(add)
          .number(workspace.id().value())
          .text(word(key.kind()))
          .text(key.hash().hex())
          .text(key.lastFour())
          .text(sealed.orElse(null))
          .text(sealed.flatMap(_ -> box).map(SecretBox::keyName).orElse(null));
      Stored stored =
          Rows.first(add, row -> new Stored(row.getLong(1), Rows.instant(row, 2))).orElseThrow();
      return new ApiKey(stored.id, key.kind(), workspace, key.lastFour(), stored.createdAt);
    }
  }

  /** A text put in the place of another key's cannot be opened. */
  private static String owner(String hash) {
    return "API key " + hash;
  }

  static void add(Connection connection, CompanyId company, NewKey key) throws SQLException {
    try (PreparedStatement add = connection.prepareStatement(KeySql.ADD_OF_COMPANY)) {
      new Bindings(add).number(company.value()).text(key.hash().hex()).text(key.lastFour());
      add.executeUpdate();
    }
  }

  static Optional<ApiKey> find(Connection connection, KeyHash hash) throws SQLException {
    try (PreparedStatement find = connection.prepareStatement(KeySql.FIND)) {
      new Bindings(find).text(hash.hex());
      return Rows.first(find, KeyTables::key);
    }
  }

  private static ApiKey key(ResultSet row) throws SQLException {
    return new ApiKey(
        row.getLong(1),
        kind(Rows.text(row, 2)),
        CompanyTables.workspace(row, WORKSPACE),
        Rows.text(row, 3),
        Rows.instant(row, 4));
  }

  static Optional<CompanyKey> findOfCompany(Connection connection, KeyHash hash)
      throws SQLException {
    try (PreparedStatement find = connection.prepareStatement(KeySql.FIND_OF_COMPANY)) {
      new Bindings(find).text(hash.hex());
      return Rows.first(
          find,
          row ->
              new CompanyKey(
                  row.getLong(1),
                  new CompanyId(row.getLong(2)),
                  Rows.text(row, 3),
                  Rows.instant(row, 4)));
    }
  }

  static boolean revoke(Connection connection, String workspaceKey, long key) throws SQLException {
    try (PreparedStatement revoke = connection.prepareStatement(KeySql.REVOKE)) {
      new Bindings(revoke).text(workspaceKey).number(key);
      return revoke.executeUpdate() == 1;
    }
  }

  ApiKey replaceSecret(Connection connection, Workspace workspace, NewKey key) throws SQLException {
    try (PreparedStatement revoke = connection.prepareStatement(KeySql.REVOKE_NEWEST_SECRET)) {
      new Bindings(revoke).number(workspace.id().value());
      revoke.executeUpdate();
    }
    return add(connection, workspace, key);
  }

  Map<WorkspaceId, List<ShownKey>> secrets(
      Connection connection, Collection<WorkspaceId> workspaces) throws SQLException {
    Map<WorkspaceId, List<ShownKey>> keys = new LinkedHashMap<>();
    workspaces.forEach(each -> keys.put(each, new ArrayList<>()));
    if (box.isPresent()) {
      try (PreparedStatement ask = connection.prepareStatement(KeySql.SECRETS)) {
        new Bindings(ask).numbers(workspaces, WorkspaceId::value).text(box.get().keyName());
        for (Optional<ShownKey> each : Rows.list(ask, row -> shown(box.get(), row))) {
          each.ifPresent(shown ->
              keys.computeIfAbsent(shown.key().workspace(), _ -> new ArrayList<>()).add(shown));
        }
      }
    }
    return keys;
  }

  /** Whoever changed it in the store has not got the text, and the workspace is used as before. */
  private static Optional<ShownKey> shown(SecretBox box, ResultSet row) throws SQLException {
    ApiKey key = key(row);
    int hash = WORKSPACE + CompanySql.WORKSPACE_COLUMNS;
    try {
      String text = box.open(Rows.text(row, hash + 1), owner(Rows.text(row, hash)));
      return Optional.of(new ShownKey(key, text));
    } catch (StoreFailure.Unavailable e) {
      LOG.warn("the text of API key {} was changed in the store: it is not shown", key.id());
      return Optional.empty();
    }
  }

  /** The word that stands in the table. */
  static String word(KeyKind kind) {
    return kind.name().toLowerCase(Locale.ROOT);
  }

  static KeyKind kind(String word) {
    return KeyKind.valueOf(word.toUpperCase(Locale.ROOT));
  }
}
