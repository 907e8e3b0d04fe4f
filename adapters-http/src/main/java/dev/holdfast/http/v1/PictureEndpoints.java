package dev.holdfast.http.v1;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.holdfast.domain.catalog.Events;
import dev.holdfast.domain.event.Event;
import dev.holdfast.domain.event.EventId;
import dev.holdfast.domain.feed.Histories;
import dev.holdfast.domain.port.EventPicture;
import dev.holdfast.domain.port.Reservations;
import dev.holdfast.domain.refusal.Outcome;
import dev.holdfast.domain.refusal.Refusal;
import dev.holdfast.http.memory.Compressed;
import dev.holdfast.http.memory.PackedJson;
import dev.holdfast.http.memory.SharedAnswers;
import dev.holdfast.http.route.Answer;
import dev.holdfast.http.route.Call;
import java.io.IOException;
import java.util.Optional;

/** What is not free, one by one and in numbers. */
final class PictureEndpoints {
  private final Events events;
  private final Reservations reservations;
  private final Histories histories;
  private final SharedAnswers answers;

  PictureEndpoints(
      Events events, Reservations reservations, Histories histories, SharedAnswers answers) {
    this.events = events;
    this.reservations = reservations;
    this.histories = histories;
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
    boolean secrets = !call.publicKey();
    return V1Answers.of(
        events.find(call.workspace(), call.path("eventKey")),
        Asked.LOOK_UP,
        event -> status(event, secrets, call.header("If-None-Match")));
  }

  private Answer status(Event event, boolean secrets, Optional<String> known) {
    StatusTag tags = new StatusTag(event.id(), secrets);
    Optional<StatusTag.Known> had = known.flatMap(tags::known);
    if (had.isPresent() && histories.isUnchanged(event.id(), had.get().seq())) {
      return tagged(Answer.notModified(), tags.of(had.get().seq(), had.get().shown()));
    }
    return V1Answers.of(
        picture(event, secrets),
        Asked.LOOK_UP,
        packed -> tagged(Answer.packed(packed), tags.of(packed.seq(), packed.shown())));
  }

  /** May be kept, to be asked whether it is still so; with a key of another kind it is another. */
  private static Answer tagged(Answer answer, String tag) {
    return answer.with("ETag", tag).with("Cache-Control", "private, no-cache");
  }

  /** All that is not free, one by one; the caller's own to close. */
  Outcome<PackedJson> picture(Event event, boolean secrets) {
    View view = secrets ? View.WHOLE : View.PUBLIC;
    return answers.answer(new Question(event.id(), view), () -> compressed(event, view));
  }

  Answer reports(Call call) {
    return V1Answers.of(
        events.find(call.workspace(), call.path("eventKey")),
        Asked.LOOK_UP,
        event ->
            V1Answers.of(
                answers.answer(
                    new Question(event.id(), View.REPORT), () -> compressed(event, View.REPORT)),
                Asked.LOOK_UP,
                Answer::packed));
  }

  private Outcome<Compressed> compressed(Event event, View view) {
    // Between the two questions the event may have been deleted.
    return reservations
        .picture(event.id())
        .map(picture ->
            Compressed.of(
                json -> write(json, event.key(), picture, view),
                picture.seq(),
                picture.seats().size() + picture.records().size()))
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
