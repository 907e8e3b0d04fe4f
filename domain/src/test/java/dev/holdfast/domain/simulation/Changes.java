package dev.holdfast.domain.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.domain.chart.SeatingPlan;
import dev.holdfast.domain.decision.ChangedObject;
import dev.holdfast.domain.decision.ChangedObject.ChangedArea;
import dev.holdfast.domain.decision.ChangedObject.ChangedSeat;
import dev.holdfast.domain.decision.Chosen;
import dev.holdfast.domain.event.EventId;
import dev.holdfast.domain.hold.HoldToken;
import dev.holdfast.domain.hold.TokenTerm;
import dev.holdfast.domain.journal.JournalKind;
import dev.holdfast.domain.refusal.Refusal;
import dev.holdfast.domain.reservation.StatusChange;
import dev.holdfast.domain.seat.SeatState;
import dev.holdfast.domain.seat.Tag;
import dev.holdfast.domain.simulation.Clerk.Left;
import dev.holdfast.domain.simulation.Standing.Hangs;
import dev.holdfast.domain.simulation.Standing.Seat;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiPredicate;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Whether changes of status, steps of them and choices were made as they had to be (I3), and what
 * their callers may be told.
 */
final class Changes {
  private Changes() {}

  /**
   * To be asked after the commit that has entries of the request.
   *
   * @param now how all stands after it
   * @param terms of tokens as they were before it
   */
  static void check(Asked asked, Clerk.Books now, Function<HoldToken, @Nullable TokenTerm> terms) {
    Clerk.Books before =
        new Clerk.Books(
            event -> {
              Asked.Between between = asked.between.get(event);
              return between == null ? now.standings().apply(event) : between.before();
            },
            now.layout(),
            token -> term(asked, token, terms.apply(token), now.terms().apply(token)));
    Instant at = asked.entries.getFirst().at();
    if (asked.request instanceof Asked.ToChoose best) {
      Choices.check(asked, best, new Sheet(before.standings().apply(best.event().id()), at), now);
    }
    Clerk clerk = new Clerk(before, at, changes(asked));
    assertTrue(
        clerk.isGuess() || clerk.reasons.isEmpty(),
        () -> "done, and not allowed: " + clerk.reasons + ": " + asked + ": " + asked.entries);
    asked.foreseen = clerk;
    for (StatusChange each : changes(asked)) {
      EventId event = each.event().id();
      Asked.Between between = asked.between.get(event);
      Sheet after = new Sheet(between == null ? now.standings().apply(event) : between.after(), at);
      String wrong = clerk.isGuess() ? "" : clerk.sheet(event).difference(after);
      assertEquals("", wrong, () -> "I3: not what was asked for: " + asked + asked.entries);
    }
  }

  /**
   * A token's term as a change has met it: others in the same transaction may have prolonged it
   * before, and again after.
   */
  private static @Nullable TokenTerm term(
      Asked asked, HoldToken token, @Nullable TokenTerm before, @Nullable TokenTerm after) {
    if (before == null || after == null || before.equals(after)) {
      return before;
    }
    return asked.entries.stream()
        .filter(each -> each.kind() == JournalKind.HELD && token.equals(each.token()))
        .flatMap(each -> Optional.ofNullable(each.until()).stream())
        .filter(until -> !until.isBefore(before.until()) && !until.isAfter(after.until()))
        .findFirst()
        .map(until -> new TokenTerm(before.since(), until))
        .orElse(after);
  }

  /** What is to be done; of a choice, what was done. */
  private static List<StatusChange> changes(Asked asked) {
    return switch (asked.request) {
      case Asked.ToChange(var event, var change) -> List.of(new StatusChange(event, change));
      case Asked.ToStep(var changes) -> changes;
      case Asked.ToChoose best ->
          List.of(new StatusChange(best.event(), Choices.made(best.request(), asked.entries)));
      default -> throw new IllegalArgumentException("it changes no status: " + asked);
    };
  }

