package dev.holdfast.app.chaos;

import dev.holdfast.app.history.Call;
import dev.holdfast.app.history.History;
import dev.holdfast.app.history.HistoryCheck;
import dev.holdfast.app.v1.TestVenue;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Nodes, buyers and faults over two events, to the end of the last hold, and what is said of it.
 */
final class Act {
  /** Through v1 and tmt. */
  private static final int BUYERS = 10;

  /** Of those; the others buy for the second event. */
  private static final int OF_THE_FIRST = 8;

  /** Through seats.io's dialect, for either event or both. */
  private static final int SEATSIO_BUYERS = 4;

  private static final Duration PATIENCE = Duration.ofSeconds(15);
  private static final Duration SHORT_PATIENCE = Duration.ofSeconds(2);
  private static final Duration NEVER = Duration.ofSeconds(30);
  private static final Duration QUIET = Duration.ofSeconds(60);

  /** So long is sold before the first fault. */
  private static final Duration OVERTURE = Duration.ofSeconds(2);

  private final PostgresHouse postgres;
  private final GateHouse gate;
  private final Nodes nodes;
  private final List<Night> nights;
  private final List<Pulse> pulses;
  private final List<Buyer> buyers = new ArrayList<>();
  private final List<SeatsioBuyer> seatsioBuyers = new ArrayList<>();
  private final List<House> houses = new ArrayList<>();
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
    TestVenue venue = TestVenue.open(nodes.node(0), Hall.layout());
    nights =
        Stream.of(venue, venue.secondEvent())
            .map(event -> Night.of(event, nodes, PATIENCE))
            .toList();
    List<Caller> watchers =
        Caller.everywhere(nodes, venue, SHORT_PATIENCE, nights.getFirst().recorder());
    pulses =
        IntStream.range(0, Schedule.NODES)
            .mapToObj(node -> new Pulse(watchers.get(node), Hall.watched(node)))
            .toList();
    for (int buyer = 0; buyer < BUYERS; buyer++) {
      Night night = nights.get(buyer < OF_THE_FIRST ? 0 : 1);
      buyers.add(new Buyer(night.callers(), seed * BUYERS + buyer, night.booked()));
    }
    for (int buyer = 0; buyer < SEATSIO_BUYERS; buyer++) {
      Random random = new Random(-seed * SEATSIO_BUYERS - buyer);
      seatsioBuyers.add(new SeatsioBuyer(seatsioCaller(venue, random), nights, random));
    }
    for (Night night : nights) {
      Random random = new Random(seed + houses.size());
      houses.add(new House(night, seatsioCaller(venue, random), random));
    }
  }

  private SeatsioCaller seatsioCaller(TestVenue venue, Random random) {
    List<URI> addresses =
        IntStream.range(0, Schedule.NODES).mapToObj(node -> nodes.node(node).baseUri()).toList();
    return new SeatsioCaller(addresses, venue.sk().key(), PATIENCE, random);
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
    seatsioBuyers.forEach(this::go);
    houses.forEach(this::go);
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
                nights
                    .getFirst()
                    .recorder()
                    .odd(person.getClass().getSimpleName() + " gave up: " + e);
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
                nights.stream().mapToInt(night -> night.recorder().size()).sum()));
    saboteur.cleanUp(fault);
    Pausing.lasting(fault.calm());
  }

  private void sendHome() {
    pulses.forEach(Pulse::stop);
    buyers.forEach(Buyer::stop);
    seatsioBuyers.forEach(SeatsioBuyer::stop);
    houses.forEach(House::stop);
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
    List<String> wrong = new ArrayList<>();
    List<History> histories = new ArrayList<>();
    for (Night night : nights) {
      if (!Pausing.until(QUIET, night::isQuiet)) {
        throw new IllegalStateException("holds do not end");
      }
      Call look = night.callers().getFirst().look();
      histories.add(night.history(JournalReader.read(night.venue()), zero));
      wrong.addAll(night.recorder().odd());
      postgres.audit(night.event()).forEach(found -> wrong.add("audit: " + found));
      wrong.addAll(ReportCheck.of(night.venue(), look));
    }
    long from = System.nanoTime();
    HistoryCheck.of(histories).forEach(violation -> wrong.add(violation.toString()));
    Duration checked = Duration.ofNanos(System.nanoTime() - from);
    return new Verdict(recoveries, histories, checked, wrong, nodes.complaints());
  }
}
