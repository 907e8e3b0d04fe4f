package dev.holdfast.postgres.ledger;

import dev.holdfast.domain.contract.HoldTokenContract;
import dev.holdfast.domain.port.CatalogPort;
import dev.holdfast.domain.port.HoldTokenPort;
import dev.holdfast.domain.port.SeatLedgerPort;
import dev.holdfast.postgres.PostgresSchema;
import java.time.Duration;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The tokens keep the whole contract. */
final class PostgresHoldTokensTest extends HoldTokenContract {
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
  public HoldTokenPort tokens() {
    return SCHEMA.store().tokens();
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
