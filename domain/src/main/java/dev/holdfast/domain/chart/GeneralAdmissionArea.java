package dev.holdfast.domain.chart;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A general admission area.
 *
 * @param path where it stands in the layout, by dots
 * @param capacity places, 1 to {@link Layout#MAX_CAPACITY}
 * @param category key of its category, null when the layout gave none
 * @param moreCategories keys of further categories its places may be held in, at other prices
 */
public record GeneralAdmissionArea(
    String path, String key, int capacity, @Nullable String category, List<String> moreCategories) {
  public GeneralAdmissionArea {
    moreCategories = List.copyOf(moreCategories);
  }
}
