package dev.holdfast.domain.reservation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.domain.catalog.Notations;
import dev.holdfast.domain.catalog.Sales;
import dev.holdfast.domain.choice.Adjacency;
import dev.holdfast.domain.choice.Choice;
import dev.holdfast.domain.choice.Stalls;
import dev.holdfast.domain.choice.Wish;
import dev.holdfast.domain.decision.ChangedObject;
import dev.holdfast.domain.decision.Chosen;
import dev.holdfast.domain.decision.Conditions;
import dev.holdfast.domain.decision.Goal;
import dev.holdfast.domain.decision.JournalAudit;
import dev.holdfast.domain.event.Event;
import dev.holdfast.domain.hold.HoldPolicy;
import dev.holdfast.domain.inmemory.InMemorySeatLocks;
import dev.holdfast.domain.journal.JournalEntry;
import dev.holdfast.domain.journal.Origin;
import dev.holdfast.domain.port.CatalogPort;
import dev.holdfast.domain.port.HoldTokenPort;
import dev.holdfast.domain.port.IdSource;
import dev.holdfast.domain.port.IdempotencyPort;
import dev.holdfast.domain.port.Portion;
import dev.holdfast.domain.port.SeatLedgerPort;
import dev.holdfast.domain.port.TimeSource;
import dev.holdfast.domain.refusal.Outcome;
import dev.holdfast.domain.refusal.Refusal;
import dev.holdfast.domain.reservation.StatusRequest.Item;
import dev.holdfast.domain.reservation.StatusRequest.Seller;
import dev.holdfast.domain.waiting.Deadlines;
import dev.holdfast.domain.writer.Writer;
import dev.holdfast.domain.writer.WriterLimits;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/**
 * Callers who all want the best seats of one event at the same moment, over two nodes with two
 * lanes each, on any store. What they are told is checked against the journal from its beginning.
 */
public final class BestHerd implements AutoCloseable {
  private static final WriterLimits LIMITS =
      new WriterLimits(5_000, Duration.ofSeconds(30), 256, 2_000, Duration.ofSeconds(30), 2);

  private final Stores stores;
  private final Event event;
  private final Stalls stalls;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final List<Writer> writers = new ArrayList<>();
  private final List<Future<?>> lanes = new ArrayList<>();
  private final List<SeatReservations> nodes;
  private final Set<String> gone = new HashSet<>();
  private final JournalAudit audit = new JournalAudit();

  /** Where they buy. */
  public record Stores(
      CatalogPort catalog, SeatLedgerPort ledger, HoldTokenPort tokens, IdempotencyPort answers) {}

  /**
   * For an event of which nothing is sold yet.
   *
   * @param stalls as they are published for it
   */
  public BestHerd(Stores stores, Event event, Stalls stalls) {
    this.stores = stores;
    this.event = event;
    this.stalls = stalls;
    nodes = List.of(node(), node());
  }

  private SeatReservations node() {
    TimeSource clock = TimeSource.system();
    Writer writer =
        new Writer(stores.ledger, clock, IdSource.secure(), HoldPolicy.STANDARD, LIMITS, _ -> {});
    writers.add(writer);
    for (int lane = 0; lane < LIMITS.lanes(); lane++) {
      lanes.add(threads.submit(() -> run(writer)));
    }
    return new SeatReservations(
        Desks.waiting(writer, Deadlines.shared()),
        new Gate(new InMemorySeatLocks(clock), clock),
        stores.catalog,
        new Sales(stores.catalog, new Notations(List.of(new Stalls.Reader()))),
        stores.ledger,
        stores.tokens,
        stores.answers,
        threads,
        KeyCaps.NONE);
  }

  private static boolean run(Writer writer) throws InterruptedException {
    while (writer.awaitNext()) {
      // Until closed.
    }
    return true;
  }

  @Override
  public void close() {
    writers.forEach(Writer::close);
    // Waits until the lanes have come to their end.
    threads.close();
    lanes.forEach(Future::resultNow);
  }

  /** Sells all but 600: ten side by side in each row of the front half, five lone ones behind. */
  public void sellAllBut600() {
    List<String> labels = new ArrayList<>();
    for (int row = 1; row <= stalls.rows(); row++) {
      for (int seat = 1; seat <= stalls.seats(); seat++) {
        boolean front = row <= stalls.rows() / 2;
        if (front ? seat < row || seat >= row + 10 : seat % 20 != 10) {
          labels.add(Stalls.label(row, seat));
        }
      }
    }
    sell(labels);
  }

