package dev.holdfast.app.history;

import dev.holdfast.app.history.Violation.Kind;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/**
 * The journal by itself, and against what callers were told: no gap, no effect before its cause,
 * places that add up, and every picture as it was at its number.
 */
final class JournalCheck {
  private final History history;
  private final Findings findings;
  private final Map<String, Sight> seats = new HashMap<>();
  private final Map<String, Places> areas = new HashMap<>();
  private final PlacesTold told;

  JournalCheck(History history, Findings findings) {
    this.history = history;
    this.findings = findings;
    this.told = new PlacesTold(history, findings);
    history
        .capacities()
        .forEach((area, capacity) -> areas.put(area, new Places(history, capacity)));
  }

  void check() {
    Deque<Call> looks =
        new ArrayDeque<>(
            history.calls().stream()
                .filter(call -> call.deed() == Deed.LOOK && call.result() == Result.DONE)
                .sorted(Comparator.comparingLong(Call::seq))
                .toList());
    long seq = 0;
    for (Line line : history.journal()) {
      pictures(looks, seq);
      seq++;
      if (line.seq() != seq) {
        findings.add(Kind.JOURNAL, line.sight().object(), "line " + line.seq() + " at " + seq);
        return;
      }
      apply(line);
    }
    pictures(looks, seq);
    for (Call look : looks) {
      findings.add(Kind.LOST, "journal", "it ends at " + seq + ", but there was a " + look);
    }
    acknowledged();
    told.checkRest();
  }

  private void apply(Line line) {
    String object = line.sight().object();
    Places places = areas.get(object);
    if (places != null) {
      places.apply(line).ifPresent(wrong -> findings.add(Kind.PLACES, object, line + ": " + wrong));
      told.compare(line, places);
      return;
    }
    Sight before = seats.getOrDefault(object, Sight.free(object, 0, null));
    if (line.sight().version() != before.version() + 1 || line.previous() != before.standing()) {
      findings.add(Kind.JOURNAL, object, line + " comes after " + before);
    }
    boolean lapsed = line.kind().equals("expired") && before.until() != null;
    Instant at = line.sight().at();
    if (lapsed
        && at != null
        && at.isBefore(before.until())
        && !history.mayHaveEnded(before.token(), at)) {
      findings.add(Kind.CUT_SHORT, object, line + " lapsed before " + before.until());
    }
    seats.put(object, line.sight());
  }

  private void pictures(Deque<Call> looks, long seq) {
    while (!looks.isEmpty() && looks.getFirst().seq() == seq) {
      new PictureCheck(history, looks.removeFirst(), findings).check(seats, areas);
    }
  }

  /** What was answered as done to a seat is in the journal. */
  private void acknowledged() {
    for (Call call : history.calls()) {
      for (Sight sight : call.sights()) {
        Sight last = seats.getOrDefault(sight.object(), Sight.free(sight.object(), 0, null));
        if (!history.isArea(sight.object()) && sight.version() > last.version()) {
          String told = "the journal ends with " + last.version() + ", but " + call;
          findings.add(Kind.LOST, sight.object(), told + " was told " + sight.version());
        }
      }
    }
  }
}
