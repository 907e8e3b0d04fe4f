package dev.holdfast.postgres.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.holdfast.domain.event.EventId;
import dev.holdfast.domain.port.EventPicture;
import dev.holdfast.postgres.PostgresSchema;
import dev.holdfast.postgres.Till;
import dev.holdfast.postgres.jdbc.DataSources;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.postgresql.ds.PGSimpleDataSource;

final class PictureReaderTest {
  @RegisterExtension static final PostgresSchema SCHEMA = new PostgresSchema();

  /** The driver breaks off when an answer needs more than this at a time. */
  private static final String BUFFER = "10M";

  @Test
  void a_picture_of_the_heaviest_rows_is_read_in_small_parts() throws SQLException {
    EventId event = new Till(SCHEMA.store()).anEvent();
    fill(event);
    PGSimpleDataSource source = DataSources.plain(SCHEMA.settings(), "holdfast-test");
    source.setMaxResultBuffer(BUFFER);
    try (Connection connection = source.getConnection()) {
      connection.setAutoCommit(false);
      EventPicture picture = PictureReader.of(connection, event).read().orElseThrow();
      connection.rollback();
      assertEquals(1_200, picture.seats().size());
      assertEquals(60_000, picture.areas().size());
      assertEquals(1_200, picture.records().size());
    }
  }

  /** 20 MB of seats and records each, and 15 MB of areas. */
  private static void fill(EventId event) throws SQLException {
    SCHEMA.run(
        """
        INSERT INTO seat (event_id, label, version, decided_on, state, status, taken_at, extra)
          SELECT %1$d, 'A-' || n, 1, 0, 'taken', 'booked', holdfast_now(),
                 '{"a":"' || repeat('x', 16376) || '"}'
          FROM generate_series(1, 1200) n;
        INSERT INTO area_record (event_id, number, area, quantity, state, status, taken_at, extra)
          SELECT %1$d, n, 'floor', 1, 'taken', 'booked', holdfast_now(),
                 '{"a":"' || repeat('x', 16376) || '"}'
          FROM generate_series(1, 1200) n;
        INSERT INTO area (event_id, key, version, decided_on, capacity, held, taken)
          SELECT %1$d, repeat('x', 240) || n, 1, 0, 1, 0, 0 FROM generate_series(1, 60000) n\
        """
            .formatted(event.value()));
  }
}
