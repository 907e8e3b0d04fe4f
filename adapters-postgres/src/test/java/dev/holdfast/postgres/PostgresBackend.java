package dev.holdfast.postgres;

import dev.holdfast.domain.contract.SeatLedgerBackend;
import dev.holdfast.domain.port.CatalogPort;
import dev.holdfast.domain.port.SeatLedgerPort;
import java.time.Duration;

/** What every contract asks of a store on PostgreSQL. */
public interface PostgresBackend extends SeatLedgerBackend {
  /** The schema under test; reached through a wire. */
  PostgresSchema schema();

  @Override
  default SeatLedgerPort ledger() {
    return schema().store().ledger();
  }

  @Override
  default CatalogPort catalog() {
    return schema().store().catalog();
  }

  @Override
  default void moveClock(Duration by) {
    schema().moveClock(by);
  }

  @Override
  default void breakStore() {
    schema().cut();
  }

  @Override
  default void repairStore() {
    schema().repair();
  }
}
