package dev.holdfast.postgres.catalog;

/** Statements about companies, workspaces and keys. */
final class CompanySql {
  private CompanySql() {}

  /** 1 {@code text} key, 2 {@code text} name. Gives id and time. */
  static final String ADD_COMPANY =
      "INSERT INTO company (key, name) VALUES (?, ?) RETURNING id, created_at";

  /** 1 {@code bigint} company, 2 {@code text} key, 3 {@code text} name, 4 {@code boolean} test. */
  static final String ADD_WORKSPACE =
      "INSERT INTO workspace (company_id, key, name, test) VALUES (?, ?, ?, ?) RETURNING id";

  /** 1 {@code bigint} workspace, 2 {@code text} kind, 3 {@code text} hash, 4 {@code text} end. */
  static final String ADD_KEY =
      """
      INSERT INTO api_key (workspace_id, kind, hash, last_four) VALUES (?, ?, ?, ?)
      RETURNING id, created_at\
      """;

  /** 1 {@code bigint} company, 2 {@code text} hash, 3 {@code text} end. */
  static final String ADD_COMPANY_KEY =
      "INSERT INTO api_key (company_id, kind, hash, last_four) VALUES (?, 'admin', ?, ?)";

  /** The columns of a workspace {@code w}: id, company, key, name, test. */
  static final String WORKSPACE = "w.id, w.company_id, w.key, w.name, w.test";

  /** 1 {@code text} workspace's key. Gives {@link #WORKSPACE}. */
  static final String FIND_WORKSPACE = "SELECT " + WORKSPACE + " FROM workspace w WHERE w.key = ?";

  /** 1 {@code bigint} workspace. Gives {@link #WORKSPACE}. */
  static final String FIND_WORKSPACE_BY_ID =
      "SELECT " + WORKSPACE + " FROM workspace w WHERE w.id = ?";

  /** 1 {@code bigint} company, 2 {@code text} workspace's key. Gives {@link #WORKSPACE}. */
  static final String WORKSPACE_OF =
      "SELECT " + WORKSPACE + " FROM workspace w WHERE w.company_id = ? AND w.key = ?";

  /** 1 {@code bigint} company. Gives {@link #WORKSPACE}. */
  static final String DEFAULT_WORKSPACE =
      "SELECT "
          + WORKSPACE
          + " FROM workspace w WHERE w.company_id = ? AND NOT w.test ORDER BY w.id LIMIT 1";

  /** 1 {@code text} hash. Gives id, company, last four, time. */
  static final String FIND_COMPANY_KEY =
      """
      SELECT id, company_id, last_four, created_at FROM api_key
      WHERE hash = ? AND kind = 'admin' AND revoked_at IS NULL\
      """;

  /** 1 {@code text} hash. Gives id, kind, last four, time, {@link #WORKSPACE}. */
  static final String FIND_KEY =
      "SELECT k.id, k.kind, k.last_four, k.created_at, "
          + WORKSPACE
          + " FROM api_key k JOIN workspace w ON w.id = k.workspace_id"
          + " WHERE k.hash = ? AND k.revoked_at IS NULL";

  /** 1 {@code text} workspace's key, 2 {@code bigint} the key's id. */
  static final String REVOKE_KEY =
      """
      UPDATE api_key k SET revoked_at = holdfast_now()
      FROM workspace w
      WHERE w.id = k.workspace_id AND w.key = ? AND k.id = ? AND k.revoked_at IS NULL\
      """;

  /**
   * Companies, oldest first, one row a key; a workspace without keys has one row all the same.
   *
   * <p>1 {@code integer} most companies. Gives company (id, key, name, time), {@link #WORKSPACE},
   * key (id, kind, last four, time).
   */
  static final String COMPANIES =
      "SELECT c.id, c.key, c.name, c.created_at, "
          + WORKSPACE
          + ", k.id, k.kind, k.last_four, k.created_at"
          + " FROM (SELECT * FROM company ORDER BY id LIMIT ?) c"
          + " JOIN workspace w ON w.company_id = c.id"
          + " LEFT JOIN api_key k ON k.workspace_id = w.id AND k.revoked_at IS NULL"
          + " ORDER BY c.id, w.test, w.id, k.id";
}
