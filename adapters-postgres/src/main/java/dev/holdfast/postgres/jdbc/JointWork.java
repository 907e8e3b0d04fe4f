package dev.holdfast.postgres.jdbc;

import dev.holdfast.domain.port.StoreFailure;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Changes that one thread makes through pools and that are committed together. The transaction
 * begins with the first of them, on the pool that it asks, so nothing is held open while nothing is
 * changed yet; what is read afterwards is read in it. One use, by one thread.
 */
public final class JointWork implements AutoCloseable {
  private static final ScopedValue<JointWork> CURRENT = ScopedValue.newInstance();

  private final SqlFunction<Connection, Boolean> opening;
  private @Nullable Lease lease;

  /**
   * Work to be done.
   *
   * @param opening runs first in the transaction; what it throws comes out of the first change
   */
  public JointWork(SqlFunction<Connection, Boolean> opening) {
    this.opening = opening;
  }

  /** The work that this thread's changes belong to. */
  static Optional<JointWork> current() {
    return CURRENT.isBound() ? Optional.of(CURRENT.get()) : Optional.empty();
  }

  /** Does some work whose changes belong to this. */
  public <R> R run(Supplier<R> work) {
    return ScopedValue.where(CURRENT, this).call(work::get);
  }

  /** Makes a change, which is taken back when it fails; others are not. */
  public <R> R change(Pool pool, SqlFunction<Connection, R> work) {
    Lease open = lease != null ? lease : begin(pool);
    return Pool.run(open, connection -> inPart(connection, work));
  }

  private Lease begin(Pool pool) {
    Lease begun = pool.lendForTransaction();
    lease = begun;
    Pool.run(begun, opening);
    return begun;
  }

  private static <R> R inPart(Connection connection, SqlFunction<Connection, R> work)
      throws SQLException {
    Savepoint before = connection.setSavepoint();
    try {
      R result = work.apply(connection);
      connection.releaseSavepoint(before);
      return result;
    } catch (SQLException | RuntimeException e) {
      takeBack(connection, before, e);
      throw e;
    }
  }

  private static void takeBack(Connection connection, Savepoint before, Exception cause) {
    try {
      connection.rollback(before);
    } catch (SQLException e) {
      cause.addSuppressed(e);
    }
  }

  /** The transaction's connection, once it has begun. */
  Optional<Lease> lease() {
    return Optional.ofNullable(lease);
  }

  /**
   * Commits what was changed, if anything was.
   *
   * @throws StoreFailure when it is not durable, or when that is not known
   */
  public void commit() {
    if (lease != null) {
      Pool.commit(lease);
    }
  }

  /** Takes back what was not committed. */
  @Override
  public void close() {
    if (lease != null) {
      lease.rollBack();
      lease.close();
    }
  }
}
