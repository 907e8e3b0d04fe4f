package dev.holdfast.domain.webhook;

import dev.holdfast.domain.journal.JournalKind;
import java.util.Arrays;
import java.util.Optional;

/** What a webhook can subscribe to (v1, section 10). */
public enum WebhookEvent {
  SEAT_HELD("seat.held"),
  SEAT_BOOKED("seat.booked"),
  SEAT_RELEASED("seat.released"),
  SEAT_HOLD_EXPIRED("seat.hold_expired");

  private final String word;

  WebhookEvent(String word) {
    this.word = word;
  }

  /** Its name on the wire and in stores. */
  public String word() {
    return word;
  }

  /** The one of this name. */
  public static Optional<WebhookEvent> ofWord(String word) {
    return Arrays.stream(values()).filter(each -> each.word.equals(word)).findFirst();
  }

  /**
   * What an entry of the journal is to subscribers. Extending is nothing to them, and neither is
   * what changes in the same hands.
   */
  public static Optional<WebhookEvent> of(JournalKind kind) {
    return switch (kind) {
      case HELD -> Optional.of(SEAT_HELD);
      case BOOKED -> Optional.of(SEAT_BOOKED);
      case RELEASED -> Optional.of(SEAT_RELEASED);
      case EXPIRED -> Optional.of(SEAT_HOLD_EXPIRED);
      case EXTENDED, CHANGED, TAGGED -> Optional.empty();
    };
  }
}
