package dev.holdfast.domain.simulation;

import dev.holdfast.domain.port.HoldTokenPort;
import dev.holdfast.domain.port.SeatLedgerPort;
import dev.holdfast.domain.port.SeatLockPort;

/** A bug that is planted by standing between the service and its ports. */
interface Flaw {
  /** None. */
  Flaw NONE = new Flaw() {};

  default SeatLedgerPort ledger(SeatLedgerPort sound, Clocks clocks) {
    return sound;
  }

  default HoldTokenPort tokens(HoldTokenPort sound) {
    return sound;
  }

  default SeatLockPort gate(SeatLockPort sound) {
    return sound;
  }
}
