package dev.holdfast.app.bench.inner;

import dev.holdfast.app.v1.Json;
import dev.holdfast.app.v1.Layouts;
import dev.holdfast.domain.decision.Book;
import dev.holdfast.domain.decision.Command;
import dev.holdfast.domain.decision.EventDesk;
import dev.holdfast.domain.decision.Hold;
import dev.holdfast.domain.decision.Wanted;
import dev.holdfast.domain.event.EventHead;
import dev.holdfast.domain.event.EventId;
import dev.holdfast.domain.event.LayoutVersion;
import dev.holdfast.domain.hold.HoldPolicy;
import dev.holdfast.domain.hold.HoldToken;
import dev.holdfast.domain.journal.Origin;
import dev.holdfast.domain.port.EventPicture;
import dev.holdfast.domain.port.LedgerReads;
import dev.holdfast.domain.seat.ExtraData;
import dev.holdfast.domain.seat.Seat;
import dev.holdfast.domain.seat.SeatState;
import dev.holdfast.domain.seat.Tag;
import dev.holdfast.http.v1.StatusText;
import dev.holdfast.http.v1.V1Layouts;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** The loops that JMH measures. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class Loops {
  private static final Instant NOW = Instant.parse("2026-03-01T18:00:00Z");
  private static final EventId EVENT = new EventId(7);
  private static final LayoutVersion LAYOUT = new LayoutVersion(3, 1);
  private static final HoldToken ADA = new HoldToken("0123456789abcdef0123456789abcdef");
  private static final HoldToken BOB = new HoldToken("fedcba9876543210fedcba9876543210");
  private static final List<String> FOUR = List.of("R12-1", "R12-2", "R12-3", "R12-4");
  private static final int STATUS_SEATS = 4_000;
  private static final int LAYOUT_SEATS = 2_000;

  private final Hold holdOne = hold(ADA, List.of("R12-1"));
  private final Hold holdFour = hold(ADA, FOUR);
  private final Book bookFour = new Book(EVENT, ADA, FOUR, ExtraData.NONE, null, Origin.OWN);
  private final LedgerReads.OfEvent heldByAda = held(ADA);
  private final LedgerReads.OfEvent heldByBob = held(BOB);
  private final EventPicture picture =
      new EventPicture(
          STATUS_SEATS,
          NOW,
          IntStream.range(0, STATUS_SEATS)
              .mapToObj(n -> seat("R" + n / 1_000 + "-" + n, ADA))
              .toList(),
          List.of(),
          List.of());

  /** Seats one by one, as an editor sends them. */
  private final String layout =
      Layouts.labelled(IntStream.range(0, LAYOUT_SEATS).mapToObj(n -> "A-" + n).toList())
          .toString();

  private static Hold hold(HoldToken token, List<String> labels) {
    return new Hold(
        EVENT,
        LAYOUT,
        token,
        labels.stream().<Wanted>map(label -> new Wanted.WantedSeat(label, "premium")).toList(),
        Duration.ofMinutes(10),
        ExtraData.NONE,
        Origin.OWN);
  }

  private static LedgerReads.OfEvent held(HoldToken token) {
    return new LedgerReads.OfEvent(
        FOUR.stream().map(label -> seat(label, token)).toList(),
        List.of(),
        List.of(),
        Map.of(token, FOUR.size()),
        Map.of());
  }

  private static Seat seat(String label, HoldToken token) {
    Tag tag = new Tag("premium", ExtraData.NONE);
    return new Seat(label, 1, new SeatState.Held(token, 1, NOW, NOW.plusSeconds(600), tag));
  }

  private static Object decided(Command<?> command, LedgerReads.OfEvent reads) {
    EventDesk desk =
        new EventDesk(
            new EventHead(EVENT, 41, LAYOUT), command.reads(), reads, NOW, HoldPolicy.STANDARD);
    Object outcome = command.decide(desk);
    return desk.changed() ? desk.writes() : outcome;
  }

  /** A free seat. */
  @Benchmark
  public Object holdOfOneSeat() {
    return decided(holdOne, LedgerReads.OfEvent.NOTHING);
  }

  /** Four free seats. */
  @Benchmark
  public Object holdOfFourSeats() {
    return decided(holdFour, LedgerReads.OfEvent.NOTHING);
  }

  /** Four seats that somebody else holds. */
  @Benchmark
  public Object refusalOfFourSeats() {
    return decided(holdFour, heldByBob);
  }

  /** Four held seats. */
  @Benchmark
  public Object bookOfFourSeats() {
    return decided(bookFour, heldByAda);
  }

  /** A layout of 2,000 seats: parsed, checked, written out in full. */
  @Benchmark
  public Object layoutOfTwoThousandSeats() {
    return V1Layouts.draft(layout);
  }

  /** The status of an event with 4,000 held seats. */
  @Benchmark
  public Object statusOfFourThousandSeats() {
    return StatusText.of("an-event", picture);
  }

  /** What a client's JSON costs to read, for comparison. */
  @Benchmark
  public Object jsonOfOneHold() {
    return Json.parse(
        "{\"objectLabel\":\"R12-1\",\"holdToken\":\"0123456789abcdef\",\"ttlSeconds\":600}");
  }
}
