package dev.holdfast.domain.simulation;

import dev.holdfast.domain.event.EventId;
import dev.holdfast.domain.idempotency.Fingerprint;
import dev.holdfast.domain.port.CatalogPort;
import dev.holdfast.domain.port.HoldTokenPort;
import dev.holdfast.domain.port.IdempotencyPort;
import dev.holdfast.domain.port.NodeRegistryPort;
import dev.holdfast.domain.port.SeatLedgerPort;
import dev.holdfast.domain.port.SeatLockPort;
import dev.holdfast.domain.reservation.Desks;

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

  /** The catalog as a node reaches it. */
  default CatalogPort catalog(CatalogPort sound) {
    return sound;
  }

  /** The kept answers. */
  default IdempotencyPort answers(IdempotencyPort sound) {
    return sound;
  }

  /** What a node takes for the fingerprint of a request. */
  default Fingerprint digest(Fingerprint sound) {
    return sound;
  }

  /** The way of a node's commands and steps to its writer. */
  default Desks desks(Desks sound, World world) {
    return sound;
  }

  /** A request as a node hands it on. */
  default Asked.Request handedOn(Asked.Request sound, World world) {
    return sound;
  }

  /** One gate. */
  default SeatLockPort gate(SeatLockPort sound) {
    return sound;
  }
}
