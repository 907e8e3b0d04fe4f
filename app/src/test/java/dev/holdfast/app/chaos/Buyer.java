package dev.holdfast.app.chaos;

import dev.holdfast.app.history.Call;
import dev.holdfast.app.history.Result;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/**
 * Buys as people do: holds, hesitates, extends, books or thinks better of it, now here now there.
 */
final class Buyer implements Runnable {
  private static final int MOST_SEATS = 4;
  private static final int MOST_PLACES = 4;
  private static final int SHORTEST_SECONDS = 1;
  private static final int LONGEST_SECONDS = 5;
  private static final int THINKING_MILLIS = 120;

  /** At times a buyer comes back when the hold may be over. */
  private static final int LATE_MILLIS = 2_500;

  private final List<Caller> nodes;
  private final Random random;
  private final Queue<Set<String>> booked;
  private volatile boolean enough;

  /**
   * A buyer.
   *
   * @param booked where the seats of acknowledged bookings are put, for the house to release some
   */
  Buyer(List<Caller> nodes, long seed, Queue<Set<String>> booked) {
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
      String token = new UUID(random.nextLong(), random.nextLong()).toString();
      if (random.nextInt(4) == 0) {
        buyPlaces(token);
      } else {
        buySeats(token);
      }
      think();
    }
  }

  private Caller anywhere() {
    return nodes.get(random.nextInt(nodes.size()));
  }

  private void think() {
    Pausing.lasting(Duration.ofMillis(random.nextInt(THINKING_MILLIS)));
  }

  private int seconds() {
    return random.nextInt(SHORTEST_SECONDS, LONGEST_SECONDS + 1);
  }

  private void buySeats(String token) {
    Set<String> labels = new TreeSet<>();
    int wanted = random.nextInt(1, MOST_SEATS + 1);
    while (labels.size() < wanted) {
      labels.add(Hall.SEATS.get(random.nextInt(Hall.SEATS.size())));
    }
    int seconds = seconds();
    Call hold = anywhere().hold(labels, token, seconds);
    if (hold.result() == Result.UNKNOWN && random.nextBoolean()) {
      hold = anywhere().hold(labels, token, seconds);
    }
    if (hold.result() == Result.DONE) {
      goOn(labels, token);
    }
  }

  private void buyPlaces(String token) {
    String area = Hall.AREA;
    int places = random.nextInt(1, MOST_PLACES + 1);
    Call hold = anywhere().holdPlaces(area, token, places, seconds());
    if (hold.result() == Result.DONE) {
      goOn(Set.of(area), token);
    } else if (hold.result() == Result.REFUSED && random.nextInt(8) == 0) {
      anywhere().free(Set.of(area));
    }
  }

  private void goOn(Set<String> labels, String token) {
    hesitate();
    int mood = random.nextInt(10);
    if (mood < 2) {
      return;
    }
    if (mood < 4) {
      anywhere().release(labels, token);
      return;
    }
    if (mood < 6) {
      anywhere().extend(labels, token, seconds());
      hesitate();
    }
    Call book = book(labels, token);
    if (book.result() == Result.UNKNOWN && random.nextBoolean()) {
      book = book(labels, token);
    }
    if (book.result() == Result.DONE && !labels.contains(Hall.AREA)) {
      booked.add(labels);
    }
  }

  private Call book(Set<String> labels, String token) {
    Caller node = anywhere();
    return random.nextInt(3) == 0 ? node.bookByTmt(labels, token) : node.book(labels, token);
  }

  private void hesitate() {
    if (random.nextInt(12) == 0) {
      Pausing.lasting(Duration.ofMillis(random.nextInt(LATE_MILLIS)));
    } else {
      think();
    }
  }
}
