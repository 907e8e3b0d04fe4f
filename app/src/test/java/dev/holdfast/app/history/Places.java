package dev.holdfast.app.history;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One area while its journal is read: who holds how many places, and how many are sold. */
final class Places {
  private record Holding(int places, Instant until) {}

  private final History history;
  private final int capacity;
  private final Map<String, Holding> held = new HashMap<>();
  private int sold;
  private long version;

  Places(History history, int capacity) {
    this.history = history;
    this.capacity = capacity;
  }

  long version() {
    return version;
  }

  int sold() {
    return sold;
  }

  int heldBy(String token) {
    Holding holding = held.get(token);
    return holding == null ? 0 : holding.places();
  }

  /** Until when each token holds something. */
  Map<String, Instant> deadlines() {
    return held.entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, each -> each.getValue().until()));
  }

  @Override
  public String toString() {
    return "version " + version + ", held " + held + ", booked " + sold;
  }

  /** Carries out a line; what is wrong with it, if anything. */
  Optional<String> apply(Line line) {
    Sight sight = line.sight();
    if (sight.version() != version + 1) {
      return Optional.of("version " + sight.version() + " after " + version);
    }
    version = sight.version();
    String wrong =
        switch (line.kind()) {
          case "held" -> hold(sight);
          case "extended" -> extend(sight);
          case "booked" -> line.previous() == Standing.FREE ? sell(sight) : book(sight);
          case "released" -> line.previous() == Standing.HELD ? give(sight) : refund(sight);
          case "expired" -> lapse(sight);
          default -> "nobody knows " + line.kind();
        };
    int places = held.values().stream().mapToInt(Holding::places).sum();
    if (wrong.isEmpty() && (sold < 0 || places + sold > capacity)) {
      wrong = places + " held and " + sold + " booked of " + capacity;
    }
    return wrong.isEmpty() ? Optional.empty() : Optional.of(wrong);
  }

  private static String token(Sight sight) {
    return String.valueOf(sight.token());
  }

  private static Instant time(@Nullable Instant told, Instant otherwise) {
    return told == null ? otherwise : told;
  }

  private String hold(Sight sight) {
    Holding more = new Holding(sight.quantity(), time(sight.until(), Instant.MAX));
    held.merge(
        token(sight),
        more,
        (old, added) -> new Holding(old.places() + added.places(), added.until()));
    return "";
  }

  private String extend(Sight sight) {
    Holding holding = held.get(token(sight));
    if (holding == null || holding.places() != sight.quantity()) {
      return "extends what it does not hold";
    }
    held.put(token(sight), new Holding(holding.places(), time(sight.until(), Instant.MAX)));
    return isLate(holding, sight) ? "extends after its deadline" : "";
  }

  private String sell(Sight sight) {
    sold += sight.quantity();
    return "";
  }

  private String book(Sight sight) {
    sold += sight.quantity();
    return take(sight, true);
  }

  private String give(Sight sight) {
    return take(sight, true);
  }

  private String refund(Sight sight) {
    sold -= sight.quantity();
    return "";
  }

  private String lapse(Sight sight) {
    Holding holding = held.get(token(sight));
    if (holding != null
        && time(sight.at(), Instant.MAX).isBefore(holding.until())
        && !history.mayHaveEnded(sight.token(), sight.at())) {
      return "lapsed before its deadline";
    }
    return take(sight, false);
  }

  private String take(Sight sight, boolean inTime) {
    Holding holding = held.get(token(sight));
    if (holding == null || holding.places() < sight.quantity()) {
      return "ends what it does not hold";
    }
    if (holding.places() == sight.quantity()) {
      held.remove(token(sight));
    } else {
      held.put(token(sight), new Holding(holding.places() - sight.quantity(), holding.until()));
    }
    return inTime && isLate(holding, sight) ? "acts after its deadline" : "";
  }

  private static boolean isLate(Holding holding, Sight sight) {
    return time(sight.at(), Instant.MIN).isAfter(holding.until());
  }
}