  /** To be asked of a request that was refused. */
  static void checkRefused(Asked asked, List<Refusal> reasons) {
    assertTrue(
        reasons.equals(List.of(new Refusal.UnknownEvent()))
            ? sights(asked).stream()
                .anyMatch(
                    sight -> sight.values().stream().anyMatch(scene -> scene.layout() == null))
            : isAny(asked, (books, at) -> isTrue(asked, reasons, books, at)),
        () -> "refused without reason, " + reasons + ": " + asked);
  }

  private static boolean isTrue(Asked asked, List<Refusal> reasons, Clerk.Books books, Instant at) {
    if (asked.request instanceof Asked.ToChoose best) {
      return Choices.isTrue(best, reasons, books, at);
    }
    List<StatusChange> changes = changes(asked);
    if (reasons.getFirst() instanceof Refusal.UnknownObject) {
      // The layout of one event may be read before another is published.
      return changes.stream()
          .anyMatch(each -> Clerk.missing(each.request(), books.layout()).equals(reasons));
    }
    Clerk clerk = new Clerk(books, at, changes);
    Set<String> touched = clerk.touched();
    return clerk.isGuess() || plain(clerk.reasons, touched).equals(plain(reasons, touched));
  }

  /** The reasons without what cannot be told beforehand. */
  private static List<Refusal> plain(List<Refusal> reasons, Set<String> touched) {
    return reasons.stream().map(each -> plain(each, touched)).toList();
  }

  private static Refusal plain(Refusal reason, Set<String> touched) {
    return switch (reason) {
      case Refusal.TokenLimit(int limit, var _) -> new Refusal.TokenLimit(limit, List.of());
      case Refusal.AlreadyHeld(String object, long _) when touched.contains(object) ->
          new Refusal.AlreadyHeld(object, 0);
      case Refusal.AlreadyTaken(String object, long _) when touched.contains(object) ->
          new Refusal.AlreadyTaken(object, 0);
      case Refusal.NotHeldByToken(String object, long _, boolean taken)
          when touched.contains(object) ->
          new Refusal.NotHeldByToken(object, 0, taken);
      case Refusal.InsufficientCapacity(String object, long _, int free)
          when touched.contains(object) ->
          new Refusal.InsufficientCapacity(object, 0, free);
      case Refusal.StatusNotAllowed(String object, long _, String word)
          when touched.contains(object) ->
          new Refusal.StatusNotAllowed(object, 0, word);
      default -> reason;
    };
  }

  /** How its events stood while it ran, each time all at once. */
  private static List<Map<EventId, Scene>> sights(Asked asked) {
    return asked
        .event()
        .map(event -> asked.seen.stream().map(scene -> Map.of(event.id(), scene)).toList())
        .orElse(asked.sights);
  }

  /** Whether something is true of any of that, by any layout that was sold by meanwhile. */
  private static boolean isAny(Asked asked, BiPredicate<Clerk.Books, Instant> what) {
    Set<SeatingPlan> layouts = new HashSet<>();
    for (Map<EventId, Scene> sight : sights(asked)) {
      sight.values().forEach(scene -> Optional.ofNullable(scene.layout()).ifPresent(layouts::add));
    }
    return sights(asked).stream()
        .anyMatch(sight ->
            layouts.stream().anyMatch(layout -> what.test(books(sight, layout), at(sight))));
  }

  private static Clerk.Books books(Map<EventId, Scene> sight, SeatingPlan layout) {
    Scene any = sight.values().iterator().next();
    return new Clerk.Books(
        event -> Objects.requireNonNull(sight.get(event)).standing(),
        layout,
        token -> any.terms().at(token, any.moment()));
  }

  private static Instant at(Map<EventId, Scene> sight) {
    return sight.values().iterator().next().now();
  }

