package dev.holdfast.domain.port;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an event's rows say at one instant, as they stand and unchecked: to be compared with the
 * journal. Free seats and lapsed holds are in it.
 *
 * @param seq the journal's last number at that instant
 * @param now the ledger's time of that instant
 * @param seats every seat that was ever touched
 * @param areas every area that was ever touched
 * @param places what records say, summed by area and token
 * @param openSales how many sales not released there are, by label; labels without any are missing
 */
public record EventBooks(
    long seq,
    Instant now,
    List<SeatRow> seats,
    List<AreaRow> areas,
    List<PlacesRow> places,
    Map<String, Integer> openSales) {
  public EventBooks {
    seats = List.copyOf(seats);
    areas = List.copyOf(areas);
    places = List.copyOf(places);
    openSales = Map.copyOf(openSales);
  }

  /** Whether a seat is anybody's. */
  public enum Standing {
    FREE,
    HELD,
    TAKEN;

    /** The word a journal uses for it. */
    public String word() {
      return switch (this) {
        case FREE -> "free";
        case HELD -> "held";
        case TAKEN -> "booked";
      };
    }
  }

  /**
   * A seat.
   *
   * @param status the word a journal uses for its state
   * @param hold the number of the hold it is under or was taken from, 0 if none
   * @param until the deadline, while it is held
   */
  public record SeatRow(
      String label,
      long version,
      Standing standing,
      String status,
      @Nullable String token,
      long hold,
      @Nullable Instant until) {
    /** One with the usual status. */
    public SeatRow(
        String label,
        long version,
        Standing standing,
        @Nullable String token,
        long hold,
        @Nullable Instant until) {
      this(label, version, standing, standing.word(), token, hold, until);
    }

    /** One that nobody ever touched. */
    public static SeatRow untouched(String label) {
      return new SeatRow(label, 0, Standing.FREE, null, 0, null);
    }
  }

  /** Counters of an area. */
  public record AreaRow(String key, long version, int capacity, int held, int taken) {}

  /**
   * Places of one token in one area.
   *
   * @param token null for places taken in nobody's name
   */
  public record PlacesRow(String area, @Nullable String token, long held, long taken) {}
}
