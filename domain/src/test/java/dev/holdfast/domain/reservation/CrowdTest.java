package dev.holdfast.domain.reservation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.domain.decision.Hall;
import dev.holdfast.domain.decision.JournalAudit;
import dev.holdfast.domain.event.Event;
import dev.holdfast.domain.hold.HoldPolicy;
import dev.holdfast.domain.hold.HoldToken;
import dev.holdfast.domain.inmemory.InMemorySeatLocks;
import dev.holdfast.domain.journal.JournalEntry;
import dev.holdfast.domain.journal.JournalKind;
import dev.holdfast.domain.journal.Origin;
import dev.holdfast.domain.port.IdSource;
import dev.holdfast.domain.port.Portion;
import dev.holdfast.domain.port.SeatLockPort;
import dev.holdfast.domain.refusal.Outcome;
import dev.holdfast.domain.reservation.HoldRequest.Item;
import dev.holdfast.domain.seat.ExtraData;
import dev.holdfast.domain.waiting.Deadlines;
import dev.holdfast.domain.writer.Writer;
import dev.holdfast.domain.writer.WriterLimits;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Two nodes with two lanes each, and many callers who start at the same moment. */
final class CrowdTest {
  private final Hall hall = Hall.openToCrowds(Hall.plan(40, 50));
  private final Event friday = hall.event("evt_friday");
  private final InMemorySeatLocks locks = new InMemorySeatLocks(hall.clock);
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final List<Writer> writers = new ArrayList<>();
  private final List<Future<?>> lanes = new ArrayList<>();
  private final InMemorySeatLocks otherLocks = new InMemorySeatLocks(hall.clock);
  private final List<SeatReservations> nodes = List.of(node(locks), node(otherLocks));

  private SeatReservations node(SeatLockPort gate) {
    WriterLimits limits =
        new WriterLimits(5_000, Duration.ofSeconds(20), 64, 500, Duration.ofSeconds(20), 2);
    Writer writer =
        new Writer(
            hall.ledger, hall.clock, IdSource.secure(), HoldPolicy.STANDARD, limits, _ -> {});
    writers.add(writer);
    for (int lane = 0; lane < limits.lanes(); lane++) {
      lanes.add(
          threads.submit(() -> {
            while (writer.awaitNext()) {
              // Until closed.
            }
            return true;
          }));
    }
    return new SeatReservations(
        Desks.waiting(writer, Deadlines.shared()),
        new Gate(gate, hall.clock),
        hall.catalog,
        hall.ledger,
        hall.tokens,
        hall.answers,
        threads);
  }

  @AfterEach
  void close() throws Exception {
    writers.forEach(Writer::close);
    for (Future<?> lane : lanes) {
      lane.get(20, TimeUnit.SECONDS);
    }
    threads.close();
  }

  private SeatReservations node(int caller) {
    return nodes.get(caller % nodes.size());
  }

  private Outcome<?> hold(int caller, Item... items) {
    HoldRequest request = House.request("token-" + caller, House.TEN_MINUTES, Arrays.asList(items));
    return node(caller).hold(friday, request, Origin.OWN);
  }

  /** What all callers, started at once, were told. */
  private <T> List<T> all(int callers, IntFunction<Callable<T>> work) throws Exception {
    CyclicBarrier start = new CyclicBarrier(callers);
    List<Future<T>> futures = new ArrayList<>();
    for (int caller = 0; caller < callers; caller++) {
      Callable<T> mine = work.apply(caller);
      futures.add(
          threads.submit(() -> {
            start.await();
            return mine.call();
          }));
    }
    List<T> told = new ArrayList<>();
    for (Future<T> future : futures) {
      told.add(future.get(60, TimeUnit.SECONDS));
    }
    return told;
  }

  private static long accepted(List<? extends Outcome<?>> outcomes) {
    return outcomes.stream().filter(Outcome.Accepted.class::isInstance).count();
  }

  private List<JournalEntry> journal() {
    List<JournalEntry> journal =
        hall.ledger.journal(friday.id(), 0, new Portion(10_000, Integer.MAX_VALUE)).entries();
    JournalAudit audit = new JournalAudit();
    journal.forEach(audit::read);
    assertEquals(List.of(), hall.ledger.audit(friday.id()));
    return journal;
  }

