package dev.holdfast.domain.decision;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.domain.chart.SeatingPlan;
import dev.holdfast.domain.event.EventHead;
import dev.holdfast.domain.event.EventId;
import dev.holdfast.domain.event.LayoutVersion;
import dev.holdfast.domain.hold.HoldPolicy;
import dev.holdfast.domain.hold.HoldToken;
import dev.holdfast.domain.hold.TokenTerm;
import dev.holdfast.domain.integrity.Integrity;
import dev.holdfast.domain.integrity.IntegrityReport;
import dev.holdfast.domain.journal.JournalEntry;
import dev.holdfast.domain.port.CommitId;
import dev.holdfast.domain.port.DueHold;
import dev.holdfast.domain.port.EventBooks;
import dev.holdfast.domain.port.EventPicture;
import dev.holdfast.domain.port.HoldTokenPort;
import dev.holdfast.domain.port.LedgerReads;
import dev.holdfast.domain.port.LedgerTransaction;
import dev.holdfast.domain.port.LedgerWrites;
import dev.holdfast.domain.port.LockWish;
import dev.holdfast.domain.port.Portion;
import dev.holdfast.domain.port.ReadWish;
import dev.holdfast.domain.refusal.Outcome;
import dev.holdfast.domain.seat.Area;
import dev.holdfast.domain.seat.AreaRecord;
import dev.holdfast.domain.seat.Seat;
import dev.holdfast.domain.seat.SeatState;
import dev.holdfast.domain.seat.SeatState.Held;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One event whose commands are decided at its desk, without a writer between. After every
 * transaction the books are checked against themselves and against the journal.
 */
final class BoxOffice {
  /** Chart layouts stand still here; what is wanted says what the layout has. */
  static final LayoutVersion LAYOUT = new LayoutVersion(1, 1);

  final Hall hall = Hall.open(new SeatingPlan(Map.of()));
  final EventId event = hall.event("evt_tonight").id();
  private final LockWish lock = new LockWish(Optional.of(event), new TreeSet<>());
  private final HoldPolicy policy;
  private final JournalAudit audit = new JournalAudit();
  private final Map<String, String> news = new HashMap<>();
  private long commits;

  BoxOffice() {
    this(HoldPolicy.STANDARD);
  }

  BoxOffice(HoldPolicy policy) {
    this.policy = policy;
  }

  void tick(Duration time) {
    hall.clock.tick(time);
  }

  /** Decides one command in a transaction of its own. */
  Outcome<?> run(Command<?> command) {
    return together(List.of(command)).getFirst();
  }

  /** Decides several in one transaction, each with the effect of those before it. */
  List<Outcome<?>> together(List<Command<?>> commands) {
    ReadWish.OfEvent wish =
        ReadWish.OfEvent.all(event, commands.stream().map(Command::reads).toList());
    List<Outcome<?>> outcomes = new ArrayList<>();
    Map<Long, Long> counted = new HashMap<>();
    try (LedgerTransaction open = begin()) {
      EventHead head = Objects.requireNonNull(open.lock(lock).get(event));
      LedgerReads reads = open.read(new ReadWish(List.of(wish)));
      LedgerReads.OfEvent rows = Objects.requireNonNull(reads.events().get(event));
      EventDesk desk = new EventDesk(head, wish, rows, reads.now(), policy);
      news.clear();
      commands.forEach(command -> outcomes.add(decide(command, desk)));
      wish.keys().forEach(key -> counted.put(key, desk.keyHoldings().of(key)));
      if (desk.changed()) {
        open.write(new LedgerWrites(List.of(desk.writes())));
        open.commit();
      }
    }
    counted.forEach((key, places) -> assertEquals(heldThrough(key), places, "key " + key));
    audit.ended(endedBy(commands));
    checkBooks();
    return outcomes;
  }

  /** What the gate was told of a seat after the last transaction. */
  String news(String label) {
    return news.getOrDefault(label, "nothing");
  }

  /** How many places are held live through an API key. */
  long heldThrough(long key) {
    EventPicture picture = picture();
    return Stream.concat(
            picture.seats().stream().map(seat -> heldThrough(key, seat.state(), 1)),
            picture.records().stream().map(each -> heldThrough(key, each.state(), each.quantity())))
        .mapToLong(Long::longValue)
        .sum();
  }

  private static long heldThrough(long key, SeatState state, int places) {
    return state instanceof Held held && held.via() == key ? places : 0;
  }

  private static Set<HoldToken> endedBy(List<Command<?>> commands) {
    return commands.stream()
        .flatMap(
            each -> each instanceof ExpireToken ends ? Stream.of(ends.token()) : Stream.empty())
        .collect(Collectors.toSet());
  }

  /** Makes a token that expires by itself and holds nothing yet. */
  void begin(HoldToken token, Duration life) {
    ReadWish.OfEvent wish =
        new ReadWish.OfEvent(event, Set.of(), Set.of(token), Set.of(), Set.of());
    try (LedgerTransaction open = begin()) {
      EventHead head = Objects.requireNonNull(open.lock(lock).get(event));
      Instant now = open.read(new ReadWish(List.of(wish))).now();
      LedgerWrites.TokenChange made =
          new LedgerWrites.TokenChange(token, TokenTerm.from(now, life));
      open.write(
          new LedgerWrites(
              List.of(
                  new LedgerWrites.OfEvent(
                      event,
                      head.seq(),
                      List.of(),
                      List.of(),
                      List.of(),
                      List.of(),
                      List.of(),
                      List.of(made)))));
      open.commit();
    }
  }

