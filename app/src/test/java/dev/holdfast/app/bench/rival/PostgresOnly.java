package dev.holdfast.app.bench.rival;

import com.fasterxml.jackson.databind.JsonNode;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.Objects;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * Holds and books with PostgreSQL alone, as most shops do: each request locks the rows of its
 * seats, looks at them, changes them, and commits. There is no journal and nothing else.
 */
public final class PostgresOnly {
  private static final String LOCK =
      """
      SELECT state, token, until > now() FROM rival.seat
      WHERE event = ? AND label = ANY (?) ORDER BY label FOR UPDATE\
      """;

  private static final String HOLD =
      """
      UPDATE rival.seat SET state = 'held', token = ?, until = now() + interval '4 hours'
      WHERE event = ? AND label = ANY (?)\
      """;

  private static final String BOOK =
      """
      UPDATE rival.seat SET state = 'booked', token = ?, until = NULL
      WHERE event = ? AND label = ANY (?)\
      """;

  private final HikariDataSource pool;

  private PostgresOnly(HikariDataSource pool) {
    this.pool = pool;
  }

  /**
   * Runs it.
   *
   * @param arguments the JDBC URL, the user and the password
   */
  public static void main(String[] arguments) {
    PostgresOnly server = new PostgresOnly(Pools.open(arguments[0], arguments[1], arguments[2]));
    Stack.serve(Map.of("hold", server::hold, "book", server::book));
  }

  /** Whether a seat may be changed. */
  private interface Rule {
    boolean allows(String state, @Nullable String token, boolean stillHeld);
  }

  private Stack.Reply hold(String event, JsonNode body) throws SQLException {
    return change(
        HOLD,
        event,
        body,
        (state, _, stillHeld) -> state.equals("free") || (state.equals("held") && !stillHeld));
  }

  private Stack.Reply book(String event, JsonNode body) throws SQLException {
    String token = body.path("holdToken").asText();
    return change(
        BOOK,
        event,
        body,
        (state, holder, stillHeld) ->
            state.equals("held") && stillHeld && Objects.equals(holder, token));
  }

  private Stack.Reply change(String sql, String event, JsonNode body, Rule rule)
      throws SQLException {
    String token = body.path("holdToken").asText();
    String[] labels = labels(body);
    boolean done =
        Pools.transaction(
            pool,
            connection -> {
              Array seats = connection.createArrayOf("text", labels);
              return allowed(connection, event, seats, labels.length, rule)
                  && changed(connection, sql, token, event, seats) == labels.length;
            });
    return done
        ? new Stack.Reply(200, Map.of("objectLabels", labels, "status", "done"))
        : new Stack.Reply(409, Map.of("error", "not available", "objectLabels", labels));
  }

  private static String[] labels(JsonNode body) {
    return body.has("objectLabel")
        ? new String[] {body.path("objectLabel").asText()}
        : StreamSupport.stream(body.path("objectLabels").spliterator(), false)
            .map(JsonNode::asText)
            .toArray(String[]::new);
  }

  private static boolean allowed(
      Connection connection, String event, Array seats, int count, Rule rule) throws SQLException {
    try (PreparedStatement lock = connection.prepareStatement(LOCK)) {
      lock.setString(1, event);
      lock.setArray(2, seats);
      int allowed = 0;
      try (ResultSet rows = lock.executeQuery()) {
        while (rows.next()) {
          allowed += rule.allows(rows.getString(1), rows.getString(2), rows.getBoolean(3)) ? 1 : 0;
        }
      }
      return allowed == count;
    }
  }

  private static int changed(
      Connection connection, String sql, String token, String event, Array seats)
      throws SQLException {
    try (PreparedStatement change = connection.prepareStatement(sql)) {
      change.setString(1, token);
      change.setString(2, event);
      change.setArray(3, seats);
      return change.executeUpdate();
    }
  }
}
