package dev.holdfast.domain.webhook;

/** The store's own number of a webhook, never reused. */
public record WebhookId(long value) {}
