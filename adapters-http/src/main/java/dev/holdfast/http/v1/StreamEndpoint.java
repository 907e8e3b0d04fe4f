package dev.holdfast.http.v1;

import dev.holdfast.domain.catalog.Events;
import dev.holdfast.domain.event.Event;
import dev.holdfast.domain.feed.Histories;
import dev.holdfast.domain.feed.JournalFeed;
import dev.holdfast.domain.port.ReservationFailure;
import dev.holdfast.domain.refusal.Outcome;
import dev.holdfast.http.memory.PackedJson;
import dev.holdfast.http.route.Answer;
import dev.holdfast.http.route.Call;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** What happens in an event, while it happens. */
final class StreamEndpoint {
  private final Events events;
  private final Histories histories;
  private final PictureEndpoints pictures;
  private final LiveFeed feed;

  StreamEndpoint(Events events, Histories histories, PictureEndpoints pictures, LiveFeed feed) {
    this.events = events;
    this.histories = histories;
    this.pictures = pictures;
    this.feed = feed;
  }

  Answer open(Call call) {
    OptionalLong after = JournalQuery.afterInStream(call);
    boolean secrets = !call.publicKey();
    Outcome<Event> found = events.find(call.workspace(), call.path("eventKey"));
    return V1Answers.of(found, Asked.LOOK_UP, event -> open(event, after, secrets));
  }

  private Answer open(Event event, OptionalLong after, boolean secrets) {
    // Who knows of changes that have not happened knows another history: it has to begin anew.
    if (after.isPresent() && after.getAsLong() <= histories.head(event.id())) {
      return live(event, after.getAsLong(), secrets, null);
    }
    return V1Answers.of(
        pictures.picture(event, secrets),
        Asked.LOOK_UP,
        snapshot -> live(event, snapshot.seq(), secrets, snapshot));
  }

  private Answer live(Event event, long after, boolean secrets, @Nullable PackedJson snapshot) {
    Optional<JournalFeed<StreamEntry>.Follower> follower = Optional.empty();
    try {
      follower = feed.journal().follow(event.id(), after);
    } finally {
      if (follower.isEmpty() && snapshot != null) {
        snapshot.close();
      }
    }
    return follower
        .map(each -> Answer.live(new EventStream(each, snapshot, secrets, feed::isRead)))
        .orElseThrow(() ->
            new ReservationFailure.Overloaded(
                "there is no room for another stream", Duration.ofSeconds(5), null));
  }
}
