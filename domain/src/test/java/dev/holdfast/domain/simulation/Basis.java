package dev.holdfast.domain.simulation;

import dev.holdfast.domain.chart.SeatingPlan;
import java.time.Instant;

/**
 * How a transaction came to its decisions.
 *
 * @param layout that the locked events sold by
 */
record Basis(Instant lockedAt, Instant readAt, SeatingPlan layout) {}
