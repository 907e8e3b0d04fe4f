/** Tests of webhooks over the ports in memory. */
@NullMarked
package dev.holdfast.domain.webhook;

import org.jspecify.annotations.NullMarked;
