package dev.holdfast.domain.decision;

import org.junit.jupiter.api.Test;

/** What the sale rules of an event leave of an object, under the lock. */
final class SaleTest {
  private final Day day = new Day();

  @Test
  void a_seat_that_is_not_for_sale_is_told_with_its_version() {
    day.play(
        """
        hold ada A-1 60s           => A-1 till 60s v1
        free A-1                   => freed A-1 v2
        rules A-1=no
        hold ada A-1,A-2 60s       => no: NotForSale A-1 v2
        rules A-1=other
        hold ada A-1,A-2 60s       => no: NotForSale A-1 v2
        rules A-1=0
        hold ada A-1,A-2 60s       => A-1 till 60s v3, A-2 till 60s v1
        """);
  }

  @Test
  void whoever_has_it_is_told_before_the_rules() {
    day.play(
        """
        hold ada A-1,A-2 60s       => A-1 till 60s v1, A-2 till 60s v1
        book ada A-2               => booked A-2 v2
        rules A-1=no
        rules A-2=no
        hold bob A-1,A-2 60s       => no: AlreadyHeld A-1 v1; AlreadyTaken A-2 v2
        hold ada A-1 90s           => A-1 till 60s v1
        tick 60s
        hold bob A-1 60s           => no: NotForSale A-1 v1
        """);
  }

  @Test
  void places_that_are_not_for_sale_count_as_if_there_were_none() {
    day.play(
        """
        layout pit=10
        rules pit=7
        hold ada pit*4 60s         => no: InsufficientCapacity pit v0 free 3
        hold ada pit*2 60s         => pit*2 till 60s v1
        hold bob pit*2 60s         => no: InsufficientCapacity pit v1 free 1
        rules pit=9
        hold bob pit*1 60s         => no: InsufficientCapacity pit v1 free 0
        tick 60s
        hold bob pit*2 60s         => no: InsufficientCapacity pit v1 free 1
        hold bob pit*1 60s         => pit*1 till 120s v3
        rules pit=no
        hold bob pit*1 60s         => no: NotForSale pit v3
        """);
  }

  @Test
  void booking_by_number_needs_rules_for_what_is_not_held() {
    day.play(
        """
        layout pit=10
        open ada pit*2 60s         => pit*2 till 60s v1
        rules pit=7
        book ada pit+4             => no: InsufficientCapacity pit v1 free 1
        rules pit=other
        book ada pit+3             => no: NotForSale pit v1
        rules pit=7
        book ada pit+3             => booked pit*3 v3
        """);
  }
}
