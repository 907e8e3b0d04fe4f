package dev.holdfast.domain.writer;

import dev.holdfast.domain.idempotency.Claim;
import dev.holdfast.domain.idempotency.IdempotencyKey;
import dev.holdfast.domain.idempotency.KeptAnswer;
import dev.holdfast.domain.idempotency.Once;
import dev.holdfast.domain.idempotency.Repeat;
import dev.holdfast.domain.port.LedgerTransaction;
import dev.holdfast.domain.refusal.Outcome;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;

/**
 * The idempotency keys of one transaction: which requests were answered before, and which answers
 * are kept in it, with their effect or not at all (I9).
 */
final class Receipts {
  /** Of a transaction in which no command has a key. */
  static final Receipts NONE = new Receipts(Map.of());

  private final Map<IdempotencyKey, Claim> claims;
  private final Map<IdempotencyKey, KeptAnswer> kept = new LinkedHashMap<>();

  private Receipts(Map<IdempotencyKey, Claim> claims) {
    this.claims = claims;
  }

  /** Claims the keys of these commands; asks the ledger nothing when there is none. */
  static Receipts claim(LedgerTransaction open, List<Pending<?>> commands) {
    NavigableSet<IdempotencyKey> keys = new TreeSet<>();
    for (Pending<?> each : commands) {
      each.once().ifPresent(once -> keys.add(once.key()));
    }
    return claim(open, keys);
  }

  /** Claims these keys; asks the ledger nothing when there is none. */
  static Receipts claim(LedgerTransaction open, NavigableSet<IdempotencyKey> keys) {
    return keys.isEmpty() ? NONE : new Receipts(open.claim(keys));
  }

  /** What a command is answered without being decided; empty when it is to be decided. */
  Optional<Repeat> repeat(Pending<?> pending) {
    return pending.once().flatMap(this::repeat);
  }

  /** The same of a request. */
  Optional<Repeat> repeat(Once<?> once) {
    // Twins in one transaction: the second hears what the first was answered.
    KeptAnswer twin = kept.get(once.key());
    if (twin != null) {
      return Optional.of(twin.toldTo(once.request()));
    }
    return switch (claims.get(once.key())) {
      case Claim.Ours _ -> Optional.empty();
      case Claim.Kept(KeptAnswer before) -> Optional.of(before.toldTo(once.request()));
      case Claim.Busy _ -> Optional.of(new Repeat.StillRunning());
      case null -> throw new IllegalStateException("a key was not claimed");
    };
  }

  /** Keeps what came of a command, if its caller wishes to send it again. */
  <A> void keep(Pending<A> pending, Outcome<A> outcome) {
    keep(pending.once(), outcome);
  }

  /** The same of a request. */
  <A> void keep(Optional<Once<A>> wish, Outcome<A> outcome) {
    wish.flatMap(once -> once.kept(outcome)).ifPresent(answer -> kept.put(answer.key(), answer));
  }

  /** The answers to be written, at most one a key. */
  List<KeptAnswer> kept() {
    return List.copyOf(kept.values());
  }
}
