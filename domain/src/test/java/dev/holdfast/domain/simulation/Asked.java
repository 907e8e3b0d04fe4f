package dev.holdfast.domain.simulation;

import dev.holdfast.domain.chart.SeatingPlan;
import dev.holdfast.domain.event.Event;
import dev.holdfast.domain.hold.HoldToken;
import dev.holdfast.domain.journal.JournalEntry;
import dev.holdfast.domain.journal.Origin;
import dev.holdfast.domain.port.ClaimAnswer.BlockedSeat;
import dev.holdfast.domain.refusal.Outcome;
import dev.holdfast.domain.reservation.BookRequest;
import dev.holdfast.domain.reservation.ExtendRequest;
import dev.holdfast.domain.reservation.HoldRequest;
import dev.holdfast.domain.reservation.ReleaseRequest;
import dev.holdfast.domain.simulation.Standing.Scene;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One request to one node, what was to be seen while it ran, and what came of it. */
final class Asked {
  /** What is asked. */
  sealed interface Request {}

  record ToHold(Event event, HoldRequest request) implements Request {}

  record ToExtend(Event event, ExtendRequest request) implements Request {}

  record ToBook(Event event, BookRequest request) implements Request {}

  record ToRelease(Event event, ReleaseRequest request) implements Request {}

  record ToExpire(HoldToken token) implements Request {}

  record ToLook(Event event) implements Request {}

  /** What its caller may conclude. */
  enum Effect {
    /** It is under way. */
    OPEN,
    /** It happened. */
    DONE,
    /** It did not happen, and will not. */
    NONE,
    /** It may have happened, or not; not half. */
    UNKNOWN
  }

  final long id;
  final Request request;
  final Origin origin;

  /** What stood while it ran: any of it may have decided the answer. */
  final List<Scene> seen = new ArrayList<>();

  /** What it changed. */
  final List<JournalEntry> entries = new ArrayList<>();

  /** How its event stood when it began to change it. */
  Standing before = Standing.EMPTY;

  /** The transactions that changed it, by number. */
  final List<Long> commits = new ArrayList<>();

  /** What the gate said last, if it turned the caller away. */
  List<BlockedSeat> blocked = List.of();

  /** The layout that its event sold by when its node last read the event; null if it had none. */
  @Nullable SeatingPlan read;

  Effect effect = Effect.OPEN;
  @Nullable Outcome<?> outcome;

  Asked(long id, Request request) {
    this.id = id;
    this.request = request;
    this.origin = new Origin("simulation", 1, "request-" + id);
  }

  Optional<Event> event() {
    return switch (request) {
      case ToHold(Event event, var _) -> Optional.of(event);
      case ToExtend(Event event, var _) -> Optional.of(event);
      case ToBook(Event event, var _) -> Optional.of(event);
      case ToRelease(Event event, var _) -> Optional.of(event);
      case ToLook(Event event) -> Optional.of(event);
      case ToExpire _ -> Optional.empty();
    };
  }

  /** In whose name; empty for the house itself. */
  Optional<HoldToken> token() {
    return switch (request) {
      case ToHold(var _, HoldRequest hold) -> Optional.of(hold.token());
      case ToExtend(var _, ExtendRequest extend) -> Optional.of(extend.token());
      case ToBook(var _, BookRequest book) -> Optional.of(book.token());
      case ToRelease(var _, ReleaseRequest release) ->
          release.scope() instanceof ReleaseRequest.OfToken(HoldToken token, var _)
              ? Optional.of(token)
              : Optional.empty();
      case ToExpire(HoldToken token) -> Optional.of(token);
      case ToLook _ -> Optional.empty();
    };
  }

  void see(Scene scene) {
    if (seen.isEmpty() || !scene.isSameAs(seen.getLast())) {
      seen.add(scene);
    }
  }

  @Override
  public String toString() {
    return "#" + id + " " + Words.of(request) + " -> " + effect + Words.of(outcome);
  }
}
