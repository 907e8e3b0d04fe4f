package dev.holdfast.http;

import dev.holdfast.domain.catalog.Charts;
import dev.holdfast.domain.catalog.CompanyWorkspaces;
import dev.holdfast.domain.catalog.Events;
import dev.holdfast.domain.catalog.Houses;
import dev.holdfast.domain.catalog.Workspaces;
import dev.holdfast.domain.feed.Histories;
import dev.holdfast.domain.integrity.Integrity;
import dev.holdfast.domain.port.IdempotencyPort;
import dev.holdfast.domain.port.JournalPort;
import dev.holdfast.domain.port.Reservations;
import dev.holdfast.domain.webhook.Webhooks;
import java.util.function.Supplier;

/** What the dialects speak to. */
public record UseCases(
    Reservations reservations,
    Charts charts,
    Events events,
    Houses houses,
    Workspaces workspaces,
    CompanyWorkspaces ownWorkspaces,
    JournalPort journal,
    Histories histories,
    Integrity integrity,
    Webhooks webhooks,
    IdempotencyPort answers,
    Supplier<Readiness> readiness) {}
