package dev.holdfast.app.chaos;

import dev.holdfast.app.history.Result;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.Set;

/** Looks at the hall, and takes old bookings back, so that there is always something to sell. */
final class House implements Runnable {
  private static final Duration PACE = Duration.ofMillis(150);
  private static final int KEPT = 25;

  private final List<Caller> nodes;
  private final Random random;
  private final Queue<Set<String>> booked;
  private volatile boolean enough;

  House(List<Caller> nodes, long seed, Queue<Set<String>> booked) {
    this.nodes = nodes;
    this.random = new Random(seed);
    this.booked = booked;
  }

  void stop() {
    enough = true;
  }

  @Override
  public void run() {
    while (!enough) {
      Caller node = nodes.get(random.nextInt(nodes.size()));
      node.look();
      while (booked.size() > KEPT && !enough) {
        takeBack(node, booked.remove());
      }
      Pausing.lasting(PACE);
    }
  }

  /** What was perhaps not done is asked for again, after the others. */
  private void takeBack(Caller node, Set<String> labels) {
    Result result = node.free(labels).result();
    if (result == Result.NOTHING || result == Result.UNKNOWN) {
      booked.add(labels);
      Pausing.lasting(PACE);
    }
  }
}
