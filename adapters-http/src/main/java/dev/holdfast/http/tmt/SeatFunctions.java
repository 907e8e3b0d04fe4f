package dev.holdfast.http.tmt;

import dev.holdfast.domain.event.Event;
import dev.holdfast.domain.hold.HoldToken;
import dev.holdfast.domain.idempotency.Once;
import dev.holdfast.domain.refusal.Outcome;
import dev.holdfast.domain.reservation.Extension;
import dev.holdfast.domain.reservation.HeldObject;
import dev.holdfast.domain.reservation.HoldRequest;
import dev.holdfast.domain.reservation.Released;
import dev.holdfast.domain.reservation.TakenObject;
import dev.holdfast.http.route.Answer;
import dev.holdfast.http.route.Call;
import dev.holdfast.http.tmt.SeatRequests.Asked;
import dev.holdfast.http.tmt.SeatRequests.Booking;
import dev.holdfast.http.tmt.SeatRequests.Longer;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Hold, extend, book, release, expire. */
final class SeatFunctions {
  private static final Logger LOG = LoggerFactory.getLogger(SeatFunctions.class);

  static final String DIALECT = "tmt";

  /** Characters of a token made here: 142 bits. */
  private static final int TOKEN_CHARACTERS = 24;

  private final TmtUseCases use;
  private final Duration holdLife;

  SeatFunctions(TmtUseCases use, Duration holdLife) {
    this.use = use;
    this.holdLife = holdLife;
  }

  Answer hold(Call call) {
    Asked asked = SeatRequests.hold(TmtData.of(call));
    HoldToken token = new HoldToken(use.ids().text(TOKEN_CHARACTERS));
    HoldRequest request = SeatRequests.hold(asked, token, holdLife).through(call.keyUsed());
    return onEvent(
        call,
        asked.event(),
        (event, objects) ->
            call.<List<HeldObject>>once(
                once -> use.reservations().hold(event, request, call.origin(DIALECT), once),
                outcome ->
                    TmtAnswers.of(
                        outcome,
                        held ->
                            TmtAnswers.ok(
                                "Asientos retenidos",
                                json -> SeatJson.held(json, objects, held, holdLife)))));
  }

  Answer extend(Call call) {
    Longer asked = SeatRequests.extend(TmtData.of(call), holdLife);
    return onEvent(
        call,
        asked.event(),
        (event, objects) ->
            call.<Extension>once(
                once ->
                    use.reservations()
                        .extend(event.id(), asked.request(), call.origin(DIALECT), once),
                outcome ->
                    TmtAnswers.of(
                        outcome,
                        extension ->
                            TmtAnswers.ok(
                                "Retención ampliada",
                                json -> SeatJson.extended(json, objects, asked, extension)))));
  }

  Answer book(Call call) {
    Booking booking = SeatRequests.book(TmtData.of(call));
    return onEvent(
        call,
        booking.asked().event(),
        (event, objects) ->
            call.<List<TakenObject>>once(
                once ->
                    use.reservations().book(event, booking.request(), call.origin(DIALECT), once),
                outcome ->
                    TmtAnswers.of(
                        outcome,
                        taken ->
                            TmtAnswers.ok(
                                "Asientos reservados",
                                json -> SeatJson.booked(json, objects, booking.asked(), taken)))));
  }

  Answer release(Call call) {
    Asked asked = SeatRequests.release(TmtData.of(call));
    return onEvent(
        call,
        asked.event(),
        (event, objects) ->
            call.<Released>once(
                once -> release(call, event, asked, once),
                outcome ->
                    TmtAnswers.of(
                        outcome,
                        released ->
                            TmtAnswers.ok(
                                "Asientos liberados",
                                json -> SeatJson.released(json, objects, asked, released)))));
  }

  private Outcome<Released> release(
      Call call, Event event, Asked asked, Optional<Once<Released>> once) {
    Outcome<Released> outcome =
        use.reservations().release(event, asked.release(), call.origin(DIALECT), once);
    if (asked.token().isEmpty()
        && outcome instanceof Outcome.Accepted<Released>(Released released)) {
      // Whoever's they were: somebody may want to know why his seats are gone.
      LOG.info(
          "event {}: {} objects released without a hold token",
          event.id().value(),
          released.objects().size());
    }
    return outcome;
  }

  Answer expire(Call call) {
    SentToken token = SeatRequests.expire(TmtData.of(call));
    return call.<Integer>once(
        once ->
            use.reservations().expire(call.workspace(), token.token(), call.origin(DIALECT), once),
        outcome ->
            TmtAnswers.of(
                outcome,
                _ -> TmtAnswers.ok("Token expirado", json -> SeatJson.expired(json, token))));
  }

  /**
   * What an event has to sell is read before anything is done: a fault of reading must never answer
   * for what was done.
   */
  private Answer onEvent(Call call, String key, BiFunction<Event, SeatObjects, Answer> answer) {
    return TmtAnswers.of(
        use.events().find(call.workspace(), key),
        event -> answer.apply(event, new SeatObjects(use.reservations().plan(event))));
  }
}
