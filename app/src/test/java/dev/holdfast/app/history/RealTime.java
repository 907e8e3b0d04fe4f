package dev.holdfast.app.history;

import dev.holdfast.app.history.Violation.Kind;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Versions only grow: nobody is shown less than what was shown before he asked. */
final class RealTime {
  private static final Comparator<Seen> BY_START =
      Comparator.comparingLong(seen -> seen.call().start());

  private final String object;
  private final List<Call> asked;
  private final Findings findings;

  private RealTime(String object, List<Call> asked, Findings findings) {
    this.object = object;
    this.asked = asked;
    this.findings = findings;
  }

  /**
   * Checks one object.
   *
   * @param seen all that was told of it
   * @param asked all calls that named it
   */
  static void check(String object, List<Seen> seen, List<Call> asked, Findings findings) {
    List<Seen> ascending =
        seen.stream().sorted(Comparator.comparingLong(each -> each.sight().version())).toList();
    new RealTime(object, asked, findings).check(ascending);
  }

  private void check(List<Seen> ascending) {
    Seen latest = null;
    int from = 0;
    while (from < ascending.size()) {
      long version = ascending.get(from).sight().version();
      int to = from;
      while (to < ascending.size() && ascending.get(to).sight().version() == version) {
        to++;
      }
      List<Seen> same = ascending.subList(from, to);
      checkLater(same, latest);
      checkEarlier(same);
      latest = latest(same, latest);
      from = to;
    }
  }

  /** Of those who were shown less, the one who began last. */
  private static @Nullable Seen latest(List<Seen> same, @Nullable Seen before) {
    Seen latest = before;
    for (Seen each : same) {
      if (each.call().isCurrent() && (latest == null || BY_START.compare(latest, each) < 0)) {
        latest = each;
      }
    }
    return latest;
  }

  private void checkLater(List<Seen> same, @Nullable Seen latest) {
    for (Seen each : same) {
      if (latest != null && each.call().end() < latest.call().start()) {
        findings.add(Kind.STALE, object, each + ", and afterwards " + latest);
      }
    }
  }

  /** What was shown had been asked for by then. */
  private void checkEarlier(List<Seen> same) {
    same.stream()
        .filter(Seen::wrote)
        .min(BY_START)
        .ifPresent(writer -> {
          for (Seen each : same) {
            if (each.call().end() < writer.call().start() && !mayBeOlder(each, writer)) {
              findings.add(Kind.EARLY, object, each + ", and only afterwards " + writer);
            }
          }
        });
  }

  /** A hold that is asked for again is told as it is: one without an answer may have made it. */
  private boolean mayBeOlder(Seen shown, Seen writer) {
    return writer.call().deed() == Deed.HOLD
        && asked.stream()
            .anyMatch(call ->
                call.deed() == Deed.HOLD
                    && call.result() == Result.UNKNOWN
                    && call.token().equals(writer.call().token())
                    && call.start() < shown.call().end());
  }
}
