package dev.holdfast.http.seatsio.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.domain.chart.Category;
import dev.holdfast.domain.chart.Spot.Trait;
import dev.holdfast.domain.event.CategoryKey;
import dev.holdfast.domain.seat.ExtraData;
import dev.holdfast.domain.seat.Resale;
import dev.holdfast.domain.seat.SeatState;
import dev.holdfast.domain.seat.Tag;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Section 18, member by member: what is sold as one. */
final class ObjectInfoJsonTest {
  private static final String NO_TRAITS =
      "'isAccessible':false,'isCompanionSeat':false,'hasRestrictedView':false,"
          + "'hasLiftUpArmrests':false,'isHearingImpaired':false,'isSemiAmbulatorySeat':false,"
          + "'hasSignLanguageInterpretation':false,'isPlusSize':false,";

  static final String NO_SEASON =
      ",'seasonStatusOverriddenQuantity':0,'seasonStatusOverriddenQuantities':{}}";

  static final String FREE = "'isAvailable':true,'availabilityReason':'available'";

  private static final String SEAT_A_1 =
      "{'label':'A-1','labels':{'own':{'label':'1','type':'seat'},"
          + "'parent':{'label':'A','type':'row'}},'ids':{'own':'1','parent':'A'},";

  /** Members of the seat that stands alone in its row, up to what became of it. */
  private static String seat(String status, String then) {
    return SEAT_A_1
        + "'status':'"
        + status
        + "','categoryLabel':'Cat1','categoryKey':'9','objectType':'seat','forSale':true,"
        + then
        + NO_TRAITS;
  }

  private static Evening oneSeat() {
    return new Evening(new Drawn().in("9").row("A", 1));
  }

  @Test
  void a_free_seat_of_a_simple_chart_has_no_member_that_does_not_apply() {
    assertEquals(seat("free", "") + FREE + NO_SEASON, oneSeat().told("A-1"));
  }

  @Test
  void a_seat_in_a_section_tells_all_of_where_it_stands() {
    Drawn drawn =
        new Drawn()
            .in("10")
            .section("Section A", "Entrance 1", "midtrack")
            .floor("1", "Floor 1")
            .distance(88.40814)
            .traits(Trait.values())
            .row("B", 3);
    assertEquals(
        "{'label':'Section A-B-2','labels':{'own':{'label':'2','type':'seat'},"
            + "'parent':{'label':'B','type':'row'},'section':'Section A'},"
            + "'ids':{'own':'2','parent':'B','section':'Section A'},'status':'free',"
            + "'categoryLabel':'Cat2','categoryKey':'10','objectType':'seat','forSale':true,"
            + "'section':'Section A','entrance':'Entrance 1','zone':'midtrack',"
            + "'floor':{'name':'1','displayName':'Floor 1'},"
            + NO_TRAITS.replace("false", "true")
            + "'leftNeighbour':'Section A-B-1','rightNeighbour':'Section A-B-3',"
            + "'distanceToFocalPoint':88.40814,"
            + FREE
            + NO_SEASON,
        new Evening(drawn).told("Section A-B-2"));
  }

  @Test
  void the_ends_of_a_row_have_one_neighbour_and_a_floor_may_have_one_name_only() {
    Evening evening = new Evening(new Drawn().floor("1", null).row("A", 2));
    String rest = NO_TRAITS.substring(0, NO_TRAITS.length() - 1) + ",";
    assertTrue(evening.told("A-1").contains(rest + "'rightNeighbour':'A-2'," + FREE));
    assertTrue(evening.told("A-2").contains(rest + "'leftNeighbour':'A-1'," + FREE));
    assertTrue(evening.told("A-1").contains("'forSale':true,'floor':{'name':'1'},"));
  }

  @Test
  void each_trait_is_told_under_a_name_of_its_own() {
    String[] members = NO_TRAITS.split(",", -1);
    Trait[] traits = Trait.values();
    for (int i = 0; i < traits.length; i++) {
      String told = new Evening(new Drawn().traits(traits[i]).row("A", 1)).told("A-1");
      for (int j = 0; j < members.length; j++) {
        String member = i == j ? members[j].replace("false", "true") : members[j];
        assertTrue(told.contains(member), traits[i] + ": " + told);
      }
    }
  }

