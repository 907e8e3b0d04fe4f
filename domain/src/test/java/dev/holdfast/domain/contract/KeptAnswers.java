package dev.holdfast.domain.contract;

import dev.holdfast.domain.event.EventId;
import dev.holdfast.domain.idempotency.Claim;
import dev.holdfast.domain.idempotency.Fingerprint;
import dev.holdfast.domain.idempotency.IdempotencyKey;
import dev.holdfast.domain.idempotency.KeptAnswer;
import dev.holdfast.domain.idempotency.StoredAnswer;
import dev.holdfast.domain.port.LedgerReads;
import dev.holdfast.domain.port.LedgerTransaction;
import dev.holdfast.domain.port.LedgerWrites;
import dev.holdfast.domain.port.ReadWish;
import dev.holdfast.domain.workspace.WorkspaceId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** The words in which the rules about kept answers are written. */
interface KeptAnswers extends SeatLedgerRules, IdempotencyBackend {
  Fingerprint REQUEST = new Fingerprint("a1".repeat(32));
  Fingerprint OTHER = new Fingerprint("b2".repeat(32));

  static IdempotencyKey key(WorkspaceId workspace, String value) {
    return new IdempotencyKey(workspace, value);
  }

  static KeptAnswer answer(IdempotencyKey key, String text) {
    return new KeptAnswer(key, REQUEST, new StoredAnswer(text));
  }

  static Map<IdempotencyKey, Claim> claim(LedgerTransaction open, IdempotencyKey... keys) {
    return open.claim(new TreeSet<>(Arrays.asList(keys)));
  }

  static Claim claimOne(LedgerTransaction open, IdempotencyKey key) {
    return claim(open, key).getOrDefault(key, new Claim.Busy());
  }

  /** What a transaction of its own finds. */
  default Claim claimed(IdempotencyKey key) {
    return SeatLedgerRules.again(() -> {
      try (LedgerTransaction open = begin()) {
        return claimOne(open, key);
      }
    });
  }

  /** Holds a seat and keeps an answer, up to the commit. */
  static void holdAndKeep(LedgerTransaction open, EventId event, String seat, KeptAnswer answer) {
    SeatLedgerDraft draft = SeatLedgerRules.draft(open, event, seat);
    draft.hold(seat, ANN, QUARTER);
    open.write(new LedgerWrites(List.of(draft.writes()), List.of(answer)));
  }

  /** Reads an event as whoever refuses does, and keeps the refusal. */
  static LedgerReads refuseAndKeep(LedgerTransaction open, EventId event, KeptAnswer... answers) {
    SeatLedgerRules.lock(open, event);
    LedgerReads reads = open.read(new ReadWish(List.of(SeatLedgerRules.objects(event, "A-1"))));
    open.write(new LedgerWrites(List.of(), List.of(answers)));
    return reads;
  }

  /** Keeps an answer in a transaction that changes nothing else. */
  default void keepInLedger(EventId event, KeptAnswer answer) {
    SeatLedgerRules.again(() -> {
      try (LedgerTransaction open = begin()) {
        claim(open, answer.key());
        LedgerReads reads = refuseAndKeep(open, event, answer);
        open.commit();
        return reads;
      }
    });
  }
}
