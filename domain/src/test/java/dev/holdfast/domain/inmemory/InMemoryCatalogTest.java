package dev.holdfast.domain.inmemory;

import dev.holdfast.domain.contract.CatalogContract;
import dev.holdfast.domain.port.CatalogPort;
import dev.holdfast.domain.port.SeatLedgerPort;
import java.time.Duration;

final class InMemoryCatalogTest extends CatalogContract {
  private final InMemoryLedgerClock clock = new InMemoryLedgerClock();
  private final InMemoryStore store = new InMemoryStore(clock);
  private final InMemoryLedger ledger = new InMemoryLedger(store);
  private final InMemoryCatalog catalog = new InMemoryCatalog(store);

  @Override
  public SeatLedgerPort ledger() {
    return ledger;
  }

  @Override
  public CatalogPort catalog() {
    return catalog;
  }

  @Override
  public void moveClock(Duration by) {
    clock.advance(by);
  }

  @Override
  public void breakStore() {
    store.breakDown();
  }

  @Override
  public void repairStore() {
    store.repair();
  }
}
