package dev.holdfast.postgres.catalog;

import dev.holdfast.domain.port.CompanyPort.WorkspaceAnswer;
import dev.holdfast.domain.refusal.Refusal.UnfitWorkspace.Why;
import dev.holdfast.domain.workspace.CompanyId;
import dev.holdfast.domain.workspace.Workspace;
import dev.holdfast.domain.workspace.WorkspaceChange;
import dev.holdfast.postgres.jdbc.Bindings;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Optional;

/** Changes of workspaces by their companies; each call within the caller's transaction. */
final class WorkspaceTables {
  private WorkspaceTables() {}

  static WorkspaceAnswer change(
      Connection connection, CompanyId company, String key, WorkspaceChange change)
      throws SQLException {
    CompanyTables.lock(connection, company);
    Optional<Workspace> found = CompanyTables.workspaceOf(connection, company, key);
    if (found.isEmpty()) {
      return new WorkspaceAnswer.NoSuchWorkspace();
    }
    Optional<Why> hindrance = change.hindrance(found.get());
    if (hindrance.isPresent()) {
      return new WorkspaceAnswer.Unfit(hindrance.get());
    }
    make(connection, found.get(), change);
    return new WorkspaceAnswer.Changed(
        CompanyTables.workspaceOf(connection, company, key).orElse(found.get()));
  }

  private static void make(Connection connection, Workspace workspace, WorkspaceChange change)
      throws SQLException {
    long id = workspace.id().value();
    switch (change) {
      case WorkspaceChange.Rename(String name) ->
          update(connection, CompanySql.RENAME, to -> to.text(name).number(id));
      case WorkspaceChange.Activate() ->
          update(connection, CompanySql.ACTIVATE, to -> to.truth(true).number(id));
      case WorkspaceChange.Deactivate() ->
          update(connection, CompanySql.ACTIVATE, to -> to.truth(false).number(id));
      case WorkspaceChange.MakeDefault() -> {
        update(connection, CompanySql.NO_DEFAULT, to -> to.number(workspace.company().value()));
        update(connection, CompanySql.MAKE_DEFAULT, to -> to.number(id));
      }
      case WorkspaceChange.Delete() -> update(connection, CompanySql.DELETE, to -> to.number(id));
    }
  }

  /** Puts values into a statement. */
  @FunctionalInterface
  private interface Values {
    Bindings bind(Bindings to) throws SQLException;
  }

  private static void update(Connection connection, String sql, Values values) throws SQLException {
    try (PreparedStatement update = connection.prepareStatement(sql)) {
      values.bind(new Bindings(update));
      update.executeUpdate();
    }
  }
}
