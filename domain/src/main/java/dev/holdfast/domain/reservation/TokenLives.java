package dev.holdfast.domain.reservation;

import dev.holdfast.domain.decision.Follow;
import dev.holdfast.domain.event.EventId;
import dev.holdfast.domain.hold.HoldToken;
import dev.holdfast.domain.idempotency.Once;
import dev.holdfast.domain.journal.Origin;
import dev.holdfast.domain.port.HoldTokenPort;
import dev.holdfast.domain.port.HoldTokenPort.Standing;
import dev.holdfast.domain.port.HoldTokens;
import dev.holdfast.domain.port.PortFailure;
import dev.holdfast.domain.port.ReservationFailure;
import dev.holdfast.domain.refusal.Outcome;
import dev.holdfast.domain.refusal.Refusal;
import dev.holdfast.domain.workspace.WorkspaceId;
import dev.holdfast.domain.writer.Result;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/**
 * Tokens that expire by themselves. A token's expiry is moved in two steps, as it is ended in two:
 * first the term, by which whatever is decided from then on goes, then event by event what the
 * token holds. Where a node dies between the two, holds end earlier than their token or are in
 * nobody's way for longer, by two hours at most; nobody was told of the new expiry, and whoever
 * asks again goes on.
 */
final class TokenLives implements HoldTokens {
  private final HoldTokenPort tokens;
  private final Desks desks;
  private final Gate gate;
  private final TokenExpiry expiry;
  private final Settlement settlement;

  TokenLives(
      HoldTokenPort tokens, Desks desks, Gate gate, TokenExpiry expiry, Settlement settlement) {
    this.tokens = tokens;
    this.desks = desks;
    this.gate = gate;
    this.expiry = expiry;
    this.settlement = settlement;
  }

  @Override
  public Standing open(WorkspaceId workspace, HoldToken token, Duration life) {
    return tokens.open(workspace, token, life);
  }

  @Override
  public Optional<Standing> find(WorkspaceId workspace, HoldToken token) {
    return tokens.find(workspace, token);
  }

  @Override
  public Outcome<Standing> renew(
      WorkspaceId workspace,
      HoldToken token,
      Duration life,
      Origin origin,
      Optional<Once<Standing>> once) {
    Optional<Standing> renewed =
        life.isPositive()
            ? renewed(workspace, token, life, origin)
            : ended(workspace, token, origin);
    return renewed.isPresent()
        ? settlement.settleDone(once, Outcome.accepted(renewed.get()))
        : settlement.settle(once, Outcome.refused(new Refusal.TokenOver()));
  }

  /** Ends it; of one that is over already, what is left of its holds. */
  private Optional<Standing> ended(WorkspaceId workspace, HoldToken token, Origin origin) {
    if (tokens.find(workspace, token).isEmpty()) {
      return Optional.empty();
    }
    expiry.expire(workspace, token, origin, Optional.empty());
    return tokens.find(workspace, token);
  }

  private Optional<Standing> renewed(
      WorkspaceId workspace, HoldToken token, Duration life, Origin origin) {
    Optional<Standing> renewed = tokens.renew(workspace, token, life);
    if (renewed.isPresent()) {
      try {
        follow(workspace, token, origin);
      } catch (PortFailure | CompletionException e) {
        String message = "the token has another expiry, and some of what it holds may not";
        throw new ReservationFailure.OutcomeUnknown(message, e);
      }
    }
    return renewed;
  }

  private void follow(WorkspaceId workspace, HoldToken token, Origin origin) {
    Set<EventId> done = new HashSet<>();
    List<EventId> next = tokens.events(workspace, token, done, TokenExpiry.EVENTS_AT_ONCE);
    while (!next.isEmpty()) {
      if (done.size() >= TokenExpiry.MAX_EVENTS) {
        throw new ReservationFailure.OutcomeUnknown("the token holds seats in more events", null);
      }
      follow(next, token, origin);
      done.addAll(next);
      next = tokens.events(workspace, token, done, TokenExpiry.EVENTS_AT_ONCE);
    }
  }

  private void follow(List<EventId> events, HoldToken token, Origin origin) {
    List<Follow> commands = events.stream().map(event -> new Follow(event, token, origin)).toList();
    List<CompletableFuture<Result<Integer>>> results = desks.performAll(commands);
    Optional<CompletionException> trouble = Optional.empty();
    for (int n = 0; n < results.size(); n++) {
      try {
        if (results.get(n).join() instanceof Result.Decided<Integer>(_, var news, long asOf)) {
          gate.learn(events.get(n), news, asOf);
        }
      } catch (CompletionException e) {
        // The gate is to hear of the other events all the same.
        trouble = Optional.of(e);
      }
    }
    if (trouble.isPresent()) {
      throw trouble.get();
    }
  }
}
