package dev.holdfast.postgres;

/**
 * Something about the database that an operator should know before trusting it.
 *
 * @param severity whether to start all the same
 * @param what in words, with the name of the setting or table and what to do about it
 */
public record Finding(Severity severity, String what) {
  /** What is to follow from a finding. */
  public enum Severity {
    /** The promises cannot be kept: do not start. */
    REFUSE,
    /** Start, and say it loudly. */
    WARN
  }

  static Finding refuse(String what) {
    return new Finding(Severity.REFUSE, what);
  }

  static Finding warn(String what) {
    return new Finding(Severity.WARN, what);
  }

  /** Whether the program must not start. */
  public boolean refuses() {
    return severity == Severity.REFUSE;
  }
}
