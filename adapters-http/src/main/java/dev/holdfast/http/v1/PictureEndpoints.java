package dev.holdfast.http.v1;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.holdfast.domain.catalog.Events;
import dev.holdfast.domain.event.Event;
import dev.holdfast.domain.event.EventId;
import dev.holdfast.domain.port.EventPicture;
import dev.holdfast.domain.port.Reservations;
import dev.holdfast.domain.refusal.Outcome;
import dev.holdfast.domain.refusal.Refusal;
import dev.holdfast.http.memory.PackedJson;
import dev.holdfast.http.memory.SharedAnswers;
import dev.holdfast.http.route.Answer;
import dev.holdfast.http.route.Call;
import java.io.IOException;

/** What is not free, one by one and in numbers. */
final class PictureEndpoints {
  private final Events events;
  private final Reservations reservations;
  private final SharedAnswers answers;

  PictureEndpoints(Events events, Reservations reservations, SharedAnswers answers) {
    this.events = events;
    this.reservations = reservations;
    this.answers = answers;
  }

  private enum View {
    /** One by one, with tokens and extra data. */
    WHOLE,
    /** One by one, as browsers may see it. */
    PUBLIC,
    /** In numbers. */
    REPORT
  }

  private record Question(EventId event, View view) {}

  Answer status(Call call) {
    return onPicture(call, call.publicKey() ? View.PUBLIC : View.WHOLE);
  }

  Answer reports(Call call) {
    return onPicture(call, View.REPORT);
  }

  private Answer onPicture(Call call, View view) {
    Outcome<Event> found = events.find(call.workspace(), call.path("eventKey"));
    return V1Answers.of(
        found,
        Asked.LOOK_UP,
        event ->
            V1Answers.of(
                answers.answer(new Question(event.id(), view), () -> compressed(event, view)),
                Asked.LOOK_UP,
                Answer::packed));
  }

  private Outcome<byte[]> compressed(Event event, View view) {
    // Between the two questions the event may have been deleted.
    return reservations
        .picture(event.id())
        .map(picture -> PackedJson.compress(json -> write(json, event.key(), picture, view)))
        .map(Outcome::accepted)
        .orElseGet(() -> Outcome.refused(new Refusal.UnknownEvent()));
  }

  private static void write(JsonGenerator json, String key, EventPicture picture, View view)
      throws IOException {
    switch (view) {
      case WHOLE -> StatusJson.write(json, key, picture, true);
      case PUBLIC -> StatusJson.write(json, key, picture, false);
      case REPORT -> Report.of(picture).write(json, key);
    }
  }
}
