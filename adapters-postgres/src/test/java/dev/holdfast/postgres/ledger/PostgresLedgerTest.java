package dev.holdfast.postgres.ledger;

import dev.holdfast.domain.contract.SeatLedgerContract;
import dev.holdfast.postgres.PostgresBackend;
import dev.holdfast.postgres.PostgresSchema;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The ledger keeps the whole contract. */
final class PostgresLedgerTest extends SeatLedgerContract implements PostgresBackend {
  @RegisterExtension static final PostgresSchema SCHEMA = PostgresSchema.throughWire();

  @Override
  public PostgresSchema schema() {
    return SCHEMA;
  }
}
