package dev.holdfast.app.history;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;

/** What each object was from when to when, by the journal and the ledger's clock. */
final class Spans {
  private final Map<String, List<Line>> seats = new HashMap<>();
  private final Map<String, List<Taken>> areas = new HashMap<>();

  /** How many places of an area were held or booked from then on. */
  private record Taken(Instant from, int places) {}

  Spans(History history) {
    for (Line line : history.journal()) {
      String object = line.sight().object();
      if (line.area()) {
        List<Taken> taken = areas.computeIfAbsent(object, _ -> new ArrayList<>());
        int before = taken.isEmpty() ? 0 : taken.getLast().places;
        taken.add(new Taken(at(line), before + more(line)));
      } else {
        seats.computeIfAbsent(object, _ -> new ArrayList<>()).add(line);
      }
    }
  }

  private static Instant at(Line line) {
    return Objects.requireNonNullElse(line.sight().at(), Instant.MIN);
  }

  private static int more(Line line) {
    int places = line.sight().quantity();
    return switch (line.kind()) {
      case "held" -> places;
      case "booked" -> line.previous() == Standing.FREE ? places : 0;
      case "released", "expired" -> -places;
      default -> 0;
    };
  }

  /** Whether a seat may have been so at some moment; one that nobody touched is not asked about. */
  boolean mayHaveBeen(String seat, Predicate<Sight> so, Instant from, Instant to) {
    List<Line> lines = seats.getOrDefault(seat, List.of());
    for (int n = 0; n < lines.size(); n++) {
      Instant until = n + 1 < lines.size() ? at(lines.get(n + 1)) : Instant.MAX;
      boolean meets = !at(lines.get(n)).isAfter(to) && !until.isBefore(from);
      if (meets && so.test(lines.get(n).sight())) {
        return true;
      }
    }
    return false;
  }

  /** The most places of an area that can have been held or booked at some moment. */
  int mostTaken(String area, Instant from, Instant to) {
    List<Taken> taken = areas.getOrDefault(area, List.of());
    int most = 0;
    for (int n = 0; n < taken.size(); n++) {
      Instant until = n + 1 < taken.size() ? taken.get(n + 1).from : Instant.MAX;
      if (!taken.get(n).from.isAfter(to) && !until.isBefore(from)) {
        most = Math.max(most, taken.get(n).places);
      }
    }
    return most;
  }
}
