package dev.holdfast.domain.port;

import dev.holdfast.domain.event.EventId;

/**
 * A hold that is over and not yet ended.
 *
 * @param object a seat's label or an area's key
 * @param hold the hold's number in its event: only this very hold is to be ended
 */
public record DueHold(EventId event, String object, long hold) {}
