package dev.holdfast.domain.contract;

import dev.holdfast.domain.port.SeatLockPort;
import java.time.Duration;

/** What a backend's test supplies to {@link SeatLockContract}. */
public interface SeatLockBackend {
  /**
   * A new port on the backend, which is empty when a test opens its first. Its patience may be far
   * more than {@link SeatLockPort#PATIENCE}: rules are no place to be strict on a busy machine.
   */
  SeatLockPort open();

  /** Moves the backend's clock, or waits until the server's own clock has moved by as much. */
  void pass(Duration time);

  /** How many entries the backend stores now, lapsed ones excluded. */
  int entries();

  /** From now on the backend does not answer, as if its server were gone. */
  void breakBackend();

  /** The backend answers again, with or without what it had remembered. */
  void repairBackend();

  /**
   * A short life for entries that a rule then lets lapse. Nothing relies on such an entry being
   * there before: a server may take tens of milliseconds, a memory any time at all.
   */
  Duration moment();

  /** How long a call to a broken backend may take, including a busy machine's hiccups. */
  default Duration bound() {
    return Duration.ofSeconds(5);
  }
}
