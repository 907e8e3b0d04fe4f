package dev.holdfast.postgres.ledger;

import dev.holdfast.domain.contract.SeatLedgerContract;
import dev.holdfast.domain.port.CatalogPort;
import dev.holdfast.domain.port.SeatLedgerPort;
import dev.holdfast.postgres.PostgresSchema;
import java.time.Duration;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The ledger keeps the whole contract. */
final class PostgresLedgerTest extends SeatLedgerContract {
  @RegisterExtension static final PostgresSchema SCHEMA = PostgresSchema.throughWire();

  @Override
  public SeatLedgerPort ledger() {
    return SCHEMA.store().ledger();
  }

  @Override
  public CatalogPort catalog() {
    return SCHEMA.store().catalog();
  }

  @Override
  public void moveClock(Duration by) {
    SCHEMA.moveClock(by);
  }

  @Override
  public void breakStore() {
    SCHEMA.cut();
  }

  @Override
  public void repairStore() {
    SCHEMA.repair();
  }
}