  @Test
  void displayed_names_are_labels_and_the_charts_own_are_ids() {
    Drawn drawn =
        new Drawn().section("S", null, null).row("A", 1).renamed("S-A-1", "one", "row A", "left");
    String told = new Evening(drawn).told("S-A-1");
    assertTrue(
        told.startsWith(
            "{'label':'S-A-1','labels':{'own':{'label':'one','type':'seat'},"
                + "'parent':{'label':'row A','type':'row'},'section':'left'},"
                + "'ids':{'own':'1','parent':'A','section':'S'},"),
        told);
    assertTrue(told.contains("'section':'S','isAccessible'"), told);
  }

  @Test
  void a_seat_without_a_category_has_neither_key_nor_label() {
    String told = new Evening(new Drawn().row("A", 1)).told("A-1");
    assertTrue(told.contains("'status':'free','objectType':'seat'"), told);
  }

  @Test
  void an_event_may_sell_a_seat_in_another_category_than_the_chart_does() {
    List<Category> own = List.of(new Category("gold", "Golden"));
    String golden = oneSeat().categories(own, "A-1", CategoryKey.of("gold")).told("A-1");
    assertTrue(golden.contains("'categoryLabel':'Golden','categoryKey':'gold',"), golden);
    String ten = oneSeat().categories(List.of(), "A-1", CategoryKey.of(10)).told("A-1");
    assertTrue(ten.contains("'categoryLabel':'Cat2','categoryKey':'10',"), ten);
    String none = oneSeat().categories(List.of(), "A-1", CategoryKey.of(77)).told("A-1");
    assertTrue(none.contains("'status':'free','categoryKey':'77',"), none);
  }

  @Test
  void a_booked_seat_tells_its_order_and_what_hangs_on_it() {
    SeatState booked =
        new SeatState.Taken(
            "booked", null, 0, Evening.NOW, "order1", Evening.tag("{\"foo\":{\"b\":[1.10]}}"));
    assertEquals(
        seat("booked", "'orderId':'order1','extraData':{'foo':{'b':[1.10]}},")
            + "'isAvailable':false,'availabilityReason':'booked'"
            + NO_SEASON,
        oneSeat().seat("A-1", booked).told("A-1"));
  }

  private static Tag tag(@Nullable String order, @Nullable String ticket, @Nullable Resale resale) {
    return new Tag("10", ExtraData.NONE, order, ticket, resale);
  }

  private static String told(SeatState state) {
    return oneSeat().seat("A-1", state).told("A-1");
  }

  @Test
  void a_free_seat_may_have_the_order_it_was_released_under() {
    assertEquals(
        seat("free", "'orderId':'order1',") + FREE + NO_SEASON,
        told(new SeatState.Free(tag("order1", null, null))));
  }

  @Test
  void the_kind_of_ticket_is_told_of_what_is_held_or_sold() {
    SeatState.Held held = (SeatState.Held) Evening.held("tok");
    Tag adult = tag("o", "adult", null);
    assertEquals(
        seat("reservedByToken", "'ticketType':'adult','orderId':'o','holdToken':'tok',")
            + "'isAvailable':false,'availabilityReason':'reservedByToken'"
            + NO_SEASON,
        told(new SeatState.Held(held.token(), 1, held.since(), held.until(), adult)));
    assertTrue(
        told(new SeatState.Taken("booked", null, 0, Evening.NOW, adult))
            .contains("'forSale':true,'ticketType':'adult','orderId':'o','isAccessible'"));
  }

  @Test
  void a_listing_is_told_while_the_seat_is_on_resale_and_only_then() {
    Tag listed = tag(null, null, new Resale("listing1"));
    assertEquals(
        seat("resale", "'resaleListingId':'listing1',")
            + "'isAvailable':false,'availabilityReason':'resale'"
            + NO_SEASON,
        told(new SeatState.Taken("resale", null, 0, Evening.NOW, listed)));
    Tag unlisted = tag(null, null, new Resale(null));
    for (SeatState state :
        List.of(
            new SeatState.Taken("resale", null, 0, Evening.NOW, unlisted),
            new SeatState.Taken("resale", null, 0, Evening.NOW, Tag.NONE),
            new SeatState.Taken("booked", null, 0, Evening.NOW, listed),
            new SeatState.Free(listed))) {
      assertFalse(told(state).contains("Listing"), state::toString);
    }
  }

