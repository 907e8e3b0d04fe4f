package dev.holdfast.domain.decision;

import dev.holdfast.domain.event.EventId;
import dev.holdfast.domain.event.SoldBy;
import dev.holdfast.domain.port.ReadWish;
import dev.holdfast.domain.refusal.Outcome;
import java.util.Optional;
import java.util.Set;

/**
 * A change somebody wants, decided under the event's lock.
 *
 * @param <A> the answer when accepted
 */
public sealed interface Command<A>
    permits Hold, Extend, Book, Release, Expire, ExpireToken, Follow, Change, ChooseBest, Annotate {
  /** The event it changes. */
  EventId event();

  /**
   * The layout and the sale rules it was checked against; if the event sells by others when it is
   * decided, it has to be checked again. Empty when it does not depend on them.
   */
  Optional<SoldBy> soldBy();

  /** What it has to see. */
  ReadWish.OfEvent reads();

  /** About how many rows it reads and changes, at least 1: transactions are bounded by the sum. */
  int weight();

  /** The named seats whose news the gate should hear when this is decided. */
  Set<String> seats();

  /**
   * The same, once it is decided: by then it may know seats that its request did not name.
   *
   * @param outcome what it was decided to
   */
  default Set<String> seats(EventDesk decided, Outcome<A> outcome) {
    return seats();
  }

  /**
   * Whether it reads its whole event, as all such commands of a transaction then do together. Of
   * events that are read whole, a transaction has one at most.
   */
  default boolean readsWhole() {
    return false;
  }

  /**
   * Whether it waits for an event that another transaction has locked; if not, it is dropped then.
   */
  default boolean waits() {
    return true;
  }

  /**
   * Whether more lapsed holds stand in its way than one transaction reads. Then it has ended those
   * that were read, nothing else, and has to be decided again in a transaction after this.
   */
  default boolean clearsTheWay(EventDesk desk) {
    return false;
  }

  /**
   * Accepts, and then changes the desk, or refuses and changes nothing. Cannot fail half way: every
   * check comes before the first change.
   */
  Outcome<A> decide(EventDesk desk);
}
