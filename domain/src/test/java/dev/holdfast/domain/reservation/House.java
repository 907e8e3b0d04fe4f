package dev.holdfast.domain.reservation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.holdfast.domain.catalog.Notations;
import dev.holdfast.domain.catalog.Sales;
import dev.holdfast.domain.chart.SeatingPlan;
import dev.holdfast.domain.choice.Stalls;
import dev.holdfast.domain.decision.Hall;
import dev.holdfast.domain.decision.JournalAudit;
import dev.holdfast.domain.event.Event;
import dev.holdfast.domain.hold.HoldPolicy;
import dev.holdfast.domain.hold.HoldToken;
import dev.holdfast.domain.inmemory.InMemorySeatLocks;
import dev.holdfast.domain.journal.JournalEntry;
import dev.holdfast.domain.journal.Origin;
import dev.holdfast.domain.port.IdSource;
import dev.holdfast.domain.port.Portion;
import dev.holdfast.domain.port.TimeSource;
import dev.holdfast.domain.refusal.Outcome;
import dev.holdfast.domain.refusal.Refusal;
import dev.holdfast.domain.reservation.HoldRequest.Item;
import dev.holdfast.domain.reservation.HoldRequest.PlacesItem;
import dev.holdfast.domain.reservation.HoldRequest.SeatItem;
import dev.holdfast.domain.reservation.ReleaseRequest.Anybodys;
import dev.holdfast.domain.reservation.ReleaseRequest.OfToken;
import dev.holdfast.domain.seat.ExtraData;
import dev.holdfast.domain.writer.TroubledLedger;
import dev.holdfast.domain.writer.Writer;
import dev.holdfast.domain.writer.WriterLimits;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;

/** One node of the service over a hall, with one thread for everything and a gate of its own. */
public final class House {
  static final Duration TEN_MINUTES = Duration.ofMinutes(10);

  public final Hall hall;
  public final Event friday;
  final InMemorySeatLocks locks;
  final TroubledGate port;
  final Gate gate;
  final TroubledLedger ledger;
  final Desks desks;
  final Stalls.Reader stalls = new Stalls.Reader();
  final SeatReservations reservations;

  /** Tokens that were ended before their time. */
  final Set<HoldToken> ended = new HashSet<>();

  private House(Hall hall, Event friday, InMemorySeatLocks locks, Executor background) {
    this(hall, friday, locks, background, hall.clock);
  }

  private House(
      Hall hall, Event friday, InMemorySeatLocks locks, Executor background, TimeSource clock) {
    this.hall = hall;
    this.friday = friday;
    this.locks = locks;
    port = new TroubledGate(locks);
    gate = new Gate(port, clock);
    ledger = new TroubledLedger(hall.ledger);
    Writer writer =
        new Writer(
            ledger,
            clock,
            IdSource.secure(),
            HoldPolicy.STANDARD,
            WriterLimits.STANDARD,
            hall.clock::tick);
    desks = Desks.inline(writer);
    reservations =
        new SeatReservations(
            desks,
            gate,
            hall.catalog,
            new Sales(hall.catalog, new Notations(List.of(stalls, new HallNotation(hall)))),
            hall.ledger,
            hall.tokens,
            hall.answers,
            background,
            KeyCaps.NONE);
  }

  /** A house with seats and a pit of 10 places, open on Friday. */
  public static House open() {
    return open(Hall.plan(20, 10), Runnable::run);
  }

  static House open(SeatingPlan plan) {
    return open(plan, Runnable::run);
  }

  /** One in which the best seats can be chosen. */
  static House open(Stalls stalls) {
    Hall hall = Hall.open(stalls.plan());
    hall.publish(stalls);
    Event friday = hall.event("evt_friday");
    return new House(hall, friday, new InMemorySeatLocks(hall.clock), Runnable::run);
  }

  /** One whose gate hears of new holds as the executor likes. */
  static House open(Executor background) {
    return open(Hall.plan(20, 10), background);
  }

