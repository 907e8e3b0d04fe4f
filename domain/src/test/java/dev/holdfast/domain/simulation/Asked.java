package dev.holdfast.domain.simulation;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.domain.chart.SeatingPlan;
import dev.holdfast.domain.event.Event;
import dev.holdfast.domain.event.EventId;
import dev.holdfast.domain.hold.HoldToken;
import dev.holdfast.domain.idempotency.Fingerprint;
import dev.holdfast.domain.idempotency.IdempotencyKey;
import dev.holdfast.domain.idempotency.Once;
import dev.holdfast.domain.idempotency.StoredAnswer;
import dev.holdfast.domain.journal.JournalEntry;
import dev.holdfast.domain.journal.Origin;
import dev.holdfast.domain.port.ClaimAnswer.BlockedSeat;
import dev.holdfast.domain.refusal.Outcome;
import dev.holdfast.domain.reservation.BestRequest;
import dev.holdfast.domain.reservation.BookRequest;
import dev.holdfast.domain.reservation.ExtendRequest;
import dev.holdfast.domain.reservation.HoldRequest;
import dev.holdfast.domain.reservation.ReleaseRequest;
import dev.holdfast.domain.reservation.StatusChange;
import dev.holdfast.domain.reservation.StatusRequest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** One request to one node, what was to be seen while it ran, and what came of it. */
final class Asked {
  /** What is asked. */
  sealed interface Request {}

  record ToHold(Event event, HoldRequest request) implements Request {}

  record ToExtend(Event event, ExtendRequest request) implements Request {}

  record ToBook(Event event, BookRequest request) implements Request {}

  record ToRelease(Event event, ReleaseRequest request) implements Request {}

  record ToChange(Event event, StatusRequest request) implements Request {}

  record ToStep(List<StatusChange> changes) implements Request {}

  record ToChoose(Event event, BestRequest request) implements Request {}

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

  /** Null when nobody minds if it is carried out twice. */
  final @Nullable Keyed keyed;

  final Origin origin;

  /** What stood while it ran: any of it may have decided the answer. */
  final List<Scene> seen = new ArrayList<>();

  /** The same of several events at once. */
  final List<Map<EventId, Scene>> sights = new ArrayList<>();

  /** What it changed. */
  final List<JournalEntry> entries = new ArrayList<>();

  /** Between how each event stood before it was changed by this, and after. */
  final Map<EventId, Between> between = new HashMap<>();

  /** What its changes must have come to, by the books; null until they are made. */
  @Nullable Clerk foreseen;

  /** How its event stood when it began to change it. */
  Standing before = Standing.EMPTY;

  /** The transactions that changed it, by number. */
  final List<Long> commits = new ArrayList<>();

  /** What the gate said last, if it turned the caller away. */
  List<BlockedSeat> blocked = List.of();

  /** The layout that its event sold by when its node last read the event; null if it had none. */
  @Nullable SeatingPlan read;

  Effect effect = Effect.OPEN;

  /** What came of it, if that is known. */
  @Nullable Outcome<?> outcome;

  /** What whoever asked was told; null when he heard nothing, or of trouble. */
  @Nullable Outcome<?> told;

  /** Of the lives of its key, the one in which it began. */
  long life;

  /** An event before and after some changes. */
  record Between(Standing before, Standing after) {}

  private final Map<String, Outcome<?>> texts = new HashMap<>();
  private @Nullable Outcome<?> kept;
  private boolean met;

  Asked(long id, Sent sent) {
    this.id = id;
    this.request = sent.request();
    this.keyed = sent.keyed().orElse(null);
    this.origin = new Origin("simulation", 1, "request-" + id);
  }

  /** Its event, if it concerns one. */
  Optional<Event> event() {
    return switch (request) {
      case ToChange(Event event, var _) -> Optional.of(event);
      case ToChoose(Event event, var _) -> Optional.of(event);
      case ToStep _ -> Optional.empty();
      case ToHold(Event event, var _) -> Optional.of(event);
      case ToExtend(Event event, var _) -> Optional.of(event);
      case ToBook(Event event, var _) -> Optional.of(event);
      case ToRelease(Event event, var _) -> Optional.of(event);
      case ToLook(Event event) -> Optional.of(event);
      case ToExpire _ -> Optional.empty();
    };
  }

