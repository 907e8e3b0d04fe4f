package dev.holdfast.domain.port;

import dev.holdfast.domain.event.EventId;
import dev.holdfast.domain.hold.HoldToken;
import dev.holdfast.domain.hold.TokenTerm;
import dev.holdfast.domain.workspace.WorkspaceId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Tokens beyond a single event: making one before it holds anything, giving it more or less time,
 * ending it before its time, and where it still holds something.
 *
 * <p>A token that has a {@link TokenTerm term} got it {@link #open here} or in the transaction of
 * its first hold ({@link LedgerWrites.TokenChange}); whatever is decided under it reads the term
 * under a lock ({@link LedgerReads.OfEvent#terms}). Trouble is a {@link StoreFailure}.
 */
public interface HoldTokenPort {
  /** Most events or tokens in one answer. */
  int MAX_LIMIT = 1_000;

  /**
   * A token's term, and when it was looked at.
   *
   * @param now the store's clock, by which a term is over or not
   */
  record Standing(TokenTerm term, Instant now) {}

  /**
   * Makes a token that expires by itself, before anything is held under it.
   *
   * @param life how long, at most {@link TokenTerm#MAX_LIFE}
   * @throws StoreFailure.Rejected when there is one of this name, live or over, or no such
   *     workspace
   */
  Standing open(WorkspaceId workspace, HoldToken token, Duration life);

  /** A token that has a term, live or over; one that is long over may be forgotten. */
  Optional<Standing> find(WorkspaceId workspace, HoldToken token);

  /**
   * Gives a token that is live another term: so long from now, at most to {@link TokenTerm#latest}.
   * Once this has returned every transaction that decides under the token sees the new term; an
   * open one that has read the old one is waited for, or cannot commit. What the token holds keeps
   * its deadlines.
   *
   * @param life more than nothing
   * @return empty when no term runs
   */
  Optional<Standing> renew(WorkspaceId workspace, HoldToken token, Duration life);

  /**
   * Ends a token's term now, unless it is over or there is none. Once this has returned no
   * transaction can hold, extend or book under the token any more, and {@link #events} sees what
   * those did that were faster: an open one that has read the term is waited for, or cannot commit.
   *
   * @return whether this ended a term that ran; such a token is among the {@link #ended} until it
   *     is {@link #settled}
   */
  boolean end(WorkspaceId workspace, HoldToken token);

  /**
   * Events of the workspace in which the token has held seats or places, lapsed ones that were not
   * ended included; ascending.
   *
   * @param except events to leave out
   * @param limit 1 to {@link #MAX_LIMIT}
   */
  List<EventId> events(WorkspaceId workspace, HoldToken token, Set<EventId> except, int limit);

  /**
   * Tokens that were ended and whose seats may not all be free yet, longest ended first.
   *
   * @param age ended at least so long ago
   * @param limit 1 to {@link #MAX_LIMIT}
   */
  List<Ended> ended(Duration age, int limit);

  /** A token that was ended before its time. */
  record Ended(WorkspaceId workspace, HoldToken token) {}

  /** Nothing of an ended token is held any more. Idempotent. */
  void settled(WorkspaceId workspace, HoldToken token);
}
