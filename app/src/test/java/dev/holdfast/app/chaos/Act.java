package dev.holdfast.app.chaos;

import dev.holdfast.app.history.Call;
import dev.holdfast.app.history.History;
import dev.holdfast.app.history.HistoryCheck;
import dev.holdfast.app.history.Line;
import dev.holdfast.app.history.Result;
import dev.holdfast.app.history.Standing;
import dev.holdfast.app.v1.TestVenue;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/** Nodes, buyers and faults over one event, to the end of the last hold, and what is said of it. */
final class Act {
  private static final int BUYERS = 14;
  private static final Duration PATIENCE = Duration.ofSeconds(15);
  private static final Duration SHORT_PATIENCE = Duration.ofSeconds(2);
  private static final Duration NEVER = Duration.ofSeconds(30);
  private static final Duration QUIET = Duration.ofSeconds(60);

  private static final Duration QUIET_PACE = Duration.ofMillis(200);

  /** So long is sold before the first fault. */
  private static final Duration OVERTURE = Duration.ofSeconds(2);

  private final PostgresHouse postgres;
  private final GateHouse gate;
  private final Nodes nodes;
  private final TestVenue venue;
  private final Recorder recorder = new Recorder();
  private final List<Caller> callers;
  private final List<Pulse> pulses;
  private final List<Buyer> buyers = new ArrayList<>();
  private final House house;
  private final List<Thread> threads = new ArrayList<>();
  private final List<Recovery> recoveries = new ArrayList<>();
  private final Consumer<String> progress;
  private final Instant zero = Instant.now().minusNanos(System.nanoTime());

  private Act(
      Nodes nodes, PostgresHouse postgres, GateHouse gate, long seed, Consumer<String> progress) {
    this.nodes = nodes;
    this.postgres = postgres;
    this.gate = gate;
    this.progress = progress;
    venue = TestVenue.open(nodes.node(0), Hall.layout());
    callers = callers(PATIENCE);
    List<Caller> watchers = callers(SHORT_PATIENCE);
    pulses =
        IntStream.range(0, Schedule.NODES)
            .mapToObj(node -> new Pulse(watchers.get(node), Hall.watched(node)))
            .toList();
    Queue<Set<String>> booked = new ConcurrentLinkedQueue<>();
    for (int buyer = 0; buyer < BUYERS; buyer++) {
      buyers.add(new Buyer(callers, seed * BUYERS + buyer, booked));
    }
    house = new House(callers, seed, booked);
  }

  private List<Caller> callers(Duration patience) {
    List<Caller> callers = new ArrayList<>();
    for (int node = 0; node < Schedule.NODES; node++) {
      URI event =
          URI.create(nodes.node(node).baseUri() + TestVenue.EVENTS + "/" + venue.eventKey());
      callers.add(new Caller("node " + node, event, venue.sk().key(), patience, recorder));
    }
    return callers;
  }

  /** Plays all of it; the stores are left as they are. */
  static Verdict play(
      Path data,
      PostgresHouse postgres,
      GateHouse gate,
      List<Fault> faults,
      long seed,
      Consumer<String> progress) {
    try (Nodes nodes = Nodes.start(data, postgres, gate)) {
      return new Act(nodes, postgres, gate, seed, progress).play(faults);
    }
  }

  private Verdict play(List<Fault> faults) {
    pulses.forEach(this::go);
    buyers.forEach(this::go);
    go(house);
    try {
      Pausing.lasting(OVERTURE);
      Saboteur saboteur = new Saboteur(nodes, postgres, gate);
      for (Fault fault : faults) {
        play(fault, saboteur);
      }
    } finally {
      sendHome();
    }
    return verdict();
  }

  private void go(Runnable person) {
    threads.add(
        Thread.ofVirtual()
            .start(() -> {
              try {
                person.run();
              } catch (RuntimeException e) {
                recorder.odd(person.getClass().getSimpleName() + " gave up: " + e);
              }
            }));
  }

  private void play(Fault fault, Saboteur saboteur) {
    saboteur.play(fault, end -> pulses.forEach(pulse -> pulse.lookFrom(end)));
    boolean sells = Pausing.until(NEVER, () -> pulses.stream().allMatch(Pulse::sells));
    if (!sells) {
      throw new IllegalStateException("not selling again " + NEVER + " after " + fault);
    }
    List<Duration> took = pulses.stream().map(Pulse::took).sorted().toList();
    Recovery recovery = new Recovery(fault, took.getFirst(), took.getLast());
    recoveries.add(recovery);
    progress.accept(
        "%s: sold again after %d ms, on every node after %d ms; %d calls so far"
            .formatted(
                fault,
                recovery.any().toMillis(),
                recovery.every().toMillis(),
                recorder.calls().size()));
    saboteur.cleanUp(fault);
    Pausing.lasting(fault.calm());
  }

  private void sendHome() {
    pulses.forEach(Pulse::stop);
    buyers.forEach(Buyer::stop);
    house.stop();
    try {
      for (Thread thread : threads) {
        if (!thread.join(QUIET)) {
          throw new IllegalStateException("somebody is stuck");
        }
      }
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private Verdict verdict() {
    Caller last = callers.getFirst();
    if (!Pausing.until(QUIET, () -> isQuiet(last))) {
      throw new IllegalStateException("holds do not end");
    }
    Call look = last.look();
    List<Line> journal = JournalReader.read(venue);
    List<Call> calls = recorder.calls();
    History history = new History(calls, journal, Map.of(Hall.AREA, Hall.CAPACITY), zero);
    List<String> wrong = new ArrayList<>(recorder.odd());
    long from = System.nanoTime();
    HistoryCheck.of(history).forEach(violation -> wrong.add(violation.toString()));
    Duration checked = Duration.ofNanos(System.nanoTime() - from);
    postgres.audit(venue.eventKey()).forEach(found -> wrong.add("audit: " + found));
    wrong.addAll(ReportCheck.of(venue, look));
    return new Verdict(recoveries, calls, journal.size(), checked, wrong, nodes.complaints());
  }

  private static boolean isQuiet(Caller last) {
    Pausing.lasting(QUIET_PACE);
    Call look = last.look();
    return look.result() == Result.DONE
        && look.sights().stream().noneMatch(sight -> sight.standing() == Standing.HELD);
  }
}
