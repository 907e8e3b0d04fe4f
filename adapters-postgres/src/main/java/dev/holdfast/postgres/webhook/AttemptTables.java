package dev.holdfast.postgres.webhook;

import dev.holdfast.domain.port.DeliveryPort;
import dev.holdfast.domain.webhook.Attempt;
import dev.holdfast.domain.webhook.DeliveryStatus;
import dev.holdfast.postgres.jdbc.Bindings;
import dev.holdfast.postgres.jdbc.Rows;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What became of deliveries; each call within the caller's transaction. */
final class AttemptTables {
  private AttemptTables() {}

  static int record(Connection connection, List<Attempt> attempts) throws SQLException {
    try (PreparedStatement lock = connection.prepareStatement(CourierSql.LOCK)) {
      new Bindings(lock).numbers(attempts, Attempt::delivery);
      Rows.list(lock, row -> row.getLong(1));
    }
    try (PreparedStatement record = connection.prepareStatement(CourierSql.RECORD)) {
      new Bindings(record)
          .numbers(attempts, Attempt::delivery)
          .integers(attempts, Attempt::number)
          .texts(attempts, AttemptTables::answer)
          .numbers(attempts, attempt -> attempt.latency().toMillis())
          .texts(attempts, attempt -> status(attempt).word())
          .numbers(attempts, AttemptTables::pause)
          .numbers(attempts, Attempt::delivery);
      return record.executeUpdate();
    }
  }

  private static @Nullable String answer(Attempt attempt) {
    Integer status = attempt.responseStatus();
    return status == null ? null : status.toString();
  }

  private static DeliveryStatus status(Attempt attempt) {
    return switch (attempt.next()) {
      case Attempt.Next.Delivered _ -> DeliveryStatus.SUCCESS;
      case Attempt.Next.Again _ -> DeliveryStatus.RETRYING;
      case Attempt.Next.GivenUp _ -> DeliveryStatus.FAILED;
    };
  }

  private static long pause(Attempt attempt) {
    return attempt.next() instanceof Attempt.Next.Again again ? again.pause().toMillis() : 0;
  }

  static int prune(Connection connection, int limit) throws SQLException {
    int pruned = prune(connection, CourierSql.PRUNE_DONE, limit);
    if (pruned < limit) {
      pruned += prune(connection, CourierSql.PRUNE_DELETED, limit - pruned);
    }
    try (PreparedStatement forget = connection.prepareStatement(CourierSql.FORGET_WEBHOOKS)) {
      new Bindings(forget).seconds(DeliveryPort.RECORDED);
      forget.executeUpdate();
    }
    return pruned;
  }

  private static int prune(Connection connection, String sql, int limit) throws SQLException {
    try (PreparedStatement prune = connection.prepareStatement(sql)) {
      new Bindings(prune).seconds(DeliveryPort.RECORDED).integer(limit);
      return prune.executeUpdate();
    }
  }
}
