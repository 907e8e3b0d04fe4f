package dev.holdfast.domain.chart;

/**
 * A chart as it is told to those for whom what they draw is published at once, and kept as a draft
 * only while the chart is used (seats.io dialect, section 9).
 *
 * @param used whether an event sells it
 * @param drafted whether it is published, and the draft another than what is published
 */
public record StagedChart(Chart chart, boolean used, boolean drafted) {}
