package dev.holdfast.postgres.catalog;

import dev.holdfast.domain.workspace.ApiKey;
import dev.holdfast.domain.workspace.Company;
import dev.holdfast.domain.workspace.Workspace;
import dev.holdfast.postgres.jdbc.Rows;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Puts companies together from {@link CompanySql#COMPANIES}, whose rows come in order. */
final class CompanyList {
  /** Columns at which the workspace and its key begin. */
  private static final int WORKSPACE = 5;

  private static final int KEY = WORKSPACE + CompanySql.WORKSPACE_COLUMNS;

  private record Head(String key, String name, Instant createdAt) {}

  private record Group(Head head, Map<Workspace, List<ApiKey>> workspaces) {}

  private final Map<Long, Group> companies = new LinkedHashMap<>();

  void add(ResultSet row) throws SQLException {
    Head head = new Head(Rows.text(row, 2), Rows.text(row, 3), Rows.instant(row, 4));
    Group group =
        companies.computeIfAbsent(row.getLong(1), _ -> new Group(head, new LinkedHashMap<>()));
    Workspace workspace = CompanyTables.workspace(row, WORKSPACE);
    List<ApiKey> keys = group.workspaces.computeIfAbsent(workspace, _ -> new ArrayList<>());
    long key = row.getLong(KEY);
    if (!row.wasNull()) {
      keys.add(
          new ApiKey(
              key,
              KeyTables.kind(Rows.text(row, KEY + 1)),
              workspace,
              Rows.text(row, KEY + 2),
              Rows.instant(row, KEY + 3)));
    }
  }

  List<Company> toList() {
    return companies.values().stream().map(CompanyList::company).toList();
  }

  private static Company company(Group group) {
    List<Company.WithKeys> workspaces = new ArrayList<>();
    group.workspaces.forEach(
        (workspace, keys) -> workspaces.add(new Company.WithKeys(workspace, keys)));
    return new Company(group.head.key, group.head.name, group.head.createdAt, workspaces);
  }
}
