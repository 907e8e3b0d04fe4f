package dev.holdfast.domain.simulation;

import dev.holdfast.domain.event.EventId;
import dev.holdfast.domain.port.CommitFate;
import dev.holdfast.domain.port.CommitId;
import dev.holdfast.domain.port.DueHold;
import dev.holdfast.domain.port.EventPicture;
import dev.holdfast.domain.port.HoldTokenPort;
import dev.holdfast.domain.port.LedgerWrapper;
import dev.holdfast.domain.port.NodeRegistryPort;
import dev.holdfast.domain.port.SeatLedgerPort;
import dev.holdfast.domain.port.SeatLockPort;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Bugs, each with a seed that finds it. {@code docs/simulation.md} lists them. */
enum Planted implements Flaw {
  /** An event's lock is let go of between reading and writing. */
  LOCK_DROPPED(6, "decided before the lock") {
    @Override
    public SeatLedgerPort ledger(SeatLedgerPort sound, World world) {
      return FlawedCommits.withoutLock(sound);
    }
  },

  /** The journal's next number is drawn before the lock. */
  SEQUENCE_BEFORE_LOCK(75, "nobody may be told this") {
    @Override
    public SeatLedgerPort ledger(SeatLedgerPort sound, World world) {
      return FlawedLocks.sequenceBeforeLock(sound);
    }
  },

  /** What is for sale is read before the lock. */
  LAYOUT_BEFORE_LOCK(18, "I6: the layout has no more of it") {
    @Override
    public SeatLedgerPort ledger(SeatLedgerPort sound, World world) {
      return FlawedLocks.layoutBeforeLock(sound);
    }
  },

  /** Rows are read from a memory of before the lock. */
  ROWS_REMEMBERED(1, "refused without reason") {
    @Override
    public SeatLedgerPort ledger(SeatLedgerPort sound, World world) {
      return new FlawedReads(sound, FlawedReads.remembered());
    }
  },

  /** The deadline is decided by a clock that is a second ahead of the ledger's. */
  CLOCK_AHEAD(1, "decided by another clock") {
    @Override
    public SeatLedgerPort ledger(SeatLedgerPort sound, World world) {
      return new FlawedReads(sound, FlawedReads.fastClock(Duration.ofSeconds(1)));
    }
  },

  /** The deadline is decided by the time at which the transaction began. */
  TRANSACTION_TIME(2, "decided before the lock") {
    @Override
    public SeatLedgerPort ledger(SeatLedgerPort sound, World world) {
      return FlawedLocks.transactionTime(sound, world.clocks);
    }
  },

  /** Whoever books is not asked whether the hold is over. */
  DEADLINE_UNCHECKED_IN_BOOK(23, "kind=BOOKED") {
    @Override
    public SeatLedgerPort ledger(SeatLedgerPort sound, World world) {
      return new FlawedReads(sound, FlawedReads.withoutDeadlineOf(world.handedIn));
    }
  },

  /** A hold is still good at its deadline, not only before. */
  DEADLINE_INCLUSIVE(1, "held, it was said, and nobody saw it") {
    @Override
    public SeatLedgerPort ledger(SeatLedgerPort sound, World world) {
      return new FlawedReads(sound, FlawedReads.withinTheDeadline());
    }
  },

  /** Nobody compares the holder with who asks. */
  OWNER_UNCHECKED(3, "I3: not every seat") {
    @Override
    public SeatLedgerPort ledger(SeatLedgerPort sound, World world) {
      return new FlawedReads(sound, FlawedReads.withoutOwners());
    }
  },

  /** Nobody looks whether a token is over. */
  TERM_UNREAD(2, "I4: a hold outlives its token") {
    @Override
    public SeatLedgerPort ledger(SeatLedgerPort sound, World world) {
      return new FlawedReads(sound, FlawedReads.withoutTerms());
    }
  },

  /** Part of a batch is written. */
  BATCH_HALVED(1, "I3: not every seat") {
    @Override
    public SeatLedgerPort ledger(SeatLedgerPort sound, World world) {
      return FlawedCommits.half(sound);
    }
  },

  /** What the store refuses of one command, it then refuses of the next. */
  FAILURE_LEAKS(8, "nobody may be told this") {
    @Override
    public SeatLedgerPort ledger(SeatLedgerPort sound, World world) {
      return FlawedCommits.leaking(sound);
    }
  },

  /** An area's counters change whether the transaction commits or not. */
  COUNTERS_OUTSIDE(2, "I1, I6: the books of") {
    @Override
    public SeatLedgerPort ledger(SeatLedgerPort sound, World world) {
      return new FlawedCounters(sound);
    }
  },

