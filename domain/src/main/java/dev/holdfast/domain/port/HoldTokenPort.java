package dev.holdfast.domain.port;

import dev.holdfast.domain.event.EventId;
import dev.holdfast.domain.hold.HoldToken;
import dev.holdfast.domain.workspace.WorkspaceId;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/**
 * Tokens beyond a single event: ending one before its time, and where it still holds something.
 *
 * <p>A token that has a {@link dev.holdfast.domain.hold.TokenTerm term} got it in the transaction
 * of its first hold ({@link LedgerWrites.TokenChange}); whatever is decided under it reads the term
 * under a lock ({@link LedgerReads.OfEvent#terms}). Trouble is a {@link StoreFailure}.
 */
public interface HoldTokenPort {
  /** Most events or tokens in one answer. */
  int MAX_LIMIT = 1_000;

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
