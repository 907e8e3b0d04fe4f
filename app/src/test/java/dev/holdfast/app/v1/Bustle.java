package dev.holdfast.app.v1;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Buyers who hold seats for two seconds and let them lapse, give them back or buy them, and one who
 * holds and releases the same seat again and again to see how long a free seat is refused.
 */
public final class Bustle {
  private static final int BUYERS = 8;
  private static final int SEATS = 40;
  private static final int TTL_SECONDS = 2;
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final TestVenue venue;
  private final List<String> labels = Json.labels("R", 1, SEATS);
  private final long seed = Long.getLong("holdfast.seed", System.nanoTime());
  private final Queue<AssertionError> failures = new ConcurrentLinkedQueue<>();
  private final CountDownLatch finished = new CountDownLatch(BUYERS + 1);
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final AtomicLong longestRefusal = new AtomicLong();
  private volatile boolean enough;

  /** Begins. */
  public Bustle(ServiceUnderTest service) {
    venue = TestVenue.open(service, Layouts.wide(SEATS + 1));
    System.out.println("bustle with -Dholdfast.seed=" + seed);
    for (int buyer = 0; buyer < BUYERS; buyer++) {
      Random random = new Random(seed + buyer);
      threads.execute(() -> repeat(() -> buy(random)));
    }
    Random random = new Random(seed - 1);
    threads.execute(() -> repeat(() -> holdAndRelease(random)));
  }

  private void repeat(Runnable step) {
    try {
      while (!enough) {
        step.run();
      }
    } catch (AssertionError e) {
      failures.add(e);
    } finally {
      finished.countDown();
    }
  }

  private static String token(Random random) {
    return new UUID(random.nextLong(), random.nextLong()).toString();
  }

  private void buy(Random random) {
    String token = token(random);
    Set<String> batch =
        Set.of(labels.get(random.nextInt(SEATS / 2)), labels.get(SEATS / 2 + random.nextInt(20)));
    Answer hold = venue.holdAll(batch, token, TTL_SECONDS);
    assertTrue(hold.status() == 200 || hold.status() == 409, hold::shortened);
    if (hold.status() != 200) {
      return;
    }
    switch (random.nextInt(3)) {
      case 0 -> {
        // Left to lapse.
      }
      case 1 -> venue.release(batch, token);
      default -> {
        if (venue.book(batch, token).status() == 200) {
          venue.release(batch).ok();
        }
      }
    }
  }

  /** Nobody else wants this seat: a refusal is nobody's right. */
  private void holdAndRelease(Random random) {
    String seat = "R-" + (SEATS + 1);
    String token = token(random);
    long from = System.nanoTime();
    while (!enough && venue.holdAll(List.of(seat), token, TTL_SECONDS).status() != 200) {
      longestRefusal.accumulateAndGet(System.nanoTime() - from, Math::max);
    }
    venue.release(List.of(seat), token);
  }

  /** Lets it go on for a while. */
  public Bustle goOn(Duration time) {
    Eventually.at(Instant.now().plus(time));
    return this;
  }

  /** Sends everybody home and waits for the last hold to end. */
  public Bustle calm() {
    enough = true;
    try {
      assertTrue(finished.await(60, TimeUnit.SECONDS), "buyers are stuck");
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    threads.close();
    failures.forEach(failure -> {
      throw failure;
    });
    String seat = labels.getFirst();
    Eventually.within(
        PATIENCE,
        "a free seat can be held",
        () -> venue.holdAll(List.of(seat), "the-last-buyer", TTL_SECONDS).status() == 200);
    Eventually.within(PATIENCE, "every hold has ended", () -> Changes.allHoldsEnded(venue));
    return this;
  }

  /** I7: no gap, no effect before its cause, and an end to every hold. */
  public void assertTheJournalIsWhole() {
    Map<String, String> states = new HashMap<>();
    long seq = 0;
    for (JsonNode entry : Changes.all(venue)) {
      seq++;
      assertEquals(seq, Changes.seq(entry));
      String label = entry.path("objectLabel").asText();
      String before = states.getOrDefault(label, "free");
      assertEquals(before, entry.path("previousStatus").asText(), entry::toString);
      assertTrue(causes(Changes.type(entry)).contains(before), entry::toString);
      states.put(label, entry.path("status").asText());
    }
    assertTrue(seq > 100, "hardly a bustle: " + seq);
    assertEquals(Set.of("free"), Set.copyOf(states.values()));
  }

  /** What a seat can have been before. */
  private static Set<String> causes(String type) {
    return switch (type) {
      case "held" -> Set.of("free");
      case "extended", "booked", "expired" -> Set.of("held");
      case "released" -> Set.of("held", "booked");
      default -> throw new AssertionError("nobody knows " + type);
    };
  }

  /** For how long a free seat was refused at most. */
  public Duration longestRefusal() {
    return Duration.ofNanos(longestRefusal.get());
  }
}
