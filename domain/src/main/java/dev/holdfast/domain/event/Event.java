package dev.holdfast.domain.event;

import java.time.Instant;
import java.time.LocalDate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An event: a chart on sale.
 *
 * @param key what the outside calls it, unique in its workspace
 * @param date the day it takes place, wherever that is: a day of the calendar, of no time zone;
 *     {@link #FIRST_DATE} to {@link #LAST_DATE}, null when nobody told
 * @param past whether somebody has said that it is over; it makes no difference to what is sold
 * @param layout the layout its chart had published when this was read
 * @param rules version of its sale rules when this was read, see {@link SoldBy}
 * @param updatedAt as createdAt until it is first changed, be it by its sale rules
 */
public record Event(
    EventId id,
    String key,
    @Nullable String name,
    @Nullable LocalDate date,
    boolean past,
    String chartKey,
    LayoutVersion layout,
    long rules,
    Instant createdAt,
    Instant updatedAt) {
  /** What a key of the caller's choice looks like: 1 to 64 of these characters. */
  public static final Pattern KEY = Pattern.compile("[A-Za-z0-9_-]{1,64}");

  /** The first day an event may take place: years have four digits, and there is no year 0. */
  public static final LocalDate FIRST_DATE = LocalDate.of(1, 1, 1);

  /** The last day an event may take place. */
  public static final LocalDate LAST_DATE = LocalDate.of(9999, 12, 31);

  /** By what it sold when this was read. */
  public SoldBy soldBy() {
    return new SoldBy(layout, rules);
  }
}
