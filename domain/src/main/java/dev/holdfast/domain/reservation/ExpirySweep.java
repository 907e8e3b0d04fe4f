package dev.holdfast.domain.reservation;

import dev.holdfast.domain.decision.Expire;
import dev.holdfast.domain.event.EventId;
import dev.holdfast.domain.port.DueHold;
import dev.holdfast.domain.port.PortFailure;
import dev.holdfast.domain.port.SeatLedgerPort;
import dev.holdfast.domain.refusal.Outcome;
import dev.holdfast.domain.writer.Result;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/**
 * Ends holds that have lapsed, so that the world hears of it. Safety does not need it: a lapsed
 * hold is worth nothing, swept or not.
 *
 * <p>Every node sweeps; each hold is ended once, because the decision is made under the event's
 * lock. Trouble with one event does not keep the others waiting.
 */
public final class ExpirySweep {
  /** How often each node should sweep. */
  public static final Duration INTERVAL = Duration.ofMillis(250);

  /** Most holds looked at in one round. */
  private static final int ROUND = 2_000;

  /** Most holds of one event in one command, so that a sweep never makes a huge transaction. */
  private static final int CHUNK = 500;

  private final SeatLedgerPort ledger;
  private final Desks desks;

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
   * @param failed commands that met trouble this time
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
  public Round sweep() {
    List<DueHold> due = ledger.due(ROUND);
    Map<EventId, List<DueHold>> byEvent = new LinkedHashMap<>();
    due.forEach(each -> byEvent.computeIfAbsent(each.event(), _ -> new ArrayList<>()).add(each));
    List<Expire> commands = new ArrayList<>();
    byEvent.forEach((event, holds) -> chunks(holds, part -> commands.add(new Expire(event, part))));
    int ended = 0;
    int failed = 0;
    for (CompletableFuture<Result<Integer>> each : desks.performAll(commands)) {
      if (each.state() != Future.State.SUCCESS) {
        failed++;
      } else if (each.resultNow()
          instanceof Result.Decided<Integer>(Outcome.Accepted<Integer>(Integer n), var _, long _)) {
        ended += n;
      }
    }
    return new Round(due.size(), ended, failed);
  }

  private static void chunks(List<DueHold> holds, Consumer<List<DueHold>> each) {
    for (int from = 0; from < holds.size(); from += CHUNK) {
      each.accept(holds.subList(from, Math.min(holds.size(), from + CHUNK)));
    }
  }
}
