package dev.holdfast.http.json;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Instants as all dialects write them: ISO 8601 in UTC with milliseconds. */
public final class Timestamps {
  private static final DateTimeFormatter FORMAT =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  private Timestamps() {}

  /** Cut to the millisecond, so that a deadline is never told later than it is. */
  public static String text(Instant instant) {
    return FORMAT.format(instant);
  }
}
