package dev.holdfast.domain.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.domain.idempotency.IdempotencyKey;
import dev.holdfast.domain.idempotency.KeptAnswer;
import dev.holdfast.domain.idempotency.Repeat;
import dev.holdfast.domain.journal.JournalEntry;
import dev.holdfast.domain.port.LedgerWrites;
import dev.holdfast.domain.refusal.Outcome;
import dev.holdfast.domain.simulation.Asked.Effect;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Whether requests under idempotency keys are carried out once, and answered the same whenever they
 * come (I9), as long as a key is known.
 */
final class Promises {
  /** What is known of a key, until its answer is forgotten. */
  private static final class OfKey {
    final long life;

    /** Whoever asked under it, ever. */
    final List<Asked> asked;

    /** Whoever did anything under it in this life. */
    final List<Asked> done = new ArrayList<>();

    /** The first answer that anybody was given, or could have been. */
    @Nullable String first;

    /** When it is forgotten; null while it is not kept. */
    @Nullable Instant until;

    /** A transaction that has it may still be open, though nobody is under way. */
    boolean hangs;

    OfKey(long life, List<Asked> asked) {
      this.life = life;
      this.asked = asked;
    }
  }

  private final Clocks clocks;
  private final Map<IdempotencyKey, OfKey> keys = new HashMap<>();
  private final Map<Long, Asked> requests = new HashMap<>();

  Promises(Clocks clocks) {
    this.clocks = clocks;
  }

  private OfKey of(IdempotencyKey key) {
    OfKey known = keys.computeIfAbsent(key, _ -> new OfKey(0, new ArrayList<>()));
    if (known.until != null && !clocks.now().isBefore(known.until)) {
      boolean hangs = known.hangs;
      known = new OfKey(known.life + 1, known.asked);
      known.hangs = hangs;
      keys.put(key, known);
    }
    return known;
  }

  /** Some instant at which a key that is known now is forgotten; empty when none is. */
  Optional<Instant> someEnd(Chance chance) {
    List<Instant> ends =
        keys.values().stream()
            .flatMap(each -> Optional.ofNullable(each.until).stream())
            .filter(until -> until.isAfter(clocks.now()))
            .sorted()
            .toList();
    return ends.isEmpty() ? Optional.empty() : Optional.of(chance.of(ends));
  }

  void begin(Asked asked) {
    if (asked.keyed != null) {
      requests.put(asked.id, asked);
      OfKey known = of(asked.keyed.key());
      known.asked.stream().filter(each -> each.effect == Effect.OPEN).forEach(Asked::meets);
      if (known.asked.stream().anyMatch(Asked::mayBeUsingItsKey)) {
        asked.meets();
      }
      known.asked.add(asked);
      asked.life = known.life;
    }
  }

  /** Nobody knows when a transaction ends whose commit is on its way. */
  void hangs(Iterable<IdempotencyKey> claimed) {
    claimed.forEach(key -> of(key).hangs = true);
  }

  /** A transaction is durable. */
  void committed(LedgerWrites writes) {
    for (LedgerWrites.OfEvent of : writes.events()) {
      for (JournalEntry entry : of.journal()) {
        Asked by = requests.get(Auditor.number(entry));
        if (by != null) {
          did(by, entry);
        }
      }
    }
    writes.answers().forEach(this::kept);
  }

  private void did(Asked by, JournalEntry entry) {
    OfKey known = of(by.key());
    assertTrue(
        known.first == null,
        () -> "I9: done again after " + known.first + ": " + by + ": " + entry);
    if (!known.done.contains(by)) {
      assertTrue(
          known.done.stream().allMatch(Asked::comesInParts),
          () -> "I9: done twice, by " + known.done + " and by " + by);
      known.done.add(by);
    }
  }

  /** An answer is durable. */
  void kept(KeptAnswer answer) {
    OfKey known = of(answer.key());
    String text = answer.answer().text();
    assertTrue(
        known.until == null || text.equals(known.first),
        () -> "I9: kept though " + known.first + " is known: " + text);
    known.first = known.first == null ? text : known.first;
    known.until = clocks.now().plus(IdempotencyKey.LIFE);
    answered(text).ifPresent(asked -> asked.kept(text));
  }

  /** Whose answer it was at first. */
  Optional<Asked> answered(String text) {
    return Optional.ofNullable(requests.get(Asked.number(text)));
  }

  /** A request is over. */
  void end(Asked asked) {
    if (asked.keyed == null) {
      return;
    }
    OfKey known = of(asked.key());
    if (known.life != asked.life) {
      // It began when another answer was known, and may have been answered then.
      return;
    }
    switch (asked.told) {
      case null -> {}
      case Outcome.Accepted<?> accepted -> first(known, asked, asked.text(accepted));
      case Outcome.Refused<?> refused when refused.first().isDecision() ->
          first(known, asked, asked.text(refused));
      case Outcome.Refused<?> _ -> {}
      case Outcome.Repeated<?>(Repeat repeat) -> repeated(known, asked, repeat);
    }
  }

  private static void first(OfKey known, Asked asked, String text) {
    known.first = known.first == null ? text : known.first;
    assertEquals(known.first, text, () -> "I9: another answer than the first: " + asked);
  }

  private void repeated(OfKey known, Asked asked, Repeat repeat) {
    switch (repeat) {
      case Repeat.Answered(var answer) -> {
        first(known, asked, answer.text());
        assertEquals(
            request(answer.text()),
            asked.fingerprint(),
            () -> "I9: answered as another request: " + asked);
      }
      case Repeat.OtherRequest _ -> {
        String first = known.first;
        assertNotNull(first, () -> "I9: nobody was answered under its key: " + asked);
        assertTrue(
            !asked.fingerprint().equals(request(first)),
            () -> "I9: it is the same as " + first + ": " + asked);
      }
      case Repeat.StillRunning _ ->
          assertTrue(known.hangs || asked.hasMet(), () -> "I9: nobody was using its key: " + asked);
    }
  }

  private @Nullable Object request(String text) {
    return answered(text).map(Asked::fingerprint).orElse(null);
  }
}
