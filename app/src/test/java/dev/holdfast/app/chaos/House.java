package dev.holdfast.app.chaos;

import dev.holdfast.app.history.Deed;
import dev.holdfast.app.history.Result;
import dev.holdfast.app.history.StatusCall.Asked;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.UUID;

/** Looks at the hall, and takes old bookings back, so that there is always something to sell. */
final class House implements Runnable {
  private static final Duration PACE = Duration.ofMillis(150);
  private static final int KEPT = 25;

  private final Night night;
  private final SeatsioCaller service;
  private final Random random;
  private volatile boolean enough;

  /**
   * The house of one event.
   *
   * @param service by which it takes back some of them
   */
  House(Night night, SeatsioCaller service, Random random) {
    this.night = night;
    this.service = service;
    this.random = random;
  }

  void stop() {
    enough = true;
  }

  @Override
  public void run() {
    List<Caller> nodes = night.callers();
    Queue<Set<String>> booked = night.booked();
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
    Result result = random.nextInt(3) == 0 ? freeBySeatsio(labels) : node.free(labels).result();
    if (result == Result.NOTHING || result == Result.UNKNOWN) {
      night.booked().add(labels);
      Pausing.lasting(PACE);
    }
  }

  private Result freeBySeatsio(Set<String> labels) {
    List<String> objects = List.copyOf(labels);
    String order = new UUID(random.nextLong(), random.nextLong()).toString();
    Asked asked = new Asked(Deed.FREE, false, objects, objects.size(), "", null, order);
    return service.change(asked, List.of(night)).result();
  }
}
