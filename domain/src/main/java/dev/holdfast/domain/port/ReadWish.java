package dev.holdfast.domain.port;

import dev.holdfast.domain.event.EventId;
import dev.holdfast.domain.hold.HoldToken;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which objects a transaction needs.
 *
 * @param events one wish an event, ascending
 */
public record ReadWish(List<OfEvent> events) {
  public ReadWish {
    events = List.copyOf(events);
  }

  /**
   * What is needed of one event.
   *
   * @param objects labels of seats or keys of areas: for each, the seat's row if it has one, the
   *     area's row if it has one, and of that area the records of {@code tokens}, held or taken,
   *     and all held records whose deadline has passed
   * @param tokens whose area records are needed, and whose live holdings are to be counted
   * @param wholeTokens of these tokens also every held seat and every area record (with its area),
   *     whatever its name
   * @param wholeAreas of these areas every record
   */
  public record OfEvent(
      EventId event,
      Set<String> objects,
      Set<HoldToken> tokens,
      Set<HoldToken> wholeTokens,
      Set<String> wholeAreas) {
    public OfEvent {
      objects = new TreeSet<>(objects);
      tokens = new TreeSet<>(tokens);
      wholeTokens = new TreeSet<>(wholeTokens);
      wholeAreas = new TreeSet<>(wholeAreas);
    }

    /** Needs nothing yet. */
    public static OfEvent none(EventId event) {
      return new OfEvent(event, Set.of(), Set.of(), Set.of(), Set.of());
    }

    /** Needs both. */
    public OfEvent and(OfEvent other) {
      return new OfEvent(
          event,
          union(objects, other.objects),
          union(tokens, other.tokens),
          union(wholeTokens, other.wholeTokens),
          union(wholeAreas, other.wholeAreas));
    }

    private static <T extends Comparable<? super T>> Set<T> union(
        Collection<T> one, Collection<T> two) {
      Set<T> both = new TreeSet<>(one);
      both.addAll(two);
      return both;
    }
  }
}
