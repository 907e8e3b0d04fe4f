package dev.holdfast.domain.port;

import dev.holdfast.domain.event.EventId;
import dev.holdfast.domain.hold.HoldToken;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * Which objects a transaction needs.
 *
 * @param events one wish an event, ascending
 */
public record ReadWish(List<OfEvent> events) {
  /** Most lapsed records that come with an area's key: those that lapsed first. */
  public static final int LAPSED_RECORDS = 500;

  /** Most records that come with a whole area. */
  public static final int AREA_RECORDS = 1_000;

  public ReadWish {
    events = List.copyOf(events);
  }

  /**
   * What is needed of one event.
   *
   * @param objects labels of seats or keys of areas: for each, the seat's row if it has one, the
   *     area's row if it has one, and of that area the records of {@code tokens}, held or taken,
   *     and those held records whose deadline has passed first, at most {@link #LAPSED_RECORDS}
   * @param tokens whose area records are needed, and whose live holdings are to be counted
   * @param wholeTokens of these tokens also every held seat and every area record (with its area),
   *     whatever its name
   * @param wholeAreas of these areas every record, at most {@link #AREA_RECORDS}: taken ones first,
   *     then held ones, the latest deadline first, so that lapsed ones come last
   * @param records numbers of area records
   * @param keys numbers of the API keys whose live holdings are to be counted
   * @param seats labels of which it is known that they are seats': for each, the seat's row if it
   *     has one, and nothing else
   * @param whole every row of the event: all seats that have one, all areas, and of the areas
   *     nothing else
   */
  public record OfEvent(
      EventId event,
      Set<String> objects,
      Set<HoldToken> tokens,
      Set<HoldToken> wholeTokens,
      Set<String> wholeAreas,
      Set<Long> records,
      Set<Long> keys,
      Set<String> seats,
      boolean whole) {
    public OfEvent {
      objects = ascending(objects);
      tokens = ascending(tokens);
      wholeTokens = ascending(wholeTokens);
      wholeAreas = ascending(wholeAreas);
      records = ascending(records);
      keys = ascending(keys);
      seats = ascending(seats);
    }

    /** Needs no key counted. */
    public OfEvent(
        EventId event,
        Set<String> objects,
        Set<HoldToken> tokens,
        Set<HoldToken> wholeTokens,
        Set<String> wholeAreas,
        Set<Long> records) {
      this(event, objects, tokens, wholeTokens, wholeAreas, records, Set.of(), Set.of(), false);
    }

    /** Needs no record by its number. */
    public OfEvent(
        EventId event,
        Set<String> objects,
        Set<HoldToken> tokens,
        Set<HoldToken> wholeTokens,
        Set<String> wholeAreas) {
      this(event, objects, tokens, wholeTokens, wholeAreas, Set.of());
    }

    /** Needs nothing yet. */
    public static OfEvent none(EventId event) {
      return new OfEvent(event, Set.of(), Set.of(), Set.of(), Set.of());
    }

    /** Needs what any of these needs, which are all of one event. */
    public static OfEvent all(EventId event, List<OfEvent> wishes) {
      return wishes.size() == 1
          ? wishes.getFirst()
          : new OfEvent(
              event,
              union(wishes, OfEvent::objects),
              union(wishes, OfEvent::tokens),
              union(wishes, OfEvent::wholeTokens),
              union(wishes, OfEvent::wholeAreas),
              union(wishes, OfEvent::records),
              union(wishes, OfEvent::keys),
              union(wishes, OfEvent::seats),
              wishes.stream().anyMatch(OfEvent::whole));
    }

    /** Needs these keys counted, and all else as it is. */
    public OfEvent counting(Set<Long> theseKeys) {
      return new OfEvent(
          event, objects, tokens, wholeTokens, wholeAreas, records, theseKeys, seats, whole);
    }

    /** Needs these seats, and all else as it is. */
    public OfEvent withSeats(Set<String> labels) {
      return new OfEvent(
          event, objects, tokens, wholeTokens, wholeAreas, records, keys, labels, whole);
    }

    /** Needs every row of the event, and all else as it is. */
    public OfEvent withAll() {
      return new OfEvent(
          event, objects, tokens, wholeTokens, wholeAreas, records, keys, seats, true);
    }

    private static <T> Set<T> union(List<OfEvent> wishes, Function<OfEvent, Set<T>> part) {
      Set<T> all = new HashSet<>();
      wishes.forEach(each -> all.addAll(part.apply(each)));
      return all;
    }

    private static <T extends Comparable<? super T>> Set<T> ascending(Set<T> some) {
      return some.isEmpty() ? Set.of() : Collections.unmodifiableSet(new TreeSet<>(some));
    }
  }
}
