package dev.holdfast.domain.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.domain.hold.HoldToken;
import dev.holdfast.domain.port.ClaimAnswer;
import dev.holdfast.domain.port.ClaimAnswer.Blocked;
import dev.holdfast.domain.port.ClaimAnswer.Passed;
import dev.holdfast.domain.port.SeatNews;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/** L34 to L39: many at once. */
public interface SeatLockRaceRules extends SeatLockRules {
  int CROWD = 64;

  @Test
  default void L34_of_many_callers_exactly_one_passes() throws InterruptedException {
    try (SeatLockCrowd crowd = new SeatLockCrowd(CROWD)) {
      for (int round = 0; round < 50; round++) {
        String seat = "A-" + round;
        List<ClaimAnswer> answers = crowd.all(i -> () -> claim(new HoldToken("t" + i), seat));
        assertEquals(1, Collections.frequency(answers, new Passed()), "round " + round);
      }
    }
    assertEquals(50, entries());
  }

  @Test
  default void L35_a_token_that_races_itself_passes_every_time() throws InterruptedException {
    try (SeatLockCrowd crowd = new SeatLockCrowd(CROWD)) {
      List<ClaimAnswer> answers = crowd.all(_ -> () -> claim(ANN, "A-1", "A-2"));
      assertEquals(CROWD, Collections.frequency(answers, new Passed()));
    }
    assertEquals(2, entries());
  }

  @Test
  default void L36_crossing_claims_of_200_seats_never_both_pass_and_never_deadlock()
      throws InterruptedException {
    List<String> forwards = SeatLockRules.mostSeats();
    List<String> backwards = new ArrayList<>(forwards);
    Collections.reverse(backwards);
    try (SeatLockCrowd crowd = new SeatLockCrowd(8)) {
      for (int round = 0; round < 10; round++) {
        List<ClaimAnswer> answers =
            crowd.all(i -> {
              List<String> labels = i % 2 == 0 ? forwards : backwards;
              return () -> locks().claim(EVENT, new HoldToken("t" + i), labels, LONG);
            });
        int winner = answers.indexOf(new Passed());
        assertEquals(1, Collections.frequency(answers, new Passed()), "round " + round);
        locks().withdraw(EVENT, new HoldToken("t" + winner), forwards);
        assertEquals(0, entries());
      }
    }
  }

  @Test
  default void L37_those_who_passed_never_overlap() throws InterruptedException {
    SeatLockSeed seed = SeatLockSeed.choose();
    List<List<String>> wishes = new ArrayList<>();
    Random random = seed.random();
    for (int i = 0; i < CROWD; i++) {
      List<String> labels = new ArrayList<>(SeatLockRules.mostSeats());
      Collections.shuffle(labels, random);
      wishes.add(labels.subList(0, 1 + random.nextInt(12)));
    }
    List<String> won = new ArrayList<>();
    try (SeatLockCrowd crowd = new SeatLockCrowd(CROWD)) {
      List<ClaimAnswer> answers =
          crowd.all(i -> () -> locks().claim(EVENT, new HoldToken("t" + i), wishes.get(i), LONG));
      for (int i = 0; i < CROWD; i++) {
        if (answers.get(i) instanceof Passed) {
          won.addAll(wishes.get(i));
        }
      }
    }
    assertEquals(won.stream().distinct().count(), won.size(), seed.toString());
    assertEquals(won.size(), entries(), seed.toString());
  }

  @Test
  default void L38_nobody_sees_half_of_what_was_learned_or_claimed() throws InterruptedException {
    List<String> labels = SeatLockRules.mostSeats().subList(0, 50);
    AtomicBoolean done = new AtomicBoolean();
    List<Integer> halves = new ArrayList<>();
    try (SeatLockCrowd crowd = new SeatLockCrowd(2)) {
      crowd.all(i ->
          () -> {
            if (i == 0) {
              tellAlternately(labels, 200);
              done.set(true);
            }
            while (i == 1 && !done.get()) {
              halves.add(blockedBy(locks().claim(EVENT, BEN, labels, LONG)));
              locks().withdraw(EVENT, BEN, labels);
            }
            return i;
          });
    }
    halves.removeAll(List.of(0, labels.size()));
    assertEquals(List.of(), halves);
  }

  private void tellAlternately(List<String> labels, int times) {
    for (long version = 1; version <= times; version++) {
      List<SeatNews> news = new ArrayList<>();
      for (String label : labels) {
        news.add(
            version % 2 == 0
                ? SeatLockRules.free(label, version)
                : SeatLockRules.taken(label, version));
      }
      locks().learn(EVENT, news);
    }
  }

  private static int blockedBy(ClaimAnswer answer) {
    return answer instanceof Blocked blocked ? blocked.seats().size() : 0;
  }

  @Test
  default void L39_whatever_the_order_of_arrival_the_newest_news_stays()
      throws InterruptedException {
    SeatLockSeed seed = SeatLockSeed.choose();
    List<SeatNews> history = new ArrayList<>();
    for (long version = 1; version <= 200; version++) {
      history.add(
          version % 2 == 0
              ? SeatLockRules.taken("A-1", version)
              : SeatLockRules.held("A-1", version, ANN));
    }
    Collections.shuffle(history, seed.random());
    try (SeatLockCrowd crowd = new SeatLockCrowd(8)) {
      crowd.all(i ->
          () -> {
            for (int at = i; at < history.size(); at += 8) {
              learn(history.get(at));
            }
            return i;
          });
    }
    assertTaken("A-1", 200);
    assertTrue(entries() <= 1, seed.toString());
    assertNotEquals(new Passed(), claim(ANN, "A-1"), seed.toString());
  }
}
