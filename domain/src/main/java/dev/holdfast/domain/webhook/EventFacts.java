package dev.holdfast.domain.webhook;

import dev.holdfast.domain.event.EventId;
import org.jspecify.annotations.Nullable;

/** What a payload says of the event, as it stood when the payload was made. */
public record EventFacts(
    EventId event,
    String eventKey,
    @Nullable String eventName,
    String chartKey,
    String chartName) {}
