package dev.holdfast.domain.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.holdfast.domain.chart.Bookable;
import dev.holdfast.domain.chart.SeatingPlan;
import dev.holdfast.domain.choice.Adjacency;
import dev.holdfast.domain.choice.Wish;
import dev.holdfast.domain.decision.Chosen;
import dev.holdfast.domain.decision.Conditions;
import dev.holdfast.domain.decision.Goal;
import dev.holdfast.domain.journal.JournalEntry;
import dev.holdfast.domain.refusal.Refusal;
import dev.holdfast.domain.reservation.BestRequest;
import dev.holdfast.domain.reservation.StatusRequest;
import dev.holdfast.domain.reservation.StatusRequest.Item;
import dev.holdfast.domain.seat.SeatState.Free;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Whether what was chosen was free, as much as was wished for, and nothing better was. */
final class Choices {
  private Choices() {}

  /**
   * What a choice came to, as a change of just that. Seats had to be free; places are alike, so
   * those that the token holds there already count among them.
   */
  static StatusRequest made(BestRequest request, List<JournalEntry> entries) {
    List<Item> items = new ArrayList<>();
    for (JournalEntry each : entries) {
      for (int more = 0; more < each.quantity(); more++) {
        int n = items.size();
        items.add(
            new Item(each.object(), 1, nth(request.extraData(), n), nth(request.ticketTypes(), n)));
      }
    }
    Conditions free = new Conditions(Optional.of(Set.of(Free.WORD)), Set.of());
    return new StatusRequest(
        request.goal(),
        items,
        entries.getFirst().area() ? Conditions.NONE : free,
        request.order(),
        request.keepExtraData(),
        request.seller());
  }

  private static <T> @Nullable T nth(List<T> list, int n) {
    return n < list.size() ? list.get(n) : null;
  }

  /**
   * To be asked of a choice that is durable.
   *
   * @param before how its event stood when it was made
   */
  static void check(Asked asked, Asked.ToChoose best, Sheet before, Clerk.Books by) {
    Wish wish = best.request().wish();
    List<JournalEntry> entries = asked.entries;
    int chosen = entries.stream().mapToInt(JournalEntry::quantity).sum();
    assertEquals(wish.number(), chosen, () -> "I3: not as many: " + asked + ": " + entries);
    List<String> open = before.open(seats(wish, by.layout()));
    if (entries.getFirst().area()) {
      assertFalse(open.size() >= wish.number(), () -> "seats were open: " + asked + ": " + entries);
    } else if (!areTogether(objects(asked))) {
      assertFalse(
          hasWindow(open, wish.number()), () -> "open side by side: " + asked + ": " + entries);
    }
  }

  private static List<String> objects(Asked asked) {
    return asked.entries.stream().map(JournalEntry::object).distinct().toList();
  }

  private static List<String> seats(Wish wish, SeatingPlan layout) {
    return layout.all().stream()
        .filter(each -> each instanceof Bookable.NamedSeat && isOf(wish, each))
        .map(Bookable::label)
        .sorted()
        .toList();
  }

  private static boolean isOf(Wish wish, Bookable object) {
    return wish.categories().isEmpty()
        || wish.categories().stream()
            .anyMatch(each ->
                each.toLowerCase(Locale.ROOT).equals(String.valueOf(object.usualCategory())));
  }

  private static boolean areTogether(List<String> seats) {
    for (int n = 1; n < seats.size(); n++) {
      if (!Drawing.areNeighbours(seats.get(n - 1), seats.get(n))) {
        return false;
      }
    }
    return true;
  }

  private static boolean hasWindow(List<String> open, int number) {
    for (int from = 0; from + number <= open.size(); from++) {
      if (areTogether(open.subList(from, from + number))) {
        return true;
      }
    }
    return false;
  }

  /** To be asked of an answer. */
  static void checkTold(Asked asked, Chosen chosen) {
    assertFalse(asked.entries.isEmpty(), () -> "nothing was chosen: " + asked);
    assertEquals(
        objects(asked), chosen.choice().objects(), () -> "I2: not what was chosen: " + asked);
    boolean isArea = asked.entries.getFirst().area();
    Adjacency together = areTogether(objects(asked)) ? Adjacency.TOGETHER : Adjacency.APART;
    assertEquals(
        isArea ? Adjacency.UNTOLD : together,
        chosen.choice().adjacency(),
        () -> "not so adjacent: " + asked);
  }

  /** Whether a refusal is true. */
  static boolean isTrue(Asked.ToChoose best, List<Refusal> reasons, Clerk.Books books, Instant at) {
    Sheet sheet = new Sheet(books.standings().apply(best.event().id()), at);
    Goal goal = best.request().goal();
    boolean known =
        goal.token()
            .map(token -> new Clerk(books, at, List.of()).isKnown(sheet, token))
            .orElse(true);
    if (reasons.equals(List.of(new Refusal.TokenOver()))) {
      return !known;
    }
    Wish wish = best.request().wish();
    if (reasons.equals(List.of(new Refusal.NothingAvailable()))) {
      return known && !isAvailable(wish, sheet, books.layout());
    }
    return known
        && reasons.size() == 1
        && reasons.getFirst() instanceof Refusal.TokenLimit(int limit, var _)
        && goal instanceof Goal.Hold hold
        && sheet.holdings(hold.holder()) + wish.number() > limit;
  }

  private static boolean isAvailable(Wish wish, Sheet sheet, SeatingPlan layout) {
    return sheet.open(seats(wish, layout)).size() >= wish.number()
        || layout.all().stream()
            .anyMatch(each ->
                each instanceof Bookable.Places area
                    && isOf(wish, area)
                    && sheet.free(area.label(), area.capacity()) >= wish.number());
  }
}