  private static House open(SeatingPlan plan, Executor background) {
    Hall hall = Hall.open(plan);
    return new House(hall, hall.event("evt_friday"), new InMemorySeatLocks(hall.clock), background);
  }

  /** Another node of the same service, with a gate of its own that knows nothing of this one's. */
  House otherNode() {
    return new House(hall, friday, new InMemorySeatLocks(hall.clock), Runnable::run);
  }

  /** Another node of the same service, before the same gate. */
  House nodeAtTheSameGate() {
    return new House(hall, friday, locks, Runnable::run);
  }

  /** The same with a clock of its own, which may be wrong. */
  House otherNode(TimeSource clock) {
    return new House(hall, friday, new InMemorySeatLocks(clock), Runnable::run, clock);
  }

  static HoldToken token(String name) {
    return new HoldToken(name);
  }

  static SeatItem seat(String label) {
    return new SeatItem(label, null);
  }

  static PlacesItem places(int quantity) {
    return new PlacesItem("pit", null, quantity);
  }

  static HoldRequest request(String token, Duration ttl, List<Item> items) {
    return new HoldRequest(token(token), items, ttl, ExtraData.NONE);
  }

  public Outcome<List<HeldObject>> hold(String token, String... seats) {
    return hold(token, TEN_MINUTES, seats);
  }

  /** Two entries of the journal that carry so much: a seat is held and freed. */
  public void holdAndFree(String token, ExtraData extraData, String seat) {
    HoldRequest request =
        new HoldRequest(token(token), List.of(seat(seat)), TEN_MINUTES, extraData);
    reservations.hold(friday, request, Origin.OWN);
    free(seat);
  }

  Outcome<List<HeldObject>> hold(String token, Duration ttl, String... seats) {
    List<Item> items = Arrays.stream(seats).<Item>map(House::seat).toList();
    return reservations.hold(friday, request(token, ttl, items), Origin.OWN);
  }

  Outcome<List<HeldObject>> hold(String token, Item... items) {
    return reservations.hold(friday, request(token, TEN_MINUTES, List.of(items)), Origin.OWN);
  }

  Outcome<Extension> extend(String token, Duration ttl, String... objects) {
    return reservations.extend(
        friday.id(),
        new ExtendRequest(token(token), Optional.of(List.of(objects)), ttl),
        Origin.OWN);
  }

  Outcome<Extension> extendAll(String token, Duration ttl) {
    return reservations.extend(
        friday.id(), new ExtendRequest(token(token), Optional.empty(), ttl), Origin.OWN);
  }

  Outcome<List<TakenObject>> book(String token, String... objects) {
    return reservations.book(
        friday, new BookRequest(token(token), List.of(objects), ExtraData.NONE, null), Origin.OWN);
  }

  Outcome<Released> release(String token, String... objects) {
    OfToken scope = new OfToken(token(token), false);
    return reservations.release(friday, new ReleaseRequest(List.of(objects), scope), Origin.OWN);
  }

  public Outcome<Released> free(String... objects) {
    return reservations.release(
        friday, new ReleaseRequest(List.of(objects), new Anybodys(false)), Origin.OWN);
  }

  void tick(Duration time) {
    hall.clock.tick(time);
  }

  static <A> A accepted(Outcome<A> outcome) {
    assertInstanceOf(Outcome.Accepted.class, outcome, outcome::toString);
    return ((Outcome.Accepted<A>) outcome).answer();
  }

  static Refusal refused(Outcome<?> outcome) {
    return assertInstanceOf(Outcome.Refused.class, outcome, outcome::toString).first();
  }

  /** Friday's journal, checked for what must never be (I1, I6, I7). */
  List<JournalEntry> journal() {
    List<JournalEntry> journal =
        hall.ledger.journal(friday.id(), 0, new Portion(10_000, Integer.MAX_VALUE)).entries();
    JournalAudit audit = new JournalAudit().ended(ended);
    journal.forEach(audit::read);
    assertEquals(List.of(), hall.ledger.audit(friday.id()));
    return journal;
  }
}
