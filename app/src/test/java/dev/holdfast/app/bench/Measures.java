package dev.holdfast.app.bench;

import dev.holdfast.app.bench.Measure.Goal;
import dev.holdfast.app.bench.Measure.Goal.AtLeast;
import dev.holdfast.app.bench.Measure.Goal.AtMost;
import dev.holdfast.app.bench.Measure.Goal.None;
import java.util.List;

/** What is told of the trials, and what it is to be. Names are stable. */
final class Measures {
  private static final Goal FOR_INFORMATION = new None();

  /** Round by round. */
  static final List<Measure> ALL =
      List.of(
          Measure.ratio(
              "hold-to-naive",
              "hold of one free seat, against the naive server",
              Trials.HOLD,
              Trials.NAIVE,
              new AtLeast(1.2)),
          Measure.ratio(
              "hold-to-echo",
              "hold of one free seat, against the echo",
              Trials.HOLD,
              Trials.ECHO,
              new AtLeast(0.45)),
          Measure.ratio(
              "rush-to-naive",
              "95 % conflicts, against the naive server",
              Trials.RUSH,
              Trials.NAIVE_RUSH,
              new AtLeast(1.6)),
          Measure.ratio(
              "four-to-one",
              "calls that hold four seats, against calls that hold one",
              Trials.FOUR,
              Trials.HOLD,
              new AtLeast(0.7)),
          Measure.ratio(
              "book-to-transactions",
              "book of four held seats, against one transaction an order",
              Trials.BOOK,
              Trials.ORDERS,
              new AtLeast(2)),
          Measure.ratio(
              "pair-to-postgres",
              "hold then book, against PostgreSQL only",
              Trials.PAIRS,
              Trials.PLAIN_PAIRS,
              new AtLeast(3)),
          Measure.ratio(
              "status-to-echo",
              "status that has not changed, against the echo",
              Trials.STATUS,
              Trials.ECHO,
              new AtLeast(0.9)),
          Measure.ratio(
              "large-to-small",
              "hold in a hall of 80,000 seats, against 800",
              Trials.HOLD,
              Trials.SMALL_HALL,
              new AtLeast(0.9)),
          Measure.ratio(
              "many-to-one",
              "hold in 1,000 events in turn, against one",
              Trials.MANY_EVENTS,
              Trials.HOLD,
              new AtLeast(0.9)),
          Measure.ratio(
              "followed-to-alone",
              "hold with 100 stream readers and a webhook, against none",
              Trials.FOLLOWED,
              Trials.HOLD,
              new AtLeast(0.85)),
          Measure.of(
              "p99-to-p50",
              "p99 against p50 at 80 % of the best rate",
              Trials.LATENCY,
              "",
              new AtMost(5),
              Sample::spread),
          Measure.ratio(
              "crowd-to-usual",
              "hold over 256 connections, against 64",
              Trials.CROWD,
              Trials.HOLD,
              FOR_INFORMATION),
          Measure.ratio(
              "book-to-spread",
              "book of four held seats of one event, against transactions that are spread over 64",
              Trials.BOOK,
              Trials.SPREAD_ORDERS,
              FOR_INFORMATION),
          Measure.ratio(
              "seatsio-to-v1",
              "hold then book through seats.io's dialect, against v1",
              SeatsioTrials.PAIRS,
              Trials.PAIRS,
              FOR_INFORMATION),
          Measure.ratio(
              "best-to-named",
              "hold of the best four in a hall half taken, against four seats by their names",
              SeatsioTrials.BEST,
              Trials.FOUR,
              FOR_INFORMATION),
          Measure.ratio(
              "gate-to-hold",
              "the gate's script at Redis, against a hold",
              Trials.GATE,
              Trials.HOLD,
              FOR_INFORMATION),
          Measure.of(
              "conflicts",
              "conflicts of all answers in the rush",
              Trials.RUSH,
              "%",
              FOR_INFORMATION,
              sample ->
                  100.0 * sample.conflicts() / Math.max(1, sample.conflicts() + sample.done())));

  private Measures() {}
}
