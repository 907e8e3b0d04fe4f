package dev.holdfast.postgres.catalog;

import dev.holdfast.domain.port.CatalogPort;
import dev.holdfast.domain.workspace.ApiKey;
import dev.holdfast.domain.workspace.Company;
import dev.holdfast.domain.workspace.CompanyId;
import dev.holdfast.domain.workspace.CompanyKey;
import dev.holdfast.domain.workspace.KeyHash;
import dev.holdfast.domain.workspace.KeyKind;
import dev.holdfast.domain.workspace.NewCompany;
import dev.holdfast.domain.workspace.NewKey;
import dev.holdfast.domain.workspace.Workspace;
import dev.holdfast.domain.workspace.WorkspaceId;
import dev.holdfast.postgres.jdbc.Bindings;
import dev.holdfast.postgres.jdbc.Rows;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Companies, workspaces and keys in their tables; each call within the caller's transaction. */
final class CompanyTables {
  private record Stored(long id, Instant createdAt) {}

  private CompanyTables() {}

  static Company create(Connection connection, NewCompany company) throws SQLException {
    Stored stored;
    try (PreparedStatement add = connection.prepareStatement(CompanySql.ADD_COMPANY)) {
      new Bindings(add).text(company.companyKey()).text(company.name());
      stored = Rows.first(add, CompanyTables::stored).orElseThrow();
    }
    CompanyId owner = new CompanyId(stored.id);
    Workspace live =
        addWorkspace(connection, owner, company.liveWorkspaceKey(), company.name(), false);
    Workspace test =
        addWorkspace(connection, owner, company.testWorkspaceKey(), company.name(), true);
    addCompanyKey(connection, stored.id, company.adminKey());
    return new Company(
        company.companyKey(),
        company.name(),
        stored.createdAt,
        List.of(
            new Company.WithKeys(live, addKeys(connection, live, company.liveKeys())),
            new Company.WithKeys(test, addKeys(connection, test, company.testKeys()))));
  }

  private static Workspace addWorkspace(
      Connection connection, CompanyId company, String key, String name, boolean test)
      throws SQLException {
    try (PreparedStatement add = connection.prepareStatement(CompanySql.ADD_WORKSPACE)) {
      new Bindings(add).number(company.value()).text(key).text(name).truth(test);
      long id = Rows.first(add, row -> row.getLong(1)).orElseThrow();
      return new Workspace(new WorkspaceId(id), company, key, name, test);
    }
  }

  private static List<ApiKey> addKeys(Connection connection, Workspace workspace, List<NewKey> keys)
      throws SQLException {
    List<ApiKey> added = new ArrayList<>();
    for (NewKey key : keys) {
      added.add(addKey(connection, workspace, key));
    }
    return added;
  }

  private static ApiKey addKey(Connection connection, Workspace workspace, NewKey key)
      throws SQLException {
    try (PreparedStatement add = connection.prepareStatement(CompanySql.ADD_KEY)) {
      new Bindings(add)
          .number(workspace.id().value())
          .text(word(key.kind()))
          .text(key.hash().hex())
          .text(key.lastFour());
      Stored stored = Rows.first(add, CompanyTables::stored).orElseThrow();
      return new ApiKey(stored.id, key.kind(), workspace, key.lastFour(), stored.createdAt);
    }
  }

  private static void addCompanyKey(Connection connection, long company, NewKey key)
      throws SQLException {
    try (PreparedStatement add = connection.prepareStatement(CompanySql.ADD_COMPANY_KEY)) {
      new Bindings(add).number(company).text(key.hash().hex()).text(key.lastFour());
      add.executeUpdate();
    }
  }

  static Optional<ApiKey> addKey(Connection connection, String workspaceKey, NewKey key)
      throws SQLException {
    Optional<Workspace> workspace = findWorkspace(connection, workspaceKey);
    return workspace.isEmpty()
        ? Optional.empty()
        : Optional.of(addKey(connection, workspace.get(), key));
  }

