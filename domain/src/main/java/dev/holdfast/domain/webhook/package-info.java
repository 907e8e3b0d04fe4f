/**
 * Webhooks: who wants to hear of what happens to seats, and how they are told, at least once each.
 */
@NullMarked
package dev.holdfast.domain.webhook;

import org.jspecify.annotations.NullMarked;
