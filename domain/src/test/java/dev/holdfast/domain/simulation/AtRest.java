package dev.holdfast.domain.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.domain.event.Event;
import dev.holdfast.domain.hold.HoldToken;
import dev.holdfast.domain.idempotency.Repeat;
import dev.holdfast.domain.port.EventPicture;
import dev.holdfast.domain.refusal.Outcome;
import dev.holdfast.domain.reservation.HoldRequest;
import dev.holdfast.domain.reservation.HoldRequest.SeatItem;
import dev.holdfast.domain.reservation.ReleaseRequest;
import dev.holdfast.domain.seat.ExtraData;
import dev.holdfast.domain.seat.Seat;
import dev.holdfast.domain.seat.SeatState;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** When nothing goes wrong any more: what is over is ended, and every free seat can be had. */
final class AtRest {
  private static final HoldToken LAST = new HoldToken("the last buyer");

  private AtRest() {}

  static void check(World world, List<Node> nodes) {
    assertEquals(List.of(), world.hall.ledger.due(100), "lapsed, and not ended by a sweep");
    for (HoldToken token : world.auditor.ended()) {
      assertEquals(0, world.auditor.left(token), () -> "held under " + token.value() + ", ended");
    }
    for (Node node : nodes) {
      world.house.events().forEach(event -> everyFreeSeat(world, node, event));
    }
  }

  /** Whoever still waits for an answer gets one, and the one that was given before if any was. */
  static void everyAnswer(World world) {
    for (Sent each : world.buyers.letters.unanswered()) {
      Asked told = world.buyers.ask(world.nodes().getFirst(), each);
      boolean isAnswer =
          told.told instanceof Outcome.Repeated<?>(Repeat repeat)
              ? !(repeat instanceof Repeat.StillRunning)
              : told.told != null;
      assertTrue(isAnswer || Extras.isRefused(each.request()), () -> "I9: no answer: " + told);
    }
  }

  private static void everyFreeSeat(World world, Node node, Event event) {
    EventPicture picture = node.reservations.picture(event.id()).orElseThrow();
    Set<String> gone =
        picture.seats().stream()
            .filter(seat -> !(seat.state() instanceof SeatState.Free))
            .map(Seat::label)
            .collect(Collectors.toSet());
    Set<String> sold = world.auditor.layout().objects().keySet();
    for (String seat : House.SEATS) {
      boolean isFree = sold.contains(seat) && !gone.contains(seat);
      HoldRequest hold =
          new HoldRequest(
              LAST, List.of(new SeatItem(seat, null)), Duration.ofSeconds(30), ExtraData.NONE);
      Outcome<?> held = world.buyers.ask(node, new Asked.ToHold(event, hold)).outcome;
      assertEquals(
          isFree,
          held instanceof Outcome.Accepted<?>,
          () -> "I11: " + seat + " of " + event.key() + " at " + node + ": " + held);
      if (isFree) {
        ReleaseRequest release =
            new ReleaseRequest(List.of(seat), new ReleaseRequest.OfToken(LAST, false));
        Outcome<?> released = world.buyers.ask(node, new Asked.ToRelease(event, release)).outcome;
        assertTrue(released instanceof Outcome.Accepted<?>, () -> "not given back: " + released);
      }
    }
  }
}
