package dev.holdfast.redis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.holdfast.domain.decision.Hall;
import dev.holdfast.domain.event.Event;
import dev.holdfast.domain.hold.HoldPolicy;
import dev.holdfast.domain.hold.HoldToken;
import dev.holdfast.domain.journal.Origin;
import dev.holdfast.domain.port.ClaimAnswer.Blocked;
import dev.holdfast.domain.port.ClaimAnswer.BlockedSeat;
import dev.holdfast.domain.port.IdSource;
import dev.holdfast.domain.port.SeatLockPort;
import dev.holdfast.domain.refusal.Outcome;
import dev.holdfast.domain.refusal.Refusal;
import dev.holdfast.domain.reservation.Desks;
import dev.holdfast.domain.reservation.Gate;
import dev.holdfast.domain.reservation.HoldRequest;
import dev.holdfast.domain.reservation.HoldRequest.SeatItem;
import dev.holdfast.domain.reservation.ReleaseRequest;
import dev.holdfast.domain.reservation.SeatReservations;
import dev.holdfast.domain.seat.ExtraData;
import dev.holdfast.domain.writer.Writer;
import dev.holdfast.domain.writer.WriterLimits;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two nodes before one server, which one of them cannot reach for a while. */
final class RedisMissedNewsTest {
  private static final Duration TEN_MINUTES = Duration.ofMinutes(10);
  private static final Duration BOUND = Duration.ofSeconds(5);

  private static RedisServer server;

  private final Hall hall = Hall.open(Hall.plan(20, 0));
  private final Event friday = hall.event("evt_friday");
  private TcpRelay relay;
  private Node node;
  private Node other;

  /** As it is wired in the service, with one thread for everything and a clock that stands. */
  private final class Node implements AutoCloseable {
    final RedisSeatLocks locks;
    final Gate gate;
    final SeatReservations reservations;

    Node(String url) {
      locks = RedisSeatLocks.open(RedisSettings.parse(url).withPatience(Duration.ofSeconds(2)));
      gate = new Gate(locks, hall.clock);
      Writer writer =
          new Writer(
              hall.ledger,
              hall.clock,
              IdSource.secure(),
              HoldPolicy.STANDARD,
              WriterLimits.STANDARD,
              hall.clock::tick);
      reservations =
          new SeatReservations(
              Desks.inline(writer),
              gate,
              hall.catalog,
              hall.ledger,
              hall.tokens,
              hall.answers,
              Runnable::run);
    }

    Outcome<?> hold(String token, String seat) {
      return reservations.hold(
          friday,
          new HoldRequest(
              new HoldToken(token), List.of(new SeatItem(seat, null)), TEN_MINUTES, ExtraData.NONE),
          Origin.OWN);
    }

    void release(String token, String seat) {
      ReleaseRequest.OfToken scope = new ReleaseRequest.OfToken(new HoldToken(token), false);
      accepted(reservations.release(friday, new ReleaseRequest(List.of(seat), scope), Origin.OWN));
    }

    @Override
    public void close() {
      locks.close();
    }
  }

  @BeforeAll
  static void start() {
    server = RedisServer.startProcess();
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @BeforeEach
  void open() {
    server.flush();
    int port = RedisSettings.parse(server.url()).servers().getFirst().port();
    relay = new TcpRelay("127.0.0.1", port);
    node = new Node("redis://127.0.0.1:" + relay.port());
    other = new Node(server.url());
  }

  @AfterEach
  void close() {
    node.close();
    other.close();
    relay.cut();
  }

  private static void accepted(Outcome<?> outcome) {
    assertInstanceOf(Outcome.Accepted.class, outcome, outcome::toString);
  }

  private static void refused(Refusal reason, Outcome<?> outcome) {
    assertInstanceOf(Outcome.Refused.class, outcome, outcome::toString);
    assertEquals(reason, ((Outcome.Refused<?>) outcome).first());
  }

  private void retell() {
    Waiting.until(BOUND, "everything is told", () -> node.gate.retell() == 0);
  }

  @Test
  void I11_a_release_that_redis_has_missed_opens_the_seat_to_all_once_it_can_be_reached() {
    accepted(node.hold("ada", "A-1"));
    relay.cut();
    node.release("ada", "A-1");
    refused(new Refusal.AlreadyHeld("A-1", 1), other.hold("bob", "A-1"));
    relay.mend();
    retell();
    accepted(other.hold("bob", "A-1"));
  }

  @Test
  void I11_who_asks_the_node_that_knows_is_not_refused_by_what_redis_has_missed() {
    accepted(node.hold("ada", "A-1"));
    relay.cut();
    node.release("ada", "A-1");
    relay.mend();
    accepted(node.hold("bob", "A-1"));
  }

  @Test
  void a_release_told_again_leaves_the_next_holder_s_lock() {
    accepted(node.hold("ada", "A-1"));
    relay.cut();
    node.release("ada", "A-1");
    server.flush();
    accepted(other.hold("bob", "A-1"));
    relay.mend();
    retell();
    assertEquals(
        new Blocked(List.of(new BlockedSeat("A-1", false, 3))),
        other.locks.claim(friday.id(), new HoldToken("eve"), List.of("A-1"), SeatLockPort.MAX_TTL));
  }
}
