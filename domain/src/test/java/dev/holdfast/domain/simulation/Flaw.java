package dev.holdfast.domain.simulation;

import dev.holdfast.domain.event.EventId;
import dev.holdfast.domain.port.HoldTokenPort;
import dev.holdfast.domain.port.NodeRegistryPort;
import dev.holdfast.domain.port.SeatLedgerPort;
import dev.holdfast.domain.port.SeatLockPort;

/** A bug that is planted by standing between the service and its ports. */
interface Flaw {
  /** None. */
  Flaw NONE = new Flaw() {};

  /** The ledger. */
  default SeatLedgerPort ledger(SeatLedgerPort sound, World world) {
    return sound;
  }

  /**
   * The store of tokens.
   *
   * @param strangers an event of another workspace
   */
  default HoldTokenPort tokens(HoldTokenPort sound, EventId strangers) {
    return sound;
  }

  /** What nodes know of each other. */
  default NodeRegistryPort nodes(NodeRegistryPort sound) {
    return sound;
  }

  /** One gate. */
  default SeatLockPort gate(SeatLockPort sound) {
    return sound;
  }
}
