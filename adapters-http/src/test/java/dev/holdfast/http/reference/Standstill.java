package dev.holdfast.http.reference;

import dev.holdfast.domain.port.IdSource;
import dev.holdfast.domain.port.TimeSource;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/** What a world has instead of time and chance. */
final class Standstill {
  private Standstill() {}

  /** Always the same instant. */
  static final TimeSource CLOCK =
      new TimeSource() {
        @Override
        public Instant now() {
          return Instant.parse("2027-03-05T19:00:00Z");
        }

        @Override
        public long nanos() {
          return 0;
        }
      };

  /** Names that are numbers. */
  static IdSource numbers() {
    AtomicLong last = new AtomicLong();
    return new IdSource() {
      @Override
      public UUID uuid() {
        return new UUID(0, last.incrementAndGet());
      }

      @Override
      public String text(int characters) {
        String number = Long.toString(last.incrementAndGet());
        return "0".repeat(characters - number.length()) + number;
      }
    };
  }
}
