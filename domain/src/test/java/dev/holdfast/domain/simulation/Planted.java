package dev.holdfast.domain.simulation;

import dev.holdfast.domain.event.EventId;
import dev.holdfast.domain.idempotency.Fingerprint;
import dev.holdfast.domain.port.CatalogPort;
import dev.holdfast.domain.port.CommitFate;
import dev.holdfast.domain.port.HoldTokenPort;
import dev.holdfast.domain.port.IdempotencyPort;
import dev.holdfast.domain.port.NodeRegistryPort;
import dev.holdfast.domain.port.SeatLedgerPort;
import dev.holdfast.domain.port.SeatLockPort;
import dev.holdfast.domain.reservation.Desks;
import java.time.Duration;
import java.util.Locale;
import java.util.function.BiFunction;

/** Bugs, each with a seed that finds it. {@code docs/simulation.md} lists them. */
enum Planted implements Flaw {
  /** An event's lock is let go of between reading and writing. */
  LOCK_DROPPED(5, "decided before the lock", (sound, _) -> FlawedCommits.withoutLock(sound)),

  /** The journal's next number is drawn before the lock. */
  SEQUENCE_BEFORE_LOCK(
      16, "nobody may be told this", (sound, _) -> FlawedLocks.sequenceBeforeLock(sound)),

  /** What is for sale is read before the lock. */
  LAYOUT_BEFORE_LOCK(
      6, "I6: the layout has no more of it", (sound, _) -> FlawedLocks.layoutBeforeLock(sound)),

  /** Rows are read from a memory of before the lock. */
  ROWS_REMEMBERED(
      1, "refused without reason", (sound, _) -> new FlawedReads(sound, FlawedReads.remembered())),

  /** The deadline is decided by a clock that is a second ahead of the ledger's. */
  CLOCK_AHEAD(
      1,
      "decided by another clock",
      (sound, _) -> new FlawedReads(sound, FlawedReads.fastClock(Duration.ofSeconds(1)))),

  /** The deadline is decided by the time at which the transaction began. */
  TRANSACTION_TIME(
      2,
      "decided before the lock",
      (sound, world) -> FlawedLocks.transactionTime(sound, world.clocks)),

  /** Whoever books is not asked whether the hold is over. */
  DEADLINE_UNCHECKED_IN_BOOK(
      133,
      "kind=BOOKED",
      (sound, world) -> new FlawedReads(sound, FlawedReads.withoutDeadlineOf(world.handedIn))),

  /** A hold is still good at its deadline, not only before. */
  DEADLINE_INCLUSIVE(
      2,
      "held, it was said, and nobody saw it",
      (sound, _) -> new FlawedReads(sound, FlawedReads.withinTheDeadline())),

  /** Nobody compares the holder with who asks. */
  OWNER_UNCHECKED(
      14, "I3: not every seat", (sound, _) -> new FlawedReads(sound, FlawedReads.withoutOwners())),

  /** Nobody looks whether a token is over. */
  TERM_UNREAD(
      2,
      "I4: a hold outlives its token",
      (sound, _) -> new FlawedReads(sound, FlawedReads.withoutTerms())),

  /** Part of a batch is written. */
  BATCH_HALVED(1, "I3: not every seat", (sound, _) -> FlawedCommits.half(sound)),

  /** What the store refuses of one command, it then refuses of the next. */
  FAILURE_LEAKS(3, "nobody may be told this", (sound, _) -> FlawedCommits.leaking(sound)),

  /** An area's counters change whether the transaction commits or not. */
  COUNTERS_OUTSIDE(26, "I1, I6: the books of", (sound, _) -> new FlawedCounters(sound)),

  /** Callers are answered before the commit. */
  ANSWERED_BEFORE_COMMIT(
      2, "held, it was said, and nobody saw it", (sound, _) -> FlawedCommits.answeringFirst(sound)),

  /** A commit whose answer was lost is taken to have happened. */
  FATE_TAKEN_FOR_COMMITTED(
      13,
      "held, it was said, and nobody saw it",
      (sound, _) -> FlawedCommits.alwaysFated(sound, CommitFate.COMMITTED)),

  /** A commit whose answer was lost is taken not to have happened. */
  FATE_TAKEN_FOR_ABANDONED(
      17,
      "I3: in two transactions",
      (sound, _) -> FlawedCommits.alwaysFated(sound, CommitFate.ABANDONED)),

  /** The sweep does not see places. */
  SWEEP_MISSES_PLACES(
      1, "lapsed, and not ended by a sweep", (sound, _) -> FlawedSweep.withoutPlaces(sound)),

  /** The sweep ends what it finds, not what it found. */
  SWEEP_TAKES_ANOTHERS(1_154, "ended early", (sound, _) -> new FlawedSweep(sound)),

  /** Pictures are kept for those who come later. */
  PICTURE_KEPT(1, "I3: it never stood so", (sound, _) -> FlawedReads.keepingPictures(sound)),

