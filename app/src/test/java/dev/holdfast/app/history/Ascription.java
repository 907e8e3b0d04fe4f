package dev.holdfast.app.history;

import dev.holdfast.app.history.StatusCall.Asked;
import dev.holdfast.app.history.Violation.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which lines of the journal each change of status wrote: those with its order. They have the
 * versions that its answer does not tell, and say whether a call without an answer happened.
 */
final class Ascription {
  private final History history;
  private final Findings findings;
  private final Map<String, List<Line>> byOrder = new HashMap<>();

  private Ascription(History history, Findings findings) {
    this.history = history;
    this.findings = findings;
    for (Line line : history.journal()) {
      if (line.order() != null) {
        byOrder.computeIfAbsent(line.order(), _ -> new ArrayList<>()).add(line);
      }
    }
  }

  /** The changes of status that happened, as calls whose answers had told their versions. */
  static List<Call> of(History history, Findings findings) {
    return new Ascription(history, findings).calls();
  }

  private List<Call> calls() {
    List<Call> calls = new ArrayList<>();
    for (StatusCall each : history.statusCalls()) {
      List<Line> lines = byOrder.getOrDefault(each.asked().order(), List.of());
      byOrder.remove(each.asked().order());
      check(each, lines);
      if (!lines.isEmpty()) {
        calls.add(happened(each, lines));
      }
    }
    byOrder.values().stream()
        .flatMap(List::stream)
        .forEach(line -> unasked(line, "nobody asked for the order " + line.order()));
    return calls;
  }

  private static Call happened(StatusCall each, List<Line> lines) {
    Asked asked = each.asked();
    List<Sight> sights = lines.stream().map(Line::sight).toList();
    List<String> objects = sights.stream().map(Sight::object).distinct().toList();
    return new Call(
        each.node(),
        asked.deed(),
        objects,
        asked.token(),
        each.start(),
        each.end(),
        Result.DONE,
        sights,
        0);
  }

  private void check(StatusCall call, List<Line> lines) {
    switch (call.result()) {
      case DONE -> {
        lines.forEach(line -> fits(call, line));
        told(call);
        complete(call, lines, Kind.LOST);
      }
      case UNKNOWN -> {
        lines.forEach(line -> fits(call, line));
        if (!lines.isEmpty()) {
          complete(call, lines, Kind.HALF);
        }
      }
      case REFUSED, NOTHING ->
          lines.forEach(line -> unasked(line, "who asked was turned away: " + call));
    }
  }

  private void unasked(Line line, String why) {
    findings.add(Kind.UNASKED, line.sight().object(), line + ", but " + why);
  }

  /** Whether a line says what was asked for. */
  private void fits(StatusCall call, Line line) {
    Asked asked = call.asked();
    Sight sight = line.sight();
    boolean theirs = asked.token().equals(sight.token());
    boolean same =
        switch (asked.deed()) {
          case RESERVE -> sight.standing() == Standing.HELD && theirs;
          case TAKE -> line.kind().equals("booked") && theirs;
          case FREE -> sight.standing() == Standing.FREE;
          case HOLD, EXTEND, BOOK, RELEASE, LOOK -> false;
        };
    if (!same || !asked.objects().contains(sight.object())) {
      unasked(line, "asked was " + call);
    }
  }

  /** Whether the answer names what was asked for. */
  private void told(StatusCall call) {
    Asked asked = call.asked();
    boolean same =
        asked.best()
            ? new HashSet<>(call.told()).size() == asked.count()
                && asked.objects().containsAll(call.told())
            : Set.copyOf(call.told()).equals(Set.copyOf(asked.objects()));
    if (!same) {
      findings.add(Kind.UNASKED, call.told().toString(), "all that was told of " + call);
    }
  }

  /** Whether all of it happened, and once. */
  private void complete(StatusCall call, List<Line> lines, Kind missing) {
    Asked asked = call.asked();
    if (asked.objects().stream().anyMatch(history::isArea)) {
      int places = lines.stream().mapToInt(line -> line.sight().quantity()).sum();
      // Who frees more places than there are frees what there is.
      if (places > asked.count()) {
        findings.add(Kind.REPEATED, asked.objects().getFirst(), places + " places by " + call);
      } else if (places < asked.count() && asked.deed() != Deed.FREE) {
        findings.add(missing, asked.objects().getFirst(), "only " + places + " by " + call);
      }
      return;
    }
    List<String> changed = lines.stream().map(line -> line.sight().object()).sorted().toList();
    Set<String> each = changed.stream().collect(Collectors.toSet());
    if (each.size() < changed.size()) {
      findings.add(Kind.REPEATED, changed.toString(), "changed by " + call);
    }
    boolean asTold = call.result() != Result.DONE || each.equals(Set.copyOf(call.told()));
    if (each.size() != asked.count() || !asTold) {
      findings.add(missing, changed.toString(), "all that became of " + call);
    }
  }
}
