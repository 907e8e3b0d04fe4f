package dev.holdfast.app.history;

import dev.holdfast.app.history.Violation.Kind;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A token of which was answered that it is over does nothing more, and holds nothing. */
final class Endings {
  private final History history;
  private final Findings findings;
  private final Map<String, Ending> done = new HashMap<>();

  private Endings(History history, Findings findings) {
    this.history = history;
    this.findings = findings;
    for (Ending each : history.endings()) {
      if (each.end() != Long.MAX_VALUE) {
        done.merge(each.token(), each, (one, other) -> one.end() < other.end() ? one : other);
      }
    }
  }

  static void check(History history, Findings findings) {
    Endings endings = new Endings(history, findings);
    history.journal().stream().filter(Line::isActed).forEach(endings::line);
    history.calls().stream()
        .filter(call -> call.deed() == Deed.LOOK && call.result() == Result.DONE)
        .forEach(endings::look);
  }

  private @Nullable Ending of(Sight sight) {
    return sight.token() == null ? null : done.get(sight.token());
  }

  private void line(Line line) {
    Ending ending = of(line.sight());
    Instant at = line.sight().at();
    if (ending != null && at != null && at.isAfter(history.latest(ending.end()))) {
      findings.add(Kind.LATE, line.sight().object(), line + " after the " + ending);
    }
  }

  private void look(Call look) {
    for (Sight sight : look.sights()) {
      Ending ending = of(sight);
      if (ending != null && sight.standing() == Standing.HELD && look.start() > ending.end()) {
        findings.add(Kind.LATE, sight.object(), look + " shows a hold after the " + ending);
      }
    }
  }
}
