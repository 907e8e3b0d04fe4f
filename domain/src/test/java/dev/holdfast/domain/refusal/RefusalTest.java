package dev.holdfast.domain.refusal;

import static dev.holdfast.domain.refusal.Refusals.ALL;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

final class RefusalTest {
  private static final Set<Class<?>> MAY_SUCCEED_LATER =
      Set.of(
          Refusal.ChartNotPublished.class,
          Refusal.TooManyWebhooks.class,
          Refusal.UnfitWorkspace.class,
          Refusal.ChartInUse.class,
          Refusal.TooManyTags.class,
          Refusal.ChannelKeyTaken.class,
          Refusal.TooManyChannels.class,
          Refusal.TooManyLabels.class,
          Refusal.EditsExhausted.class,
          Refusal.TokenLimit.class,
          Refusal.KeyLimit.class,
          Refusal.AlreadyTaken.class,
          Refusal.AlreadyHeld.class,
          Refusal.InsufficientCapacity.class,
          Refusal.StatusNotAllowed.class,
          Refusal.NotForSale.class,
          Refusal.NothingAvailable.class,
          Refusal.NotFoundOrFree.class);

  private static final Set<Class<?>> SEATS_THAT_ARE_GONE =
      Set.of(
          Refusal.AlreadyTaken.class,
          Refusal.AlreadyHeld.class,
          Refusal.InsufficientCapacity.class,
          Refusal.StatusNotAllowed.class,
          Refusal.NotForSale.class);

  @Test
  void every_kind_of_refusal_is_listed_here_in_the_order_of_the_records() {
    List<String> records =
        Arrays.stream(Refusal.class.getPermittedSubclasses()).map(Class::getSimpleName).toList();
    assertEquals(records, ALL.stream().map(each -> each.getClass().getSimpleName()).toList());
  }

  @Test
  void the_weight_follows_the_order_of_the_records_and_only_seats_that_are_gone_weigh_the_same() {
    for (int at = 1; at < ALL.size(); at++) {
      Refusal one = ALL.get(at - 1);
      Refusal next = ALL.get(at);
      boolean same =
          SEATS_THAT_ARE_GONE.contains(one.getClass())
              && SEATS_THAT_ARE_GONE.contains(next.getClass());
      assertEquals(one.precedence() + (same ? 0 : 1), next.precedence(), next::toString);
    }
  }

  @Test
  void each_says_whether_the_same_request_may_succeed_later() {
    assertEquals(
        MAY_SUCCEED_LATER,
        ALL.stream().filter(Refusal::retryable).map(Refusal::getClass).collect(Collectors.toSet()));
  }

  @Test
  void the_reasons_of_a_refusal_are_its_own() {
    List<String> categories = new ArrayList<>(List.of("gold"));
    Refusal.CategoryMismatch refusal = new Refusal.CategoryMismatch("A-1", categories);
    categories.add("floor");
    assertEquals(List.of("gold"), refusal.categories());
    assertTrue(new Refusal.AlreadyHeld("A-1", 1).retryable());
    assertFalse(new Refusal.NotHeldByToken("A-1", 1, false).retryable());
  }
}
