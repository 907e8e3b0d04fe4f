package dev.holdfast.app.chaos;

import java.time.Duration;

/**
 * How a run went on after a fault.
 *
 * @param any from the fault's end to the end of the first sale that began after it, at any node
 * @param every the same for the last of the nodes
 */
record Recovery(Fault fault, Duration any, Duration every) {}
