package dev.holdfast.app.bench.rival;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;

/**
 * What a booking of four held seats writes in the service's tables: the seats, a sale and a line of
 * the journal each, the name of the transaction, and the event's last number. The event's row comes
 * as late as it can, since it is locked from then on.
 */
final class OrderSql {
  private static final int SEATS = 4;
  private static final int ROW = 1_000;

  private static final String EVENT =
      "INSERT INTO event_head (event_id, seq) VALUES (?, 0) ON CONFLICT DO NOTHING";

  private static final String HELD =
      """
      INSERT INTO seat (event_id, label, version, decided_on, state, token, hold, since, until,
                        category)
      SELECT ?, 'R' || n / 1000 || '-' || n % 1000 + 1, 1, 0, 'held', 'token-of-order-' || n / 4,
             n / 4 + 1, now(), now() + interval '4 hours', 'premium'
      FROM generate_series(0, ?) AS n\
      """;

  private static final String NAME = "INSERT INTO commit_id (id, committed) VALUES (?, true)";

  private static final String TAKE =
      """
      UPDATE seat SET state = 'taken', status = 'booked', version = version + 1,
                      decided_on = version, since = NULL, until = NULL, taken_at = now()
      WHERE event_id = ? AND label = ANY (?) AND state = 'held' AND token = ? AND until > now()\
      """;

  private static final String SALE =
      """
      INSERT INTO sale (event_id, label, version, status, token, taken_at)
      VALUES (?, ?, 2, 'booked', ?, now())\
      """;

  private static final String NUMBERS =
      "UPDATE event_head SET seq = seq + 4 WHERE event_id = ? RETURNING seq";

  private static final String LINE =
      """
      INSERT INTO journal (event_id, seq, commit_id, object, area, version, kind, previous, token,
                           hold, quantity, category, extra, dialect, key_id, address, at)
      VALUES (?, ?, ?, ?, false, 2, 'booked', 'held', ?, ?, 1, 'premium', '{}', 'v1', 1,
              '127.0.0.1', now())\
      """;

  private OrderSql() {}

  /** Makes held seats for so many orders of an event. */
  static int hold(Connection connection, long event, int orders) throws SQLException {
    try (PreparedStatement head = connection.prepareStatement(EVENT);
        PreparedStatement held = connection.prepareStatement(HELD)) {
      head.setLong(1, event);
      head.executeUpdate();
      held.setLong(1, event);
      held.setInt(2, orders * SEATS - 1);
      return held.executeUpdate();
    }
  }

  /** Tells the planner what was made, as the server does by itself after a while. */
  static boolean analyze(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      return statement.execute("ANALYZE seat");
    }
  }

  /** Books an order of an event; whether all of its seats were held under its token. */
  static boolean book(Connection connection, long event, int order) throws SQLException {
    String[] labels = new String[SEATS];
    for (int n = 0; n < SEATS; n++) {
      int seat = order * SEATS + n;
      labels[n] = "R" + seat / ROW + "-" + (seat % ROW + 1);
    }
    String token = "token-of-order-" + order;
    UUID commit = UUID.randomUUID();
    name(connection, commit);
    if (take(connection, event, labels, token) != SEATS) {
      connection.rollback();
      return false;
    }
    sell(connection, event, labels, token);
    long last = numbers(connection, event);
    write(connection, event, last, commit, labels, token);
    return true;
  }

  private static void name(Connection connection, UUID commit) throws SQLException {
    try (PreparedStatement name = connection.prepareStatement(NAME)) {
      name.setObject(1, commit);
      name.executeUpdate();
    }
  }

  private static int take(Connection connection, long event, String[] labels, String token)
      throws SQLException {
    Array seats = connection.createArrayOf("text", labels);
    try (PreparedStatement take = connection.prepareStatement(TAKE)) {
      take.setLong(1, event);
      take.setArray(2, seats);
      take.setString(3, token);
      return take.executeUpdate();
    }
  }

  private static void sell(Connection connection, long event, String[] labels, String token)
      throws SQLException {
    try (PreparedStatement sale = connection.prepareStatement(SALE)) {
      for (String label : labels) {
        sale.setLong(1, event);
        sale.setString(2, label);
        sale.setString(3, token);
        sale.addBatch();
      }
      sale.executeBatch();
    }
  }

  private static long numbers(Connection connection, long event) throws SQLException {
    try (PreparedStatement numbers = connection.prepareStatement(NUMBERS)) {
      numbers.setLong(1, event);
      try (ResultSet row = numbers.executeQuery()) {
        row.next();
        return row.getLong(1);
      }
    }
  }

  private static void write(
      Connection connection, long event, long last, UUID commit, String[] labels, String token)
      throws SQLException {
    try (PreparedStatement line = connection.prepareStatement(LINE)) {
      for (int n = 0; n < labels.length; n++) {
        line.setLong(1, event);
        line.setLong(2, last - labels.length + 1 + n);
        line.setObject(3, commit);
        line.setString(4, labels[n]);
        line.setString(5, token);
        line.setLong(6, 1);
        line.addBatch();
      }
      line.executeBatch();
    }
  }
}
