package dev.holdfast.domain.decision;

import org.junit.jupiter.api.Test;

final class ExtendWholeTokenTest {
  @Test
  void a_whole_token_means_its_seats_and_its_places_in_every_area() {
    new Day()
        .play(
            """
            layout pit=5
            layout floor=5
            hold ada A-1,pit*2,floor*1 60s \
            => A-1 till 60s v1, pit*2 till 60s v1, floor*1 till 60s v1
            hold bob pit*1 60s              => pit*1 till 60s v2
            tick 10s
            extend ada * 60s                => A-1 till 70s v2, floor till 70s v2, pit till 70s v3
            see pit                         => free 2 held 3 taken 0 v3, \
            #2 2 held by ada till 70s, #4 1 held by bob till 60s
            """);
  }
}
