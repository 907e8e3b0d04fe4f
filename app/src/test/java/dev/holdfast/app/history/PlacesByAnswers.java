package dev.holdfast.app.history;

import dev.holdfast.app.history.Violation.Kind;
import java.util.Comparator;
import java.util.List;

/** The places of each area, as far as answers alone tell: none too many, and none lost. */
final class PlacesByAnswers {
  private final History history;
  private final Findings findings;

  private PlacesByAnswers(History history, Findings findings) {
    this.history = history;
    this.findings = findings;
  }

  static void check(History history, Findings findings) {
    PlacesByAnswers places = new PlacesByAnswers(history, findings);
    history
        .capacities()
        .forEach((area, capacity) -> {
          List<Call> looks =
              history.calls().stream()
                  .filter(call -> call.deed() == Deed.LOOK && call.result() == Result.DONE)
                  .sorted(Comparator.comparingLong(Call::start))
                  .toList();
          looks.forEach(look -> places.fits(area, capacity, look));
          if (!looks.isEmpty()) {
            places.addsUp(area, looks.getLast());
          }
        });
  }

  private void fits(String area, int capacity, Call look) {
    int held = sum(area, Standing.HELD, look);
    int booked = sum(area, Standing.BOOKED, look);
    if (held + booked > capacity) {
      findings.add(
          Kind.PLACES, area, held + " held and " + booked + " booked of " + capacity + ": " + look);
    }
  }

  private static int sum(String area, Standing standing, Call look) {
    return look.sights().stream()
        .filter(sight -> sight.object().equals(area) && sight.standing() == standing)
        .mapToInt(Sight::quantity)
        .sum();
  }

  /** Where nobody released what was booked, all that was booked is there. */
  private void addsUp(String area, Call last) {
    List<Call> calls =
        history.calls().stream()
            .filter(call -> call.objects().contains(area) && call.start() < last.end())
            .toList();
    if (calls.stream().anyMatch(PlacesByAnswers::mayFreeSold)) {
      return;
    }
    boolean sure = calls.stream().noneMatch(PlacesByAnswers::mayHaveSold);
    int sold =
        calls.stream()
            .filter(call -> call.deed() == Deed.BOOK || call.deed() == Deed.TAKE)
            .filter(call -> call.result() == Result.DONE)
            .filter(call -> call.end() < last.start())
            .mapToInt(call -> sum(area, Standing.BOOKED, call))
            .sum();
    int there = sum(area, Standing.BOOKED, last);
    if (there < sold || (sure && there > sold)) {
      findings.add(Kind.PLACES, area, sold + " were booked, and in the end " + there + " are");
    }
  }

  private static boolean mayFreeSold(Call call) {
    boolean sold = call.deed() == Deed.RELEASE && call.token().isEmpty();
    return (sold || call.deed() == Deed.FREE)
        && (call.result() == Result.DONE || call.result() == Result.UNKNOWN);
  }

  private static boolean mayHaveSold(Call call) {
    return call.deed() == Deed.BOOK && call.result() == Result.UNKNOWN;
  }
}
