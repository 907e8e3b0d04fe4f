package dev.holdfast.domain.webhook;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One thing to be told to one webhook, as it is listed for 30 days (v1, section 10).
 *
 * @param attempts how often it was tried
 * @param responseStatus of the last attempt; null when there was none or it was not answered
 * @param latencyMillis of the last attempt, null when there was none
 * @param lastAttemptAt null when there was none; of a success, when it was delivered
 */
public record Delivery(
    String key,
    String webhookKey,
    WebhookEvent event,
    DeliveryStatus status,
    int attempts,
    @Nullable Integer responseStatus,
    @Nullable Long latencyMillis,
    Instant queuedAt,
    @Nullable Instant lastAttemptAt) {}
