package dev.holdfast.app.history;

import dev.holdfast.app.history.StatusCall.Asked;
import dev.holdfast.app.history.Violation.Kind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * What only several events together tell of a change of status: it happened in each that it names
 * or in none, and it was refused only where in one of them something stood in the way.
 */
final class Nights {
  private final Findings findings;
  private final Map<String, List<Night>> calls = new LinkedHashMap<>();

  /** A call in one of its events. */
  private record Night(History history, Spans spans, StatusCall call, boolean happened) {}

  private Nights(List<History> histories, Findings findings) {
    this.findings = findings;
    for (History history : histories) {
      Spans spans = new Spans(history);
      Set<String> orders =
          history.journal().stream()
              .map(Line::order)
              .filter(Objects::nonNull)
              .collect(Collectors.toSet());
      for (StatusCall call : history.statusCalls()) {
        String order = call.asked().order();
        calls
            .computeIfAbsent(order, _ -> new ArrayList<>())
            .add(new Night(history, spans, call, orders.contains(order)));
      }
    }
  }

  static void check(List<History> histories, Findings findings) {
    Nights nights = new Nights(histories, findings);
    nights.calls.values().forEach(nights::whole);
    nights.calls.values().stream()
        .filter(each -> each.getFirst().call.result() == Result.REFUSED)
        .filter(each -> each.stream().noneMatch(Nights::isExcused))
        .forEach(each -> nights.wrong(each.getFirst().call));
  }

  private void whole(List<Night> nights) {
    long happened = nights.stream().filter(Night::happened).count();
    if (happened > 0 && happened < nights.size()) {
      StatusCall call = nights.getFirst().call;
      String told = "happened in %d of %d events: %s".formatted(happened, nights.size(), call);
      findings.add(Kind.HALF, call.asked().objects().toString(), told);
    }
  }

  private void wrong(StatusCall call) {
    findings.add(
        Kind.REFUSED_WRONGLY,
        call.asked().objects().toString(),
        call + ", and nothing stood in the way");
  }

  /** Whether something may have stood in its way while it ran. */
  private static boolean isExcused(Night night) {
    History history = night.history;
    StatusCall call = night.call;
    Asked asked = call.asked();
    Instant from = history.earliest(call.start());
    Instant to = history.latest(call.end());
    if (mayBeOver(history, asked, to)) {
      return true;
    }
    Predicate<String> taken =
        seat -> night.spans.mayHaveBeen(seat, sight -> isInTheWay(asked, sight), from, to);
    if (asked.best()) {
      long open = asked.objects().size() - asked.objects().stream().filter(taken).count();
      return call.soldOut() && open < asked.count();
    }
    String first = asked.objects().getFirst();
    Integer capacity = history.capacities().get(first);
    return capacity == null
        ? asked.objects().stream().anyMatch(taken)
        : asked.deed() != Deed.FREE
            && capacity - night.spans.mostTaken(first, from, to) < asked.count();
  }

  /** A token whose life is not known is as long alive as it holds something. */
  private static boolean mayBeOver(History history, Asked asked, Instant to) {
    if (asked.token().isEmpty()) {
      return false;
    }
    Instant until = asked.tokenUntil();
    return until == null || !until.isAfter(to) || history.mayHaveEnded(asked.token(), to);
  }

  /**
   * Spec, section 15.4: another's hold stops everybody with a token, a sale who wants to have it.
   */
  private static boolean isInTheWay(Asked asked, Sight sight) {
    boolean others = !asked.token().isEmpty() && !asked.token().equals(sight.token());
    return switch (sight.standing()) {
      case FREE, UNSAID -> false;
      case HELD -> asked.best() || others;
      case BOOKED -> asked.deed() != Deed.FREE;
    };
  }
}
