package dev.holdfast.domain.chart;

import org.jspecify.annotations.Nullable;

/**
 * A seat as it stands in a row or at a table.
 *
 * @param path where it stands in the layout as its author wrote it, by dots: {@code
 *     sections.0.rows.2.seats.4}
 * @param objectLabel its label in the whole chart: the explicit one, or made by the rule
 * @param category key of its category, null when the layout gave none
 */
public record Place(String path, String objectLabel, @Nullable String category) {}
