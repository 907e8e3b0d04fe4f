package dev.holdfast.domain.event;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An event: a chart on sale.
 *
 * @param key what the outside calls it, unique in its workspace
 * @param layout the layout its chart had published when this was read
 */
public record Event(
    EventId id,
    String key,
    @Nullable String name,
    String chartKey,
    LayoutVersion layout,
    Instant createdAt,
    Instant updatedAt) {}
