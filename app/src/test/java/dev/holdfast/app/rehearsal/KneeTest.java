package dev.holdfast.app.rehearsal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Steps of a second each, played with a clock that is moved by hand. */
final class KneeTest {
  private static final Duration BOUND = Duration.ofSeconds(1);
  private static final long MILLI = 1_000_000;
  private static final long SECOND = 1_000 * MILLI;

  private final Schedule schedule = Schedule.of(Rehearsed.options(5_000, 100, 400));
  private final Scoreboard board = new Scoreboard(schedule);
  private final List<StepResult> steps = new ArrayList<>();

  /** A step in which each of a hundred holds takes so long. */
  private KneeTest step(long nanos) {
    long start = steps.size() * SECOND;
    for (int n = 0; n < 100; n++) {
      long due = start + n * 9L * MILLI;
      board.came(due, due);
      board.due(due);
      board.answered(Act.HOLD, due, due + nanos);
      board.count(Mark.ANSWERED, due + nanos, 1);
      board.count(Mark.HELD, due, 1);
    }
    steps.add(board.result(steps.size(), 0.1));
    return this;
  }

  private KneeTest marked(Mark mark, long many) {
    board.count(mark, (steps.size() - 1) * SECOND, many);
    return this;
  }

  private Knee knee() {
    return Knee.of(steps, BOUND);
  }

  private static int number(Knee knee) {
    return knee.bad().map(StepResult::number).orElse(-1);
  }

  @Test
  void where_all_is_well_there_is_no_knee() {
    step(5 * MILLI).step(8 * MILLI).step(20 * MILLI);

    assertEquals(-1, number(knee()));
    assertEquals(2, knee().good().orElseThrow().number());
    assertFalse(Knee.over(steps, BOUND));
  }

  @Test
  void holds_that_take_longer_than_the_bound_are_the_knee() {
    step(5 * MILLI).step(100 * MILLI).step(1_200 * MILLI).step(1_900 * MILLI);

    assertEquals(2, number(knee()));
    assertEquals(1, knee().good().orElseThrow().number());
    assertTrue(knee().signs().contains(Sign.SLOW));
    assertTrue(Knee.over(steps, BOUND));
  }

  @Test
  void what_shows_only_after_the_knee_is_told_apart() {
    step(5 * MILLI).step(1_200 * MILLI).step(1_900 * MILLI).marked(Mark.REFUSED, 1);

    assertEquals(1, number(knee()));
    assertTrue(knee().signs().contains(Sign.SLOW));
    assertEquals(Set.of(Sign.REFUSED), knee().later());
  }

  @Test
  void refusals_for_overload_are_the_knee_and_conflicts_are_not() {
    step(5 * MILLI).marked(Mark.CONFLICT, 90).step(5 * MILLI).marked(Mark.REFUSED, 1);

    assertEquals(1, number(knee()));
    assertEquals(Set.of(Sign.REFUSED), knee().signs());
    assertFalse(Knee.over(steps, BOUND), "one step alone may be chance");
  }

  @Test
  void answers_that_no_longer_follow_are_the_knee_though_each_is_quick_enough() {
    step(5 * MILLI).step(400 * MILLI);

    assertEquals(1, number(knee()));
    assertEquals(Set.of(Sign.BEHIND), knee().signs());
  }

  @Test
  void a_slow_step_before_good_ones_is_none() {
    step(1_500 * MILLI).step(5 * MILLI).step(5 * MILLI);
    board.count(Mark.ANSWERED, 1, 100);

    assertEquals(-1, number(knee()));
    assertEquals(Set.of(), knee().signs());
  }

  @Test
  void a_rehearsal_that_is_late_itself_says_so() {
    step(5 * MILLI).step(5 * MILLI);
    for (int n = 0; n < 50; n++) {
      board.wentOn(SECOND + n, SECOND + n + 300 * MILLI);
    }

    assertTrue(knee().ours());
    assertEquals(1, number(knee()));
  }

  @Test
  void a_rehearsal_that_uses_up_its_machine_says_so_too() {
    step(5 * MILLI);
    steps.set(0, board.result(0, 0.95));

    assertTrue(knee().ours());
  }

  @Test
  void what_is_sold_out_ends_the_rise_and_is_no_knee() {
    step(5 * MILLI).step(5 * MILLI).marked(Mark.NOTHING_LEFT, 60);

    assertEquals(-1, number(knee()));
    assertEquals(Set.of(Sign.SOLD_OUT), knee().signs());
    assertTrue(Knee.over(steps, BOUND));
  }
}
