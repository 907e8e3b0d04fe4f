package dev.holdfast.domain.integrity;

import dev.holdfast.domain.hold.HoldToken;
import dev.holdfast.domain.journal.JournalEntry;
import dev.holdfast.domain.port.EventBooks.PlacesRow;
import dev.holdfast.domain.port.EventBooks.SeatRow;
import dev.holdfast.domain.port.EventBooks.Standing;
import dev.holdfast.domain.seat.SeatState;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A journal told again from its beginning: what every object must have come to. Keeps one line an
 * object and one a token in an area, however long the journal is.
 */
final class Retelling {
  private final Findings findings;
  private final Map<String, SeatRow> seats = new HashMap<>();
  private final Map<String, Long> areas = new HashMap<>();
  private final Map<Share, Places> places = new HashMap<>();
  private long seq;

  Retelling(Findings findings) {
    this.findings = findings;
  }

  /** One token's part of an area. */
  record Share(String area, @Nullable String token) {}

  /** How many places. */
  record Places(long held, long taken) {
    static final Places NONE = new Places(0, 0);

    Places plus(long moreHeld, long moreTaken) {
      return new Places(held + moreHeld, taken + moreTaken);
    }
  }

  /** The number of the last entry told. */
  long seq() {
    return seq;
  }

  Map<String, SeatRow> seats() {
    return seats;
  }

  /** The version each area has come to. */
  Map<String, Long> areas() {
    return areas;
  }

  /** Parts of areas that are held or taken. */
  Map<Share, Places> places() {
    return places;
  }

  static Share share(PlacesRow row) {
    return new Share(row.area(), row.token());
  }

  void tell(JournalEntry entry) {
    if (entry.seq() != seq + 1) {
      findings.add(null, "number " + entry.seq() + " follows number " + seq);
    }
    seq = entry.seq();
    if (entry.area()) {
      tellArea(entry);
    } else {
      tellSeat(entry);
    }
  }

  private void tellSeat(JournalEntry entry) {
    String label = entry.object();
    SeatRow before = seats.getOrDefault(label, SeatRow.untouched(label));
    checkVersion(entry, before.version());
    if (!entry.previous().equals(before.status())) {
      findings.add(
          label,
          "number %d finds it %s, but it was %s".formatted(seq, entry.previous(), before.status()));
    }
    seats.put(label, after(entry));
  }

  private static SeatRow after(JournalEntry entry) {
    String label = entry.object();
    long version = entry.version();
    String token = token(entry);
    return switch (entry.kind()) {
      case HELD, EXTENDED ->
          new SeatRow(label, version, Standing.HELD, token, entry.hold(), entry.until());
      case BOOKED -> taken(entry, token, entry.hold());
      // What was on resale goes back there, in nobody's name.
      case RELEASED, EXPIRED ->
          isFree(entry)
              ? new SeatRow(label, version, Standing.FREE, null, 0, null)
              : taken(entry, null, 0);
      case CHANGED, TAGGED ->
          switch (entry.status()) {
            case SeatState.Free.WORD -> new SeatRow(label, version, Standing.FREE, null, 0, null);
            case SeatState.Held.WORD ->
                new SeatRow(label, version, Standing.HELD, token, entry.hold(), entry.until());
            default -> taken(entry, token, entry.hold());
          };
    };
  }

  private static boolean isFree(JournalEntry entry) {
    return entry.status().equals(SeatState.Free.WORD);
  }

  private static SeatRow taken(JournalEntry entry, @Nullable String token, long hold) {
    return new SeatRow(
        entry.object(), entry.version(), Standing.TAKEN, entry.status(), token, hold, null);
  }

  private static @Nullable String token(JournalEntry entry) {
    HoldToken token = entry.token();
    return token == null ? null : token.value();
  }

  private void tellArea(JournalEntry entry) {
    checkVersion(entry, areas.getOrDefault(entry.object(), 0L));
    areas.put(entry.object(), entry.version());
    Share share = new Share(entry.object(), token(entry));
    Places before = places.getOrDefault(share, Places.NONE);
    Places after = after(before, entry);
    if (after.held() < 0 || after.taken() < 0) {
      findings.add(entry.object(), "number " + seq + " ends more places than there were");
    }
    if (after.equals(Places.NONE)) {
      places.remove(share);
    } else {
      places.put(share, after);
    }
  }

  private static Places after(Places before, JournalEntry entry) {
    int quantity = entry.quantity();
    boolean wasHeld = entry.previous().equals(Standing.HELD.word());
    return switch (entry.kind()) {
      case HELD -> before.plus(quantity, 0);
      case EXTENDED, CHANGED, TAGGED -> before;
      case BOOKED -> before.plus(wasHeld ? -quantity : 0, quantity);
      case EXPIRED -> before.plus(-quantity, 0);
      case RELEASED -> wasHeld ? before.plus(-quantity, 0) : before.plus(0, -quantity);
    };
  }

  private void checkVersion(JournalEntry entry, long before) {
    if (entry.version() != before + 1) {
      findings.add(
          entry.object(),
          "number %d makes version %d of version %d".formatted(seq, entry.version(), before));
    }
  }
}
