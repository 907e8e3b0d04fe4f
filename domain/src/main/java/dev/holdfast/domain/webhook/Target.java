package dev.holdfast.domain.webhook;

/** Where a webhook's deliveries go, and what they are signed with. */
public record Target(String url, WebhookSecret secret) {}