  /** Callers are answered before the commit. */
  ANSWERED_BEFORE_COMMIT(1, "held, it was said, and nobody saw it") {
    @Override
    public SeatLedgerPort ledger(SeatLedgerPort sound, World world) {
      return FlawedCommits.answeringFirst(sound);
    }
  },

  /** A commit whose answer was lost is taken to have happened. */
  FATE_TAKEN_FOR_COMMITTED(15, "held, it was said, and nobody saw it") {
    @Override
    public SeatLedgerPort ledger(SeatLedgerPort sound, World world) {
      return alwaysFated(sound, CommitFate.COMMITTED);
    }
  },

  /** A commit whose answer was lost is taken not to have happened. */
  FATE_TAKEN_FOR_ABANDONED(21, "I3: in two transactions") {
    @Override
    public SeatLedgerPort ledger(SeatLedgerPort sound, World world) {
      return alwaysFated(sound, CommitFate.ABANDONED);
    }
  },

  /** The sweep does not see places. */
  SWEEP_MISSES_PLACES(1, "lapsed, and not ended by a sweep") {
    @Override
    public SeatLedgerPort ledger(SeatLedgerPort sound, World world) {
      return new LedgerWrapper(sound) {
        @Override
        public List<DueHold> due(int limit, Set<EventId> except) {
          return ledger.due(limit, except).stream()
              .filter(each -> !House.AREAS.containsKey(each.object()))
              .toList();
        }
      };
    }
  },

  /** The sweep ends what it finds, not what it found. */
  SWEEP_TAKES_ANOTHERS(34, "ended early") {
    @Override
    public SeatLedgerPort ledger(SeatLedgerPort sound, World world) {
      return new FlawedSweep(sound);
    }
  },

  /** Pictures are kept for those who come later. */
  PICTURE_KEPT(1, "I3: it never stood so") {
    @Override
    public SeatLedgerPort ledger(SeatLedgerPort sound, World world) {
      Map<EventId, Optional<EventPicture>> kept = new HashMap<>();
      return new LedgerWrapper(sound) {
        @Override
        public Optional<EventPicture> picture(EventId event) {
          return kept.computeIfAbsent(event, ledger::picture);
        }
      };
    }
  },

  /** The end of a token misses an event. */
  TOKEN_END_MISSES_AN_EVENT(13, "an ended token holds something") {
    @Override
    public HoldTokenPort tokens(HoldTokenPort sound, EventId strangers) {
      return FlawedTokens.missingAnEvent(sound);
    }
  },

  /** What a node left undone when it ended a token is left for ever. */
  TOKEN_END_NEVER_FINISHED(542, "held under") {
    @Override
    public HoldTokenPort tokens(HoldTokenPort sound, EventId strangers) {
      return FlawedTokens.forgettingTheEnded(sound);
    }
  },

  /** Tokens are looked up without the workspace. */
  WORKSPACE_UNCHECKED(2, "I12: a stranger's or a deleted event has changed") {
    @Override
    public HoldTokenPort tokens(HoldTokenPort sound, EventId strangers) {
      return FlawedTokens.withoutWorkspace(sound, strangers);
    }
  },

  /** Nodes do not find out about each other, and rely on gates of their own. */
  COMPANY_UNSEEN(7, "I11: node") {
    @Override
    public NodeRegistryPort nodes(NodeRegistryPort sound) {
      return node -> Math.min(0, sound.renew(node));
    }
  },

  /** The gate believes the latest news, however old. */
  GATE_WITHOUT_VERSIONS(73, "I11: the gate refuses") {
    @Override
    public SeatLockPort gate(SeatLockPort sound) {
      return FlawedGate.withoutVersions(sound);
    }
  },

  /** The gate's entries do not lapse. */
  GATE_WITHOUT_END(14, "I11: the gate refuses") {
    @Override
    public SeatLockPort gate(SeatLockPort sound) {
      return FlawedGate.withoutEnd(sound);
    }
  };

  /** A seed that finds it. */
  final long killer;

  /** What is said of it then. */
  final String complaint;

  Planted(long killer, String complaint) {
    this.killer = killer;
    this.complaint = complaint;
  }

  /** By its name in small letters, with hyphens. */
  static Planted named(String name) {
    return valueOf(name.replace('-', '_').toUpperCase(Locale.ROOT));
  }

  private static SeatLedgerPort alwaysFated(SeatLedgerPort sound, CommitFate fate) {
    return new LedgerWrapper(sound) {
      @Override
      public CommitFate fate(CommitId commit) {
        return fate;
      }
    };
  }
}
