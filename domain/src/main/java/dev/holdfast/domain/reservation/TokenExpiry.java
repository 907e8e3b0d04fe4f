package dev.holdfast.domain.reservation;

import dev.holdfast.domain.decision.ExpireToken;
import dev.holdfast.domain.event.EventId;
import dev.holdfast.domain.hold.HoldToken;
import dev.holdfast.domain.idempotency.Once;
import dev.holdfast.domain.idempotency.Repeat;
import dev.holdfast.domain.journal.Origin;
import dev.holdfast.domain.port.HoldTokenPort;
import dev.holdfast.domain.port.HoldTokenPort.Ended;
import dev.holdfast.domain.port.PortFailure;
import dev.holdfast.domain.port.ReservationFailure;
import dev.holdfast.domain.refusal.Outcome;
import dev.holdfast.domain.workspace.WorkspaceId;
import dev.holdfast.domain.writer.Result;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/**
 * Ending a token before its time: first the token itself, which from then on can do nothing, then
 * event by event what it holds. A node that dies between the two leaves it to {@link #settle}.
 */
public final class TokenExpiry {
  /** How often each node should look for tokens that somebody else ended and did not settle. */
  public static final Duration INTERVAL = Duration.ofSeconds(1);

  /** How old such a token must be: until then whoever ended it is at work. */
  static final Duration BEGUN_BEFORE = Duration.ofSeconds(5);

  /** Most events whose commands are handed in at once. */
  static final int EVENTS_AT_ONCE = 100;

  /**
   * Most events in which one call ends holds. When the token has more of them, the call has begun
   * and not finished, so its outcome is told as unknown; asked again it goes on.
   */
  static final int MAX_EVENTS = 1_000;

  /** Most ended tokens settled in one round. */
  static final int ROUND = 100;

  private final HoldTokenPort tokens;
  private final Desks desks;
  private final Gate gate;

  /** What could not be settled the last time; at most as many as one answer of the port has. */
  private final Set<Ended> stuck = new HashSet<>();

  /** Over the tokens of a store and a writer of its ledger. */
  public TokenExpiry(HoldTokenPort tokens, Desks desks, Gate gate) {
    this.tokens = tokens;
    this.desks = desks;
    this.gate = gate;
  }

  /**
   * See {@link dev.holdfast.domain.port.Reservations#expire}; the answer is not kept yet. Each of
   * its transactions takes the key, so that a twin that is late ends nothing that is held by then.
   */
  Outcome<Integer> expire(
      WorkspaceId workspace, HoldToken token, Origin origin, Optional<Once<Integer>> once) {
    boolean ended = tokens.end(workspace, token);
    Set<EventId> done = new HashSet<>();
    int holds;
    try {
      Handing handing =
          once.<Handing>map(each -> commands -> oneByOne(each, commands)).orElse(desks::performAll);
      holds = free(workspace, token, origin, done, handing);
    } catch (KnownRequest known) {
      return known.told();
    } catch (PortFailure e) {
      if (!ended && done.isEmpty()) {
        throw e;
      }
      // Something has ended for good: nobody may read this as "nothing happened".
      String message = "some of what the token held may not be free yet";
      throw new ReservationFailure.OutcomeUnknown(message, e);
    }
    if (ended) {
      settled(workspace, token);
    }
    return Outcome.accepted(holds);
  }

  /** Everything is free. A token that cannot be marked so stays among those to settle. */
  private void settled(WorkspaceId workspace, HoldToken token) {
    try {
      tokens.settled(workspace, token);
    } catch (PortFailure _) {
      // For the caller it is over; some node's next round finds nothing to free and marks it.
    }
  }

