package dev.holdfast.domain.decision;

import org.junit.jupiter.api.Test;

final class CapacityLoweredTest {
  @Test
  void lapsed_places_beyond_a_lowered_capacity_are_nobodys() {
    new Day()
        .play(
            """
            layout pit=10
            hold ada pit*4 60s           => pit*4 till 60s v1
            hold bob pit*6 90s           => pit*6 till 90s v2
            layout pit=5
            tick 60s
            hold eve pit*1 60s           => no: InsufficientCapacity pit v2 free 0
            """);
  }

  @Test
  void lapsed_places_are_free_as_far_as_a_lowered_capacity_goes() {
    new Day()
        .play(
            """
            layout pit=10
            hold ada pit*8 60s           => pit*8 till 60s v1
            hold bob pit*2 90s           => pit*2 till 90s v2
            layout pit=5
            tick 60s
            hold eve pit*4 60s           => no: InsufficientCapacity pit v2 free 3
            hold eve pit*3 60s           => pit*3 till 120s v4
            """);
  }

  @Test
  void quantities_beyond_any_number_are_refused_and_not_wrapped_around() {
    new Day()
        .play(
            """
            layout pit=10
            hold ada pit/gold*5,pit/standing*2147483647 60s \
            => no: InsufficientCapacity pit v0 free 10
            """);
  }
}
