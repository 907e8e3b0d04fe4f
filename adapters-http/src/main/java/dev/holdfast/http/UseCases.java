package dev.holdfast.http;

import dev.holdfast.domain.catalog.Charts;
import dev.holdfast.domain.catalog.Events;
import dev.holdfast.domain.catalog.Workspaces;
import dev.holdfast.domain.port.Reservations;
import java.util.function.Supplier;

/** What the dialects speak to. */
public record UseCases(
    Reservations reservations,
    Charts charts,
    Events events,
    Workspaces workspaces,
    Supplier<Readiness> readiness) {}
