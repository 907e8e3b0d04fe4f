package dev.holdfast.domain.event;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An event to be created.
 *
 * @param key as {@link Event#KEY} says
 * @param date {@link Event#FIRST_DATE} to {@link Event#LAST_DATE}, or null: it has none
 */
public record NewEvent(
    String key, @Nullable String name, @Nullable LocalDate date, SaleRules rules) {
  /** One that sells everything to everybody. */
  public NewEvent(String key, @Nullable String name, @Nullable LocalDate date) {
    this(key, name, date, SaleRules.NONE);
  }
}
