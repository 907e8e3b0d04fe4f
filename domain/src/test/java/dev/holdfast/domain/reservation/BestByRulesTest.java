package dev.holdfast.domain.reservation;

import static dev.holdfast.domain.reservation.House.accepted;
import static dev.holdfast.domain.reservation.House.refused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.holdfast.domain.chart.Category;
import dev.holdfast.domain.choice.Stalls;
import dev.holdfast.domain.choice.Wish;
import dev.holdfast.domain.decision.Chosen;
import dev.holdfast.domain.decision.Goal;
import dev.holdfast.domain.event.CategoryKey;
import dev.holdfast.domain.event.Channel;
import dev.holdfast.domain.event.Channels;
import dev.holdfast.domain.event.EventCategories;
import dev.holdfast.domain.event.EventChange;
import dev.holdfast.domain.event.ForSale;
import dev.holdfast.domain.event.SaleRules;
import dev.holdfast.domain.journal.Origin;
import dev.holdfast.domain.port.EventPort.ChangeEventAnswer;
import dev.holdfast.domain.refusal.Outcome;
import dev.holdfast.domain.refusal.Refusal;
import dev.holdfast.domain.reservation.StatusRequest.Seller;
import dev.holdfast.domain.writer.TroubledLedger.Step;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The choice is made of what the event's rules let the seller sell, as they are under the lock. */
final class BestByRulesTest {
  private final House house = House.open(Stalls.of("2x6+10"));

  private void sellBy(SaleRules rules) {
    long version = house.hall.catalog.rules(house.friday.id()).orElseThrow().version();
    assertInstanceOf(
        ChangeEventAnswer.Changed.class,
        house.hall.catalog.changeEvent(house.friday.id(), EventChange.rules(version, rules)));
  }

  private Outcome<Chosen> book(int number, Seller seller, String... categories) {
    Wish wish = new Wish(number, Set.of(categories), null, Set.of(), true, 0);
    Goal booked = new Goal.Take("booked", Optional.empty(), null);
    return house.reservations.changeBest(
        house.friday,
        new BestRequest(wish, booked, null, false, List.of(), List.of(), seller),
        Origin.OWN,
        Optional.empty());
  }

  private List<String> booked(int number, Seller seller, String... categories) {
    return accepted(book(number, seller, categories)).choice().objects();
  }

  private static Seller of(String... channels) {
    return new Seller(Optional.of(Set.of(channels)), false, false);
  }

  private static ForSale only(List<String> objects, Map<String, Integer> places) {
    return new ForSale(true, objects, places, List.of());
  }

  @Test
  void only_what_is_for_sale_is_chosen() {
    sellBy(SaleRules.NONE.mark(only(List.of("R2-1", "R2-2"), Map.of("pit", 3))));
    assertEquals(List.of("R2-1", "R2-2"), booked(2, Seller.WITHOUT_CHANNELS));
    assertEquals(List.of("pit"), booked(2, Seller.WITHOUT_CHANNELS));
    assertEquals(new Refusal.NothingAvailable(), refused(book(2, Seller.WITHOUT_CHANNELS)));
    assertEquals(List.of("pit"), booked(1, Seller.WITHOUT_CHANNELS));
    assertEquals(new Refusal.NothingAvailable(), refused(book(1, Seller.WITHOUT_CHANNELS)));
    house.journal();
  }

  @Test
  void what_is_taken_off_sale_on_the_way_is_not_chosen() {
    house.ledger.before(
        Step.LOCK, () -> sellBy(SaleRules.NONE.mark(only(List.of("R2-5", "R2-6"), Map.of()))));
    assertEquals(List.of("R2-5", "R2-6"), booked(2, Seller.WITHOUT_CHANNELS));
    assertEquals(new Refusal.NothingAvailable(), refused(book(1, Seller.WITHOUT_CHANNELS)));
  }

  @Test
  void each_seller_gets_the_best_of_his_channels() {
    Channel web =
        new Channel("1", "web", "Web", "#fff", 1, List.of("R1-3", "R1-4"), Map.of("pit", 4));
    sellBy(SaleRules.NONE.with(channels(web)));
    assertEquals(List.of("R2-3", "R2-4"), booked(2, Seller.WITHOUT_CHANNELS));
    assertEquals(List.of("R1-3", "R1-4"), booked(2, of("web")));
    assertEquals(List.of("pit"), booked(4, of("web")));
    assertEquals(new Refusal.NothingAvailable(), refused(book(1, of("phone"), "gold")));
    assertEquals(List.of("R1-1", "R1-2"), booked(2, new Seller(Optional.empty(), true, true)));
  }

  private static Channels channels(Channel... all) {
    return new Channels(List.of(all));
  }

  @Test
  void an_object_is_chosen_by_the_category_in_which_the_event_sells_it() {
    CategoryKey vip = CategoryKey.of(9);
    EventCategories own =
        EventCategories.NONE
            .withList(List.of(new Category("9", "Lounge", null, false, true)))
            .withObjects(Map.of("R2-1", vip, "R2-2", vip, "R1-1", CategoryKey.of("silver")));
    sellBy(SaleRules.NONE.with(own));
    assertEquals(List.of("R2-2"), booked(1, Seller.WITHOUT_CHANNELS, "lounge"));
    assertEquals(List.of("R2-1"), booked(1, Seller.WITHOUT_CHANNELS, "9"));
    assertEquals(new Refusal.NothingAvailable(), refused(book(1, Seller.WITHOUT_CHANNELS, "9")));
    assertEquals(
        List.of("R1-1", "R2-3", "R2-4", "R2-5", "R2-6"),
        booked(5, Seller.WITHOUT_CHANNELS, "Silver"));
    sellBy(SaleRules.NONE);
    accepted(house.free("R2-2"));
    assertEquals(new Refusal.NothingAvailable(), refused(book(1, Seller.WITHOUT_CHANNELS, "9")));
    assertEquals(List.of("R2-2"), booked(1, Seller.WITHOUT_CHANNELS, "Silver"));
  }
}
