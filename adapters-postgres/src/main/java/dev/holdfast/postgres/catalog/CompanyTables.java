package dev.holdfast.postgres.catalog;

import dev.holdfast.domain.port.CatalogPort;
import dev.holdfast.domain.port.StoreFailure;
import dev.holdfast.domain.workspace.ApiKey;
import dev.holdfast.domain.workspace.Company;
import dev.holdfast.domain.workspace.CompanyId;
import dev.holdfast.domain.workspace.NewCompany;
import dev.holdfast.domain.workspace.NewKey;
import dev.holdfast.domain.workspace.NewWorkspace;
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
import java.util.Optional;

/** Companies and workspaces in their tables; each call within the caller's transaction. */
final class CompanyTables {
  private final KeyTables keys;

  CompanyTables(KeyTables keys) {
    this.keys = keys;
  }

  private record Stored(CompanyId id, Instant createdAt) {}

  Company create(Connection connection, NewCompany company) throws SQLException {
    Stored stored;
    try (PreparedStatement add = connection.prepareStatement(CompanySql.ADD_COMPANY)) {
      new Bindings(add).text(company.companyKey()).text(company.name());
      stored =
          Rows.first(add, row -> new Stored(new CompanyId(row.getLong(1)), Rows.instant(row, 2)))
              .orElseThrow();
    }
    KeyTables.add(connection, stored.id, company.adminKey());
    List<Company.WithKeys> workspaces = new ArrayList<>();
    for (NewWorkspace each : company.workspaces()) {
      workspaces.add(add(connection, stored.id, each, workspaces.isEmpty()));
    }
    return new Company(company.companyKey(), company.name(), stored.createdAt, workspaces);
  }

  private Company.WithKeys add(
      Connection connection, CompanyId company, NewWorkspace wanted, boolean isDefault)
      throws SQLException {
    Workspace workspace;
    try (PreparedStatement add = connection.prepareStatement(CompanySql.ADD_WORKSPACE)) {
      new Bindings(add)
          .number(company.value())
          .text(wanted.key())
          .text(wanted.name())
          .truth(wanted.test())
          .truth(isDefault);
      workspace = Rows.first(add, CompanyTables::workspace).orElseThrow();
    }
    List<ApiKey> added = new ArrayList<>();
    for (NewKey key : wanted.keys()) {
      added.add(keys.add(connection, workspace, key));
    }
    return new Company.WithKeys(workspace, added);
  }

  /** Adds a workspace unless the company has so many. */
  Optional<Workspace> addWorkspace(
      Connection connection, CompanyId company, NewWorkspace wanted, int most) throws SQLException {
    if (!lock(connection, company)) {
      throw new StoreFailure.Rejected("there is no such company", null);
    }
    try (PreparedStatement count = connection.prepareStatement(CompanySql.COUNT_WORKSPACES)) {
      new Bindings(count).number(company.value());
      if (Rows.first(count, row -> row.getLong(1)).orElseThrow() >= most) {
        return Optional.empty();
      }
    }
    return Optional.of(add(connection, company, wanted, false).workspace());
  }

  /** Makes others who change the company's workspaces wait, and says whether there is one. */
  static boolean lock(Connection connection, CompanyId company) throws SQLException {
    try (PreparedStatement lock = connection.prepareStatement(CompanySql.LOCK_COMPANY)) {
      new Bindings(lock).number(company.value());
      return Rows.first(lock, row -> row.getLong(1)).isPresent();
    }
  }

  Optional<ApiKey> addKey(Connection connection, String workspaceKey, NewKey key)
      throws SQLException {
    Optional<Workspace> workspace = findWorkspace(connection, workspaceKey);
    return workspace.isEmpty()
        ? Optional.empty()
        : Optional.of(keys.add(connection, workspace.get(), key));
  }

  Optional<ApiKey> replaceSecretKey(
      Connection connection, CompanyId company, String workspaceKey, NewKey key)
      throws SQLException {
    lock(connection, company);
    Optional<Workspace> workspace = workspaceOf(connection, company, workspaceKey);
    return workspace.isEmpty()
        ? Optional.empty()
        : Optional.of(keys.replaceSecret(connection, workspace.get(), key));
  }

  static Optional<Workspace> findWorkspace(Connection connection, String key) throws SQLException {
    try (PreparedStatement find = connection.prepareStatement(CompanySql.FIND_WORKSPACE)) {
      new Bindings(find).text(key);
      return Rows.first(find, CompanyTables::workspace);
    }
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

  static List<Workspace> workspaces(Connection connection, CompanyId company) throws SQLException {
    try (PreparedStatement list = connection.prepareStatement(CompanySql.WORKSPACES)) {
      new Bindings(list).number(company.value());
      return Rows.list(list, CompanyTables::workspace);
    }
  }

  private static Workspace workspace(ResultSet row) throws SQLException {
    return workspace(row, 1);
  }

  /**
   * A workspace of the columns {@link CompanySql#WORKSPACE}.
   *
   * @param first the number of the first of them
   */
  static Workspace workspace(ResultSet row, int first) throws SQLException {
    return new Workspace(
        new WorkspaceId(row.getLong(first)),
        new CompanyId(row.getLong(first + 1)),
        Rows.text(row, first + 2),
        Rows.text(row, first + 3),
        row.getBoolean(first + 4),
        row.getBoolean(first + 5),
        row.getBoolean(first + 6));
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
}
