package dev.holdfast.domain.integrity;

import dev.holdfast.domain.event.Event;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a check of an event's books came to.
 *
 * @param seq the number of the journal's last entry when the rows were read
 * @param checkedAt the ledger's time of that instant
 * @param checkedTo the last number that was read of the journal: {@code seq}, unless there was no
 *     time for more
 */
public record IntegrityReport(
    Event event, long seq, Instant checkedAt, long checkedTo, List<Check> checks) {
  /** Most violations of one check that are told. */
  public static final int MAX_VIOLATIONS = 100;

  public IntegrityReport {
    checks = List.copyOf(checks);
  }

  /** Whether everything was compared and nothing was found. */
  public boolean ok() {
    return checks.stream().allMatch(Check::ok);
  }

  /**
   * One of the checks.
   *
   * @param complete whether there was time for all of it
   * @param found how many violations there are
   * @param violations the first of them, at most {@link #MAX_VIOLATIONS}
   */
  public record Check(CheckName name, boolean complete, int found, List<Violation> violations) {
    public Check {
      violations = List.copyOf(violations);
    }

    /** Whether all of it was compared and nothing was found. */
    public boolean ok() {
      return complete && found == 0;
    }
  }

  /**
   * Something that must not be.
   *
   * @param object a seat's label or an area's key; null where it is about the event
   */
  public record Violation(@Nullable String object, String detail) {}
}