  static Optional<Workspace> findWorkspace(Connection connection, String key) throws SQLException {
    try (PreparedStatement find = connection.prepareStatement(CompanySql.FIND_WORKSPACE)) {
      new Bindings(find).text(key);
      return Rows.first(find, CompanyTables::workspace);
    }
  }

  /** Of the columns {@link CompanySql#WORKSPACE}. */
  private static Workspace workspace(ResultSet row) throws SQLException {
    return workspace(row, 1);
  }

  /**
   * The same where other columns stand before them.
   *
   * @param first the number of the first of them
   */
  static Workspace workspace(ResultSet row, int first) throws SQLException {
    return new Workspace(
        new WorkspaceId(row.getLong(first)),
        new CompanyId(row.getLong(first + 1)),
        Rows.text(row, first + 2),
        Rows.text(row, first + 3),
        row.getBoolean(first + 4));
  }

  static Optional<Workspace> findWorkspace(Connection connection, WorkspaceId id)
      throws SQLException {
    try (PreparedStatement find = connection.prepareStatement(CompanySql.FIND_WORKSPACE_BY_ID)) {
      new Bindings(find).number(id.value());
      return Rows.first(find, CompanyTables::workspace);
    }
  }

  static Optional<Workspace> workspaceOf(Connection connection, CompanyId company, String key)
      throws SQLException {
    try (PreparedStatement find = connection.prepareStatement(CompanySql.WORKSPACE_OF)) {
      new Bindings(find).number(company.value()).text(key);
      return Rows.first(find, CompanyTables::workspace);
    }
  }

  static Optional<Workspace> defaultWorkspace(Connection connection, CompanyId company)
      throws SQLException {
    try (PreparedStatement find = connection.prepareStatement(CompanySql.DEFAULT_WORKSPACE)) {
      new Bindings(find).number(company.value());
      return Rows.first(find, CompanyTables::workspace);
    }
  }

  static Optional<CompanyKey> findCompanyKey(Connection connection, KeyHash hash)
      throws SQLException {
    try (PreparedStatement find = connection.prepareStatement(CompanySql.FIND_COMPANY_KEY)) {
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

  static Optional<ApiKey> findKey(Connection connection, KeyHash hash) throws SQLException {
    try (PreparedStatement find = connection.prepareStatement(CompanySql.FIND_KEY)) {
      new Bindings(find).text(hash.hex());
      return Rows.first(
          find,
          row ->
              new ApiKey(
                  row.getLong(1),
                  kind(Rows.text(row, 2)),
                  workspace(row, 5),
                  Rows.text(row, 3),
                  Rows.instant(row, 4)));
    }
  }

  static boolean revokeKey(Connection connection, String workspaceKey, long key)
      throws SQLException {
    try (PreparedStatement revoke = connection.prepareStatement(CompanySql.REVOKE_KEY)) {
      new Bindings(revoke).text(workspaceKey).number(key);
      return revoke.executeUpdate() == 1;
    }
  }

  static List<Company> companies(Connection connection) throws SQLException {
    try (PreparedStatement list = connection.prepareStatement(CompanySql.COMPANIES)) {
      new Bindings(list).integer(CatalogPort.MAX_COMPANIES);
      try (ResultSet rows = list.executeQuery()) {
        CompanyList companies = new CompanyList();
        while (rows.next()) {
          companies.add(rows);
        }
        return companies.toList();
      }
    }
  }

  private static Stored stored(ResultSet row) throws SQLException {
    return new Stored(row.getLong(1), Rows.instant(row, 2));
  }

  /** The word that stands in the table. */
  static String word(KeyKind kind) {
    return kind.name().toLowerCase(Locale.ROOT);
  }

  static KeyKind kind(String word) {
    return KeyKind.valueOf(word.toUpperCase(Locale.ROOT));
  }
}
