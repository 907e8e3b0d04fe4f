package dev.holdfast.app.v1;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Buyers who hold and book batches of four seats as fast as they can, and remember what they were
 * told, until the service is gone or there is enough. Then the books are compared.
 */
public final class Storm {
  private static final int BUYERS = 16;
  private static final int SEATS = 1_000;
  private static final int BATCH = 4;

  /** Longer than any test: a hold that was acknowledged has not lapsed when it is looked for. */
  private static final int TTL_SECONDS = 3_600;

  private final TestVenue venue;
  private final List<String> labels = Json.labels("R", 1, SEATS);
  private final long seed = Long.getLong("holdfast.seed", System.nanoTime());
  private final Map<String, Set<String>> held = new ConcurrentHashMap<>();
  private final Map<String, Set<String>> booked = new ConcurrentHashMap<>();

  /** Batches somebody asked to book, answered or not. */
  private final Set<String> asked = ConcurrentHashMap.newKeySet();

  private final Queue<AssertionError> failures = new ConcurrentLinkedQueue<>();
  private final AtomicInteger refused = new AtomicInteger();
  private final ExecutorService buyers = Executors.newVirtualThreadPerTaskExecutor();
  private final CountDownLatch finished = new CountDownLatch(BUYERS);
  private volatile boolean enough;
  private boolean raging;

  /** A storm over a venue of its own. */
  public Storm(ServiceUnderTest service) {
    this.venue = TestVenue.open(service, Layouts.wide(SEATS));
    System.out.println("storm with -Dholdfast.seed=" + seed);
  }

  /** Lets the buyers in, once; returns when so many bookings are acknowledged in all. */
  public Storm rage(int bookings) {
    if (!raging) {
      raging = true;
      letIn();
    }
    Eventually.within(Duration.ofSeconds(60), "enough bookings", () -> booked.size() >= bookings);
    return this;
  }

  private void letIn() {
    for (int buyer = 0; buyer < BUYERS; buyer++) {
      Random random = new Random(seed + buyer);
      buyers.execute(() -> buy(random));
    }
  }

  /** Sends the buyers home and waits until they are. */
  public Storm calm() {
    enough = true;
    try {
      assertTrue(finished.await(60, TimeUnit.SECONDS), "buyers are stuck");
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    buyers.close();
    failures.forEach(failure -> {
      throw failure;
    });
    return this;
  }

  private void buy(Random random) {
    try {
      while (!enough) {
        buyOnce(random);
      }
    } catch (UncheckedIOException | IllegalStateException e) {
      // The service is gone; what was not answered may or may not have happened.
    } catch (AssertionError e) {
      failures.add(e);
    } finally {
      finished.countDown();
    }
  }

  private void buyOnce(Random random) {
    String token = new UUID(random.nextLong(), random.nextLong()).toString();
    Set<String> batch = new TreeSet<>();
    while (batch.size() < BATCH) {
      batch.add(labels.get(random.nextInt(SEATS)));
    }
    // A booking no longer shows its token, so the hold says it in its extra data as well.
    Answer hold =
        venue.seats(
            "hold",
            Json.object(
                "objectLabels",
                List.copyOf(batch),
                "holdToken",
                token,
                "ttlSeconds",
                TTL_SECONDS,
                "extraData",
                Json.object("token", token)));
    if (hold.status() != 200) {
      assertTrue(hold.status() == 409 || hold.status() >= 500, hold::shortened);
      refused.incrementAndGet();
      return;
    }
    held.put(token, batch);
    if (random.nextInt(4) > 0) {
      asked.add(token);
      Answer book = venue.book(batch, token);
      if (book.status() == 200) {
        booked.put(token, batch);
      } else {
        assertTrue(book.status() >= 500, () -> "a live hold was not booked: " + book.raw());
      }
    }
  }

  /**
   * Compares what was acknowledged with what the service knows now: every acknowledged hold and
   * booking is there, and no batch is half there.
   */
  public void assertNothingIsLost() {
    Map<String, Map<String, String>> known = statesByToken();
    held.forEach((token, batch) -> assertWhole(token, batch, known));
    booked.forEach((token, batch) ->
        assertEquals(
            Set.of("booked"), Set.copyOf(known.getOrDefault(token, Map.of()).values()), token));
    known.forEach((token, states) -> {
      assertEquals(BATCH, states.size(), () -> "half a batch is there: " + states);
      assertEquals(1, Set.copyOf(states.values()).size(), () -> "half booked: " + states);
    });
    System.out.printf(
        "storm: %d holds and %d bookings acknowledged, %d refused, all accounted for%n",
        held.size(), booked.size(), refused.get());
  }

  private void assertWhole(
      String token, Set<String> batch, Map<String, Map<String, String>> known) {
    Map<String, String> states = known.getOrDefault(token, Map.of());
    assertEquals(batch, states.keySet(), "an acknowledged hold is gone");
    if (!asked.contains(token)) {
      assertEquals(Set.of("held"), Set.copyOf(states.values()), "nobody asked to book this");
    }
  }

  /** Every object that is not free, by the token that has it. */
  private Map<String, Map<String, String>> statesByToken() {
    Map<String, Map<String, String>> known = new HashMap<>();
    for (JsonNode object : venue.objects()) {
      String status = object.path("status").asText();
      String token =
          status.equals("held")
              ? object.path("holdToken").asText()
              : object.path("extraData").path("token").asText();
      known
          .computeIfAbsent(token, _ -> new HashMap<>())
          .put(object.path("objectLabel").asText(), status);
    }
    return known;
  }
}
