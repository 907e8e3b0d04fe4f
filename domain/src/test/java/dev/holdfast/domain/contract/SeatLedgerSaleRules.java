package dev.holdfast.domain.contract;

import static dev.holdfast.domain.contract.SeatLedgerRules.assertWaits;
import static dev.holdfast.domain.contract.SeatLedgerRules.inBackground;
import static dev.holdfast.domain.contract.SeatLedgerRules.lock;
import static dev.holdfast.domain.contract.SeatLedgerRules.result;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import dev.holdfast.domain.event.Event;
import dev.holdfast.domain.event.EventChange;
import dev.holdfast.domain.event.EventId;
import dev.holdfast.domain.event.ForSale;
import dev.holdfast.domain.event.SaleRules;
import dev.holdfast.domain.event.SoldBy;
import dev.holdfast.domain.port.EventPort.ChangeEventAnswer;
import dev.holdfast.domain.port.LedgerTransaction;
import java.util.Optional;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Test;

/** P171 to P174: what an event sells by changes before or after a transaction, never within. */
public interface SeatLedgerSaleRules extends SeatLedgerRules {
  private ChangeEventAnswer change(EventId event) {
    long on = catalog().rules(event).orElseThrow().version();
    SaleRules rules = SaleRules.NONE.mark(ForSale.START);
    return catalog().changeEvent(event, EventChange.rules(on, rules));
  }

  private static Event changed(ChangeEventAnswer answer) {
    return assertInstanceOf(ChangeEventAnswer.Changed.class, answer).event();
  }

  @Test
  default void P171_a_locked_event_shows_the_version_of_its_rules() {
    EventId event = anEvent();
    assertEquals(0, head(event).rules());
    long first = changed(change(event)).rules();
    assertEquals(first, head(event).rules());
    long second = changed(change(event)).rules();
    assertNotEquals(first, second);
    assertEquals(second, head(event).rules());
  }

  @Test
  default void P172_a_change_of_rules_waits_for_a_transaction_and_so_does_a_move()
      throws Exception {
    EventId event = anEvent();
    FutureTask<ChangeEventAnswer> changing;
    FutureTask<Optional<Event>> moving;
    try (LedgerTransaction transaction = begin()) {
      SoldBy before = lock(transaction, event).soldBy();
      changing = inBackground(() -> change(event));
      moving = inBackground(() -> catalog().moveToCopy(event, CatalogRules.fresh("copy"), "Copy"));
      assertWaits(changing);
      assertWaits(moving);
      assertEquals(Optional.of(before), catalog().soldBy(event));
    }
    long rules = changed(result(changing)).rules();
    Event moved = result(moving).orElseThrow();
    assertEquals(new SoldBy(moved.layout(), rules), head(event).soldBy());
  }

  @Test
  default void P173_what_was_changed_while_the_row_was_waited_for_is_seen() throws Exception {
    EventId event = anEvent();
    FutureTask<ChangeEventAnswer> changing;
    FutureTask<SoldBy> next;
    try (LedgerTransaction transaction = begin()) {
      lock(transaction, event);
      changing = inBackground(() -> change(event));
      assertWaits(changing);
      next =
          inBackground(() -> {
            try (LedgerTransaction waiting = begin()) {
              SoldBy seen = lock(waiting, event).soldBy();
              assertEquals(Optional.of(seen), catalog().soldBy(event));
              return seen;
            }
          });
      assertWaits(next);
    }
    changed(result(changing));
    result(next);
  }

  @Test
  default void P174_a_change_of_one_event_waits_for_no_other() {
    EventId locked = anEvent();
    EventId other = anEvent();
    try (LedgerTransaction transaction = begin()) {
      lock(transaction, locked);
      changed(change(other));
      assertNotEquals(0, catalog().rules(other).orElseThrow().version());
    }
  }
}
