package dev.holdfast.http.v1;

import dev.holdfast.domain.catalog.Events;
import dev.holdfast.domain.event.Event;
import dev.holdfast.domain.port.Reservations;
import dev.holdfast.domain.reservation.BookRequest;
import dev.holdfast.domain.reservation.ExtendRequest;
import dev.holdfast.domain.reservation.Extension;
import dev.holdfast.domain.reservation.HeldObject;
import dev.holdfast.domain.reservation.HoldRequest;
import dev.holdfast.domain.reservation.ReleaseRequest;
import dev.holdfast.domain.reservation.Released;
import dev.holdfast.domain.reservation.TakenObject;
import dev.holdfast.http.route.Answer;
import dev.holdfast.http.route.Call;
import dev.holdfast.http.v1.Asked.Operation;
import java.util.List;
import java.util.function.Function;

/** Hold, extend, book, release. */
final class SeatEndpoints {
  private static final String DIALECT = "v1";

  private final Events events;
  private final Reservations reservations;

  SeatEndpoints(Events events, Reservations reservations) {
    this.events = events;
    this.reservations = reservations;
  }

  Answer hold(Call call) {
    HoldWish wish = HoldWish.read(call.body());
    HoldRequest request = wish.request().through(call.keyUsed());
    return onEvent(
        call,
        event ->
            call.<List<HeldObject>>once(
                once -> reservations.hold(event, request, call.origin(DIALECT), once),
                outcome ->
                    V1Answers.of(
                        outcome,
                        wish.asked(),
                        held -> Answer.ok(json -> SeatJson.held(json, event, held, wish.many())))));
  }

  Answer extend(Call call) {
    ExtendRequest request = SeatRequests.extend(call.body());
    Asked asked = new Asked(Operation.EXTEND, request.objects().orElse(List.of()));
    return onEvent(
        call,
        event ->
            call.<Extension>once(
                once -> reservations.extend(event.id(), request, call.origin(DIALECT), once),
                outcome ->
                    V1Answers.of(
                        outcome,
                        asked,
                        extension -> Answer.ok(json -> SeatJson.extended(json, extension)))));
  }

  Answer book(Call call) {
    BookRequest request = SeatRequests.book(call.body());
    return onEvent(
        call,
        event ->
            call.<List<TakenObject>>once(
                once -> reservations.book(event, request, call.origin(DIALECT), once),
                outcome ->
                    V1Answers.of(
                        outcome,
                        new Asked(Operation.BOOK, request.objects()),
                        booked -> Answer.ok(json -> SeatJson.booked(json, event, booked)))));
  }

  Answer release(Call call) {
    ReleaseRequest request = SeatRequests.release(call.body(), call.publicKey());
    Operation operation = call.publicKey() ? Operation.RELEASE_OWN : Operation.RELEASE;
    return onEvent(
        call,
        event ->
            call.<Released>once(
                once -> reservations.release(event, request, call.origin(DIALECT), once),
                outcome ->
                    V1Answers.of(
                        outcome,
                        new Asked(operation, request.objects()),
                        released -> Answer.ok(json -> SeatJson.released(json, event, released)))));
  }

  private Answer onEvent(Call call, Function<Event, Answer> answer) {
    return V1Answers.of(
        events.find(call.workspace(), call.path("eventKey")), Asked.LOOK_UP, answer);
  }
}
