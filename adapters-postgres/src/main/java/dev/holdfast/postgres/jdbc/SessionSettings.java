package dev.holdfast.postgres.jdbc;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What the server is told about every connection of a pool, once, when it is opened.
 *
 * <p>All time-outs are the server's. A time-out of the client's ({@code setQueryTimeout}) cancels
 * from outside, and cancelling a commit that waits for a replica makes it return success.
 *
 * <p>They stand in an order: a wait for a lock ends first and costs nothing but itself; then the
 * statement; then the transaction, with which the server ends the whole session; last the socket,
 * so that the server's word comes first.
 */
public enum SessionSettings {
  /**
   * Transactions of the ledger. They hold event rows, so others wait for them: 5 s at most, and 3 s
   * when their client says nothing. A wait for a lock outlasts a silent holder; whoever meets one
   * frozen in the middle of a statement comes again, and outlasts it then.
   *
   * <p>Their statements find every row by a primary key, whatever the statistics say. A plan made
   * while a table was empty must not scan it from end to end when it has grown; hence one plan for
   * all calls, and no kind of plan that reads a whole table. Where two indexes would do, a tiny
   * table makes them look alike; there the statement asks for the order of the right one, and since
   * sorting is off, that is the one to use.
   */
  WRITER("3s", "4s", "4500ms", "5s", 10, true),
  /** Small changes of the catalog. Some lock an event's row, so they have a writer's limits. */
  CHANGE("3s", "4s", "4500ms", "5s", 10, false),
  /** Short questions, several of which one request may have to wait for. */
  LOOKUP("2s", "1s", "3s", "3500ms", 4, false),
  /** What is large. Publishing a chart of 100,000 objects is the longest. */
  READER("3s", "6s", "25s", "30s", 40, false);

  private final String sql;
  private final int socketSeconds;

  SessionSettings(
      String idleInTransaction,
      String lock,
      String statement,
      String transaction,
      int socketSeconds,
      boolean keyed) {
    this.socketSeconds = socketSeconds;
    Map<String, String> settings = new LinkedHashMap<>();
    settings.put("idle_in_transaction_session_timeout", idleInTransaction);
    settings.put("transaction_timeout", transaction);
    settings.put("lock_timeout", lock);
    settings.put("statement_timeout", statement);
    settings.put("synchronous_commit", "on");
    settings.put("enable_seqscan", "off");
    settings.put("random_page_cost", "1.1");
    // Avoiding a scan is priced so high that the compiler would start for every small statement.
    settings.put("jit", "off");
    if (keyed) {
      settings.put("plan_cache_mode", "force_generic_plan");
      settings.put("enable_hashjoin", "off");
      settings.put("enable_mergejoin", "off");
      settings.put("enable_material", "off");
      settings.put("enable_sort", "off");
      settings.put("enable_incremental_sort", "off");
    }
    sql = sqlOf(settings);
  }

  /** How long an answer is waited for before its connection is given up, in seconds. */
  public int socketSeconds() {
    return socketSeconds;
  }

  /** One statement that sets them all; leaves out what an older server does not know. */
  public String asSql() {
    return sql;
  }

  private static String sqlOf(Map<String, String> settings) {
    String values =
        settings.entrySet().stream()
            .map(entry -> "('%s', '%s')".formatted(entry.getKey(), entry.getValue()))
            .collect(Collectors.joining(", "));
    return "SELECT set_config(w.name, w.setting, false) FROM (VALUES "
        + values
        + ") AS w (name, setting) WHERE current_setting(w.name, true) IS NOT NULL";
  }
}
