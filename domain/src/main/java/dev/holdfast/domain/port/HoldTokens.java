package dev.holdfast.domain.port;

import dev.holdfast.domain.hold.HoldToken;
import dev.holdfast.domain.hold.TokenTerm;
import dev.holdfast.domain.idempotency.Once;
import dev.holdfast.domain.journal.Origin;
import dev.holdfast.domain.port.HoldTokenPort.Standing;
import dev.holdfast.domain.refusal.Outcome;
import dev.holdfast.domain.refusal.Refusal;
import dev.holdfast.domain.workspace.WorkspaceId;
import java.time.Duration;
import java.util.Optional;

/** Tokens that expire by themselves and are made before anything is held under them. */
public interface HoldTokens {
  /**
   * Makes a token.
   *
   * @param token a name that nobody can guess, and has not been given before
   * @param life how long, at most {@link TokenTerm#MAX_LIFE}
   */
  Standing open(WorkspaceId workspace, HoldToken token, Duration life);

  /** A token that expires by itself, live or over, in whichever dialect it was made. */
  Optional<Standing> find(WorkspaceId workspace, HoldToken token);

  /**
   * Lets a token, and all that it holds in any event of the workspace, expire so long from now,
   * sooner or later than before, at most to {@link TokenTerm#latest}. With no time left it ends as
   * by {@link Reservations#expire}. Idempotent but for the time that passes.
   *
   * @param once the wish to be known when the request comes again: its answer is kept after all is
   *     done
   * @return {@link Refusal.TokenOver} when there is no such token, or it is over
   * @throws ReservationFailure.OutcomeUnknown when the token has another term and some of its holds
   *     may not follow it yet
   */
  Outcome<Standing> renew(
      WorkspaceId workspace,
      HoldToken token,
      Duration life,
      Origin origin,
      Optional<Once<Standing>> once);
}
