package dev.holdfast.domain.decision;

import dev.holdfast.domain.event.EventId;
import dev.holdfast.domain.port.ReadWish;
import dev.holdfast.domain.refusal.Outcome;
import dev.holdfast.domain.refusal.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Several changes of one event or of many, in order, all or nothing: one sale over several nights,
 * or a batch in which the same object may stand more than once (seats.io dialect, sections 15.1 and
 * 15.2). It needs a transaction of its own, because a change that is refused takes back those
 * before it.
 *
 * @param changes at least one; together at most {@link Change#MAX_TARGETS} objects
 */
public record Step(List<Change> changes) {
  public Step {
    changes = List.copyOf(changes);
    if (changes.isEmpty()) {
      throw new IllegalArgumentException("a step has changes");
    }
  }

  /** The events it changes. */
  public NavigableSet<EventId> events() {
    NavigableSet<EventId> events = new TreeSet<>();
    changes.forEach(change -> events.add(change.event()));
    return events;
  }

  /** What it has to see, by ascending event. */
  public Map<EventId, ReadWish.OfEvent> reads() {
    Map<EventId, List<ReadWish.OfEvent>> parts = new TreeMap<>();
    for (Change each : changes) {
      parts.computeIfAbsent(each.event(), _ -> new ArrayList<>()).add(each.reads());
    }
    Map<EventId, ReadWish.OfEvent> reads = new TreeMap<>();
    parts.forEach((event, wishes) -> reads.put(event, ReadWish.OfEvent.all(event, wishes)));
    return reads;
  }

  /**
   * Whether more lapsed holds stand in its way than one transaction reads; see {@link
   * Command#clearsTheWay}.
   */
  public boolean clearsTheWay(Map<EventId, EventDesk> desks) {
    boolean cleared = false;
    for (Change each : changes) {
      cleared |= each.clearsTheWay(desk(desks, each));
    }
    return cleared;
  }

  /**
   * Accepts and changes the desks, or refuses; then the desks may be changed as well, and nothing
   * of them may be written.
   *
   * @return what each change came to, in order
   */
  public Outcome<List<List<ChangedObject>>> decide(Map<EventId, EventDesk> desks) {
    List<List<ChangedObject>> changed = new ArrayList<>();
    for (Change each : changes) {
      switch (each.decide(desk(desks, each))) {
        case Outcome.Accepted<List<ChangedObject>>(List<ChangedObject> objects) ->
            changed.add(objects);
        case Outcome.Refused<List<ChangedObject>>(List<Refusal> reasons) -> {
          return Outcome.refused(reasons);
        }
        case Outcome.Repeated<List<ChangedObject>> _ ->
            throw new IllegalStateException("a decision knows nothing of repetitions");
      }
    }
    return Outcome.accepted(changed);
  }

  private static EventDesk desk(Map<EventId, EventDesk> desks, Change change) {
    return Objects.requireNonNull(desks.get(change.event()), "an event that was not locked");
  }
}
