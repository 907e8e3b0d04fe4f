package dev.holdfast.http.v1;

import dev.holdfast.domain.catalog.Charts;
import dev.holdfast.domain.catalog.Events;
import dev.holdfast.domain.feed.Histories;
import dev.holdfast.domain.integrity.Integrity;
import dev.holdfast.domain.port.Reservations;
import dev.holdfast.domain.webhook.Webhooks;

/** What the v1 dialect speaks to. */
public record V1UseCases(
    Reservations reservations,
    Charts charts,
    Events events,
    Histories histories,
    Integrity integrity,
    Webhooks webhooks,
    LiveFeed feed) {}
