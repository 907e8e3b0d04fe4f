package dev.holdfast.domain.simulation;

import dev.holdfast.domain.chart.SeatingPlan;
import dev.holdfast.domain.hold.HoldToken;
import dev.holdfast.domain.hold.TokenTerm;
import dev.holdfast.domain.journal.JournalEntry;
import dev.holdfast.domain.journal.JournalKind;
import dev.holdfast.domain.seat.ExtraData;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * How an event stands after some of its journal, as one reads it who sees nothing else. Immutable.
 *
 * @param seats those that are not free, by label
 * @param places held ones, lapsed ones included, by hold
 * @param taken places of each area
 * @param versions of whatever was touched
 */
record Standing(
    Map<String, Seat> seats,
    Map<Long, Places> places,
    Map<String, Integer> taken,
    Map<String, Long> versions) {
  static final Standing EMPTY = new Standing(Map.of(), Map.of(), Map.of(), Map.of());

  /**
   * A seat that is not free.
   *
   * @param until null when it is taken
   */
  record Seat(HoldToken token, @Nullable Instant until, ExtraData extraData) {
    boolean isTaken() {
      return until == null;
    }

    boolean liveAt(Instant now) {
      return until == null || now.isBefore(until);
    }
  }

  /** Places under one hold. */
  record Places(
      String area,
      HoldToken token,
      @Nullable String category,
      int quantity,
      Instant until,
      ExtraData extraData) {
    boolean liveAt(Instant now) {
      return now.isBefore(until);
    }
  }

  Standing after(JournalEntry entry) {
    Map<String, Seat> newSeats = new TreeMap<>(seats);
    Map<Long, Places> newPlaces = new TreeMap<>(places);
    Map<String, Integer> newTaken = new TreeMap<>(taken);
    Map<String, Long> newVersions = new HashMap<>(versions);
    newVersions.put(entry.object(), entry.version());
    if (entry.area()) {
      apply(entry, newPlaces, newTaken);
    } else {
      apply(entry, newSeats);
    }
    return new Standing(newSeats, newPlaces, newTaken, newVersions);
  }

  private static void apply(JournalEntry entry, Map<String, Seat> seats) {
    HoldToken token = Objects.requireNonNull(entry.token());
    switch (entry.kind()) {
      case HELD, EXTENDED ->
          seats.put(entry.object(), new Seat(token, entry.until(), entry.extraData()));
      case BOOKED -> seats.put(entry.object(), new Seat(token, null, entry.extraData()));
      case RELEASED, EXPIRED -> seats.remove(entry.object());
      case CHANGED, TAGGED -> throw new AssertionError("nobody asks for it: " + entry);
    }
  }

  private static void apply(
      JournalEntry entry, Map<Long, Places> places, Map<String, Integer> taken) {
    boolean wasHeld = entry.previous().equals("held");
    int change = entry.kind() == JournalKind.HELD ? entry.quantity() : -entry.quantity();
    switch (entry.kind()) {
      case EXTENDED ->
          places.computeIfPresent(
              entry.hold(),
              (_, p) ->
                  new Places(
                      p.area,
                      p.token,
                      p.category,
                      p.quantity,
                      Objects.requireNonNull(entry.until()),
                      p.extraData));
      case HELD -> add(entry, places, change);
      case BOOKED -> {
        if (wasHeld) {
          add(entry, places, change);
        }
        taken.merge(entry.object(), entry.quantity(), Integer::sum);
      }
      case RELEASED, EXPIRED -> {
        if (wasHeld) {
          add(entry, places, change);
        } else {
          taken.merge(entry.object(), change, Integer::sum);
        }
      }
      case CHANGED, TAGGED -> throw new AssertionError("nobody asks for it: " + entry);
    }
  }

  private static void add(JournalEntry entry, Map<Long, Places> places, int change) {
    Places before = places.get(entry.hold());
    int quantity = change + (before == null ? 0 : before.quantity);
    if (quantity <= 0) {
      places.remove(entry.hold());
    } else {
      places.put(
          entry.hold(),
          new Places(
              entry.object(),
              Objects.requireNonNull(entry.token()),
              entry.category(),
              quantity,
              before == null ? Objects.requireNonNull(entry.until()) : before.until,
              entry.kind() == JournalKind.HELD || before == null
                  ? entry.extraData()
                  : before.extraData));
    }
  }

  long version(String object) {
    return versions.getOrDefault(object, 0L);
  }

  /** Places the token holds live in an area, whatever the category. */
  int places(HoldToken token, String area, Instant now) {
    return places.values().stream()
        .filter(p -> p.area.equals(area) && p.token.equals(token) && p.liveAt(now))
        .mapToInt(Places::quantity)
        .sum();
  }

  /** Whether the token holds the seat, or anything of the area. */
  boolean holds(HoldToken token, String object, Instant now) {
    return holdsSeat(token, object, now) || places(token, object, now) > 0;
  }

  boolean holdsSeat(HoldToken token, String object, Instant now) {
    Seat seat = seats.get(object);
    return seat != null && !seat.isTaken() && seat.token.equals(token) && seat.liveAt(now);
  }

  /** Places for the taking; none when a republished layout has fewer than are gone. */
  int free(String area, int capacity, Instant now) {
    return Math.max(0, capacity - used(area, now));
  }

  /** Places held live or taken. */
  int used(String area, Instant now) {
    return sum(area, p -> p.liveAt(now)) + taken.getOrDefault(area, 0);
  }

  /** The same, with those whose hold is over and not ended yet. */
  int occupied(String area) {
    return sum(area, _ -> true) + taken.getOrDefault(area, 0);
  }

  private int sum(String area, Predicate<Places> which) {
    return places.values().stream()
        .filter(p -> p.area.equals(area) && which.test(p))
        .mapToInt(Places::quantity)
        .sum();
  }

  /** How many holds of the token are live. */
  long holdings(HoldToken token, Instant now) {
    long seatsHeld = seats.keySet().stream().filter(s -> holdsSeat(token, s, now)).count();
    return seatsHeld
        + places.values().stream().filter(p -> p.token.equals(token) && p.liveAt(now)).count();
  }

  /** How many holds of the token there are, lapsed ones included. */
  long left(HoldToken token) {
    return seats.values().stream().filter(s -> !s.isTaken() && s.token().equals(token)).count()
        + places.values().stream().filter(p -> p.token().equals(token)).count();
  }

  /**
   * One look at an event.
   *
   * @param terms of the workspace's tokens that have one
   * @param moment of their history
   * @param layout it sells by; null when there is no such event
   */
  record Scene(
      Standing standing,
      Instant now,
      TermHistory terms,
      long moment,
      @Nullable SeatingPlan layout) {
    /** Whether nothing happened and no time passed; what does not change is never copied. */
    @SuppressWarnings("ReferenceEquality")
    boolean isSameAs(Scene other) {
      return standing == other.standing
          && moment == other.moment
          && layout == other.layout
          && now.equals(other.now);
    }

    boolean hasTerm(HoldToken token) {
      return terms.at(token, moment) != null;
    }

    boolean isOver(HoldToken token) {
      TokenTerm term = terms.at(token, moment);
      return term != null && !term.liveAt(now);
    }

    /** Whether nothing keeps the token from the seat. */
    boolean isFreeFor(HoldToken token, String label) {
      Seat seat = standing.seats.get(label);
      return seat == null || !seat.liveAt(now) || (!seat.isTaken() && seat.token().equals(token));
    }

    boolean holds(HoldToken token, String object) {
      return !isOver(token) && standing.holds(token, object, now);
    }
  }
}
