package dev.holdfast.postgres.ledger;

/** Tokens that expire by themselves. */
final class TokenSql {
  private TokenSql() {}

  /**
   * Locks tokens and reads their terms, of those events only whose row is ours or nobody's: whoever
   * has an event may have its tokens, too, and is not to be waited for. A statement of its own
   * before the one that reads the clock: it may wait for somebody who ends a token, and what is
   * decided then is decided after that.
   *
   * <p>1 {@code bigint[]} events, each once, 2 {@code bigint[]} events, 3 {@code text[]} tokens, in
   * an order that all transactions keep. Gives event, token, since, until of each that has a term.
   */
  static final String TERMS =
      """
      WITH mine AS MATERIALIZED (
        SELECT h.event_id, h.workspace_id
        FROM unnest(?::bigint[]) AS l (event_id)
        CROSS JOIN LATERAL (
          SELECT x.event_id, (SELECT e.workspace_id FROM event e WHERE e.id = x.event_id)
            AS workspace_id
          FROM event_head x WHERE x.event_id = l.event_id
          FOR NO KEY UPDATE SKIP LOCKED) h)
      SELECT w.event_id, w.name, t.since, t.until
      FROM unnest(?::bigint[], ?::text[]) AS w (event_id, name)
      CROSS JOIN LATERAL (
        SELECT x.since, x.until FROM hold_token x
        WHERE x.workspace_id = (SELECT m.workspace_id FROM mine m WHERE m.event_id = w.event_id)
          AND x.token = w.name
        FOR NO KEY UPDATE) t\
      """;

  /**
   * Terms that begin or are prolonged; none gets shorter.
   *
   * <p>1 {@code bigint[]} events, 2 {@code text[]} tokens, 3 {@code timestamptz[]} since, 4 {@code
   * timestamptz[]} until; each token of a workspace once.
   */
  static final String PUT =
      """
      INSERT INTO hold_token (workspace_id, token, since, until)
      SELECT (SELECT e.workspace_id FROM event e WHERE e.id = w.event_id), w.token, w.since, w.until
      FROM unnest(?::bigint[], ?::text[], ?::timestamptz[], ?::timestamptz[])
        AS w (event_id, token, since, until)
      ON CONFLICT (workspace_id, token) DO UPDATE
        SET until = greatest(hold_token.until, excluded.until)\
      """;

  /**
   * A token that holds nothing yet.
   *
   * <p>1 {@code bigint} workspace, 2 {@code text} token, 3 {@code double precision} seconds. Gives
   * since, until, now.
   */
  static final String OPEN =
      """
      INSERT INTO hold_token (workspace_id, token, since, until)
      SELECT ?, ?, n.now, n.now + make_interval(secs => ?) FROM (SELECT holdfast_now() AS now) n
      RETURNING since, until, since\
      """;

  /** 1 {@code bigint} workspace, 2 {@code text} token. Gives since, until, now. */
  static final String FIND =
      """
      SELECT since, until, (SELECT holdfast_now()) FROM hold_token
      WHERE workspace_id = ? AND token = ?\
      """;

  /**
   * Another term for a token whose term runs; after {@link #LOCK}, as {@link #END} is.
   *
   * <p>1 {@code double precision} seconds from now, 2 {@code double precision} most seconds in all,
   * 3 {@code bigint} workspace, 4 {@code text} token. Gives since, until, now.
   */
  static final String RENEW =
      """
      UPDATE hold_token
      SET until = greatest(since, least(
        (SELECT holdfast_now()) + make_interval(secs => ?), since + make_interval(secs => ?)))
      WHERE workspace_id = ? AND token = ? AND (until > holdfast_now()) IS TRUE
      RETURNING since, until, (SELECT holdfast_now())\
      """;

  /**
   * Waits for whoever decides under a token. A statement of its own before {@link #END}: that does
   * not wait for a row that looks over to it, and whoever has it locked may be prolonging it.
   *
   * <p>1 {@code bigint} workspace, 2 {@code text} token.
   */
  static final String LOCK =
      "SELECT FROM hold_token WHERE workspace_id = ? AND token = ? FOR NO KEY UPDATE";

  /**
   * Changes a row when a term ran. {@code IS TRUE} keeps the row from being looked for by its
   * deadline, which is how a plan made for a small table goes.
   *
   * <p>1 {@code bigint} workspace, 2 {@code text} token.
   */
  static final String END =
      """
      UPDATE hold_token SET until = greatest(since, (SELECT holdfast_now())), ended = true
      WHERE workspace_id = ? AND token = ? AND (until > holdfast_now()) IS TRUE\
      """;

  /**
   * Events in which a token has something held. {@code ORDER BY} is for the choice of the index.
   *
   * <p>1 {@code text} token, 2 {@code text} token, 3 {@code bigint} workspace, 4 {@code bigint[]}
   * events to leave out, 5 {@code integer} limit.
   */
  static final String EVENTS =
      """
      SELECT DISTINCT h.event_id FROM (
        (SELECT s.event_id FROM seat s WHERE s.token = ? AND s.state = 'held'
         ORDER BY s.token, s.event_id, s.hold)
        UNION ALL
        (SELECT r.event_id FROM area_record r WHERE r.token = ? AND r.state = 'held'
         ORDER BY r.token, r.event_id, r.hold)) h
      WHERE (SELECT e.workspace_id FROM event e WHERE e.id = h.event_id) = ?
        AND h.event_id <> ALL (?::bigint[])
      ORDER BY h.event_id LIMIT ?\
      """;

  /** 1 {@code text} seconds, 2 {@code integer} limit. Gives workspace and token. */
  static final String ENDED =
      """
      SELECT workspace_id, token FROM hold_token
      WHERE ended AND until <= (SELECT holdfast_now()) - make_interval(secs => ?)
      ORDER BY until LIMIT ?\
      """;

  /**
   * Whether it was ended or not: with a condition on that a plan made for a small table goes by the
   * index of all that were ended.
   *
   * <p>1 {@code bigint} workspace, 2 {@code text} token.
   */
  static final String SETTLED =
      "UPDATE hold_token SET ended = false WHERE workspace_id = ? AND token = ?";
}
