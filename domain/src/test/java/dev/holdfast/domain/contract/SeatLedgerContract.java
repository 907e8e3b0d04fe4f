package dev.holdfast.domain.contract;

/**
 * The contract of {@link dev.holdfast.domain.port.SeatLedgerPort}, for every store. A store's test
 * extends this class and supplies what {@link SeatLedgerBackend} asks for. The rules are numbered
 * P1, P2, ... and stand in the interfaces below; a store keeps all of them, there is nothing to opt
 * out of.
 */
public abstract class SeatLedgerContract
    implements SeatLedgerTransactionRules, SeatLedgerReadRules {}
