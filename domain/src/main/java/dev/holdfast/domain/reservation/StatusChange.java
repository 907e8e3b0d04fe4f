package dev.holdfast.domain.reservation;

import dev.holdfast.domain.event.Event;

/** A change of status in one event, as part of a step. */
public record StatusChange(Event event, StatusRequest request) {}
