package dev.holdfast.domain.inmemory;

import dev.holdfast.domain.contract.SeatLedgerBackend;
import dev.holdfast.domain.port.CatalogPort;
import dev.holdfast.domain.port.SeatLedgerPort;
import java.time.Duration;

/** What every contract asks of the ports in memory. */
interface InMemoryBackend extends SeatLedgerBackend {
  /** The store under test; the same one throughout a test. */
  Stand stand();

  /** A store and the clock that it goes by. */
  record Stand(InMemoryLedgerClock clock, InMemoryStore store) {
    /** A store whose transactions do not wait long for each other. */
    static Stand make() {
      InMemoryLedgerClock clock = new InMemoryLedgerClock();
      return new Stand(clock, new InMemoryStore(clock, Duration.ofMillis(200)));
    }
  }

  @Override
  default SeatLedgerPort ledger() {
    return new InMemoryLedger(stand().store());
  }

  @Override
  default CatalogPort catalog() {
    return new InMemoryCatalog(stand().store());
  }

  @Override
  default void moveClock(Duration by) {
    stand().clock().advance(by);
  }

  @Override
  default void breakStore() {
    stand().store().breakDown();
  }

  @Override
  default void repairStore() {
    stand().store().repair();
  }
}
