package dev.holdfast.http.seatsio.report;

import dev.holdfast.domain.chart.Spot;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** By what objects are grouped in reports (sections 22 and 23). */
public enum Dimension {
  STATUS("byStatus"),
  CATEGORY_KEY("byCategoryKey"),
  CATEGORY_LABEL("byCategoryLabel"),
  SECTION("bySection"),
  AVAILABILITY("byAvailability"),
  AVAILABILITY_REASON("byAvailabilityReason"),
  SELECTABILITY("bySelectability"),
  CHANNEL("byChannel"),
  OBJECT_TYPE("byObjectType"),
  ZONE("byZone"),
  LABEL("byLabel"),
  ORDER_ID("byOrderId");

  /** The group of what is in no section. */
  static final String NO_SECTION = "NO_SECTION";

  /** The group of what is in no zone. */
  static final String NO_ZONE = "NO_ZONE";

  /** The group of what is in no channel. */
  static final String NO_CHANNEL = "NO_CHANNEL";

  /** The group of what was changed under no order. */
  static final String NO_ORDER_ID = "NO_ORDER_ID";

  /** The group of what has no category. */
  static final String NO_CATEGORY = "NO_CATEGORY";

  /** The group of what cannot be had; the other is {@link ObjectInfo#AVAILABLE}. */
  static final String NOT_AVAILABLE = "not_available";

  private static final Map<String, Dimension> BY_WORD =
      Arrays.stream(values()).collect(Collectors.toMap(Dimension::word, Function.identity()));

  private final String word;

  Dimension(String word) {
    this.word = word;
  }

  /** What it is called in paths and in summaries. */
  String word() {
    return word;
  }

  /** The dimension of a word, if there is one. */
  public static Optional<Dimension> ofWord(String word) {
    return Optional.ofNullable(BY_WORD.get(word));
  }

  /** Whether it tells of the category, of which key and label are two names. */
  boolean isCategory() {
    return this == CATEGORY_KEY || this == CATEGORY_LABEL;
  }

  /**
   * In which group an object is by what its chart alone tells.
   *
   * @throws IllegalArgumentException when the chart does not tell
   */
  String groupOf(PricedSpot priced) {
    Spot spot = priced.spot();
    return switch (this) {
      case CATEGORY_KEY -> orElse(priced.categoryKey(), NO_CATEGORY);
      case CATEGORY_LABEL -> orElse(priced.categoryLabel(), NO_CATEGORY);
      case SECTION -> orElse(spot.naming().section(), NO_SECTION);
      case ZONE -> orElse(spot.standing().zone(), NO_ZONE);
      case OBJECT_TYPE -> priced.objectType();
      case LABEL -> spot.label();
      case STATUS, AVAILABILITY, AVAILABILITY_REASON, SELECTABILITY, CHANNEL, ORDER_ID ->
          throw new IllegalArgumentException("a chart does not tell " + word);
    };
  }

  /** In which group an object of an event is. */
  String groupOf(ObjectInfo info) {
    return switch (this) {
      case STATUS -> info.status();
      case AVAILABILITY -> availability(info.isAvailable());
      case SELECTABILITY -> selectability(info.isAvailable());
      case AVAILABILITY_REASON -> info.availabilityReason();
      case CHANNEL -> orElse(info.channel(), NO_CHANNEL);
      case ORDER_ID -> orElse(info.order(), NO_ORDER_ID);
      case CATEGORY_KEY, CATEGORY_LABEL, SECTION, OBJECT_TYPE, ZONE, LABEL ->
          groupOf(info.priced());
    };
  }

  static String availability(boolean available) {
    return available ? ObjectInfo.AVAILABLE : NOT_AVAILABLE;
  }

  static String selectability(boolean available) {
    return available ? "selectable" : "not_selectable";
  }

  private static String orElse(@Nullable String group, String none) {
    return group == null ? none : group;
  }
}
