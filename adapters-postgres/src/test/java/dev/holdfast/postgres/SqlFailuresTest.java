package dev.holdfast.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.holdfast.domain.port.StoreFailure;
import dev.holdfast.postgres.jdbc.SqlFailures;
import java.sql.SQLException;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/** I2: what may be concluded from an SQLSTATE, and whether its connection is used again. */
final class SqlFailuresTest {
  @ParameterizedTest
  @CsvSource({
    "22021, Rejected, Rejected, true",
    "23505, Rejected, Rejected, true",
    "23514, Rejected, Rejected, true",
    "54000, Rejected, Rejected, true",
    "40001, Unavailable, Unavailable, true",
    "40P01, Unavailable, Unavailable, true",
    "40002, Unavailable, Unavailable, true",
    "40003, Unavailable, CommitUnknown, false",
    "25P02, Unavailable, Unavailable, false",
    "25P03, Unavailable, CommitUnknown, false",
    "25P04, Unavailable, CommitUnknown, false",
    "25006, Unavailable, CommitUnknown, false",
    "55P03, Unavailable, Unavailable, true",
    "HF001, Unavailable, Unavailable, true",
    "53100, Unavailable, Unavailable, false",
    "53200, Unavailable, Unavailable, false",
    "57014, Unavailable, CommitUnknown, false",
    "57P01, Unavailable, CommitUnknown, false",
    "08000, Unavailable, CommitUnknown, false",
    "08003, Unavailable, CommitUnknown, false",
    "08006, Unavailable, CommitUnknown, false",
    "08007, Unavailable, CommitUnknown, false",
    "08P01, Unavailable, CommitUnknown, false",
    "57P02, Unavailable, CommitUnknown, false",
    "57P03, Unavailable, CommitUnknown, false",
    "53300, Unavailable, CommitUnknown, false",
    "XX000, Unavailable, CommitUnknown, false",
    ", Unavailable, CommitUnknown, false"
  })
  void I2_each_state_means_this_before_and_at_a_commit(
      String state, String before, String at, boolean connectionLives) {
    SQLException failure = new SQLException("text", state);
    assertEquals(before, SqlFailures.ofWork(failure).getClass().getSimpleName());
    assertEquals(at, SqlFailures.ofCommit(failure).getClass().getSimpleName());
    assertEquals(connectionLives, !SqlFailures.doubtsConnection(failure));
  }

  @ParameterizedTest
  @CsvSource({"commit_id_pkey", "journal_pkey"})
  void a_number_that_is_taken_by_now_is_worth_another_try(String constraint) {
    assertInstanceOf(StoreFailure.Unavailable.class, SqlFailures.ofWork(duplicate(constraint)));
  }

  private static PSQLException duplicate(String constraint) {
    char end = 0;
    String message = "SERROR" + end + "C23505" + end + "n" + constraint + end;
    String secret = "DKey (token)=(secret-token) already exists." + end;
    return new PSQLException(new ServerErrorMessage(message + secret));
  }

  @Test
  void a_message_names_the_constraint_and_repeats_no_row() {
    String message =
        Objects.requireNonNull(SqlFailures.ofWork(duplicate("sale_open")).getMessage());
    assertEquals("the store refused the data: SQLSTATE 23505, constraint sale_open", message);
    assertFalse(message.contains("secret-token"));
  }
}
