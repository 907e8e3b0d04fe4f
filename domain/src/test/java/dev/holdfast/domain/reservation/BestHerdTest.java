package dev.holdfast.domain.reservation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.holdfast.domain.choice.Stalls;
import dev.holdfast.domain.decision.Hall;
import org.junit.jupiter.api.Test;

/** Two hundred who want the best at once, over a store in memory. */
final class BestHerdTest {
  private static final Stalls STALLS = Stalls.of("80x100");

  private static BestHerd herd() {
    Hall hall = Hall.openToCrowds(STALLS.plan());
    hall.publish(STALLS);
    return new BestHerd(
        new BestHerd.Stores(hall.catalog, hall.ledger, hall.tokens, hall.answers),
        hall.event("evt_friday"),
        STALLS);
  }

  @Test
  void I1_of_200_who_ask_for_four_seats_each_gets_the_best_that_those_before_him_have_left()
      throws Exception {
    try (BestHerd herd = herd()) {
      assertEquals(200, herd.ask(200, 4));
    }
  }

  @Test
  void I1_nobody_is_refused_while_enough_is_left_and_nobody_is_served_when_it_is_not()
      throws Exception {
    try (BestHerd herd = herd()) {
      herd.sellAllBut600();
      assertEquals(150, herd.ask(200, 4));
    }
  }
}