  /** To be asked of an answer. */
  static void checkAccepted(Asked asked, Object answer) {
    List<List<ChangedObject>> told = new ArrayList<>();
    if (answer instanceof Chosen chosen) {
      Choices.checkTold(asked, chosen);
      told.add(chosen.objects());
    } else {
      boolean isStep = asked.request instanceof Asked.ToStep;
      for (Object each : isStep ? (List<?>) answer : List.of(answer)) {
        told.add(((List<?>) each).stream().map(ChangedObject.class::cast).toList());
      }
    }
    if (asked.entries.isEmpty()) {
      assertTrue(
          isAny(asked, (books, at) -> isNothing(new Clerk(books, at, changes(asked)), told)),
          () -> "done, it was said, and nothing was: " + asked);
      return;
    }
    Clerk clerk = asked.foreseen;
    assertNotNull(clerk, () -> "nobody has looked at it: " + asked);
    assertTrue(clerk.isGuess() || agrees(clerk, told), () -> "I2: not what was done: " + asked);
    checkVersions(asked, told);
  }

  private static boolean isNothing(Clerk clerk, List<List<ChangedObject>> told) {
    // A seat is written down even where it stays as it is; of an area only what goes.
    return clerk.reasons.isEmpty()
        && agrees(clerk, told)
        && House.AREAS.keySet().containsAll(clerk.touched());
  }

  private static boolean agrees(Clerk clerk, List<List<ChangedObject>> told) {
    if (clerk.left.size() != told.size()) {
      return false;
    }
    for (int n = 0; n < told.size(); n++) {
      Map<String, Left> left = clerk.left.get(n);
      List<String> objects = told.get(n).stream().map(ChangedObject::object).toList();
      if (!objects.equals(List.copyOf(left.keySet()))
          || !told.get(n).stream().allMatch(each -> agrees(left.get(each.object()), each))) {
        return false;
      }
    }
    return true;
  }

  private static boolean agrees(@Nullable Left left, ChangedObject told) {
    return left != null
        && switch (told) {
          case ChangedSeat(var seat) ->
              switch (seat.state()) {
                case SeatState.Free _ -> left.seat() == null;
                case SeatState.Held held ->
                    Sheet.isSame(left.seat(), seat(held.token(), held.until(), held));
                case SeatState.Taken taken ->
                    Sheet.isSame(left.seat(), seat(taken.token(), null, taken));
              };
          case ChangedArea area -> !left.isSure() || words(area).equals(left.area());
        };
  }

  private static Seat seat(@Nullable HoldToken token, @Nullable Instant until, SeatState state) {
    Tag tag = state.tag();
    Hangs hangs = new Hangs(tag.order(), tag.ticketType(), tag.extraData());
    return new Seat(state.word(), token, until, hangs, tag.resale() != null);
  }

  private static String words(ChangedArea told) {
    Map<String, Integer> words = new TreeMap<>();
    told.records()
        .forEach(each -> {
          @Nullable HoldToken token =
              each.state() instanceof SeatState.Held held
                  ? held.token()
                  : ((SeatState.Taken) each.state()).token();
          words.merge(Sheet.word(token, each.state().word()), each.quantity(), Integer::sum);
        });
    return told.object() + " " + words;
  }

  /** What is told last of an object is how the commit left it. */
  private static void checkVersions(Asked asked, List<List<ChangedObject>> told) {
    List<StatusChange> changes = changes(asked);
    for (int n = 0; n < told.size(); n++) {
      EventId event = changes.get(n).event().id();
      Asked.Between between = asked.between.get(event);
      for (ChangedObject each : told.get(n)) {
        boolean isLast =
            changes.subList(n + 1, changes.size()).stream()
                .filter(later -> later.event().id().equals(event))
                .flatMap(later -> later.request().objects().stream())
                .noneMatch(item -> item.object().equals(each.object()));
        if (isLast && between != null && each instanceof ChangedSeat(var seat)) {
          assertEquals(
              between.after().version(seat.label()),
              seat.version(),
              () -> "I2: not the version: " + asked);
        }
      }
    }
  }
}
