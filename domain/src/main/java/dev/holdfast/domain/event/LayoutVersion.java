package dev.holdfast.domain.event;

/**
 * Which layout an event sells by.
 *
 * @param chart the store's own number of the chart, never reused
 * @param version the published version, 0 while the chart is not published: it then appears empty
 */
public record LayoutVersion(long chart, int version) {}
