/** Tests of webhooks on PostgreSQL. */
@NullMarked
package dev.holdfast.postgres.webhook;

import org.jspecify.annotations.NullMarked;
