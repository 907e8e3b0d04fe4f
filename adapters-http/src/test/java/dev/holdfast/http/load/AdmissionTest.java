package dev.holdfast.http.load;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.domain.inmemory.HandClock;
import dev.holdfast.http.load.Admission.Turn;
import dev.holdfast.http.route.Access;
import dev.holdfast.http.route.Answer;
import dev.holdfast.http.route.Endpoint;
import dev.holdfast.http.route.Route;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class AdmissionTest {
  private static final int FEWEST = 10;
  private static final int MOST = 100;
  private static final Duration SOON = Duration.ofSeconds(1);
  private static final Duration SLOW = SOON.plusMillis(1);
  private static final Endpoint NOTHING = _ -> Answer.ok(_ -> {});

  private static final Route HOLD = Route.post("/hold", Access.SECRET, NOTHING);
  private static final Route STATUS = Route.get("/status", Access.SECRET, NOTHING);
  private static final Route DRAFT = Route.get("/draft", Access.SECRET, NOTHING).ofWholeLayout();
  private static final Route HEALTH = Route.get("/health", Access.OPEN, NOTHING);

  private final HandClock clock = new HandClock(1);
  private final Admission admission =
      new Admission(new AdmissionBounds(FEWEST, MOST, SOON, 2, SOON, SOON), clock);

  /** As many as are let in, one after the other, while nobody leaves. */
  private List<Turn> all(Route route) {
    List<Turn> inside = new ArrayList<>();
    Optional<Turn> turn = admission.enter(route);
    while (turn.isPresent()) {
      inside.add(turn.get());
      turn = admission.enter(route);
    }
    return inside;
  }

  private int room(Route route) {
    List<Turn> inside = all(route);
    inside.forEach(Turn::close);
    return inside.size();
  }

  /** One after the other, each taking so long. */
  private void answered(int requests, Duration each) {
    for (int request = 0; request < requests; request++) {
      try (Turn _ = admission.enter(HOLD).orElseThrow()) {
        clock.advance(each);
      }
    }
  }

  @Test
  void I10_no_more_are_let_in_at_a_time_than_there_may_be_and_leaving_makes_room() {
    List<Turn> inside = all(HOLD);
    assertEquals(MOST, inside.size());
    assertTrue(admission.isCrowded(false, 0));
    inside.removeLast().close();
    assertFalse(admission.isCrowded(false, 0));
    assertTrue(admission.enter(HOLD).isPresent());
    assertTrue(admission.isCrowded(false, 0));
  }

  @Test
  void I10_those_who_were_told_to_come_in_and_are_on_their_way_count_as_well() {
    List<Turn> inside = all(HOLD);
    inside.removeLast().close();
    inside.removeLast().close();
    assertFalse(admission.isCrowded(false, 1));
    assertTrue(admission.isCrowded(false, 2));
  }

  @Test
  void I10_slow_answers_let_fewer_in_and_some_always() {
    answered(1, SLOW);
    assertEquals(90, room(HOLD));
    answered(1_000, SLOW);
    assertEquals(FEWEST, all(HOLD).size());
  }

  /** Else all newcomers are turned away while those inside leave, and nobody is served then. */
  @Test
  void I10_those_who_were_let_in_together_and_answered_late_let_fewer_in_only_once() {
    List<Turn> crowd = all(HOLD);
    clock.advance(SLOW);
    crowd.forEach(Turn::close);
    assertEquals(90, room(HOLD));
  }

  @Test
  void I10_the_later_answers_come_the_fewer_are_let_in_but_half_of_them_at_least() {
    answered(1, SOON.multipliedBy(5).dividedBy(4));
    assertEquals(80, all(HOLD).size());
    Admission frozen = new Admission(new AdmissionBounds(FEWEST, MOST, SOON, 2, SOON, SOON), clock);
    try (Turn _ = frozen.enter(HOLD).orElseThrow()) {
      clock.advance(SOON.multipliedBy(60));
    }
    int room = 0;
    while (frozen.enter(HOLD).isPresent()) {
      room++;
    }
    assertEquals(50, room);
  }

  @Test
  void I10_after_a_slow_time_a_full_house_that_answers_soon_lets_all_in_again() {
    answered(1_000, SLOW);
    int rounds = 0;
    while (room(HOLD) < MOST) {
      rounds++;
      assertTrue(rounds < 20, "never normal again");
    }
  }

  @Test
  void an_answer_that_comes_soon_enough_changes_nothing() {
    answered(1_000, SOON);
    assertEquals(MOST, all(HOLD).size());
  }

  @Test
  void I10_who_looks_does_not_keep_out_who_buys() {
    assertEquals(MOST, all(STATUS).size());
    assertEquals(2, all(DRAFT).size());
    assertTrue(admission.isCrowded(true, 0));
    assertFalse(admission.isCrowded(false, 0));
    assertEquals(MOST, all(HOLD).size());
  }

  @Test
  void whether_the_server_lives_can_always_be_asked() {
    all(HOLD);
    all(STATUS);
    for (int request = 0; request < 2 * MOST; request++) {
      assertTrue(admission.enter(HEALTH).isPresent());
    }
  }
}
