package dev.holdfast.postgres.ledger;

import dev.holdfast.domain.event.EventId;
import dev.holdfast.domain.hold.HoldToken;
import dev.holdfast.domain.hold.TokenTerm;
import dev.holdfast.domain.port.HoldTokenPort;
import dev.holdfast.domain.workspace.WorkspaceId;
import dev.holdfast.postgres.jdbc.Bindings;
import dev.holdfast.postgres.jdbc.Pool;
import dev.holdfast.postgres.jdbc.Rows;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Tokens on PostgreSQL. Safe for use by many threads. */
public final class PostgresHoldTokens implements HoldTokenPort {
  private final Pool changes;
  private final Pool lookups;

  /** Over two pools. */
  public PostgresHoldTokens(Pool changes, Pool lookups) {
    this.changes = changes;
    this.lookups = lookups;
  }

  @Override
  public Standing open(WorkspaceId workspace, HoldToken token, Duration life) {
    Duration bounded = life.compareTo(TokenTerm.MAX_LIFE) < 0 ? life : TokenTerm.MAX_LIFE;
    return changes.change(connection -> {
      try (PreparedStatement open = connection.prepareStatement(TokenSql.OPEN)) {
        new Bindings(open).number(workspace.value()).text(token.value()).seconds(bounded);
        return Rows.first(open, PostgresHoldTokens::standing).orElseThrow();
      }
    });
  }

  private static Standing standing(ResultSet row) throws SQLException {
    return new Standing(
        new TokenTerm(Rows.instant(row, 1), Rows.instant(row, 2)), Rows.instant(row, 3));
  }

  @Override
  public Optional<Standing> find(WorkspaceId workspace, HoldToken token) {
    return lookups.read(connection -> {
      try (PreparedStatement find = connection.prepareStatement(TokenSql.FIND)) {
        new Bindings(find).number(workspace.value()).text(token.value());
        return Rows.first(find, PostgresHoldTokens::standing);
      }
    });
  }

  @Override
  public Optional<Standing> renew(WorkspaceId workspace, HoldToken token, Duration life) {
    return changes.change(connection -> {
      lock(connection, workspace, token);
      try (PreparedStatement renew = connection.prepareStatement(TokenSql.RENEW)) {
        new Bindings(renew)
            .seconds(life)
            .seconds(TokenTerm.MAX_LIFE)
            .number(workspace.value())
            .text(token.value());
        return Rows.first(renew, PostgresHoldTokens::standing);
      }
    });
  }

  @Override
  public boolean end(WorkspaceId workspace, HoldToken token) {
    return changes.change(connection -> {
      lock(connection, workspace, token);
      return change(connection, TokenSql.END, workspace, token) > 0;
    });
  }

  private static void lock(Connection connection, WorkspaceId workspace, HoldToken token)
      throws SQLException {
    try (PreparedStatement lock = connection.prepareStatement(TokenSql.LOCK)) {
      new Bindings(lock).number(workspace.value()).text(token.value());
      lock.execute();
    }
  }

  @Override
  public List<EventId> events(
      WorkspaceId workspace, HoldToken token, Set<EventId> except, int limit) {
    requireLimit(limit);
    return lookups.read(connection -> {
      try (PreparedStatement ask = connection.prepareStatement(TokenSql.EVENTS)) {
        new Bindings(ask)
            .text(token.value())
            .text(token.value())
            .number(workspace.value())
            .numbers(List.copyOf(except), EventId::value)
            .integer(limit);
        return Rows.list(ask, row -> new EventId(row.getLong(1)));
      }
    });
  }

  @Override
  public List<Ended> ended(Duration age, int limit) {
    requireLimit(limit);
    return lookups.read(connection -> {
      try (PreparedStatement ask = connection.prepareStatement(TokenSql.ENDED)) {
        new Bindings(ask).seconds(age).integer(limit);
        return Rows.list(
            ask,
            row -> new Ended(new WorkspaceId(row.getLong(1)), new HoldToken(Rows.text(row, 2))));
      }
    });
  }

  @Override
  public void settled(WorkspaceId workspace, HoldToken token) {
    changes.change(connection -> change(connection, TokenSql.SETTLED, workspace, token));
  }

  private static int change(
      Connection connection, String sql, WorkspaceId workspace, HoldToken token)
      throws SQLException {
    try (PreparedStatement change = connection.prepareStatement(sql)) {
      new Bindings(change).number(workspace.value()).text(token.value());
      return change.executeUpdate();
    }
  }

  private static void requireLimit(int limit) {
    if (limit < 1 || limit > MAX_LIMIT) {
      throw new IllegalArgumentException("a limit is 1 to " + MAX_LIMIT + ", not " + limit);
    }
  }
}
