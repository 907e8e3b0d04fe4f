package dev.holdfast.app.history;

import dev.holdfast.app.history.Timeline.Known;
import dev.holdfast.app.history.Violation.Kind;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What was acknowledged is still there at the end, or was released. */
final class EndCheck {
  private final Optional<Call> last;
  private final Set<String> there;
  private final Findings findings;

  EndCheck(History history, Findings findings) {
    this.findings = findings;
    last =
        history.calls().stream()
            .filter(call -> call.deed() == Deed.LOOK && call.result() == Result.DONE)
            .max(Comparator.comparingLong(Call::start));
    there =
        last.stream()
            .flatMap(look -> look.sights().stream())
            .map(Sight::object)
            .collect(Collectors.toSet());
  }

  /** Compares the last look with what is known of each seat. */
  void check(Map<String, Timeline> timelines, Function<String, Wishes> wishes) {
    timelines.forEach((object, timeline) -> {
      Known known = timeline.last();
      boolean before = last.isPresent() && known.shownBy() < last.get().start();
      if (before
          && known.sight().standing() == Standing.BOOKED
          && !there.contains(object)
          && !wishes.apply(object).mayHave(Deed.RELEASE, "")) {
        String told = "booked at version " + known.sight().version() + " by " + known.by();
        findings.add(Kind.LOST, object, told + ", and free in the end");
      }
    });
  }
}
