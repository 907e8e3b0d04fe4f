/** Webhooks on PostgreSQL: their secrets, the marks in the journals, and the queue. */
@NullMarked
package dev.holdfast.postgres.webhook;

import org.jspecify.annotations.NullMarked;
