package dev.holdfast.domain.port;

import java.util.Map;

/**
 * A gate brought by somebody else, found by {@link java.util.ServiceLoader}. The application uses
 * the provider whose {@link #name()} is written in {@code HOLDFAST_LOCKS}; {@code
 * docs/lock-backends.md} walks through writing one.
 */
public interface SeatLockProvider {
  /**
   * What {@code HOLDFAST_LOCKS} says to choose this backend: lower-case letters, digits and "-",
   * the same at every call. {@code memory} and {@code redis} are Holdfast's own and cannot be taken
   * by another.
   */
  String name();

  /**
   * Opens the backend; called once, at start-up. The application closes what it gets.
   *
   * <p>A server that cannot be reached at this moment is no reason to throw: the gate may be gone
   * at any time, and {@link SeatLockPort#check()} says so.
   *
   * @param environment the environment variables of the process, except those whose names start
   *     with {@code HOLDFAST_}; unmodifiable. The backend's own settings have any other prefix
   * @throws IllegalArgumentException when a setting is missing or wrong; the text names the
   *     variable, never a secret's value, and the application does not start
   */
  SeatLockPort open(Map<String, String> environment);
}
