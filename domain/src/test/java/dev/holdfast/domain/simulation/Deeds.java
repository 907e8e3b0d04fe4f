package dev.holdfast.domain.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.domain.hold.TokenTerm;
import dev.holdfast.domain.journal.JournalEntry;
import dev.holdfast.domain.journal.JournalKind;
import dev.holdfast.domain.simulation.Asked.Effect;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Whether a request may do what the journal says that it did (I4). */
final class Deeds {
  private Deeds() {}

  /**
   * To be asked of each change.
   *
   * @param before the term of the token concerned as it was before the transaction, if it had one
   * @param after the same as it is now
   */
  static void check(
      Asked by, JournalEntry entry, @Nullable TokenTerm before, @Nullable TokenTerm after) {
    assertTrue(
        by.effect == Effect.OPEN || by.effect == Effect.UNKNOWN,
        () -> "it was over and said so: " + by + ", now " + entry);
    boolean isEnd = entry.kind() == JournalKind.EXPIRED || isTakenBack(entry);
    by.token()
        .ifPresent(token -> {
          assertEquals(token, entry.token(), () -> "I4: not the holder's: " + by + ": " + entry);
          assertTrue(
              isEnd || before == null || before.liveAt(entry.at()),
              () -> "I4: the token is over: " + by + ": " + entry);
        });
    Instant until = entry.until();
    assertTrue(
        after == null || until == null || isEnd || !until.isAfter(after.until()),
        () -> "I4: a hold outlives its token: " + by + ": " + entry);
  }

  /** What was sold under a token may be taken back under it, over or not. */
  private static boolean isTakenBack(JournalEntry entry) {
    return entry.kind() == JournalKind.RELEASED && !entry.previous().equals("held");
  }
}
