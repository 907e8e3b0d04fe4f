package dev.holdfast.app.v1;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.holdfast.app.v1.SeatStream.Frame;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** However often a client is cut off, it misses nothing and hears nothing twice. */
public abstract class StreamResumeRules extends V1Rules {

  private static final int CUTS = 200;
  private static final int BUYERS = 4;
  private static final Duration MOMENT = Duration.ofMillis(100);

  private final long seed = Long.getLong("holdfast.seed", System.nanoTime());
  private final SeatMap map = new SeatMap();
  private final List<Long> seqs = new ArrayList<>();
  private long last = -1;
  private volatile boolean enough;

  @Test
  void a_client_that_is_cut_off_200_times_in_a_storm_has_every_change_once() {
    System.out.println("resumed stream with -Dholdfast.seed=" + seed);
    Random random = new Random(seed);
    try (ExecutorService buyers = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int buyer = 1; buyer <= BUYERS; buyer++) {
        Random own = new Random(seed + buyer);
        buyers.execute(() -> buy(own));
      }
      try {
        for (int cut = 0; cut < CUTS; cut++) {
          listen(random.nextInt(8));
        }
      } finally {
        enough = true;
      }
    }
    Eventually.within(
        ExpiryRules.LAPSE.plusSeconds(2),
        "short holds are over",
        () -> Changes.allHoldsEnded(venue));
    hearTheRest();

    assertTrue(last > CUTS, () -> "hardly a storm: " + last + " changes");
    assertEquals(LongStream.rangeClosed(1, last).boxed().toList(), seqs);
    assertEquals(SeatMap.of(venue), map.states());
    assertEquals(
        Changes.all(venue).stream().map(Changes::seq).toList(), seqs, "all that has happened");
  }

  @Test
  void a_client_from_far_behind_large_changes_has_every_one_once() {
    Changes.large(venue, 10, 6);
    last = 0;
    hearTheRest();

    assertEquals(LongStream.rangeClosed(1, 120).boxed().toList(), seqs);
  }

  @Test
  void a_picture_taken_at_any_time_and_what_follows_make_the_status() {
    System.out.println("pictures in a storm with -Dholdfast.seed=" + seed);
    try (ExecutorService buyers = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int buyer = 1; buyer <= BUYERS; buyer++) {
        Random own = new Random(seed + buyer);
        buyers.execute(() -> buy(own));
      }
      List<SeatStream> streams = new ArrayList<>();
      List<Frame> pictures = new ArrayList<>();
      try {
        for (int i = 0; i < 20; i++) {
          streams.add(SeatStream.of(venue));
          pictures.add(streams.getLast().snapshot());
        }
      } finally {
        enough = true;
      }
      buyers.shutdown();
      Eventually.within(Duration.ofSeconds(30), "buyers are home", buyers::isTerminated);
      Eventually.within(
          ExpiryRules.LAPSE.plusSeconds(2),
          "short holds are over",
          () -> Changes.allHoldsEnded(venue));
      List<JsonNode> all = Changes.all(venue);
      Map<String, String> now = SeatMap.of(venue);
      for (int i = 0; i < streams.size(); i++) {
        assertLeadsTo(now, Changes.seq(all.getLast()), pictures.get(i), streams.get(i));
      }
    }
  }

  private static void assertLeadsTo(
      Map<String, String> now, long end, Frame picture, SeatStream stream) {
    try (stream) {
      SeatMap one = new SeatMap();
      one.begin(picture.json());
      for (long seq = picture.seq() + 1; seq <= end; seq++) {
        Frame frame = stream.next();
        assertEquals(seq, frame.seq(), frame::toString);
        one.apply(frame.json());
      }
      assertEquals(now, one.states());
    }
  }

  /** One connection: so many frames, or what comes in a moment, then it is cut. */
  private void listen(int most) {
    try (SeatStream stream = connect()) {
      for (int i = 0; i < most; i++) {
        Frame frame = stream.poll(MOMENT).orElse(null);
        if (frame == null) {
          return;
        }
        hear(frame);
      }
    }
  }

  private SeatStream connect() {
    return last < 0 ? SeatStream.of(venue) : SeatStream.after(venue, last);
  }

  private void hear(Frame frame) {
    if (frame.comment()) {
      return;
    }
    if (frame.isSnapshot()) {
      assertTrue(last < 0, () -> "a picture although the client said what it has: " + frame);
      map.begin(frame.json());
      // Nothing before the picture counts as missed.
      LongStream.rangeClosed(1, frame.seq()).forEach(seqs::add);
    } else {
      seqs.add(frame.seq());
      map.apply(frame.json());
    }
    last = frame.seq();
  }

  private void hearTheRest() {
    long end = Changes.seq(Changes.all(venue).getLast());
    try (SeatStream stream = connect()) {
      while (last < end) {
        hear(stream.next());
      }
    }
  }

  private void buy(Random random) {
    while (!enough) {
      String token = new UUID(random.nextLong(), random.nextLong()).toString();
      int first = 1 + random.nextInt(25);
      List<String> labels = Json.labels("A", first, first + random.nextInt(4));
      if (venue.holdAll(labels, token, 1 + random.nextInt(2)).status() == 200) {
        int then = random.nextInt(4);
        if (then == 0) {
          venue.release(labels, token);
        } else if (then == 1) {
          venue.extend(token, 2);
        } else if (then == 2 && venue.book(labels, token).status() == 200) {
          // Most are given back, so that there is something to sell.
          if (random.nextInt(5) > 0) {
            venue.release(labels);
          }
        }
      }
    }
  }
}
