package dev.holdfast.domain.simulation;

import dev.holdfast.domain.event.EventHead;
import dev.holdfast.domain.event.EventId;
import dev.holdfast.domain.idempotency.Claim;
import dev.holdfast.domain.idempotency.IdempotencyKey;
import dev.holdfast.domain.journal.JournalEntry;
import dev.holdfast.domain.port.CommitFate;
import dev.holdfast.domain.port.CommitId;
import dev.holdfast.domain.port.LedgerReads;
import dev.holdfast.domain.port.LedgerTransaction;
import dev.holdfast.domain.port.LedgerWrapper;
import dev.holdfast.domain.port.LedgerWrites;
import dev.holdfast.domain.port.LockWish;
import dev.holdfast.domain.port.ReadWish;
import dev.holdfast.domain.port.SeatLedgerPort;
import dev.holdfast.domain.port.StoreFailure;
import dev.holdfast.domain.port.TransactionWrapper;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;

/** Ledgers whose transactions lock, write or commit otherwise than they say. */
final class FlawedCommits {
  private FlawedCommits() {}

  /** Reads under the lock, lets go of it, and takes it again to write. */
  static SeatLedgerPort withoutLock(SeatLedgerPort sound) {
    return new LedgerWrapper(sound) {
      @Override
      public LedgerTransaction begin(CommitId commit) {
        return new Unlocked(ledger, commit);
      }
    };
  }

  private static final class Unlocked extends TransactionWrapper {
    private final SeatLedgerPort ledger;
    private final CommitId commit;
    private LockWish locks = new LockWish(Optional.empty(), new TreeSet<>());
    private final NavigableSet<IdempotencyKey> keys = new TreeSet<>();

    Unlocked(SeatLedgerPort ledger, CommitId commit) {
      super(ledger.begin(commit));
      this.ledger = ledger;
      this.commit = commit;
    }

    @Override
    public Map<IdempotencyKey, Claim> claim(NavigableSet<IdempotencyKey> claimed) {
      keys.addAll(claimed);
      return open.claim(claimed);
    }

    @Override
    public Map<EventId, EventHead> lock(LockWish wish) {
      locks = wish;
      return open.lock(wish);
    }

    @Override
    public LedgerReads read(ReadWish wish) {
      LedgerReads reads = open.read(wish);
      open.close();
      return reads;
    }

    @Override
    public void write(LedgerWrites writes) {
      open = ledger.begin(commit);
      Collection<Claim> claims = open.claim(keys).values();
      Map<EventId, EventHead> heads = open.lock(locks);
      if (!claims.stream().allMatch(each -> each instanceof Claim.Ours)
          || !writes.events().stream().allMatch(of -> heads.containsKey(of.event()))) {
        throw new StoreFailure.Unavailable("somebody else has it by now", null);
      }
      open.read(new ReadWish(List.of()));
      open.write(writes);
    }
  }

  /** Answers a commit before it is made; it is made when the next one begins. */
  static SeatLedgerPort answeringFirst(SeatLedgerPort sound) {
    List<LedgerTransaction> promised = new ArrayList<>();
    return new LedgerWrapper(sound) {
      @Override
      public LedgerTransaction begin(CommitId commit) {
        for (LedgerTransaction each : promised) {
          try (each) {
            each.commit();
          }
        }
        promised.clear();
        return new TransactionWrapper(ledger.begin(commit)) {
          @Override
          public void commit() {
            promised.add(open);
          }

          @Override
          public void close() {
            if (!promised.contains(open)) {
              open.close();
            }
          }
        };
      }
    };
  }

  /** What was refused once is refused once more, whoever writes next. */
  static SeatLedgerPort leaking(SeatLedgerPort sound) {
    List<StoreFailure> left = new ArrayList<>();
    return new LedgerWrapper(sound) {
      @Override
      public LedgerTransaction begin(CommitId commit) {
        return new TransactionWrapper(ledger.begin(commit)) {
          @Override
          public void write(LedgerWrites writes) {
            if (!left.isEmpty()) {
              throw left.removeFirst();
            }
            try {
              open.write(writes);
            } catch (StoreFailure.Rejected e) {
              left.add(e);
              throw e;
            }
          }
        };
      }
    };
  }

  /** Leaves out a transaction's last seat. */
  static SeatLedgerPort half(SeatLedgerPort sound) {
    return new LedgerWrapper(sound) {
      @Override
      public LedgerTransaction begin(CommitId commit) {
        return new TransactionWrapper(ledger.begin(commit)) {
          @Override
          public void write(LedgerWrites writes) {
            open.write(
                new LedgerWrites(
                    writes.events().stream().map(FlawedCommits::half).toList(), writes.answers()));
          }
        };
      }
    };
  }

  private static LedgerWrites.OfEvent half(LedgerWrites.OfEvent of) {
    JournalEntry last = of.journal().getLast();
    long ofIt = of.journal().stream().filter(e -> e.object().equals(last.object())).count();
    if (of.journal().size() < 2 || last.area() || ofIt > 1) {
      return of;
    }
    return new LedgerWrites.OfEvent(
        of.event(),
        of.seq() - 1,
        of.seats().stream().filter(s -> !s.after().label().equals(last.object())).toList(),
        of.areas(),
        of.records(),
        of.endedRecords(),
        of.journal().subList(0, of.journal().size() - 1),
        of.tokens());
  }

  /** Believes to know what became of every commit. */
  static SeatLedgerPort alwaysFated(SeatLedgerPort sound, CommitFate fate) {
    return new LedgerWrapper(sound) {
      @Override
      public CommitFate fate(CommitId commit) {
        return fate;
      }
    };
  }
}
