package dev.holdfast.http.tmt;

import dev.holdfast.domain.catalog.Charts;
import dev.holdfast.domain.catalog.Events;
import dev.holdfast.domain.port.IdSource;
import dev.holdfast.domain.port.Reservations;

/** What the tmt dialect speaks to. */
public record TmtUseCases(Reservations reservations, Charts charts, Events events, IdSource ids) {}
