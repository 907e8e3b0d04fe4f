package dev.holdfast.domain.simulation;

import dev.holdfast.domain.event.EventHead;
import dev.holdfast.domain.event.EventId;
import dev.holdfast.domain.port.CommitId;
import dev.holdfast.domain.port.LedgerReads;
import dev.holdfast.domain.port.LedgerTransaction;
import dev.holdfast.domain.port.LedgerWrapper;
import dev.holdfast.domain.port.LockWish;
import dev.holdfast.domain.port.ReadWish;
import dev.holdfast.domain.port.SeatLedgerPort;
import dev.holdfast.domain.port.TransactionWrapper;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BinaryOperator;

/** Ledgers whose transactions take with them what they saw before they had the lock. */
final class FlawedLocks {
  private FlawedLocks() {}

  /** The journal's last number is that of when the transaction began. */
  static SeatLedgerPort sequenceBeforeLock(SeatLedgerPort sound) {
    return new LedgerWrapper(sound) {
      private final TreeMap<EventId, EventHead> known = new TreeMap<>();

      @Override
      public LedgerTransaction begin(CommitId commit) {
        Map<EventId, Long> before = ledger.heads(known.keySet());
        return new TransactionWrapper(ledger.begin(commit)) {
          @Override
          public Map<EventId, EventHead> lock(LockWish wish) {
            Map<EventId, EventHead> heads = new TreeMap<>(open.lock(wish));
            known.putAll(heads);
            heads.replaceAll((event, head) ->
                new EventHead(event, before.getOrDefault(event, head.seq()), head.layout()));
            return heads;
          }
        };
      }
    };
  }

  /** An event sells by the layout that it sold by when it was locked the last time. */
  static SeatLedgerPort layoutBeforeLock(SeatLedgerPort sound) {
    return withHeads(sound, (last, now) -> new EventHead(now.event(), now.seq(), last.layout()));
  }

  private static SeatLedgerPort withHeads(SeatLedgerPort sound, BinaryOperator<EventHead> told) {
    Map<EventId, EventHead> last = new HashMap<>();
    return new LedgerWrapper(sound) {
      @Override
      public LedgerTransaction begin(CommitId commit) {
        return new TransactionWrapper(ledger.begin(commit)) {
          @Override
          public Map<EventId, EventHead> lock(LockWish wish) {
            Map<EventId, EventHead> heads = new TreeMap<>(open.lock(wish));
            heads.replaceAll((event, now) -> {
              EventHead before = last.put(event, now);
              return before == null ? now : told.apply(before, now);
            });
            return heads;
          }
        };
      }
    };
  }

  /** The clock stands still from the beginning of a transaction. */
  static SeatLedgerPort transactionTime(SeatLedgerPort sound, Clocks clocks) {
    return new LedgerWrapper(sound) {
      @Override
      public LedgerTransaction begin(CommitId commit) {
        Instant begun = clocks.now();
        return new TransactionWrapper(ledger.begin(commit)) {
          @Override
          public LedgerReads read(ReadWish wish) {
            return new LedgerReads(begun, open.read(wish).events());
          }
        };
      }
    };
  }
}
