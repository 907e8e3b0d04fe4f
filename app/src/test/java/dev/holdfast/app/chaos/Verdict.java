package dev.holdfast.app.chaos;

import dev.holdfast.app.history.Call;
import dev.holdfast.app.history.Deed;
import dev.holdfast.app.history.History;
import dev.holdfast.app.history.Result;
import dev.holdfast.app.history.StatusCall;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What is to be said of a run.
 *
 * @param histories of each event
 * @param checked how long it took to check the history
 * @param wrong everything that no fault excuses
 * @param complaints what nodes logged as errors since they were last started
 */
record Verdict(
    List<Recovery> recoveries,
    List<History> histories,
    Duration checked,
    List<String> wrong,
    List<String> complaints) {
  /** Of nothing. */
  static final Verdict NOTHING =
      new Verdict(List.of(), List.of(), Duration.ZERO, List.of(), List.of());

  /** The same of two runs. */
  Verdict and(Verdict other) {
    return new Verdict(
        joined(recoveries, other.recoveries),
        joined(histories, other.histories),
        checked.plus(other.checked),
        joined(wrong, other.wrong),
        joined(complaints, other.complaints));
  }

  private static <T> List<T> joined(List<T> one, List<T> other) {
    return Stream.concat(one.stream(), other.stream()).toList();
  }

  private List<Call> calls() {
    return histories.stream().flatMap(each -> each.calls().stream()).toList();
  }

  /** Each once, in however many events. */
  private Collection<StatusCall> statusCalls() {
    Map<String, StatusCall> byOrder = new HashMap<>();
    for (History each : histories) {
      each.statusCalls().forEach(call -> byOrder.put(call.asked().order(), call));
    }
    return byOrder.values();
  }

  private long count(Result result) {
    return calls().stream().filter(call -> call.result() == result).count();
  }

  private long countBySeatsio(Result result) {
    return statusCalls().stream().filter(call -> call.result() == result).count();
  }

  private long booked() {
    return calls().stream()
        .filter(call -> call.deed() == Deed.BOOK && call.result() == Result.DONE)
        .count();
  }

  /** Acknowledged changes of status through seats.io's dialect. */
  long doneBySeatsio(Deed deed) {
    return statusCalls().stream()
        .filter(call -> call.asked().deed() == deed && call.result() == Result.DONE)
        .count();
  }

  private int changes() {
    return histories.stream().mapToInt(each -> each.journal().size()).sum();
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
                calls().size(),
                count(Result.DONE),
                booked(),
                count(Result.REFUSED),
                count(Result.NOTHING),
                count(Result.UNKNOWN)));
    text.append(
        "%d more by seats.io's dialect: %d done (%d bookings), %d refused, %d not done, %d unknown%n"
            .formatted(
                statusCalls().size(),
                countBySeatsio(Result.DONE),
                doneBySeatsio(Deed.TAKE),
                countBySeatsio(Result.REFUSED),
                countBySeatsio(Result.NOTHING),
                countBySeatsio(Result.UNKNOWN)));
    text.append(
        "sold again after %d ms at most, on every node after %d ms at most%n"
            .formatted(longest(Recovery::any).toMillis(), longest(Recovery::every).toMillis()));
    text.append(
        "%d changes; history checked in %d ms; %d violations%n"
            .formatted(changes(), checked.toMillis(), wrong.size()));
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
