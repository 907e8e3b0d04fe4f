package dev.holdfast.postgres.jdbc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.holdfast.domain.port.StoreFailure;
import dev.holdfast.postgres.PostgresSchema;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Changes through several pools that are committed together. */
final class JointWorkTest {
  @RegisterExtension static final PostgresSchema SCHEMA = new PostgresSchema();

  private final List<String> opened = new ArrayList<>();
  private final Pool one = new Pool(SCHEMA.settings(), SessionSettings.CHANGE, "one", 2);
  private final Pool other = new Pool(SCHEMA.settings(), SessionSettings.READER, "other", 2);

  @BeforeEach
  void a_table() throws SQLException {
    SCHEMA.run("CREATE TABLE joint (n integer PRIMARY KEY)");
  }

  @AfterEach
  void no_table() throws SQLException {
    one.close();
    other.close();
    SCHEMA.run("DROP TABLE joint");
  }

  private JointWork work() {
    return new JointWork(_ -> opened.add("opened"));
  }

  private static int insert(Pool pool, int number) {
    return pool.change(connection -> execute(connection, number));
  }

  private static int execute(Connection connection, int number) throws SQLException {
    try (var insert = connection.prepareStatement("INSERT INTO joint VALUES (?)")) {
      new Bindings(insert).integer(number);
      return insert.executeUpdate();
    }
  }

  private static List<Integer> numbers(Pool pool) {
    return pool.read(connection -> {
      try (var ask = connection.prepareStatement("SELECT n FROM joint ORDER BY n")) {
        return Rows.list(ask, row -> row.getInt(1));
      }
    });
  }

  @Test
  void I9_what_is_changed_through_several_pools_is_there_at_once_or_not_at_all() {
    try (JointWork work = work()) {
      int rows = work.run(() -> insert(one, 1) + insert(other, 2));
      assertEquals(2, rows);
      assertEquals(List.of(), numbers(one), "nobody else sees it");
      work.commit();
    }
    assertEquals(List.of(1, 2), numbers(one));
    try (JointWork work = work()) {
      work.run(() -> insert(one, 3) + insert(other, 4));
    }
    assertEquals(List.of(1, 2), numbers(one));
  }

  @Test
  void a_change_sees_those_before_it() {
    try (JointWork work = work()) {
      List<Integer> seen =
          work.run(() -> {
            assertEquals(List.of(), numbers(other));
            insert(one, 1);
            return numbers(other);
          });
      assertEquals(List.of(1), seen);
    }
  }

  @Test
  void a_change_that_fails_takes_nothing_else_back() {
    insert(one, 7);
    try (JointWork work = work()) {
      work.run(() -> {
        insert(one, 1);
        assertThrows(StoreFailure.class, () -> insert(other, 7));
        assertThrows(IllegalStateException.class, this::insertAndFail);
        return insert(one, 3);
      });
      work.commit();
    }
    assertEquals(List.of(1, 3, 7), numbers(one));
  }

  private int insertAndFail() {
    return one.change(connection -> {
      execute(connection, 2);
      throw new IllegalStateException("planned");
    });
  }

  @Test
  void a_transaction_begins_with_the_first_change_and_only_then() {
    try (JointWork work = work()) {
      work.run(() -> numbers(one));
      assertEquals(List.of(), opened);
      assertEquals(0, one.active());
      work.run(() -> insert(one, 1));
      work.run(() -> insert(one, 2));
      assertEquals(List.of("opened"), opened);
      work.commit();
    }
    assertEquals(0, one.active());
  }

  @Test
  void what_the_opening_throws_ends_the_work_before_it_has_changed_anything() {
    JointWork work =
        new JointWork(_ -> {
          throw new IllegalStateException("planned");
        });
    try (work) {
      assertThrows(IllegalStateException.class, () -> work.run(() -> insert(one, 1)));
    }
    assertEquals(List.of(), numbers(one));
  }

  @Test
  void other_threads_and_later_work_have_nothing_to_do_with_it() {
    try (JointWork work = work()) {
      work.run(() -> {
        insert(one, 1);
        return insertElsewhere(2);
      });
    }
    assertEquals(List.of(2), numbers(one));
    insert(one, 3);
    assertEquals(List.of(2, 3), numbers(one));
  }

  private boolean insertElsewhere(int number) {
    try {
      return Thread.ofVirtual().start(() -> insert(one, number)).join(Duration.ofSeconds(20));
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