  @Test
  void a_held_seat_tells_its_token() {
    assertEquals(
        seat("reservedByToken", "'holdToken':'tok',")
            + "'isAvailable':false,'availabilityReason':'reservedByToken'"
            + NO_SEASON,
        oneSeat().held("A-1", "tok").told("A-1"));
  }

  @Test
  void any_other_status_is_its_own_reason() {
    assertEquals(
        seat("lolzor", "") + "'isAvailable':false,'availabilityReason':'lolzor'" + NO_SEASON,
        oneSeat().taken("A-1", "lolzor", null).told("A-1"));
  }

  @Test
  void what_is_not_for_sale_is_not_available_and_a_status_says_more() {
    assertTrue(
        oneSeat()
            .notForSale("A-1")
            .told("A-1")
            .contains("'isAvailable':false,'availabilityReason':'not_for_sale'"));
    String sold = oneSeat().notForSale("A-1").booked("A-1").told("A-1");
    assertTrue(sold.contains("'forSale':false"), sold);
    assertTrue(sold.contains("'isAvailable':false,'availabilityReason':'booked'"), sold);
  }

  @Test
  void a_seat_in_a_channel_names_it() {
    assertEquals(
        seat("free", "'channel':'web',") + FREE + NO_SEASON,
        oneSeat().channel("web", "A-1").told("A-1"));
  }

  @Test
  void a_table_tells_its_seats_and_the_charts_own_flag_whatever_the_event_sells() {
    Evening evening =
        new Evening(new Drawn().in("9").distance(7).table("T1", 6, false).table("T2", 4, true))
            .byTable();
    assertEquals(
        "{'label':'T1','labels':{'own':{'label':'T1','type':'table'}},'ids':{'own':'T1'},"
            + "'status':'free','categoryLabel':'Cat1','categoryKey':'9','objectType':'table',"
            + "'forSale':true,'numSeats':6,'bookAsAWhole':false,'distanceToFocalPoint':7.0,"
            + FREE
            + NO_SEASON,
        evening.told("T1"));
    assertTrue(evening.told("T2").contains("'numSeats':4,'bookAsAWhole':true,"));
  }

  @Test
  void a_seat_at_a_table_has_the_table_as_its_parent_and_no_neighbours() {
    String told = new Evening(new Drawn().table("T1", 3, false)).told("T1-2");
    assertTrue(
        told.startsWith(
            "{'label':'T1-2','labels':{'own':{'label':'2','type':'seat'},"
                + "'parent':{'label':'T1','type':'table'}},'ids':{'own':'2','parent':'T1'},"),
        told);
    assertTrue(!told.contains("Neighbour"), told);
  }

  @Test
  void a_booth_is_told_like_a_seat_that_has_no_traits() {
    assertEquals(
        "{'label':'B1','labels':{'own':{'label':'B1','type':'booth'}},'ids':{'own':'B1'},"
            + "'status':'booked','categoryLabel':'Cat1','categoryKey':'9','objectType':'booth',"
            + "'forSale':true,'isAvailable':false,'availabilityReason':'booked'"
            + NO_SEASON,
        new Evening(new Drawn().in("9").booth("B1")).booked("B1").told("B1"));
  }

  @Test
  void what_the_event_does_not_offer_is_not_there() {
    Evening bySeat = new Evening(new Drawn().table("T1", 2, true));
    assertTrue(bySeat.objects().find("T1").isEmpty());
    assertTrue(bySeat.objects().find("T1-1").isPresent());
    assertTrue(bySeat.byTable().objects().find("T1-1").isEmpty());
    assertTrue(bySeat.objects().find("T1").isPresent());
    assertTrue(bySeat.objects().find("T9").isEmpty());
  }

  @Test
  void without_rules_tables_are_offered_as_the_chart_has_them() {
    Drawn drawn =
        new Drawn()
            .section("L", null, null)
            .table("T", 2, true)
            .section("R", null, null)
            .table("T", 1, false)
            .section(null, null, null)
            .row("T", 1)
            .booth("B")
            .area("GA", 5);
    assertEquals(
        List.of("L-T", "R-T-1", "T-1", "B", "GA"),
        new Evening(drawn).withoutRules().objects().all().stream().map(ObjectInfo::label).toList());
  }
}
