package dev.holdfast.domain.inmemory;

import dev.holdfast.domain.contract.HoldTokenContract;
import dev.holdfast.domain.port.CatalogPort;
import dev.holdfast.domain.port.HoldTokenPort;
import dev.holdfast.domain.port.SeatLedgerPort;
import java.time.Duration;

final class InMemoryHoldTokensTest extends HoldTokenContract {
  private final InMemoryLedgerClock clock = new InMemoryLedgerClock();
  private final InMemoryStore store = new InMemoryStore(clock, Duration.ofMillis(200));
  private final InMemoryLedger ledger = new InMemoryLedger(store);
  private final InMemoryCatalog catalog = new InMemoryCatalog(store);
  private final InMemoryHoldTokens tokens = new InMemoryHoldTokens(store);

  @Override
  public SeatLedgerPort ledger() {
    return ledger;
  }

  @Override
  public CatalogPort catalog() {
    return catalog;
  }

  @Override
  public HoldTokenPort tokens() {
    return tokens;
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
