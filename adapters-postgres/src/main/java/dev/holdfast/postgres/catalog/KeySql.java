package dev.holdfast.postgres.catalog;

/** Statements about API keys. Those of a deleted workspace are found by none of them. */
final class KeySql {
  private KeySql() {}

  /**
   * 1 {@code bigint} workspace, 2 {@code text} kind, 3 {@code text} hash, 4 {@code text} end, 5
   * {@code text} sealed text or null, 6 {@code text} name of the key it is sealed with or null.
   * Gives id and time.
   */
  static final String ADD =
      """
      INSERT INTO api_key (workspace_id, kind, hash, last_four, sealed, secret_key)
      VALUES (?, ?, ?, ?, ?, ?)
      RETURNING id, created_at\
      """;

  /** 1 {@code bigint} company, 2 {@code text} hash, 3 {@code text} end. */
  static final String ADD_OF_COMPANY =
      "INSERT INTO api_key (company_id, kind, hash, last_four) VALUES (?, 'admin', ?, ?)";

  /** 1 {@code text} hash. Gives id, kind, last four, time, {@link CompanySql#WORKSPACE}. */
  static final String FIND =
      "SELECT k.id, k.kind, k.last_four, k.created_at, "
          + CompanySql.WORKSPACE
          + " FROM api_key k JOIN workspace w ON w.id = k.workspace_id"
          + " WHERE k.hash = ? AND k.revoked_at IS NULL AND w.deleted_at IS NULL";

  /** 1 {@code text} hash. Gives id, company, last four, time. */
  static final String FIND_OF_COMPANY =
      """
      SELECT id, company_id, last_four, created_at FROM api_key
      WHERE hash = ? AND kind = 'admin' AND revoked_at IS NULL\
      """;

  /** 1 {@code text} workspace's key, 2 {@code bigint} the key's id. */
  static final String REVOKE =
      """
      UPDATE api_key k SET revoked_at = holdfast_now()
      FROM workspace w
      WHERE w.id = k.workspace_id AND w.deleted_at IS NULL AND w.key = ? AND k.id = ?
        AND k.revoked_at IS NULL\
      """;

  /** 1 {@code bigint} workspace. Revokes the newest of its secret keys. */
  static final String REVOKE_NEWEST_SECRET =
      """
      UPDATE api_key SET revoked_at = holdfast_now()
      WHERE id = (
        SELECT id FROM api_key
        WHERE workspace_id = ? AND kind = 'secret' AND revoked_at IS NULL
        ORDER BY id DESC LIMIT 1)\
      """;

  /**
   * Secret keys that can be shown, oldest first.
   *
   * <p>1 {@code bigint[]} workspaces, 2 {@code text} name of the key that is there. Gives id, kind,
   * last four, time, {@link CompanySql#WORKSPACE}, hash, sealed text.
   */
  static final String SECRETS =
      "SELECT k.id, k.kind, k.last_four, k.created_at, "
          + CompanySql.WORKSPACE
          + ", k.hash, k.sealed"
          + " FROM api_key k JOIN workspace w ON w.id = k.workspace_id"
          + " WHERE k.workspace_id = ANY (?) AND k.secret_key = ? AND k.revoked_at IS NULL"
          + " AND w.deleted_at IS NULL"
          + " ORDER BY k.id";
}
