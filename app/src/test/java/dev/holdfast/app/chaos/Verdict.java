package dev.holdfast.app.chaos;

import dev.holdfast.app.history.Call;
import dev.holdfast.app.history.Deed;
import dev.holdfast.app.history.Result;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What is to be said of a run.
 *
 * @param changes lines of the journal
 * @param checked how long it took to check the history
 * @param wrong everything that no fault excuses
 * @param complaints what nodes logged as errors since they were last started
 */
record Verdict(
    List<Recovery> recoveries,
    List<Call> calls,
    int changes,
    Duration checked,
    List<String> wrong,
    List<String> complaints) {
  /** Of nothing. */
  static final Verdict NOTHING =
      new Verdict(List.of(), List.of(), 0, Duration.ZERO, List.of(), List.of());

  /** The same of two runs. */
  Verdict and(Verdict other) {
    return new Verdict(
        joined(recoveries, other.recoveries),
        joined(calls, other.calls),
        changes + other.changes,
        checked.plus(other.checked),
        joined(wrong, other.wrong),
        joined(complaints, other.complaints));
  }

  private static <T> List<T> joined(List<T> one, List<T> other) {
    return Stream.concat(one.stream(), other.stream()).toList();
  }

  long count(Result result) {
    return calls.stream().filter(call -> call.result() == result).count();
  }

  long booked() {
    return calls.stream()
        .filter(call -> call.deed() == Deed.BOOK && call.result() == Result.DONE)
        .count();
  }

  /** The longest time until something sold again. */
  Duration longest(Function<Recovery, Duration> part) {
    return recoveries.stream().map(part).max(Duration::compareTo).orElse(Duration.ZERO);
  }

  /** For people. */
  String summary() {
    StringBuilder text = new StringBuilder();
    Map<FaultKind, List<Recovery>> byKind =
        recoveries.stream().collect(Collectors.groupingBy(each -> each.fault().kind()));
    text.append(
        "%-20s %6s %18s %18s%n".formatted("fault", "played", "any node (ms)", "every node"));
    Arrays.stream(FaultKind.values())
        .filter(byKind::containsKey)
        .forEach(kind -> text.append(row(kind, byKind.getOrDefault(kind, List.of()))));
    text.append(
        "%d faults; %d calls: %d done (%d bookings), %d refused, %d not done, %d unknown%n"
            .formatted(
                recoveries.size(),
                calls.size(),
                count(Result.DONE),
                booked(),
                count(Result.REFUSED),
                count(Result.NOTHING),
                count(Result.UNKNOWN)));
    text.append(
        "sold again after %d ms at most, on every node after %d ms at most%n"
            .formatted(longest(Recovery::any).toMillis(), longest(Recovery::every).toMillis()));
    text.append(
        "%d changes; history checked in %d ms; %d violations%n"
            .formatted(changes, checked.toMillis(), wrong.size()));
    wrong.stream().limit(20).forEach(each -> text.append("  ").append(each).append('\n'));
    return text.toString();
  }

  private static String row(FaultKind kind, List<Recovery> recoveries) {
    return "%-20s %6d %18s %18s%n"
        .formatted(
            kind,
            recoveries.size(),
            times(recoveries, Recovery::any),
            times(recoveries, Recovery::every));
  }

  /** The middle one and the longest. */
  private static String times(List<Recovery> recoveries, Function<Recovery, Duration> part) {
    List<Long> millis = recoveries.stream().map(part).map(Duration::toMillis).sorted().toList();
    return millis.get(millis.size() / 2) + ", " + millis.getLast();
  }
}