  /** Ends a token's term; what it holds stays until it is expired. */
  boolean end(HoldToken token) {
    return hall.tokens.end(hall.workspace, token);
  }

  /** Gives a token another term; what it holds keeps its deadlines until it follows. */
  Optional<TokenTerm> renew(HoldToken token, Duration life) {
    return hall.tokens.renew(hall.workspace, token, life).map(HoldTokenPort.Standing::term);
  }

  /** The term of a token, if it has one. */
  Optional<TokenTerm> term(HoldToken token) {
    return Optional.ofNullable(terms(Set.of(token)).get(token));
  }

  private Map<HoldToken, TokenTerm> terms(Set<HoldToken> tokens) {
    try (LedgerTransaction open = begin()) {
      open.lock(lock);
      ReadWish.OfEvent wish = new ReadWish.OfEvent(event, Set.of(), tokens, Set.of(), Set.of());
      return Objects.requireNonNull(open.read(new ReadWish(List.of(wish))).events().get(event))
          .terms();
    }
  }

  /** No hold outlives its token, unless somebody ended that before its time. */
  private void checkTerms() {
    List<Held> holds =
        Stream.concat(
                picture().seats().stream().map(Seat::state),
                picture().records().stream().map(AreaRecord::state))
            .flatMap(state -> state instanceof Held held ? Stream.of(held) : Stream.empty())
            .toList();
    Set<HoldToken> tokens = holds.stream().map(Held::token).collect(Collectors.toSet());
    Map<HoldToken, TokenTerm> terms = terms(tokens);
    for (Held held : holds) {
      TokenTerm term = terms.get(held.token());
      boolean inTime =
          term == null || !term.liveAt(hall.clock.now()) || !held.until().isAfter(term.until());
      assertTrue(inTime, () -> held + " outlives " + term);
    }
  }

  private <A> Outcome<A> decide(Command<A> command, EventDesk desk) {
    int before = desk.writes().journal().size();
    Outcome<A> outcome = command.decide(desk);
    desk.news(command.seats(desk, outcome)).forEach(each -> news.put(each.label(), Told.of(each)));
    if (outcome instanceof Outcome.Refused<?>) {
      assertEquals(before, desk.writes().journal().size(), "a refusal changes nothing");
    }
    return outcome;
  }

  private LedgerTransaction begin() {
    return hall.ledger.begin(new CommitId(new UUID(0, ++commits)));
  }

  /** Seats and areas add up, and the journal tells the same story (I1, I6, I7). */
  void checkBooks() {
    for (JournalEntry entry :
        hall.ledger.journal(event, audit.seq(), new Portion(10_000, Integer.MAX_VALUE)).entries()) {
      audit.read(entry);
    }
    assertEquals(List.of(), hall.ledger.audit(event));
    checkTerms();
    for (Area area : picture().areas()) {
      assertEquals(audit.places(area.key(), "held"), area.held(), area::toString);
      assertEquals(audit.places(area.key(), "booked"), area.taken(), area::toString);
      assertEquals(area.capacity(), area.free() + area.held() + area.taken());
      assertEquals(audit.version(area.key()), area.version(), area::toString);
    }
    for (EventBooks.SeatRow seat : hall.ledger.books(event).orElseThrow().seats()) {
      assertEquals(audit.version(seat.label()), seat.version(), seat::toString);
      assertEquals(audit.word(seat.label()), seat.status(), seat::toString);
    }
    for (AreaRecord record : picture().records()) {
      if (record.state() instanceof SeatState.Taken taken) {
        String area = record.area();
        assertEquals(takenAs(area, taken.status()), audit.takenAs(area, taken.status()), area);
      }
    }
  }

  private int takenAs(String area, String word) {
    return picture().records().stream()
        .filter(each -> each.area().equals(area) && each.state().word().equals(word))
        .mapToInt(AreaRecord::quantity)
        .sum();
  }

  /** The same as an operator asks for it. */
  void checkIntegrity() {
    Outcome<IntegrityReport> outcome =
        new Integrity(hall.catalog, hall.ledger, hall.clock).check(hall.workspace, "evt_tonight");
    IntegrityReport report = ((Outcome.Accepted<IntegrityReport>) outcome).answer();
    assertTrue(report.ok(), report::toString);
  }

  EventPicture picture() {
    return hall.ledger.picture(event).orElseThrow();
  }

  List<JournalEntry> journal() {
    return hall.ledger.journal(event, 0, new Portion(10_000, Integer.MAX_VALUE)).entries();
  }

  /** What a sweep would find now. */
  List<DueHold> due() {
    return hall.ledger.due(10_000);
  }

  /** The row of an object, free ones included, as the ledger stores them. */
  LedgerReads.OfEvent rows(String object) {
    try (LedgerTransaction open = begin()) {
      open.lock(lock);
      ReadWish.OfEvent wish =
          new ReadWish.OfEvent(event, Set.of(object), Set.of(), Set.of(), Set.of(object));
      return Objects.requireNonNull(open.read(new ReadWish(List.of(wish))).events().get(event));
    }
  }
}
