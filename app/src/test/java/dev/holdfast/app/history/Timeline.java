package dev.holdfast.app.history;

import dev.holdfast.app.history.Violation.Kind;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What is known of one seat, version by version. */
final class Timeline {
  private final String object;
  private final Findings findings;
  private final SortedMap<Long, Known> known = new TreeMap<>();

  /**
   * One version.
   *
   * @param by who says so
   * @param shownBy monotonic nanoseconds by when somebody had been shown it
   */
  record Known(Sight sight, String by, long shownBy) {}

  Timeline(String object, Findings findings) {
    this.object = object;
    this.findings = findings;
    known.put(0L, new Known(Sight.free(object, 0, null), "the beginning", Long.MAX_VALUE));
  }

  /** From all that was told of it. */
  static Timeline of(String object, List<Seen> seen, Findings findings) {
    Timeline timeline = new Timeline(object, findings);
    for (Seen each : seen) {
      timeline.add(each.sight(), each.call().toString(), each.call().end());
      if (each.wrote()) {
        timeline.addBefore(each);
      }
    }
    return timeline;
  }

  String object() {
    return object;
  }

  SortedMap<Long, Known> known() {
    return known;
  }

  /** The last version that is known. */
  Known last() {
    return Objects.requireNonNull(known.get(known.lastKey()));
  }

  /** Only what a token holds can be extended or booked, or released in its name. */
  private void addBefore(Seen seen) {
    Call call = seen.call();
    boolean held =
        switch (call.deed()) {
          case EXTEND, BOOK -> true;
          case RELEASE -> !call.token().isEmpty();
          case HOLD, LOOK, RESERVE, TAKE, FREE -> false;
        };
    if (held) {
      long before = seen.sight().version() - 1;
      add(Sight.held(object, before, call.token(), null), call.toString(), Long.MAX_VALUE);
    }
  }

  /** What a line of the journal says. */
  void add(Sight sight, String by) {
    add(sight, by, Long.MAX_VALUE);
  }

  private void add(Sight sight, String by, long shownBy) {
    if (sight.standing() == Standing.UNSAID) {
      return;
    }
    Known before = known.get(sight.version());
    if (before == null) {
      known.put(sight.version(), new Known(sight, by, shownBy));
      return;
    }
    if (!agree(before.sight(), sight)) {
      String told = "version " + sight.version() + " is " + words(before.sight());
      findings.add(
          Kind.SPLIT,
          object,
          told + " (" + before.by() + ") and " + words(sight) + " (" + by + ")");
      return;
    }
    known.put(
        sight.version(),
        new Known(joined(before.sight(), sight), before.by(), Math.min(before.shownBy(), shownBy)));
  }

  private static boolean agree(Sight one, Sight other) {
    return one.standing() == other.standing()
        && compatible(one.token(), other.token())
        && compatible(one.until(), other.until())
        && compatible(one.at(), other.at());
  }

  private static boolean compatible(@Nullable Object one, @Nullable Object other) {
    return one == null || other == null || one.equals(other);
  }

  private static Sight joined(Sight one, Sight other) {
    return new Sight(
        one.object(),
        one.version(),
        one.standing(),
        one.token() == null ? other.token() : one.token(),
        one.quantity(),
        one.until() == null ? other.until() : one.until(),
        one.at() == null ? other.at() : one.at());
  }

  static String words(Sight sight) {
    String text = sight.standing().toString();
    text += sight.token() == null ? "" : " by " + sight.token();
    text += sight.until() == null ? "" : " until " + sight.until();
    return sight.at() == null ? text : text + " at " + sight.at();
  }
}
