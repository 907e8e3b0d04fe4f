package dev.holdfast.domain.decision;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What is on resale goes back there, until it is sold for good or taken off (section 15.4). */
final class ChangeResaleTest {
  private final Day day = new Day().play("begin ada 100s\nbegin bob 900s");

  private void journalFrom(int seq, String... lines) {
    assertEquals(List.of(lines), day.journalFrom(seq));
  }

  @Test
  void what_is_released_by_its_holder_goes_back_on_resale_in_nobodys_name() {
    day.play(
        """
        change resale - A-1 listing=L1 order=o1 => A-1 resale [order=o1 resale=L1] v1
        change hold ada A-1/gold     => A-1 held by ada till 100s [resale=L1] v2
        change free ada A-1          => A-1 resale [resale=L1] v3
        """);
    journalFrom(
        2,
        "2 held A-1 v2 was resale by ada #2 till 100s",
        "3 released A-1 v3 was held by ada #2 as resale");
  }

  @Test
  void what_lapses_goes_back_on_resale_swept_or_not() {
    day.play(
        """
        change resale - A-1,A-2,A-3,A-4 => A-1 resale [resale] v1, A-2 resale [resale] v1, \
        A-3 resale [resale] v1, A-4 resale [resale] v1
        change hold ada A-1/gold,A-2,A-3,A-4 => A-1 held by ada till 100s [resale] v2, \
        A-2 held by ada till 100s [resale] v2, A-3 held by ada till 100s [resale] v2, \
        A-4 held by ada till 100s [resale] v2
        tick 100s
        expire A-1#5                 => ended 1
        see A-1                      => resale [resale] v3
        hold eve A-2 60s             => no: AlreadyTaken A-2 v2
        news A-2                     => taken v2
        change hold bob A-3          => A-3 held by bob till 900s [resale] v4
        change booked - A-4 if=free  => no: StatusNotAllowed A-4 v2 resale
        change free - A-4            => A-4 free v4
        """);
    journalFrom(
        9,
        "9 expired A-1 v3 was held by ada #5 as resale",
        "10 expired A-3 v3 was held by ada #7 as resale",
        "11 held A-3 v4 was resale by bob #11 till 900s",
        "12 expired A-4 v3 was held by ada #8 as resale",
        "13 released A-4 v4 was resale by nobody #0");
    assertEquals("gold", categoryOfTaken("A-1"));
  }

  @Test
  void what_is_back_on_resale_since_its_hold_lapsed_can_be_freed_swept_or_not() {
    day.play(
        """
        change resale - A-1,A-2      => A-1 resale [resale] v1, A-2 resale [resale] v1
        change hold ada A-1/gold,A-2 => A-1 held by ada till 100s [resale] v2, \
        A-2 held by ada till 100s [resale] v2
        tick 100s
        free A-1                     => freed A-1 v4
        free? A-2                    => freed A-2 v4
        """);
    journalFrom(
        5,
        "5 expired A-1 v3 was held by ada #3 as resale",
        "6 released A-1 v4 was resale by nobody #0",
        "7 expired A-2 v3 was held by ada #4 as resale",
        "8 released A-2 v4 was resale by nobody #0");
  }

  private String categoryOfTaken(String label) {
    return "" + day.office().rows(label).seats().getFirst().state().tag().category();
  }

  @Test
  void the_end_of_a_token_puts_back_what_it_held() {
    day.play(
        """
        change resale - A-1          => A-1 resale [resale] v1
        change hold ada A-1          => A-1 held by ada till 100s [resale] v2
        end ada                      => true
        change booked ada A-1        => no: TokenOver[]
        expire-token ada             => ended 1
        see A-1                      => resale [resale] v3
        news A-1                     => taken v3
        """);
  }

  @Test
  void sold_again_it_is_another_sale_and_goes_back_when_that_is_refunded() {
    day.play(
        """
        change hold bob A-1/gold     => A-1 held by bob till 900s v1
        change booked bob A-1        => A-1 booked by bob v2
        change resale - A-1 listing=L1 => A-1 resale by bob [resale=L1] v3
        change booked ada A-1/silver order=o2 => A-1 booked by ada [order=o2 resale=L1] v4
        change free - A-1 order=o3   => A-1 resale [order=o3 resale=L1] v5
        change free - A-1            => A-1 free v6
        """);
    journalFrom(
        3,
        "3 changed A-1 v3 was booked by bob #1 as resale",
        "4 booked A-1 v4 was resale by ada #0 [order=o2]",
        "5 released A-1 v5 was booked by ada #0 as resale [order=o3]",
        "6 released A-1 v6 was resale by nobody #0 [order=o3]");
    assertEquals("silver", "" + day.office().journal().get(3).category());
  }

  @Test
  void held_and_sold_out_of_resale_it_goes_back_as_well() {
    day.play(
        """
        change resale - A-1          => A-1 resale [resale] v1
        change hold ada A-1          => A-1 held by ada till 100s [resale] v2
        change booked ada A-1        => A-1 booked by ada [resale] v3
        change lost - A-1            => A-1 lost by ada [resale] v4
        free A-1                     => freed A-1 v5
        see A-1                      => resale [resale] v5
        free A-1                     => freed A-1 v6
        see A-1                      => free v6
        """);
  }

  @Test
  void another_offer_of_what_is_on_resale_stays_in_the_same_hands() {
    day.play(
        """
        change hold bob A-1          => A-1 held by bob till 900s v1
        change resale bob A-1 listing=L1 => A-1 resale by bob [resale=L1] v2
        change resale - A-1 listing=L2 unsold=A-1 => A-1 resale by bob [resale=L2] v3
        change resale ada A-1        => A-1 resale by bob [resale] v4
        """);
    journalFrom(
        2,
        "2 booked A-1 v2 was held by bob #1 as resale",
        "3 changed A-1 v3 was resale by bob #1",
        "4 changed A-1 v4 was resale by bob #1");
  }

  @Test
  void channels_are_nothing_to_whoever_resells_but_what_is_not_for_sale_is_not_sold() {
    day.play(
        """
        change resale - A-1,A-2      => A-1 resale [resale] v1, A-2 resale [resale] v1
        change hold ada A-1 elsewhere=A-1 => A-1 held by ada till 100s [resale] v2
        change booked - A-2 elsewhere=A-2 => A-2 booked [resale] v2
        change free ada A-1          => A-1 resale [resale] v3
        change hold ada A-1 unsold=A-1 => no: NotForSale A-1 v3
        change booked - A-1 unsold=A-1 => no: NotForSale A-1 v3
        change booked - A-3 elsewhere=A-3 => no: NotForSale A-3 v0
        """);
  }

  @Test
  void the_older_dialects_find_it_taken() {
    day.play(
        """
        change resale - A-1          => A-1 resale [resale] v1
        hold eve A-1 60s             => no: AlreadyTaken A-1 v1
        change hold ada A-1          => A-1 held by ada till 100s [resale] v2
        hold eve A-1 60s             => no: AlreadyHeld A-1 v2
        hold ada A-1 60s             => A-1 till 100s v2
        release ada A-1              => freed A-1 v3
        see A-1                      => resale [resale] v3
        change hold ada A-1          => A-1 held by ada till 100s [resale] v4
        extend ada A-1 150s          => A-1 till 150s v5
        book ada A-1                 => booked A-1 v6
        see A-1                      => booked by ada [resale] v6
        """);
  }
}
