package dev.holdfast.domain.simulation;

import dev.holdfast.domain.hold.HoldToken;
import dev.holdfast.domain.journal.JournalEntry;
import dev.holdfast.domain.journal.JournalKind;
import dev.holdfast.domain.seat.ExtraData;
import dev.holdfast.domain.seat.SeatState.Free;
import dev.holdfast.domain.seat.SeatState.Taken;
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
 * @param taken places that were taken alike
 * @param versions of whatever was touched
 */
record Standing(
    Map<String, Seat> seats,
    Map<Long, Places> places,
    Map<Sold, Integer> taken,
    Map<String, Long> versions) {
  static final Standing EMPTY = new Standing(Map.of(), Map.of(), Map.of(), Map.of());

  /**
   * What hangs on a seat.
   *
   * @param extraData null when the journal does not tell
   */
  record Hangs(
      @Nullable String order, @Nullable String ticketType, @Nullable ExtraData extraData) {}

  /**
   * A seat that is not free.
   *
   * @param word of its state
   * @param until null when it is taken
   * @param hangs null when the journal does not tell, as of what went back on resale
   * @param offered whether it is on resale, or goes back there
   */
  record Seat(
      String word,
      @Nullable HoldToken token,
      @Nullable Instant until,
      @Nullable Hangs hangs,
      boolean offered) {
    /** On resale again, after a hold or a sale has ended. */
    static final Seat BACK_ON_RESALE = new Seat(Taken.RESALE, null, null, null, true);

    boolean isTaken() {
      return until == null;
    }

    boolean heldBy(HoldToken other) {
      return !isTaken() && other.equals(token);
    }

    boolean heldAt(Instant now) {
      return until != null && now.isBefore(until);
    }

    /** As it counts: a hold whose deadline has passed is over; null when it is free then. */
    @Nullable Seat at(Instant now) {
      return until == null || now.isBefore(until) ? this : ended();
    }

    /** What is left of it when it is given up; null when it is free then. */
    @Nullable Seat ended() {
      return offered && !word.equals(Taken.RESALE) ? BACK_ON_RESALE : null;
    }
  }

  /** Places taken alike. */
  record Sold(String area, @Nullable HoldToken token, String word) {}

  /** Places under one hold. */
  record Places(
      String area,
      HoldToken token,
      @Nullable String category,
      @Nullable String ticketType,
      int quantity,
      Instant until,
      ExtraData extraData) {
    boolean liveAt(Instant now) {
      return now.isBefore(until);
    }

    Places with(int other) {
      return new Places(area, token, category, ticketType, other, until, extraData);
    }
  }

  Standing after(JournalEntry entry) {
    Map<String, Seat> newSeats = new TreeMap<>(seats);
    Map<Long, Places> newPlaces = new TreeMap<>(places);
    Map<Sold, Integer> newTaken = new HashMap<>(taken);
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
    Seat before = seats.get(entry.object());
    boolean left = entry.kind() == JournalKind.RELEASED || entry.kind() == JournalKind.EXPIRED;
    if (entry.status().equals(Free.WORD)) {
      seats.remove(entry.object());
    } else if (left) {
      seats.put(entry.object(), Seat.BACK_ON_RESALE);
    } else {
      Hangs hangs = new Hangs(entry.order(), entry.ticketType(), entry.extraData());
      boolean offered = entry.status().equals(Taken.RESALE) || (before != null && before.offered());
      seats.put(
          entry.object(), new Seat(entry.status(), entry.token(), entry.until(), hangs, offered));
    }
  }

  private static void apply(
      JournalEntry entry, Map<Long, Places> places, Map<Sold, Integer> taken) {
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
                      p.ticketType,
                      p.quantity,
                      Objects.requireNonNull(entry.until()),
                      p.extraData));
      case HELD -> add(entry, places, change);
      case BOOKED -> {
        if (wasHeld) {
          add(entry, places, change);
        }
        taken.merge(sold(entry, entry.status()), entry.quantity(), Integer::sum);
      }
      case RELEASED, EXPIRED -> {
        if (wasHeld) {
          add(entry, places, change);
        } else {
          taken.merge(sold(entry, entry.previous()), change, Integer::sum);
        }
      }
      case CHANGED, TAGGED -> throw new AssertionError("nobody asks for it: " + entry);
    }
  }

  private static Sold sold(JournalEntry entry, String word) {
    return new Sold(entry.object(), entry.token(), word);
  }

  private static void add(JournalEntry entry, Map<Long, Places> places, int change) {
    Places before = places.get(entry.hold());
    int quantity = change + (before == null ? 0 : before.quantity);
    if (quantity <= 0) {
      places.remove(entry.hold());
    } else if (before != null && entry.kind() != JournalKind.HELD) {
      // What goes may be another kind of ticket from then on; what stays is what it was.
      places.put(entry.hold(), before.with(quantity));
    } else {
      places.put(
          entry.hold(),
          new Places(
              entry.object(),
              Objects.requireNonNull(entry.token()),
              entry.category(),
              entry.ticketType(),
              quantity,
              before == null ? Objects.requireNonNull(entry.until()) : before.until,
              entry.extraData()));
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
    Seat seat = seat(object, now);
    return seat != null && seat.heldBy(token);
  }

  /** A seat as it counts at an instant; null when it is free. */
  @Nullable Seat seat(String label, Instant now) {
    Seat seat = seats.get(label);
    return seat == null ? null : seat.at(now);
  }

  /** Places for the taking; none when a republished layout has fewer than are gone. */
  int free(String area, int capacity, Instant now) {
    return Math.max(0, capacity - used(area, now));
  }

  /** Places held live or taken. */
  int used(String area, Instant now) {
    return sum(area, p -> p.liveAt(now)) + taken(area);
  }

  /** The same, with those whose hold is over and not ended yet. */
  int occupied(String area) {
    return sum(area, _ -> true) + taken(area);
  }

  private int taken(String area) {
    return taken.entrySet().stream()
        .filter(each -> each.getKey().area().equals(area))
        .mapToInt(Map.Entry::getValue)
        .sum();
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
    return seats.values().stream().filter(s -> s.heldBy(token)).count()
        + places.values().stream().filter(p -> p.token().equals(token)).count();
  }
}
