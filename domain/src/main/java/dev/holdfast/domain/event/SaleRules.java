package dev.holdfast.domain.event;

import dev.holdfast.domain.refusal.Outcome;
import dev.holdfast.domain.refusal.Refusal;
import java.util.Optional;

/**
 * By what rules an event sells its chart: what is for sale, by whom, tables or their seats, and in
 * which categories (seats.io dialect, sections 12 to 14). Immutable.
 *
 * @param forSale empty: everything is
 */
public record SaleRules(
    Optional<ForSale> forSale, Channels channels, TableBooking tables, EventCategories categories) {
  /** Most labels that the rules of one event may be made of, all together. */
  public static final int MAX_LABELS = 100_000;

  /** Everything is for sale by everybody, as the chart has it. */
  public static final SaleRules NONE =
      new SaleRules(Optional.empty(), Channels.NONE, TableBooking.INHERIT, EventCategories.NONE);

  /** The rules of an event, and which state of them it is. */
  public record Versioned(long version, SaleRules rules) {
    /** Those of an event that never had any. */
    public static final Versioned NEVER = new Versioned(0, NONE);
  }

  /** The listed things only are for sale, or everything but them, whatever was said before. */
  public SaleRules mark(ForSale config) {
    return new SaleRules(Optional.of(config), channels, tables, categories);
  }

  /** Everything is for sale. */
  public SaleRules markEverythingForSale() {
    return new SaleRules(Optional.empty(), channels, tables, categories);
  }

  /** Nothing is for sale. */
  public SaleRules markEverythingNotForSale() {
    return mark(
        new ForSale(
            true, ForSale.START.objects(), ForSale.START.areaPlaces(), ForSale.START.categories()));
  }

  /** Some things come on sale, some are taken off; see {@link ForSale#edited}. */
  public SaleRules edit(ForSale.Edit edit) {
    return mark(forSale.orElse(ForSale.START).edited(edit));
  }

  /** Other channels. */
  public SaleRules with(Channels other) {
    return new SaleRules(forSale, other, tables, categories);
  }

  /** Tables sold in another way. */
  public SaleRules with(TableBooking other) {
    return new SaleRules(forSale, channels, other, categories);
  }

  /** Other categories. */
  public SaleRules with(EventCategories other) {
    return new SaleRules(forSale, channels, tables, other);
  }

  /** How many labels they are made of. */
  public int size() {
    return forSale.map(ForSale::size).orElse(0)
        + channels.size()
        + tables.size()
        + categories.size();
  }

  /** These rules, unless they are made of more labels than they may be. */
  public Outcome<SaleRules> checked() {
    return size() > MAX_LABELS
        ? Outcome.refused(new Refusal.TooManyLabels(MAX_LABELS))
        : Outcome.accepted(this);
  }
}
