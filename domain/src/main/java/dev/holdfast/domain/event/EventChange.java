package dev.holdfast.domain.event;

import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What becomes another of an event, all or nothing.
 *
 * @param key null: stays; else as {@link Event#KEY} says
 * @param name null: stays
 * @param date null: stays; else {@link Event#FIRST_DATE} to {@link Event#LAST_DATE}
 * @param past null: stays
 * @param rules empty: stay
 * @param edit whether it counts as one of the edits that an event may have a day, see {@link
 *     EditAllowance}
 */
public record EventChange(
    @Nullable String key,
    @Nullable String name,
    @Nullable LocalDate date,
    @Nullable Boolean past,
    Optional<NewRules> rules,
    boolean edit) {
  /** Of what is not an edit. */
  public EventChange(
      @Nullable String key,
      @Nullable String name,
      @Nullable LocalDate date,
      @Nullable Boolean past,
      Optional<NewRules> rules) {
    this(key, name, date, past, rules, false);
  }

  /** Nothing. */
  public static final EventChange NOTHING =
      new EventChange(null, null, null, null, Optional.empty());

  /** An edit of what is for sale, which counts whatever comes of it. */
  public static final EventChange EDIT =
      new EventChange(null, null, null, null, Optional.empty(), true);

  /**
   * Other sale rules.
   *
   * @param on the version they were made from: if the event has another by now, nothing changes
   */
  public record NewRules(long on, SaleRules rules) {}

  /** Other sale rules, and nothing else. */
  public static EventChange rules(long on, SaleRules rules) {
    return NOTHING.with(new NewRules(on, rules));
  }

  /** The same with other sale rules. */
  public EventChange with(NewRules other) {
    return new EventChange(key, name, date, past, Optional.of(other), edit);
  }
}
