package dev.holdfast.app.rehearsal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

final class ScheduleTest {
  private static final Options OPTIONS = Rehearsed.options(20_000, 10, 1_000);

  @Test
  void the_same_seed_plays_the_same_arrivals_and_another_one_others() {
    Schedule schedule = Schedule.of(OPTIONS);

    assertTrue(schedule.sameAs(Schedule.of(OPTIONS)));
    assertFalse(schedule.sameAs(Schedule.of(Rehearsed.seeded(OPTIONS, 2))));
  }

  @Test
  void the_same_seed_makes_up_the_same_minds() {
    assertEquals(
        Plan.of(OPTIONS, new SplittableRandom(5)), Plan.of(OPTIONS, new SplittableRandom(5)));
  }

  @Test
  void as_many_come_in_each_step_as_its_rate_says() {
    Schedule schedule = Schedule.of(OPTIONS);
    int[] came = new int[schedule.steps()];
    for (int buyer = 0; buyer < schedule.buyers(); buyer++) {
      came[schedule.stepAt(schedule.arrival(buyer))]++;
    }

    for (int step = 4; step < came.length - 1; step++) {
      double rate = schedule.rate(step);
      assertEquals(rate, came[step], 5 * Math.sqrt(rate), "step " + step);
    }
    assertEquals(20, schedule.rate(2), 1e-9, "two steps double it");
    assertEquals(1_000, schedule.rate(came.length - 1), "and there it stays");
  }

  @Test
  void what_is_after_the_last_arrival_is_no_step() {
    Schedule schedule = Schedule.of(OPTIONS);
    long last = schedule.arrival(schedule.buyers() - 1);

    assertEquals(schedule.steps() - 1, schedule.stepAt(last));
    assertEquals(schedule.steps(), schedule.stepAt(last + 1));
  }

  @Test
  void more_steps_than_anybody_would_sit_through_are_refused() {
    assertThrows(Refusal.class, () -> Schedule.of(Rehearsed.options(100_000, 0.1, 0.1)));
  }
}
