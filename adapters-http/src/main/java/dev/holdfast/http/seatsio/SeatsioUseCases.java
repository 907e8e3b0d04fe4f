package dev.holdfast.http.seatsio;

import dev.holdfast.domain.catalog.Charts;
import dev.holdfast.domain.catalog.CompanyWorkspaces;
import dev.holdfast.domain.catalog.Events;
import dev.holdfast.domain.catalog.Houses;
import dev.holdfast.domain.feed.Histories;
import dev.holdfast.domain.port.Reservations;

/** What the seats.io dialect speaks to. */
public record SeatsioUseCases(
    Reservations reservations,
    Charts charts,
    Events events,
    CompanyWorkspaces workspaces,
    Houses houses,
    Histories histories) {}
