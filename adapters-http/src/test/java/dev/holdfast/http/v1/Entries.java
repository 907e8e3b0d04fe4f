package dev.holdfast.http.v1;

import dev.holdfast.domain.event.EventId;
import dev.holdfast.domain.hold.HoldToken;
import dev.holdfast.domain.journal.JournalEntry;
import dev.holdfast.domain.journal.JournalKind;
import dev.holdfast.domain.journal.Origin;
import dev.holdfast.domain.seat.ExtraData;
import java.time.Instant;
import java.util.Map;

/** Entries of a journal, one like the other. */
public final class Entries {
  private static final Instant AT = Instant.parse("2026-11-21T20:05:12.300Z");
  private static final Instant UNTIL = Instant.parse("2026-11-21T20:20:12.300Z");
  private static final ExtraData CART = new ExtraData(Map.of("\"cart\"", "7"));

  private Entries() {}

  /**
   * An entry.
   *
   * @param area whether it is of four places rather than of a seat
   */
  public static JournalEntry entry(JournalKind kind, boolean area) {
    boolean isHeld = kind == JournalKind.HELD || kind == JournalKind.EXTENDED;
    return new JournalEntry(
        new EventId(1),
        41,
        area ? "ga" : "A-1",
        area,
        5,
        kind,
        previous(kind),
        new HoldToken("secret-token"),
        7,
        area ? 4 : 1,
        "stalls",
        isHeld ? UNTIL : null,
        null,
        CART,
        kind == JournalKind.EXPIRED ? Origin.OWN : new Origin("v1", 3, "192.0.2.1"),
        AT);
  }

  private static String previous(JournalKind kind) {
    return switch (kind) {
      case HELD -> "free";
      case EXTENDED, BOOKED, EXPIRED -> "held";
      case RELEASED, CHANGED, TAGGED -> "booked";
    };
  }

  /** The same of no category, token or extra data, by an order. */
  static JournalEntry bare(JournalEntry entry) {
    return new JournalEntry(
        entry.event(),
        entry.seq(),
        entry.object(),
        entry.area(),
        entry.version(),
        entry.kind(),
        entry.previous(),
        null,
        0,
        entry.quantity(),
        null,
        entry.until(),
        "o-771",
        ExtraData.NONE,
        new Origin("tmt", 4, null),
        entry.at());
  }
}
