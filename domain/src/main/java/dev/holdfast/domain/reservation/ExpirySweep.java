package dev.holdfast.domain.reservation;

import dev.holdfast.domain.decision.Expire;
import dev.holdfast.domain.event.EventId;
import dev.holdfast.domain.port.DueHold;
import dev.holdfast.domain.port.PortFailure;
import dev.holdfast.domain.port.SeatLedgerPort;
import dev.holdfast.domain.refusal.Outcome;
import dev.holdfast.domain.writer.Result;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;

/**
 * Ends holds that have lapsed, so that the world hears of it. Safety does not need it: a lapsed
 * hold is worth nothing, swept or not.
 *
 * <p>Every node sweeps; each hold is ended once, because the decision is made under the event's
 * lock. Trouble with one event does not keep the others waiting: what failed is tried again alone
 * and in halves, and an event of which nothing can be ended is left alone for a while.
 */
public final class ExpirySweep {
  /** How often each node should sweep. */
  public static final Duration INTERVAL = Duration.ofMillis(250);

  /** Most holds looked at in one round. */
  static final int ROUND = 2_000;

  /** Most holds of one event in one command, so that a sweep never makes a huge transaction. */
  static final int CHUNK = 500;

  /** Most commands handed to the writer at once: sales queue behind them. */
  static final int AT_ONCE = 200;

  /** Most commands of one round that are tried again alone, whole or in halves. */
  private static final int TRIED_ALONE = 64;

  /** Failures in a row after which the store is taken to be away; more than halving one chunk. */
  private static final int FAILURES_IN_A_ROW = 10;

  private final SeatLedgerPort ledger;
  private final Desks desks;
  private final BarrenEvents barren = new BarrenEvents();

  /** A sweep of a ledger. */
  public ExpirySweep(SeatLedgerPort ledger, Desks desks) {
    this.ledger = ledger;
    this.desks = desks;
  }

  /**
   * What one round came to.
   *
   * @param found holds found due
   * @param ended holds ended by this node
   * @param failed commands that met trouble this time, and again when they were tried alone
   */
  public record Round(int found, int ended, int failed) {
    /** Whether there may be more due than one round looks at. */
    public boolean isFull() {
      return found == ROUND;
    }
  }

  /**
   * One round.
   *
   * @throws PortFailure when it cannot be told what is due
   */
  public synchronized Round sweep() {
    List<DueHold> due = ledger.due(ROUND, barren.nextRound());
    Map<EventId, List<DueHold>> byEvent = new LinkedHashMap<>();
    due.forEach(each -> byEvent.computeIfAbsent(each.event(), _ -> new ArrayList<>()).add(each));
    Tally tally = new Tally();
    Deque<Expire> failed = new ArrayDeque<>();
    for (List<Expire> wave : parts(commands(byEvent), AT_ONCE)) {
      failed.addAll(perform(wave, tally));
    }
    tryAlone(failed, tally);
    barren.learn(byEvent.keySet(), tally.ended.keySet(), tally.failedAlone);
    return new Round(due.size(), tally.sum(), tally.failed + failed.size());
  }

  /** What was done so far in a round. */
  private static final class Tally {
    final Map<EventId, Integer> ended = new HashMap<>();
    final Set<EventId> failedAlone = new HashSet<>();
    int failed;

    int sum() {
      return ended.values().stream().mapToInt(Integer::intValue).sum();
    }
  }

  private static List<Expire> commands(Map<EventId, List<DueHold>> byEvent) {
    List<Expire> commands = new ArrayList<>();
    byEvent.forEach((event, holds) ->
        parts(holds, CHUNK).forEach(part -> commands.add(new Expire(event, part))));
    return commands;
  }

  /** Hands these in together; gives those that met trouble. */
  private List<Expire> perform(List<Expire> commands, Tally tally) {
    List<Expire> failed = new ArrayList<>();
    List<CompletableFuture<Result<Integer>>> results = desks.performAll(commands);
    for (int n = 0; n < commands.size(); n++) {
      Expire command = commands.get(n);
      OptionalInt ended = ended(results.get(n));
      if (ended.isEmpty()) {
        failed.add(command);
      } else if (ended.getAsInt() > 0) {
        tally.ended.merge(command.event(), ended.getAsInt(), Integer::sum);
      }
    }
    return failed;
  }

  /** How many holds it ended, none if it was left to somebody else; empty when it met trouble. */
  private static OptionalInt ended(CompletableFuture<Result<Integer>> result) {
    if (result.state() != Future.State.SUCCESS) {
      return OptionalInt.empty();
    }
    return result.resultNow()
            instanceof Result.Decided<Integer>(Outcome.Accepted<Integer>(Integer n), var _, long _)
        ? OptionalInt.of(n)
        : OptionalInt.of(0);
  }

  /**
   * Tries what failed once more, each command in turn and without the others, which may have been
   * to blame; what fails alone is halved until the one hold is found that cannot be ended.
   */
  private void tryAlone(Deque<Expire> failed, Tally tally) {
    int inARow = 0;
    for (int tries = 0;
        tries < TRIED_ALONE && !failed.isEmpty() && inARow < FAILURES_IN_A_ROW;
        tries++) {
      Expire command = failed.removeFirst();
      boolean fails = !perform(List.of(command), tally).isEmpty();
      inARow = fails ? inARow + 1 : 0;
      if (fails) {
        tally.failedAlone.add(command.event());
        int half = (command.due().size() + 1) / 2;
        if (command.due().size() > 1) {
          parts(command.due(), half)
              .forEach(part -> failed.addLast(new Expire(command.event(), part)));
        } else {
          tally.failed++;
        }
      }
    }
  }

  private static <T> List<List<T>> parts(List<T> whole, int size) {
    List<List<T>> parts = new ArrayList<>();
    for (int from = 0; from < whole.size(); from += size) {
      parts.add(whole.subList(from, Math.min(whole.size(), from + size)));
    }
    return parts;
  }
}
