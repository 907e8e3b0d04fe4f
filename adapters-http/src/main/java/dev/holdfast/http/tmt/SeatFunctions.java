package dev.holdfast.http.tmt;

import dev.holdfast.domain.event.Event;
import dev.holdfast.domain.hold.HoldToken;
import dev.holdfast.domain.reservation.HoldRequest;
import dev.holdfast.domain.reservation.ReleaseRequest;
import dev.holdfast.domain.reservation.Released;
import dev.holdfast.http.route.Answer;
import dev.holdfast.http.route.Call;
import dev.holdfast.http.tmt.SeatRequests.Asked;
import dev.holdfast.http.tmt.SeatRequests.Booking;
import dev.holdfast.http.tmt.SeatRequests.Longer;
import java.time.Duration;
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
    HoldRequest request = SeatRequests.hold(asked, token, holdLife);
    return onEvent(
        call,
        asked.event(),
        (event, objects) ->
            TmtAnswers.of(
                use.reservations().hold(event, request, call.origin(DIALECT)),
                held ->
                    TmtAnswers.ok(
                        "Asientos retenidos",
                        json -> SeatJson.held(json, objects, held, holdLife))));
  }

  Answer extend(Call call) {
    Longer asked = SeatRequests.extend(TmtData.of(call), holdLife);
    return onEvent(
        call,
        asked.event(),
        (event, objects) ->
            TmtAnswers.of(
                use.reservations().extend(event.id(), asked.request(), call.origin(DIALECT)),
                extension ->
                    TmtAnswers.ok(
                        "Retención ampliada",
                        json -> SeatJson.extended(json, objects, asked, extension))));
  }

  Answer book(Call call) {
    Booking booking = SeatRequests.book(TmtData.of(call));
    return onEvent(
        call,
        booking.asked().event(),
        (event, objects) ->
            TmtAnswers.of(
                use.reservations().book(event, booking.request(), call.origin(DIALECT)),
                taken ->
                    TmtAnswers.ok(
                        "Asientos reservados",
                        json -> SeatJson.booked(json, objects, booking.asked(), taken))));
  }

  Answer release(Call call) {
    Asked asked = SeatRequests.release(TmtData.of(call));
    ReleaseRequest request = asked.release();
    return onEvent(
        call,
        asked.event(),
        (event, objects) ->
            TmtAnswers.of(
                use.reservations().release(event, request, call.origin(DIALECT)),
                released -> {
                  if (asked.token().isEmpty()) {
                    logOverride(event, released);
                  }
                  return TmtAnswers.ok(
                      "Asientos liberados",
                      json -> SeatJson.released(json, objects, asked, released));
                }));
  }

  /** Whoever's they were: somebody may want to know why his seats are gone. */
  private static void logOverride(Event event, Released released) {
    LOG.info(
        "event {}: {} objects released without a hold token",
        event.id().value(),
        released.objects().size());
  }

  Answer expire(Call call) {
    SentToken token = SeatRequests.expire(TmtData.of(call));
    use.reservations().expire(call.workspace(), token.token(), call.origin(DIALECT));
    return TmtAnswers.ok("Token expirado", json -> SeatJson.expired(json, token));
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
