package dev.holdfast.postgres;

import dev.holdfast.domain.port.NodeId;
import dev.holdfast.domain.port.NodeRegistryPort;
import dev.holdfast.domain.port.StoreFailure;
import dev.holdfast.postgres.jdbc.Bindings;
import dev.holdfast.postgres.jdbc.Pool;
import dev.holdfast.postgres.jdbc.Rows;
import java.sql.PreparedStatement;

/** The registry of nodes in a small table. */
final class PostgresNodeRegistry implements NodeRegistryPort {
  /**
   * Renews, and removes who is gone. Rows that another node is removing are left to it.
   *
   * <p>1 {@code uuid} node, 2 {@code text} seconds of life, 3 {@code uuid} node, 4 {@code text}
   * seconds of life. Gives the number of others that live.
   */
  private static final String RENEW =
      """
      WITH renewed AS (
        INSERT INTO node (id, renewed_at) VALUES (?, holdfast_now())
        ON CONFLICT (id) DO UPDATE SET renewed_at = EXCLUDED.renewed_at),
      removed AS (
        DELETE FROM node WHERE id IN (
          SELECT id FROM node
          WHERE renewed_at <= (SELECT holdfast_now()) - make_interval(secs => ?)
          FOR UPDATE SKIP LOCKED))
      SELECT count(*) FROM node
      WHERE id <> ? AND renewed_at > (SELECT holdfast_now()) - make_interval(secs => ?)\
      """;

  private final Pool pool;

  PostgresNodeRegistry(Pool pool) {
    this.pool = pool;
  }

  @Override
  public int renew(NodeId node) {
    try {
      return pool.change(connection -> {
        try (PreparedStatement renew = connection.prepareStatement(RENEW)) {
          new Bindings(renew).uuid(node.value()).seconds(LIFE).uuid(node.value()).seconds(LIFE);
          return Rows.first(renew, row -> row.getInt(1)).orElseThrow();
        }
      });
    } catch (StoreFailure.CommitUnknown e) {
      throw new StoreFailure.Unavailable("the node may not be renewed", e);
    }
  }
}
