package dev.holdfast.app.history;

import dev.holdfast.app.history.Violation.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** One look at the event, against what the journal says it was at that number. */
final class PictureCheck {
  private final History history;
  private final Call look;
  private final Findings findings;
  private final Map<String, List<Sight>> shown = new HashMap<>();

  PictureCheck(History history, Call look, Findings findings) {
    this.history = history;
    this.look = look;
    this.findings = findings;
    for (Sight sight : look.sights()) {
      shown.computeIfAbsent(sight.object(), _ -> new ArrayList<>()).add(sight);
    }
  }

  /** Compares it with all seats that were ever touched, and with all areas. */
  void check(Map<String, Sight> seats, Map<String, Places> areas) {
    seats.forEach((object, sight) -> {
      if (!showsSeat(shown.getOrDefault(object, List.of()), sight)) {
        findings.add(Kind.PICTURE, object, look + " shows " + shown.get(object) + ": " + sight);
      }
    });
    areas.forEach((area, places) -> {
      if (!showsPlaces(shown.getOrDefault(area, List.of()), places)) {
        findings.add(Kind.PICTURE, area, look + " shows " + shown.get(area) + ": " + places);
      }
    });
    shown.keySet().stream()
        .filter(object -> !areas.containsKey(object) && !seats.containsKey(object))
        .forEach(object -> findings.add(Kind.PICTURE, object, "only seen by " + look));
    look.sights().stream()
        .filter(sight -> history.mustHavePassed(sight.until(), look.start()))
        .forEach(sight -> findings.add(Kind.PICTURE, sight.object(), look + " shows " + sight));
  }

  /** What has lapsed is not shown, ended or not. */
  private boolean showsSeat(List<Sight> shown, Sight sight) {
    if (shown.isEmpty()) {
      return sight.standing() == Standing.FREE
          || (sight.standing() == Standing.HELD
              && history.mayHavePassed(sight.until(), look.end()));
    }
    return shown.size() == 1
        && shown.getFirst().version() == sight.version()
        && shown.getFirst().standing() == sight.standing();
  }

  private boolean showsPlaces(List<Sight> shown, Places places) {
    Set<String> holders =
        shown.stream()
            .filter(sight -> sight.standing() == Standing.HELD)
            .map(sight -> String.valueOf(sight.token()))
            .collect(Collectors.toSet());
    int sold =
        shown.stream()
            .filter(sight -> sight.standing() == Standing.BOOKED)
            .mapToInt(Sight::quantity)
            .sum();
    boolean same =
        shown.stream()
            .allMatch(sight ->
                sight.version() == places.version()
                    && (sight.standing() == Standing.BOOKED
                        || places.heldBy(String.valueOf(sight.token())) == sight.quantity()));
    return same
        && sold == places.sold()
        && places.deadlines().entrySet().stream()
            .allMatch(each ->
                holders.contains(each.getKey())
                    || history.mayHavePassed(each.getValue(), look.end()));
  }
}
