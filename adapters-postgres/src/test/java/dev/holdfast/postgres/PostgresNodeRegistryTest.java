package dev.holdfast.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.holdfast.domain.contract.NodeRegistryContract;
import dev.holdfast.domain.port.NodeId;
import dev.holdfast.domain.port.NodeRegistryPort;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

final class PostgresNodeRegistryTest extends NodeRegistryContract {
  @RegisterExtension static final PostgresSchema SCHEMA = PostgresSchema.throughWire();

  private final NodeRegistryPort registry = SCHEMA.store().nodes();

  @Override
  protected NodeRegistryPort registry() {
    return registry;
  }

  @Override
  protected void pass(Duration time) {
    SCHEMA.moveClock(time);
  }

  @Override
  protected void breakStore() {
    SCHEMA.wire().cut();
  }

  @Test
  void nodes_that_are_gone_leave_no_rows() throws SQLException {
    for (int node = 0; node < 20; node++) {
      registry.renew(new NodeId(UUID.randomUUID()));
    }
    SCHEMA.moveClock(NodeRegistryPort.LIFE);
    registry.renew(new NodeId(UUID.randomUUID()));
    try (Connection connection = SCHEMA.connection();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("SELECT count(*) FROM node")) {
      rows.next();
      assertEquals(1, rows.getLong(1));
    }
  }
}
