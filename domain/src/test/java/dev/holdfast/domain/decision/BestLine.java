package dev.holdfast.domain.decision;

import dev.holdfast.domain.chart.Bookable;
import dev.holdfast.domain.chart.SeatingPlan;
import dev.holdfast.domain.choice.Stalls;
import dev.holdfast.domain.choice.Wish;
import dev.holdfast.domain.event.EventId;
import dev.holdfast.domain.event.SoldBy;
import dev.holdfast.domain.journal.Origin;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A line of a {@link Day} that leaves the choice to the house: {@code best STATUS TOKEN NUMBER} and
 * words that say how, in any order.
 *
 * <pre>
 * best hold ada 3              as {@link ChangeLine} has it, of the stalls that are drawn
 * categories=gold,silver       only of these
 * order=o1  keep               as there
 * extra=red,blue  tickets=kid  what hangs on the first object, on the second
 * unsold=R1-1  elsewhere=R1-1  withheld=pit*2
 * </pre>
 */
record BestLine(EventId event, Stalls stalls, SeatingPlan plan) {
  BestLine(EventId event, Stalls stalls) {
    this(event, stalls, stalls.plan());
  }

  ChooseBest of(List<String> words) {
    Map<String, String> how = ChangeLine.how(words);
    int number = Integer.parseInt(words.get(3));
    Set<String> categories = ChangeLine.set(how.getOrDefault("categories", ""));
    return new ChooseBest(
        event,
        new SoldBy(BoxOffice.LAYOUT, 0),
        stalls.seating(),
        new Wish(number, categories, null, Set.of(), true, 0),
        (label, places) -> find(label, places, how),
        ChangeLine.goal(words.get(1), ChangeLine.token(words.get(2)), how),
        new ChooseBest.Particulars(
            how.get("order"),
            how.containsKey("keep"),
            list(how.get("extra")).stream().map(ChangeLine::extra).toList(),
            list(how.get("tickets"))),
        Origin.OWN);
  }

  private static List<String> list(@Nullable String text) {
    return text == null ? List.of() : List.of(text.split(",", -1));
  }

  private Optional<Target> find(String label, int places, Map<String, String> how) {
    return plan.find(label)
        .map(object -> {
          Wanted wanted =
              switch (object) {
                case Bookable.NamedSeat seat -> new Wanted.WantedSeat(label, seat.category());
                case Bookable.Places area ->
                    new Wanted.WantedPlaces(label, area.usualCategory(), places, area.capacity());
              };
          return new Target(wanted, null, null, ChangeLine.offer(wanted, how));
        });
  }
}
