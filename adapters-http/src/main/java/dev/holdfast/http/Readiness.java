package dev.holdfast.http;

/**
 * Whether this server is of use now.
 *
 * @param store whether PostgreSQL answers; without it nothing works
 * @param gate whether the gate takes part; without it everything works, slower
 */
public record Readiness(boolean store, boolean gate) {}