  @Test
  void I5_of_200_tokens_that_want_one_seat_one_gets_it() throws Exception {
    assertEquals(1, accepted(all(200, caller -> () -> hold(caller, House.seat("A-1")))));
    assertEquals(1, journal().size());
  }

  /** Without a gate, which would spare the ledger most of it. */
  @Test
  void I5_in_10000_tries_of_two_tokens_for_one_seat_exactly_one_gets_it_each_time()
      throws Exception {
    int rounds = 5_000;
    locks.setReachable(false);
    otherLocks.setReachable(false);
    CyclicBarrier together = new CyclicBarrier(2);
    List<List<Boolean>> won =
        all(
            2,
            caller ->
                () -> {
                  List<Boolean> mine = new ArrayList<>();
                  for (int round = 0; round < rounds; round++) {
                    together.await(20, TimeUnit.SECONDS);
                    mine.add(hold(caller, House.seat("A-1")) instanceof Outcome.Accepted<?>);
                    together.await(20, TimeUnit.SECONDS);
                    if (mine.getLast()) {
                      release(caller);
                    }
                  }
                  return mine;
                });
    for (int round = 0; round < rounds; round++) {
      assertNotEquals(won.getFirst().get(round), won.getLast().get(round), "round " + round);
    }
  }

  private void release(int caller) {
    ReleaseRequest.OfToken mine =
        new ReleaseRequest.OfToken(new HoldToken("token-" + caller), false);
    Outcome<Released> released =
        node(caller).release(friday, new ReleaseRequest(List.of("A-1"), mine), Origin.OWN);
    assertTrue(released instanceof Outcome.Accepted<?>, "lost while held");
  }

  @Test
  void I1_of_50_bookings_of_the_winner_one_succeeds() throws Exception {
    hold(0, House.seat("A-1"));
    BookRequest request =
        new BookRequest(new HoldToken("token-0"), List.of("A-1"), ExtraData.NONE, null);
    assertEquals(1, accepted(all(50, n -> () -> node(n).book(friday, request, Origin.OWN))));
    assertEquals(1, journal().stream().filter(entry -> entry.kind() == JournalKind.BOOKED).count());
  }

  @Test
  void I6_of_80_callers_for_50_places_those_who_fit_get_them() throws Exception {
    assertEquals(25, accepted(all(80, caller -> () -> hold(caller, House.places(2)))));
    journal();
  }

  @Test
  void I3_I10_batches_that_cross_each_other_end_and_are_all_or_nothing() throws Exception {
    List<Outcome<?>> told =
        all(
            60,
            caller -> {
              List<Item> items = new ArrayList<>();
              for (int seat = 1; seat <= 4; seat++) {
                items.add(House.seat("A-" + (1 + (caller + seat) % 8)));
              }
              if (caller % 2 == 0) {
                Collections.reverse(items);
              }
              return () -> hold(caller, items.toArray(Item[]::new));
            });
    assertTrue(accepted(told) <= 2);
    assertEquals(4 * accepted(told), journal().size());
  }

  @Test
  void I4_I7_a_seat_that_goes_round_among_many_never_has_two_holders() throws Exception {
    List<Integer> rounds =
        all(
            16,
            caller ->
                () -> {
                  HoldToken token = new HoldToken("token-" + caller);
                  int held = 0;
                  for (int round = 0; round < 10; round++) {
                    if (hold(caller, House.seat("A-1")) instanceof Outcome.Accepted<?>) {
                      held++;
                      Outcome<Released> released =
                          node(caller)
                              .release(
                                  friday,
                                  new ReleaseRequest(
                                      List.of("A-1"), new ReleaseRequest.OfToken(token, false)),
                                  Origin.OWN);
                      assertTrue(released instanceof Outcome.Accepted<?>, "lost while held");
                    }
                  }
                  return held;
                });
    assertEquals(2 * IntStream.range(0, 16).map(rounds::get).sum(), journal().size());
  }
}
