package dev.holdfast.app.chaos;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * Which faults befall a run, by a seed: every kind as often as any other, in any order.
 *
 * @param single those with one Redis
 * @param cluster those with a cluster of Redis servers
 */
record Schedule(List<Fault> single, List<Fault> cluster) {
  /** Nodes of a deployment. */
  static final int NODES = 3;

  private static final int SHORTEST_MILLIS = 300;

  /** How much longer than the shortest most faults may last, in milliseconds. */
  private static final int MORE_MILLIS = 2_000;

  /** The same for a run that everybody waits for. */
  private static final int LITTLE_MORE_MILLIS = 600;

  /** Longer than the five seconds that a transaction, or a wait for the writer, may last. */
  private static final int LONG_MILLIS = 5_500;

  private static final int LONGER_MILLIS = 1_500;

  private static Schedule of(long seed, int faults, List<FaultKind> kinds, int moreMillis) {
    Random random = new Random(seed);
    List<FaultKind> deck = new ArrayList<>();
    while (deck.size() < faults) {
      List<FaultKind> round = new ArrayList<>(kinds);
      Collections.shuffle(round, random);
      deck.addAll(round.subList(0, Math.min(round.size(), faults - deck.size())));
    }
    List<Fault> single = new ArrayList<>();
    List<Fault> cluster = new ArrayList<>();
    long failovers = deck.stream().filter(FaultKind::ofCluster).count();
    for (FaultKind kind : deck) {
      // A failover meets other trouble: about as many of what can happen there as well.
      boolean there =
          kind.ofCluster()
              || (kind.anywhere() && cluster.size() < 2 * failovers && random.nextInt(4) == 0);
      (there ? cluster : single).add(fault(kind, random, moreMillis));
    }
    return new Schedule(List.copyOf(single), List.copyOf(cluster));
  }

  /** Of all kinds. */
  static Schedule of(long seed, int faults) {
    return of(seed, faults, Arrays.asList(FaultKind.values()), MORE_MILLIS);
  }

  /** One of each kind that a single Redis can have, and none long but a frozen process. */
  static Schedule brief(long seed) {
    List<FaultKind> kinds =
        Arrays.stream(FaultKind.values()).filter(kind -> !kind.ofCluster()).toList();
    return of(seed, kinds.size(), kinds, LITTLE_MORE_MILLIS);
  }

  private static Fault fault(FaultKind kind, Random random, int moreMillis) {
    boolean one =
        kind == FaultKind.NODE_KILLED || kind == FaultKind.NODE_FROZEN || random.nextInt(3) > 0;
    int node = random.nextInt(NODES);
    boolean mayBeLong = kind == FaultKind.NODE_FROZEN || kind == FaultKind.REDIS_FROZEN;
    int millis =
        mayBeLong && random.nextInt(3) == 0
            ? LONG_MILLIS + random.nextInt(LONGER_MILLIS)
            : SHORTEST_MILLIS + random.nextInt(moreMillis);
    return new Fault(
        kind,
        one ? node : Fault.EVERY,
        Duration.ofMillis(millis),
        Duration.ofMillis(200 + random.nextInt(800)));
  }
}
