package dev.holdfast.postgres.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.holdfast.domain.event.EventId;
import dev.holdfast.domain.hold.HoldToken;
import dev.holdfast.domain.port.LedgerReads;
import dev.holdfast.domain.port.LedgerTransaction;
import dev.holdfast.domain.port.LockWish;
import dev.holdfast.domain.port.ReadWish;
import dev.holdfast.domain.seat.Seat;
import dev.holdfast.postgres.PostgresSchema;
import dev.holdfast.postgres.Till;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What was read comes in the order in which it was asked for. */
final class WishedRowsTest {
  @RegisterExtension static final PostgresSchema SCHEMA = new PostgresSchema();

  /** Enough that no other order is the same by chance. */
  private static final int MANY = 20;

  @Test
  void events_objects_and_tokens_come_in_the_order_of_the_wish() {
    Till till = new Till(SCHEMA.store());
    List<EventId> events = new ArrayList<>();
    Set<HoldToken> tokens = new TreeSet<>();
    Set<String> labels = new TreeSet<>();
    for (int i = MANY; i > 0; i--) {
      events.add(till.anEvent());
      tokens.add(new HoldToken("token-" + i));
      labels.add("A-" + i);
      till.hold(events.getFirst(), new HoldToken("token-" + i), "A-" + i);
    }
    LedgerReads.OfEvent first;
    try (LedgerTransaction transaction = SCHEMA.store().ledger().begin(Till.aCommit())) {
      transaction.lock(new LockWish(Optional.empty(), new TreeSet<>(events)));
      LedgerReads reads =
          transaction.read(
              new ReadWish(
                  events.stream()
                      .map(each -> new ReadWish.OfEvent(each, labels, tokens, Set.of(), Set.of()))
                      .toList()));
      assertEquals(events, List.copyOf(reads.events().keySet()));
      first = Objects.requireNonNull(reads.events().get(events.getFirst()));
    }
    assertEquals(List.copyOf(labels), first.seats().stream().map(Seat::label).toList());
    assertEquals(List.copyOf(tokens), List.copyOf(first.holdings().keySet()));
  }
}