  /**
   * Ends what was left of tokens that were ended, oldest first, by whoever began with it. Trouble
   * with one keeps no other waiting.
   *
   * @return how many tokens are settled by it
   * @throws ReservationFailure when some could not be settled; they come again
   */
  public synchronized int settle() {
    int limit = Math.min(HoldTokenPort.MAX_LIMIT, ROUND + stuck.size());
    List<Ended> left = new ArrayList<>(tokens.ended(BEGUN_BEFORE, limit));
    stuck.retainAll(left);
    // Those that could not be settled the last time come last: they keep nobody else waiting.
    left.sort(Comparator.comparing(stuck::contains));
    List<Ended> round = left.subList(0, Math.min(ROUND, left.size()));
    @Nullable ReservationFailure trouble = null;
    for (Ended each : round) {
      try {
        free(each.workspace(), each.token(), Origin.OWN, new HashSet<>(), desks::performAll);
        tokens.settled(each.workspace(), each.token());
        stuck.remove(each);
      } catch (ReservationFailure e) {
        stuck.add(each);
        trouble = e;
      }
    }
    if (trouble != null) {
      throw trouble;
    }
    return round.size();
  }

  /**
   * Ends what a token holds, event by event.
   *
   * @param done gets the events in which nothing is held any more, also when trouble follows
   */
  private int free(
      WorkspaceId workspace, HoldToken token, Origin origin, Set<EventId> done, Handing handing) {
    int holds = 0;
    List<EventId> next = tokens.events(workspace, token, done, EVENTS_AT_ONCE);
    while (!next.isEmpty()) {
      if (done.size() >= MAX_EVENTS) {
        throw new ReservationFailure.OutcomeUnknown("the token holds seats in more events", null);
      }
      holds += free(next, token, origin, handing);
      done.addAll(next);
      next = tokens.events(workspace, token, done, EVENTS_AT_ONCE);
    }
    return holds;
  }

  private int free(List<EventId> events, HoldToken token, Origin origin, Handing handing) {
    List<ExpireToken> commands =
        events.stream().map(event -> new ExpireToken(event, token, origin)).toList();
    List<CompletableFuture<Result<Integer>>> results = handing.over(commands);
    int holds = 0;
    @Nullable Throwable trouble = null;
    for (int n = 0; n < results.size(); n++) {
      try {
        holds += learn(commands.get(n).event(), results.get(n).join());
      } catch (CompletionException e) {
        // The gate is to hear of the other events all the same.
        trouble = e.getCause();
      }
    }
    if (trouble != null) {
      String message = "some of what the token held is free and some may not be";
      throw new ReservationFailure.OutcomeUnknown(message, trouble);
    }
    return holds;
  }

  /** One transaction after the other, because a key is used by one at a time. */
  private List<CompletableFuture<Result<Integer>>> oneByOne(
      Once<Integer> once, List<ExpireToken> commands) {
    Optional<Once<Integer>> part = Optional.of(once.inPart());
    List<CompletableFuture<Result<Integer>>> results = new ArrayList<>();
    boolean known = false;
    for (int n = 0; n < commands.size() && !known; n++) {
      CompletableFuture<Result<Integer>> result = new CompletableFuture<>();
      try {
        result.complete(desks.perform(commands.get(n), part));
        known = result.join() instanceof Result.Repeated<Integer>;
      } catch (ReservationFailure e) {
        result.completeExceptionally(e);
      }
      results.add(result);
    }
    return results;
  }

  private int learn(EventId event, Result<Integer> result) {
    return switch (result) {
      case Result.Decided<Integer>(Outcome<Integer> outcome, var news, long asOf) -> {
        gate.learn(event, news, asOf);
        yield outcome instanceof Outcome.Accepted<Integer>(Integer here) ? here : 0;
      }
      case Result.Repeated<Integer>(Repeat repeat) -> throw new KnownRequest(repeat);
      case Result.SaleMoved<Integer> _, Result.Left<Integer> _ -> 0;
    };
  }

  /** How commands get to the writer. */
  @FunctionalInterface
  private interface Handing {
    /** One future a command, each done; of the first commands only, where one is known. */
    List<CompletableFuture<Result<Integer>>> over(List<ExpireToken> commands);
  }

  /** The way out when the key is used, or was. */
  private static final class KnownRequest extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Repeat repeat;

    KnownRequest(Repeat repeat) {
      super("known", null, false, false);
      this.repeat = repeat;
    }

    /** The token itself has ended before the key was looked at. */
    Outcome<Integer> told() {
      if (repeat instanceof Repeat.OtherRequest) {
        throw new ReservationFailure.OutcomeUnknown("the key is another request's by now", this);
      }
      return new Outcome.Repeated<>(repeat);
    }
  }
}
