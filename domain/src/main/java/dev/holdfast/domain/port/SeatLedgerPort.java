package dev.holdfast.domain.port;

import dev.holdfast.domain.event.EventId;
import dev.holdfast.domain.event.Occupancy;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The ledger: it alone owns whose seat it is. Every acknowledged hold and every sale is a committed
 * change in it, decided by the domain under the event's lock and by the ledger's own clock.
 *
 * <p>Trouble is a {@link StoreFailure}; no method answers "not there" because it could not look.
 */
public interface SeatLedgerPort extends JournalPort {
  /**
   * Opens a transaction that will be known by this id.
   *
   * @param commit fresh for every attempt
   * @throws StoreFailure.Unavailable when no transaction can be had now; waits a bounded time
   */
  LedgerTransaction begin(CommitId commit);

  /**
   * What became of a transaction whose commit was not answered. After {@link CommitFate#ABANDONED}
   * it has not committed and never can: the question itself takes the id (a look alone could say
   * "not there" while the commit is on its way). Waits for a commit still under way. Asked again,
   * it answers the same.
   *
   * @throws StoreFailure.Unavailable when it cannot be told now; ask again
   */
  CommitFate fate(CommitId commit);

  /**
   * Everything of an event that is not free, at one instant: no batch is half in it (I3). Lapsed
   * holds are left out, swept or not.
   *
   * @return empty when there is no such event
   */
  Optional<EventPicture> picture(EventId event);

  /** Most objects in one question after how they stand. */
  int MAX_PICTURED = 10_000;

  /**
   * The same of some objects only, and nothing of the others.
   *
   * @param objects labels of seats and keys of areas, at most {@link #MAX_PICTURED}
   * @throws IllegalArgumentException when there are too many
   */
  Optional<EventPicture> picture(EventId event, Set<String> objects);

  /** Most events in one question after their occupancy. */
  int MAX_OCCUPANCIES = 100;

  /**
   * How much of each event is not free now; each at one instant of its own. Events that do not
   * exist are missing.
   *
   * @param events at most {@link #MAX_OCCUPANCIES}
   */
  Map<EventId, Occupancy> occupancies(Set<EventId> events);

  /**
   * Holds whose deadline has passed and that nobody has ended yet, oldest first; takes no locks, so
   * each is to be checked again under the event's lock.
   *
   * @param limit at most this many, 1 to 10,000
   * @param except events to leave out, at most 10,000
   * @throws IllegalArgumentException when the limit is out of its bounds
   */
  List<DueHold> due(int limit, Set<EventId> except);

  /** The same of all events. */
  default List<DueHold> due(int limit) {
    return due(limit, Set.of());
  }

  /**
   * What the rows of an event say at one instant, however wrong. It is read at once and takes some
   * 100 bytes a seat; whoever compares it with the journal reads that afterwards, in parts up to
   * the same number, which do not change any more.
   *
   * @return empty when there is no such event
   */
  Optional<EventBooks> books(EventId event);

  /**
   * Whether every area's counters equal its records, and every seat's sale its state: a check of
   * the books (invariants I1 and I6).
   *
   * @return what does not add up, in words; empty when all is well
   */
  List<String> audit(EventId event);
}
