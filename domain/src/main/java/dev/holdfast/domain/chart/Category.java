package dev.holdfast.domain.chart;

/** A pricing zone. */
public record Category(String key, String label) {}
