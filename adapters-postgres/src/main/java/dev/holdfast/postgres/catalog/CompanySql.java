package dev.holdfast.postgres.catalog;

/** Statements about companies and workspaces. A deleted workspace is found by none of them. */
final class CompanySql {
  private CompanySql() {}

  /** 1 {@code text} key, 2 {@code text} name. Gives id and time. */
  static final String ADD_COMPANY =
      "INSERT INTO company (key, name) VALUES (?, ?) RETURNING id, created_at";

  /** The columns of a workspace {@code w}: id, company, key, name, test, active, default. */
  static final String WORKSPACE =
      "w.id, w.company_id, w.key, w.name, w.test, w.active, w.is_default";

  /** How many columns that are. */
  static final int WORKSPACE_COLUMNS = 7;

  private static final String SELECT_WORKSPACE =
      "SELECT " + WORKSPACE + " FROM workspace w WHERE w.deleted_at IS NULL AND ";

  /**
   * 1 {@code bigint} company, 2 {@code text} key, 3 {@code text} name, 4 {@code boolean} test, 5
   * {@code boolean} default. Gives {@link #WORKSPACE}.
   */
  static final String ADD_WORKSPACE =
      """
      INSERT INTO workspace AS w (company_id, key, name, test, is_default) VALUES (?, ?, ?, ?, ?)
      RETURNING\
      """
          + " "
          + WORKSPACE;

  /** 1 {@code text} workspace's key. Gives {@link #WORKSPACE}. */
  static final String FIND_WORKSPACE = SELECT_WORKSPACE + "w.key = ?";

  /** 1 {@code bigint} workspace. Gives {@link #WORKSPACE}. */
  static final String FIND_WORKSPACE_BY_ID = SELECT_WORKSPACE + "w.id = ?";

  /** 1 {@code bigint} company, 2 {@code text} workspace's key. Gives {@link #WORKSPACE}. */
  static final String WORKSPACE_OF = SELECT_WORKSPACE + "w.company_id = ? AND w.key = ?";

  /** 1 {@code bigint} company. Gives {@link #WORKSPACE}. */
  static final String DEFAULT_WORKSPACE = SELECT_WORKSPACE + "w.company_id = ? AND w.is_default";

  /** 1 {@code bigint} company. Gives {@link #WORKSPACE}, newest first. */
  static final String WORKSPACES = SELECT_WORKSPACE + "w.company_id = ? ORDER BY w.id DESC";

  /** 1 {@code bigint} company. Gives how many workspaces it has. */
  static final String COUNT_WORKSPACES =
      "SELECT count(*) FROM workspace WHERE company_id = ? AND deleted_at IS NULL";

  /** 1 {@code bigint} company. Of changes of its workspaces one waits for the other. */
  static final String LOCK_COMPANY = "SELECT id FROM company WHERE id = ? FOR NO KEY UPDATE";

  /** 1 {@code text} name, 2 {@code bigint} workspace. */
  static final String RENAME = "UPDATE workspace SET name = ? WHERE id = ?";

  /** 1 {@code boolean} active, 2 {@code bigint} workspace. */
  static final String ACTIVATE = "UPDATE workspace SET active = ? WHERE id = ?";

  /** 1 {@code bigint} company. */
  static final String NO_DEFAULT =
      "UPDATE workspace SET is_default = false WHERE company_id = ? AND is_default";

  /** 1 {@code bigint} workspace. */
  static final String MAKE_DEFAULT = "UPDATE workspace SET is_default = true WHERE id = ?";

  /** 1 {@code bigint} workspace. */
  static final String DELETE = "UPDATE workspace SET deleted_at = holdfast_now() WHERE id = ?";

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
          + " JOIN workspace w ON w.company_id = c.id AND w.deleted_at IS NULL"
          + " LEFT JOIN api_key k ON k.workspace_id = w.id AND k.revoked_at IS NULL"
          + " ORDER BY c.id, w.id, k.id";
}
