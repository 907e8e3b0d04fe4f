package dev.holdfast.domain.simulation;

import dev.holdfast.domain.event.Event;
import dev.holdfast.domain.idempotency.Fingerprint;
import dev.holdfast.domain.idempotency.KeptAnswer;
import dev.holdfast.domain.port.CatalogPort;
import dev.holdfast.domain.port.IdempotencyPort;
import dev.holdfast.domain.refusal.Outcome;
import dev.holdfast.domain.refusal.Refusal;
import dev.holdfast.domain.reservation.SeatReservations;
import dev.holdfast.domain.workspace.KeyHash;
import dev.holdfast.domain.workspace.WorkspaceId;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** The way into a node, as a dialect goes it: who asks, of what, whether it is known, and then. */
final class Front {
  /** Of a key that opens the workspace. */
  private static final KeyHash KEY = KeyHash.of("b");

  private final WorkspaceId workspace;
  private final CatalogPort catalog;
  private final IdempotencyPort answers;
  private final SeatReservations reservations;
  private final UnaryOperator<Fingerprint> digest;
  private final UnaryOperator<Asked.Request> handedOn;

  /**
   * Over what a node has.
   *
   * @param digest what the node takes for the fingerprint of a text
   * @param handedOn what it takes a request for
   */
  Front(
      WorkspaceId workspace,
      CatalogPort catalog,
      IdempotencyPort answers,
      SeatReservations reservations,
      UnaryOperator<Fingerprint> digest,
      UnaryOperator<Asked.Request> handedOn) {
    this.workspace = workspace;
    this.catalog = catalog;
    this.answers = answers;
    this.reservations = reservations;
    this.digest = digest;
    this.handedOn = handedOn;
  }

  /** Whether whoever asks is known; all are. */
  boolean letsIn() {
    return catalog.findKey(KEY).isPresent();
  }

  /** The event as it is now; the house has it always. */
  Optional<Event> read(Event event) {
    return catalog.findEvent(workspace, event.key());
  }

  /** What is answered. */
  Outcome<?> serve(Asked mine, boolean looks) {
    Keyed keyed = mine.keyed;
    if (keyed != null && looks) {
      Optional<KeptAnswer> known = answers.find(keyed.key());
      if (known.isPresent()) {
        return new Outcome.Repeated<>(known.get().toldTo(digest.apply(keyed.request())));
      }
    }
    return switch (handedOn.apply(mine.request)) {
      case Asked.ToHold(var event, var hold) ->
          reservations.hold(event, hold, mine.origin, mine.once(digest));
      case Asked.ToExtend(var event, var extend) ->
          reservations.extend(event.id(), extend, mine.origin, mine.once(digest));
      case Asked.ToBook(var event, var book) ->
          reservations.book(event, book, mine.origin, mine.once(digest));
      case Asked.ToRelease(var event, var release) ->
          reservations.release(event, release, mine.origin, mine.once(digest));
      case Asked.ToChange(var event, var change) ->
          reservations.change(event, change, mine.origin, mine.once(digest));
      case Asked.ToStep(var changes) ->
          reservations.changeAll(changes, mine.origin, mine.once(digest));
      case Asked.ToChoose(var event, var best) ->
          reservations.changeBest(event, best, mine.origin, mine.once(digest));
      case Asked.ToExpire(var token) ->
          reservations.expire(workspace, token, mine.origin, mine.once(digest));
      case Asked.ToLook(var event) ->
          reservations
              .picture(event.id())
              .<Outcome<?>>map(Outcome::accepted)
              .orElseGet(() -> Outcome.refused(new Refusal.UnknownEvent()));
    };
  }
}