  /** All events that it concerns, as far as that is known. */
  List<Event> events() {
    return request instanceof ToStep(List<StatusChange> changes)
        ? changes.stream().map(StatusChange::event).distinct().toList()
        : event().stream().toList();
  }

  /** Whether it is for the clerk to judge. */
  boolean changesStatus() {
    return switch (request) {
      case ToChange _, ToStep _, ToChoose _ -> true;
      case ToHold _, ToExtend _, ToBook _, ToRelease _, ToExpire _, ToLook _ -> false;
    };
  }

  /** In whose name all of it is done; empty for the house itself, and where the clerk judges. */
  Optional<HoldToken> token() {
    return switch (request) {
      case ToChange _, ToStep _, ToChoose _ -> Optional.empty();
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

  /** The wish that it be carried out once. */
  <A> Optional<Once<A>> once(UnaryOperator<Fingerprint> digest) {
    return Optional.ofNullable(keyed)
        .map(known ->
            new Once<>(
                known.key(),
                digest.apply(known.request()),
                outcome -> {
                  texts.put(text(outcome), outcome);
                  return Optional.of(new StoredAnswer(text(outcome)));
                }));
  }

  /** An answer to this as it is kept. */
  String text(Outcome<?> answer) {
    return "#" + id + " " + answer;
  }

  /** Of which request a kept answer is. */
  static long number(String text) {
    return Long.parseLong(text.substring(1, text.indexOf(' ')));
  }

  IdempotencyKey key() {
    return Objects.requireNonNull(keyed).key();
  }

  /** What its text comes to. */
  Fingerprint fingerprint() {
    return Objects.requireNonNull(keyed).request();
  }

  /** Ending a token takes several transactions: what is begun is not all of it. */
  boolean comesInParts() {
    return request instanceof ToExpire;
  }

  /** Somebody else asks under its key before it is over, or may still be at it. */
  void meets() {
    met = true;
  }

  boolean hasMet() {
    return met;
  }

  boolean mayBeUsingItsKey() {
    return effect == Effect.OPEN || effect == Effect.UNKNOWN;
  }

  /** The answer is durable, whether anybody hears it or not. */
  void kept(String text) {
    kept = texts.get(text);
    if (effect == Effect.UNKNOWN) {
      conclude();
    }
  }

  /** What was kept is what came of it. */
  void conclude() {
    if (outcome == null && kept != null) {
      outcome = kept;
      effect = kept instanceof Outcome.Accepted<?> ? Effect.DONE : Effect.NONE;
      assertTrue(
          effect == Effect.DONE || entries.isEmpty(), () -> "a refusal is kept, and done: " + this);
    }
  }

  /** The token that it was to open. */
  Optional<HoldToken> opens() {
    return request instanceof ToHold(var _, HoldRequest hold) && hold.newToken()
        ? Optional.of(hold.token())
        : Optional.empty();
  }

  void see(Scene scene) {
    if (seen.isEmpty() || !scene.isSameAs(seen.getLast())) {
      seen.add(scene);
    }
  }

  void see(Map<EventId, Scene> sight) {
    boolean isNew =
        sights.isEmpty()
            || !sight.keySet().equals(sights.getLast().keySet())
            || sight.entrySet().stream()
                .anyMatch(each ->
                    !each.getValue()
                        .isSameAs(Objects.requireNonNull(sights.getLast().get(each.getKey()))));
    if (isNew) {
      sights.add(sight);
    }
  }

  /** It is over, and nobody looks any more. */
  void forget() {
    seen.clear();
    sights.clear();
  }

  @Override
  public String toString() {
    return "#"
        + id
        + " "
        + Words.of(request)
        + Words.of(keyed)
        + " -> "
        + effect
        + Words.of(outcome);
  }
}
