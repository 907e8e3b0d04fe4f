package dev.holdfast.http.v1;

import dev.holdfast.domain.catalog.Events;
import dev.holdfast.domain.event.Event;
import dev.holdfast.domain.port.EventPicture;
import dev.holdfast.domain.port.Reservations;
import dev.holdfast.domain.refusal.Outcome;
import dev.holdfast.domain.refusal.Refusal;
import dev.holdfast.http.route.Answer;
import dev.holdfast.http.route.Call;
import java.util.function.BiFunction;

/** What is not free, one by one and in numbers. */
final class PictureEndpoints {
  private final Events events;
  private final Reservations reservations;

  PictureEndpoints(Events events, Reservations reservations) {
    this.events = events;
    this.reservations = reservations;
  }

  Answer status(Call call) {
    boolean secrets = !call.publicKey();
    return onPicture(
        call,
        (event, picture) ->
            Answer.streamed(json -> StatusJson.write(json, event.key(), picture, secrets)));
  }

  Answer reports(Call call) {
    return onPicture(
        call,
        (event, picture) -> {
          Report report = Report.of(picture);
          return Answer.ok(json -> report.write(json, event.key()));
        });
  }

  private Answer onPicture(Call call, BiFunction<Event, EventPicture, Answer> answer) {
    Outcome<Event> found = events.find(call.workspace(), call.path("eventKey"));
    return V1Answers.of(
        found,
        Asked.LOOK_UP,
        event ->
            // Between the two questions the event may have been deleted.
            V1Answers.of(
                reservations
                    .picture(event.id())
                    .map(Outcome::accepted)
                    .orElseGet(() -> Outcome.refused(new Refusal.UnknownEvent())),
                Asked.LOOK_UP,
                picture -> answer.apply(event, picture)));
  }
}
