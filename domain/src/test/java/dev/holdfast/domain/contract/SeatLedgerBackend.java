package dev.holdfast.domain.contract;

import dev.holdfast.domain.port.CatalogPort;
import dev.holdfast.domain.port.SeatLedgerPort;
import java.time.Duration;

/**
 * What a store's test supplies to {@link SeatLedgerContract} and {@link CatalogContract}: a ledger
 * and a catalog over the same store. A test finds the store empty; throughout a test both answer
 * the same port, or equal ones.
 */
public interface SeatLedgerBackend {
  /** The ledger under test. */
  SeatLedgerPort ledger();

  /** The catalog over the same store. */
  CatalogPort catalog();

  /**
   * Moves the store's clock forward. Best a clock that stands still otherwise; one that runs by
   * itself leaves the rules about the very instant of a deadline without their bite.
   */
  void moveClock(Duration by);

  /** From now on the store does not answer, as if its server were gone; open work is lost. */
  void breakStore();

  /** The store answers again and has what was committed. */
  void repairStore();
}