  /** The end of a token misses an event. */
  TOKEN_END_MISSES_AN_EVENT(9, "an ended token holds something") {
    @Override
    public HoldTokenPort tokens(HoldTokenPort sound, EventId strangers) {
      return FlawedTokens.missingAnEvent(sound);
    }
  },

  /** What a node left undone when it ended a token is left for ever. */
  TOKEN_END_NEVER_FINISHED(1_383, "held under") {
    @Override
    public HoldTokenPort tokens(HoldTokenPort sound, EventId strangers) {
      return FlawedTokens.forgettingTheEnded(sound);
    }
  },

  /** Tokens are looked up without the workspace. */
  WORKSPACE_UNCHECKED(3, "I12: a stranger's or a deleted event has changed") {
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
  GATE_WITHOUT_VERSIONS(11_979, "I11: the gate refuses") {
    @Override
    public SeatLockPort gate(SeatLockPort sound) {
      return FlawedGate.withoutVersions(sound);
    }
  },

  /** The gate's entries do not lapse. */
  GATE_WITHOUT_END(38, "I11") {
    @Override
    public SeatLockPort gate(SeatLockPort sound) {
      return FlawedGate.withoutEnd(sound);
    }
  },

  /** The answer is kept in a transaction after that of its effect. */
  ANSWER_KEPT_APART(
      10, "I9: done again after", (sound, world) -> FlawedAnswers.apart(sound, world)),

  /** Whoever looks whether a key is known does not take it. */
  KEY_NOT_TAKEN(
      78,
      "I9: another answer than the first",
      (sound, world) -> FlawedAnswers.withoutClaims(sound, world)),

  /** What is known under a key is looked for before the transaction only. */
  KEY_NOT_LOOKED_UP_AGAIN(
      3, "I9: done again after", (sound, _) -> FlawedAnswers.withoutKnowing(sound)),

  /** Refusals are not kept. */
  REFUSAL_NOT_KEPT(
      2, "I9: another answer than the first", (sound, _) -> FlawedAnswers.withoutRefusals(sound)) {

    @Override
    public IdempotencyPort answers(IdempotencyPort sound) {
      return FlawedAnswers.withoutRefusals(sound);
    }
  },

  /** Nobody compares what was sent under a key before. */
  REQUESTS_NOT_COMPARED(1, "I9: answered as another request") {
    @Override
    public Fingerprint digest(Fingerprint sound) {
      return new Fingerprint("0".repeat(64));
    }
  },

  /** Of a step over several events only the first is written. */
  STEP_HALVED(3, "I3: not what was asked for", (sound, _) -> FlawedSteps.firstEventOnly(sound)),

  /** Each change of a step is a transaction of its own. */
  STEP_IN_PARTS(44, "I3: in two transactions") {
    @Override
    public Desks desks(Desks sound, World world) {
      return FlawedSteps.inParts(sound);
    }
  },

  /** The best is chosen by what was free before the lock. */
  CHOSEN_BEFORE_LOCK(5, "but was: <free>", (sound, _) -> FlawedSteps.choosingBeforeLock(sound)),

  /** The conditions of a change are checked before the lock. */
  CONDITIONS_BEFORE_LOCK(147, "done, and not allowed") {
    @Override
    public Asked.Request handedOn(Asked.Request sound, World world) {
      return FlawedSteps.checkedBeforehand(sound, world);
    }
  },

  /** What was on resale before it was held does not go back there. */
  RESALE_FORGOTTEN(
      42, "expected: <resale>", (sound, _) -> new FlawedReads(sound, FlawedReads.withoutResale())),

  /** A catalog that could not be asked is taken for empty. */
  CATALOG_TROUBLE_UNSEEN(1, "not there, it was said") {
    @Override
    public CatalogPort catalog(CatalogPort sound) {
      return FlawedAnswers.emptyInTrouble(sound);
    }
  };

  /** A seed that finds it. */
  final long killer;

  /** What is said of it then. */
  final String complaint;

  /** Keeps nothing. */
  @SuppressWarnings("ImmutableEnumChecker")
  private final BiFunction<SeatLedgerPort, World, SeatLedgerPort> ledgers;

  /** In a ledger. */
  Planted(
      long killer, String complaint, BiFunction<SeatLedgerPort, World, SeatLedgerPort> ledgers) {
    this.killer = killer;
    this.complaint = complaint;
    this.ledgers = ledgers;
  }

  Planted(long killer, String complaint) {
    this(killer, complaint, (sound, _) -> sound);
  }

  @Override
  public SeatLedgerPort ledger(SeatLedgerPort sound, World world) {
    return ledgers.apply(sound, world);
  }

  /** By its name in small letters, with hyphens. */
  static Planted named(String name) {
    return valueOf(name.replace('-', '_').toUpperCase(Locale.ROOT));
  }
}
