package dev.holdfast.domain.event;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/**
 * How often what is for sale of an event may still be edited today, a day of UTC (seats.io dialect,
 * section 13).
 *
 * @param made today, 0 to {@link #MOST}
 * @param now when that was so
 */
public record EditAllowance(int made, Instant now) {
  /** Most edits of an event a day. */
  public static final int MOST = 10;

  /** How many are left. */
  public int left() {
    return MOST - made;
  }

  /** When there are {@link #MOST} again. */
  public Instant until() {
    return today().plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
  }

  /** How long it is until then. */
  public Duration away() {
    return Duration.between(now, until());
  }

  /** The day it is. */
  public LocalDate today() {
    return LocalDate.ofInstant(now, ZoneOffset.UTC);
  }

  /** After one more. */
  public EditAllowance oneMore() {
    return new EditAllowance(made + 1, now);
  }
}
