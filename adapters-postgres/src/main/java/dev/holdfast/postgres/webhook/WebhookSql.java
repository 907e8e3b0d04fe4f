package dev.holdfast.postgres.webhook;

/** Statements about webhooks. Every change of one locks its workspace first. */
final class WebhookSql {
  /** What {@link WebhookTables} reads as a webhook. */
  private static final String COLUMNS =
      "id, key, url, events, description, enabled, created_at, updated_at";

  private WebhookSql() {}

  /**
   * Changes of one workspace's webhooks take turns; whoever refers to the workspace does not wait.
   *
   * <p>1 {@code bigint} workspace. No row when it is not there.
   */
  static final String LOCK_WORKSPACE = "SELECT id FROM workspace WHERE id = ? FOR NO KEY UPDATE";

  /** 1 {@code bigint} workspace. Gives whether anybody listens. */
  static final String LISTENING =
      """
      SELECT EXISTS (
        SELECT FROM webhook WHERE workspace_id = ? AND enabled AND deleted_at IS NULL)\
      """;

  /**
   * Passes over all that has happened in a workspace. To be done before the time is asked from when
   * on somebody listens: whatever is decided after that has a higher number than what is seen here.
   *
   * <p>1 {@code bigint} workspace.
   */
  static final String PASS_OVER =
      """
      UPDATE webhook_mark m SET seq = w.last
      FROM (
        SELECT k.event_id, coalesce(
          (SELECT h.seq FROM event_head h WHERE h.event_id = k.event_id),
          (SELECT d.seq FROM deleted_event d WHERE d.event_id = k.event_id)) AS last
        FROM webhook_mark k WHERE k.workspace_id = ?) w
      WHERE m.event_id = w.event_id AND m.seq < w.last\
      """;

  /**
   * A webhook and its lease.
   *
   * <p>1 {@code bigint} workspace, 2 {@code text} key, 3 {@code text} url, 4 {@code text} events, 5
   * {@code text} description, 6 {@code text} secret, 7 {@code text} its key's name.
   */
  static final String ADD =
      """
      WITH added AS (
        INSERT INTO webhook (workspace_id, key, url, events, description, secret, secret_key,
                             since, created_at, updated_at)
        SELECT ?, ?, ?, ?, ?, ?, ?, t.now, t.now, t.now
        FROM (SELECT holdfast_now() AS now OFFSET 0) t
        RETURNING *),
      lease AS (INSERT INTO webhook_lease (webhook_id) SELECT id FROM added)
      SELECT
      """
          + COLUMNS
          + " FROM added";

  /** 1 {@code bigint} workspace, 2 {@code text} key. */
  static final String FIND =
      "SELECT "
          + COLUMNS
          + " FROM webhook WHERE workspace_id = ? AND key = ? AND deleted_at IS NULL";

  /** 1 {@code bigint} workspace, 2 {@code integer} limit, 3 {@code bigint} offset. */
  static final String PAGE =
      "SELECT "
          + COLUMNS
          + """
           FROM webhook WHERE workspace_id = ? AND deleted_at IS NULL
          ORDER BY created_at DESC, key LIMIT ? OFFSET ?\
          """;

  /** 1 {@code bigint} workspace. */
  static final String COUNT =
      "SELECT count(*) FROM webhook WHERE workspace_id = ? AND deleted_at IS NULL";

  /**
   * 1 {@code text} url, 2 {@code text} events, 3 {@code text} description, 4 {@code boolean}
   * enabled, 5 {@code boolean} whether it hears from now on, 6 {@code bigint} webhook.
   */
  static final String UPDATE =
      """
      UPDATE webhook SET url = ?, events = ?, description = ?, enabled = ?,
        since = CASE WHEN ? THEN t.now ELSE since END, updated_at = t.now
      FROM (SELECT holdfast_now() AS now OFFSET 0) t
      WHERE id = ? RETURNING
      """
          + COLUMNS;

  /** 1 {@code bigint} workspace, 2 {@code text} key. */
  static final String DELETE =
      """
      UPDATE webhook SET deleted_at = holdfast_now()
      WHERE workspace_id = ? AND key = ? AND deleted_at IS NULL\
      """;

  /**
   * 1 {@code text} secret, 2 {@code text} its key's name, 3 {@code bigint} workspace, 4 {@code
   * text} key. Gives when.
   */
  static final String ROTATE =
      """
      UPDATE webhook SET secret = ?, secret_key = ?, updated_at = holdfast_now()
      WHERE workspace_id = ? AND key = ? AND deleted_at IS NULL RETURNING updated_at\
      """;

  /**
   * 1 {@code bigint} webhook, 2 {@code text} name of the key for secrets. Gives key, url, secret.
   */
  static final String TARGET =
      """
      SELECT key, url, secret FROM webhook
      WHERE id = ? AND enabled AND deleted_at IS NULL AND secret_key = ?\
      """;

  /** 1 {@code text} a key's name. Gives how many webhooks have their secrets from other keys. */
  static final String OF_OTHER_KEYS =
      "SELECT count(*) FROM webhook WHERE deleted_at IS NULL AND secret_key <> ?";
}
