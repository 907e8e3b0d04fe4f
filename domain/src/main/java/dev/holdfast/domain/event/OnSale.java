package dev.holdfast.domain.event;

import dev.holdfast.domain.chart.Category;
import dev.holdfast.domain.chart.Venue;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The sale rules of an event as they fall on its venue: what is offered, for sale, and whose. Each
 * question takes the same short time however many rules there are. Immutable; it keeps labels, and
 * not the venue.
 */
public final class OnSale {
  /**
   * Where there are no rules: all that the chart itself sells, by everybody. To be asked about
   * those objects only.
   */
  public static final OnSale EVERYTHING =
      new OnSale(SaleRules.NONE, Set.of(), null, Map.of(), ByChannel.NONE);

  private final SaleRules rules;
  private final Set<String> notOffered;
  private final @Nullable Listed listed;
  private final Map<String, Integer> capacities;
  private final ByChannel channels;

  /**
   * What the for-sale configuration comes down to.
   *
   * @param forSale whether what is listed is for sale, or is what is not
   * @param labels all that is listed, those by row, section or category included
   * @param areaPlaces of areas that are not listed as a whole
   */
  record Listed(boolean forSale, Set<String> labels, Map<String, Integer> areaPlaces) {
    int places(String area, int capacity) {
      return labels.contains(area)
          ? capacity
          : Math.min(capacity, areaPlaces.getOrDefault(area, 0));
    }
  }

  /**
   * The channels, for whoever asks.
   *
   * @param byKey all of them
   * @param byObject the one that has it
   * @param places how many places of an area all of them have together
   */
  record ByChannel(
      Map<String, Channel> byKey, Map<String, Channel> byObject, Map<String, Long> places) {
    static final ByChannel NONE = new ByChannel(Map.of(), Map.of(), Map.of());
  }

  OnSale(
      SaleRules rules,
      Set<String> notOffered,
      @Nullable Listed listed,
      Map<String, Integer> capacities,
      ByChannel channels) {
    this.rules = rules;
    this.notOffered = notOffered;
    this.listed = listed;
    this.capacities = capacities;
    this.channels = channels;
  }

  /**
   * Rules as they fall on a venue.
   *
   * @param categories those of the chart; the event's own are among the rules
   */
  public static OnSale of(SaleRules rules, Venue venue, List<Category> categories) {
    return new RulesOnVenue(rules, categories).on(venue);
  }

  /**
   * Whether an object that is drawn is sold under its own label at all: of a table and its seats
   * only either are.
   */
  public boolean offers(String label) {
    return !notOffered.contains(label);
  }

  /** Whether it is for sale, by whomever; of an area, whether any place is. */
  public boolean isForSale(String label) {
    Integer capacity = capacities.get(label);
    if (capacity != null) {
      return notForSale(label) < capacity;
    }
    return listed == null || listed.forSale == listed.labels.contains(label);
  }

  /** How many places of an area are not for sale; 0 for what is no area. */
  public int notForSale(String area) {
    Integer capacity = capacities.get(area);
    if (capacity == null || listed == null) {
      return 0;
    }
    int places = listed.places(area, capacity);
    return listed.forSale ? capacity - places : places;
  }

  /** The channel that alone sells an object, all of it. */
  public Optional<Channel> channelOf(String label) {
    return Optional.ofNullable(channels.byObject.get(label));
  }

  /**
   * How many places of an area only this channel sells; at most what the area has.
   *
   * @param channel its key
   */
  public int placesOf(String channel, String area) {
    Channel asked = channels.byKey.get(channel);
    int capacity = capacities.getOrDefault(area, 0);
    if (asked == null) {
      return 0;
    }
    return asked.equals(channels.byObject.get(area))
        ? capacity
        : Math.min(capacity, asked.areaPlaces().getOrDefault(area, 0));
  }

  /** Whether it is for sale by everybody; of an area, whether any place is. */
  public boolean isOpen(String label) {
    Integer capacity = capacities.get(label);
    return capacity == null
        ? isForSale(label) && !channels.byObject.containsKey(label)
        : notOpen(label) < capacity;
  }

  /**
   * How many places of an area are not for sale by everybody: those that are not for sale, and
   * those that only some channel sells, which are others.
   */
  public int notOpen(String area) {
    int capacity = capacities.getOrDefault(area, 0);
    return channels.byObject.containsKey(area)
        ? capacity
        : (int) Math.min(capacity, notForSale(area) + channels.places.getOrDefault(area, 0L));
  }

  /** About how many labels it keeps. */
  public int size() {
    return rules.size() + notOffered.size() + (listed == null ? 0 : listed.labels.size());
  }

  /** The rules it was made of. */
  public SaleRules rules() {
    return rules;
  }
}
