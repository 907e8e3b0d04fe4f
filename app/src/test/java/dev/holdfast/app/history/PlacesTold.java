package dev.holdfast.app.history;

import dev.holdfast.app.history.Violation.Kind;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What callers were told of places, against the lines of the journal. */
final class PlacesTold {
  private final Findings findings;
  private final Map<String, Map<Long, Seen>> told = new HashMap<>();
  private final Map<String, Wishes> wishes = new HashMap<>();

  PlacesTold(History history, Findings findings) {
    this.findings = findings;
    Map<String, List<Seen>> seen = Seen.byObject(history);
    for (String area : history.capacities().keySet()) {
      Map<Long, Seen> byVersion = new HashMap<>();
      List<Seen> ofArea = seen.getOrDefault(area, List.of());
      for (Seen each : ofArea) {
        if (each.wrote()) {
          Seen other = byVersion.put(each.sight().version(), each);
          if (other != null) {
            findings.add(Kind.SPLIT, area, other + ", and " + each);
          }
        }
      }
      told.put(area, byVersion);
      List<Call> asked =
          history.calls().stream().filter(call -> call.objects().contains(area)).toList();
      wishes.put(area, new Wishes(asked, ofArea));
    }
  }

  /** Compares a line, which has been applied to the places, with what somebody was told of it. */
  void compare(Line line, Places places) {
    String area = line.sight().object();
    Seen seen = Objects.requireNonNull(told.get(area)).remove(line.sight().version());
    if (seen == null) {
      asked(line);
      return;
    }
    Sight sight = seen.sight();
    boolean same =
        switch (seen.call().deed()) {
          case HOLD ->
              line.kind().equals("held") && places.heldBy(seen.call().token()) == sight.quantity();
          case EXTEND -> line.kind().equals("extended");
          case BOOK -> line.kind().equals("booked") && line.sight().quantity() == sight.quantity();
          case RELEASE, FREE -> line.kind().equals("released");
          // What these are told is the line itself.
          case RESERVE -> line.kind().equals("held");
          case TAKE -> line.kind().equals("booked");
          case LOOK -> false;
        };
    boolean theirs =
        seen.call().token().isEmpty() || seen.call().token().equals(line.sight().token());
    if (!same || !theirs) {
      findings.add(Kind.PLACES, area, seen + " of " + sight.quantity() + ", but " + line);
    }
  }

  /** One release may write several lines, of which the last is told; others write one each. */
  private void asked(Line line) {
    Deed deed =
        switch (line.kind()) {
          case "held" -> Deed.HOLD;
          case "extended" -> Deed.EXTEND;
          case "booked" -> Deed.BOOK;
          default -> Deed.LOOK;
        };
    if (deed == Deed.LOOK) {
      return;
    }
    Wishes here = Objects.requireNonNull(wishes.get(line.sight().object()));
    String token = String.valueOf(line.sight().token());
    if (here.take(deed, token, Long.MAX_VALUE).isEmpty()) {
      findings.add(Kind.UNASKED, line.sight().object(), line + ", and nobody asked");
    }
  }

  /** What was told and is in no line. */
  void checkRest() {
    told.forEach((area, rest) ->
        rest.values().forEach(seen -> findings.add(Kind.LOST, area, seen + ": no line says so")));
  }
}