  private void sell(List<String> labels) {
    for (int from = 0; from < labels.size(); from += 2_000) {
      List<Item> items =
          labels.subList(from, Math.min(labels.size(), from + 2_000)).stream()
              .map(label -> new Item(label, 1, null, null))
              .toList();
      Outcome<List<ChangedObject>> sold =
          nodes
              .getFirst()
              .change(
                  event,
                  new StatusRequest(
                      booked(), items, Conditions.NONE, "before", false, everybodys()),
                  Origin.OWN,
                  Optional.empty());
      assertInstanceOf(Outcome.Accepted.class, sold);
    }
    newest().forEach(entry -> gone.add(entry.object()));
  }

  private static Goal booked() {
    return new Goal.Take("booked", Optional.empty(), null);
  }

  private static Seller everybodys() {
    return Seller.WITHOUT_CHANNELS;
  }

  /**
   * Lets so many ask for so many seats each, all at once, and checks what becomes of it.
   *
   * @return how many were served
   */
  public int ask(int callers, int seats) throws Exception {
    CyclicBarrier start = new CyclicBarrier(callers);
    Map<String, Future<Outcome<Chosen>>> asked = new LinkedHashMap<>();
    for (int caller = 0; caller < callers; caller++) {
      String order = "order-" + caller;
      SeatReservations node = nodes.get(caller % nodes.size());
      asked.put(
          order,
          threads.submit(() -> {
            start.await();
            BestRequest request =
                new BestRequest(
                    Wish.of(seats), booked(), order, false, List.of(), List.of(), everybodys());
            return node.changeBest(event, request, Origin.OWN, Optional.empty());
          }));
    }
    Map<String, Chosen> served = new LinkedHashMap<>();
    for (Map.Entry<String, Future<Outcome<Chosen>>> each : asked.entrySet()) {
      switch (each.getValue().get(90, TimeUnit.SECONDS)) {
        case Outcome.Accepted<Chosen>(Chosen chosen) -> served.put(each.getKey(), chosen);
        case Outcome.Refused<Chosen>(List<Refusal> reasons) ->
            assertEquals(List.of(new Refusal.NothingAvailable()), reasons);
        case Outcome.Repeated<Chosen> repeated -> throw new AssertionError(repeated);
      }
    }
    check(served, seats, served.size() < callers);
    return served.size();
  }

  /** The journal tells in which order they came, and so what each had to choose from. */
  private void check(Map<String, Chosen> served, int seats, boolean someRefused) {
    Map<String, List<String>> inOrder = new LinkedHashMap<>();
    for (JournalEntry entry : newest()) {
      inOrder.computeIfAbsent("" + entry.order(), _ -> new ArrayList<>()).add(entry.object());
    }
    assertEquals(served.keySet(), inOrder.keySet());
    inOrder.forEach((order, objects) -> {
      Choice choice = Objects.requireNonNull(served.get(order)).choice();
      assertEquals(objects, choice.objects(), order);
      assertEquals(seats, objects.size(), order);
      assertEquals(hasRun(seats), choice.adjacency() == Adjacency.TOGETHER, order);
      objects.forEach(object -> assertTrue(gone.add(object), () -> object + " went twice"));
    });
    int left = stalls.rows() * stalls.seats() - gone.size();
    assertTrue(!someRefused || left < seats, () -> left + " are left, and somebody was refused");
  }

  /** What was written since it was read last, once the books are checked. */
  private List<JournalEntry> newest() {
    List<JournalEntry> more = new ArrayList<>();
    List<JournalEntry> part;
    do {
      part =
          stores
              .ledger
              .journal(event.id(), audit.seq(), new Portion(10_000, Integer.MAX_VALUE))
              .entries();
      part.forEach(audit::read);
      more.addAll(part);
    } while (!part.isEmpty());
    assertEquals(List.of(), stores.ledger.audit(event.id()));
    return more;
  }

  /** Whether so many seats side by side are not gone. */
  private boolean hasRun(int seats) {
    for (int row = 1; row <= stalls.rows(); row++) {
      int run = 0;
      for (int seat = 1; seat <= stalls.seats(); seat++) {
        run = gone.contains(Stalls.label(row, seat)) ? 0 : run + 1;
        if (run == seats) {
          return true;
        }
      }
    }
    return false;
  }
}
