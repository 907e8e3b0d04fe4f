package dev.holdfast.domain.chart;

/**
 * A layout as it was written, in its own notation.
 *
 * @param version the draft's or the published version's number
 * @param notation which notation the text is in, {@code v1} or {@code seatsio}
 * @param text the layout, shorthand expanded
 */
public record StoredLayout(String chartKey, int version, String notation, String text) {}
