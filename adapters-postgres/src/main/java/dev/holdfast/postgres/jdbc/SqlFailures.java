package dev.holdfast.postgres.jdbc;

import dev.holdfast.domain.port.StoreFailure;
import java.sql.SQLException;
import java.util.Set;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/**
 * What the caller may conclude from an SQL failure, by SQLSTATE.
 *
 * <ul>
 *   <li>22 (data), 23 (constraint), 54 (limit): the same work would fail again, so {@link
 *       StoreFailure.Rejected}. Two exceptions, because a fresh attempt cannot meet them: the key
 *       of the commit id, which is taken only when the transaction was given up meanwhile, and the
 *       key of the journal, whose number is taken only when it was counted from an old head.
 *   <li>everything else before a commit, known or not: {@link StoreFailure.Unavailable}, because an
 *       open transaction whose commit was never sent cannot have happened.
 *   <li>at the commit, or in what goes over with it: 22, 23, 40, 54, 55, HF (our own), a full disk,
 *       no memory and 25P02 are the server's own word that it rolled back, 40003 ("statement
 *       completion unknown") excepted. Whatever else goes wrong there leaves it open: {@link
 *       StoreFailure.CommitUnknown}.
 * </ul>
 */
public final class SqlFailures {
  /** The class of {@code holdfast_row_count}: what was decided on is not what is stored. */
  private static final String OLD_STATE = "HF";

  private static final Set<String> REFUSES_DATA = Set.of("22", "23", "54");
  private static final Set<String> ROLLED_BACK = Set.of("22", "23", "40", "54", "55", OLD_STATE);
  private static final Set<String> NO_ROOM = Set.of("53100", "53200");

  /** Answers to one statement; the connection itself is as good as before. */
  private static final Set<String> CONNECTION_LIVES =
      Set.of("22", "23", "40", "42", "54", "55", OLD_STATE);

  /** Of the class of rollbacks by its number only; poolers send it. */
  private static final String COMPLETION_UNKNOWN = "40003";

  private static final String IN_FAILED_TRANSACTION = "25P02";
  private static final Set<String> OUT_OF_DATE = Set.of("commit_id_pkey", "journal_pkey");

  private SqlFailures() {}

  /** The failure of anything before the commit was sent. */
  public static StoreFailure ofWork(SQLException failure) {
    if (REFUSES_DATA.contains(stateClass(failure)) && !OUT_OF_DATE.contains(constraint(failure))) {
      return new StoreFailure.Rejected("the store refused the data: " + what(failure), failure);
    }
    boolean old = OLD_STATE.equals(stateClass(failure));
    String why = old ? "decided on an old state: " : "nothing was changed: ";
    return new StoreFailure.Unavailable(why + what(failure), failure);
  }

  /** The failure of a commit. */
  public static StoreFailure ofCommit(SQLException failure) {
    String state = failure.getSQLState();
    boolean rolledBack =
        ROLLED_BACK.contains(stateClass(failure)) && !COMPLETION_UNKNOWN.equals(state);
    if (rolledBack
        || (state != null && NO_ROOM.contains(state))
        || IN_FAILED_TRANSACTION.equals(state)) {
      return ofWork(failure);
    }
    return new StoreFailure.CommitUnknown("no answer to a commit: " + what(failure), failure);
  }

  /** Whether the connection should be thrown away after this. */
  public static boolean doubtsConnection(SQLException failure) {
    return !CONNECTION_LIVES.contains(stateClass(failure))
        || COMPLETION_UNKNOWN.equals(failure.getSQLState());
  }

  private static String stateClass(SQLException failure) {
    String state = failure.getSQLState();
    return state == null || state.length() < 2 ? "" : state.substring(0, 2);
  }

  /** The name of the constraint concerned, empty if there is none. */
  private static String constraint(SQLException failure) {
    ServerErrorMessage message =
        failure instanceof PSQLException postgres ? postgres.getServerErrorMessage() : null;
    String name = message == null ? null : message.getConstraint();
    return name == null ? "" : name;
  }

  /** State and constraint only: other parts of the server's text may repeat a token. */
  private static String what(SQLException failure) {
    String constraint = constraint(failure);
    return "SQLSTATE "
        + failure.getSQLState()
        + (constraint.isEmpty() ? "" : ", constraint " + constraint);
  }
}
