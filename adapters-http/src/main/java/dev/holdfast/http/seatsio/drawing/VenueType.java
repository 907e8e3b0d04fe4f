package dev.holdfast.http.seatsio.drawing;

import org.jspecify.annotations.Nullable;

/** What kind of house a drawing shows (seats.io dialect, section 9). */
public enum VenueType {
  SIMPLE,
  WITH_SECTIONS_AND_FLOORS,
  WITH_ZONES;

  /** The type under its present name or one of its old ones; simple when it is none of them. */
  public static VenueType of(@Nullable String name) {
    return switch (name) {
      case "WITH_SECTIONS_AND_FLOORS", "ROWS_WITH_SECTIONS" -> WITH_SECTIONS_AND_FLOORS;
      case "WITH_ZONES", "ZONES" -> WITH_ZONES;
      case null, default -> SIMPLE;
    };
  }
}
