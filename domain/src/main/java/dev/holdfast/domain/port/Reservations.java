package dev.holdfast.domain.port;

import dev.holdfast.domain.chart.SeatingPlan;
import dev.holdfast.domain.decision.ChangedObject;
import dev.holdfast.domain.decision.Chosen;
import dev.holdfast.domain.event.Event;
import dev.holdfast.domain.event.EventId;
import dev.holdfast.domain.event.Occupancy;
import dev.holdfast.domain.hold.HoldToken;
import dev.holdfast.domain.idempotency.Once;
import dev.holdfast.domain.journal.Origin;
import dev.holdfast.domain.refusal.Outcome;
import dev.holdfast.domain.reservation.BestRequest;
import dev.holdfast.domain.reservation.BookRequest;
import dev.holdfast.domain.reservation.ExtendRequest;
import dev.holdfast.domain.reservation.Extension;
import dev.holdfast.domain.reservation.HeldObject;
import dev.holdfast.domain.reservation.HoldRequest;
import dev.holdfast.domain.reservation.ReleaseRequest;
import dev.holdfast.domain.reservation.Released;
import dev.holdfast.domain.reservation.StatusChange;
import dev.holdfast.domain.reservation.StatusRequest;
import dev.holdfast.domain.reservation.TakenObject;
import dev.holdfast.domain.seat.ExtraData;
import dev.holdfast.domain.workspace.WorkspaceId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The one way in: everything a dialect may do with seats. Every accepted answer is durable when it
 * is given.
 *
 * <p>All methods block the calling thread, at most about fifteen seconds, and throw {@link
 * ReservationFailure} or {@link StoreFailure} when the answer could not be had.
 */
public interface Reservations {
  /**
   * Holds objects for a token, all or none; what the token holds already stays as it is.
   *
   * @param once the wish to be known when the request comes again; its answer is then durable
   *     together with what it did
   */
  Outcome<List<HeldObject>> hold(
      Event event, HoldRequest request, Origin origin, Optional<Once<List<HeldObject>>> once);

  /** The same, of a request that is not known when it comes again. */
  default Outcome<List<HeldObject>> hold(Event event, HoldRequest request, Origin origin) {
    return hold(event, request, origin, Optional.empty());
  }

  /**
   * Gives a token's holds a new deadline, as far as it still has them.
   *
   * @param once as in {@link #hold}
   */
  Outcome<Extension> extend(
      EventId event, ExtendRequest request, Origin origin, Optional<Once<Extension>> once);

  /** The same, of a request that is not known when it comes again. */
  default Outcome<Extension> extend(EventId event, ExtendRequest request, Origin origin) {
    return extend(event, request, origin, Optional.empty());
  }

  /**
   * Books what a token holds, and places whether it holds them or not, all or nothing.
   *
   * @param once as in {@link #hold}
   */
  Outcome<List<TakenObject>> book(
      Event event, BookRequest request, Origin origin, Optional<Once<List<TakenObject>>> once);

  /** The same, of a request that is not known when it comes again. */
  default Outcome<List<TakenObject>> book(Event event, BookRequest request, Origin origin) {
    return book(event, request, origin, Optional.empty());
  }

  /**
   * Frees objects, all or none.
   *
   * @param once as in {@link #hold}; where a large area is freed in parts, together with the last
   */
  Outcome<Released> release(
      Event event, ReleaseRequest request, Origin origin, Optional<Once<Released>> once);

  /** The same, of a request that is not known when it comes again. */
  default Outcome<Released> release(Event event, ReleaseRequest request, Origin origin) {
    return release(event, request, origin, Optional.empty());
  }

  /**
   * Ends a token now, and with it everything that it holds in any event of the workspace. A token
   * that expires by itself is over for good; one that does not may be used again. Idempotent.
   *
   * @param once the wish to be known when the request comes again: its answer is kept after all is
   *     done, so until then it goes on where it stopped; a twin that comes later ends nothing
   * @return how many holds this call ended; never refused
   */
  Outcome<Integer> expire(
      WorkspaceId workspace, HoldToken token, Origin origin, Optional<Once<Integer>> once);

  /** The same, of a request that is not known when it comes again. */
  default Outcome<Integer> expire(WorkspaceId workspace, HoldToken token, Origin origin) {
    return expire(workspace, token, origin, Optional.empty());
  }

  /** The tokens that expire by themselves. */
  HoldTokens tokens();

  /**
   * Changes the status of objects of one event, all or none.
   *
   * @param once as in {@link #hold}
   */
  Outcome<List<ChangedObject>> change(
      Event event, StatusRequest request, Origin origin, Optional<Once<List<ChangedObject>>> once);

  /**
   * Changes the status of objects of one event or several, in order and all or nothing.
   *
   * @param changes 1 or more, of at most {@link dev.holdfast.domain.decision.Change#MAX_TARGETS}
   *     objects together
   * @param once as in {@link #hold}
   * @return what each of them came to, in order
   */
  Outcome<List<List<ChangedObject>>> changeAll(
      List<StatusChange> changes, Origin origin, Optional<Once<List<List<ChangedObject>>>> once);

  /**
   * Chooses the best that is left of an event and changes its status, both in one decision, so that
   * nobody is refused while there is enough left.
   *
   * @param once as in {@link #hold}
   */
  Outcome<Chosen> changeBest(
      Event event, BestRequest request, Origin origin, Optional<Once<Chosen>> once);

  /**
   * Hangs other extra data on seats of an event, all or none, and changes nothing else of them.
   *
   * @param extraData what each seat has afterwards, at most {@link
   *     dev.holdfast.domain.decision.Change#MAX_TARGETS} seats
   * @param once as in {@link #hold}
   */
  Outcome<List<ChangedObject>> annotate(
      Event event,
      Map<String, ExtraData> extraData,
      Origin origin,
      Optional<Once<List<ChangedObject>>> once);

  /** What an event has to sell now. */
  SeatingPlan plan(Event event);

  /**
   * How much of events is not free, in places; those that are gone meanwhile are missing.
   *
   * @param events at most {@link SeatLedgerPort#MAX_OCCUPANCIES}
   */
  Map<EventId, Occupancy> occupancies(Set<EventId> events);

  /**
   * Everything of an event that is not free; empty when there is no such event. Callers at the same
   * time share one picture, of an instant after each of them asked.
   */
  Optional<EventPicture> picture(EventId event);

  /**
   * The same of some objects only, of an instant after the caller asked.
   *
   * @param objects labels of seats and keys of areas, at most {@link SeatLedgerPort#MAX_PICTURED}
   */
  Optional<EventPicture> picture(EventId event, Set<String> objects);
}
