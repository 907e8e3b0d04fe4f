package dev.holdfast.domain.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.holdfast.domain.port.SeatLockPort;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/**
 * The contract of {@link SeatLockPort}, for every backend. A backend's test extends this class and
 * supplies what {@link SeatLockBackend} asks for; the rules are numbered and come from
 *
 * <ul>
 *   <li>{@link SeatLockClaimRules}, L1 to L19: who passes, who is named, what is taken back;
 *   <li>{@link SeatLockNewsRules}, L20 to L33: what the ledger tells;
 *   <li>{@link SeatLockRaceRules}, L34 to L39: many at once;
 *   <li>{@link SeatLockFailureRules}, L40 to L45 and L47: broken, closed, and nothing left behind;
 *   <li>{@link SeatLockRandomWalk}, L46: any history, against an oracle.
 * </ul>
 *
 * <p>A backend keeps all of them; there is nothing to opt out of. Each test gets an empty backend.
 */
public abstract class SeatLockContract
    implements SeatLockClaimRules,
        SeatLockNewsRules,
        SeatLockRaceRules,
        SeatLockFailureRules,
        SeatLockRandomWalk {
  private SeatLockPort locks;

  @Override
  public final SeatLockPort locks() {
    return locks;
  }

  @BeforeEach
  final void openThePort() {
    locks = open();
    assertEquals(0, entries(), "each test starts with an empty backend");
  }

  @AfterEach
  final void closeThePort() {
    locks.close();
  }
}
