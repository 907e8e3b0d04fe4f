package dev.holdfast.domain.chart;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A chart without its layout.
 *
 * @param id the store's own number, never reused
 * @param draftVersion grows by one with every new draft layout, from 1
 * @param publishedVersion null while not published; numbers are never reused
 * @param publishedAt when that version was published, null while none is
 * @param tags in the order they were added, each once; at most {@link TagChange#MAX_TAGS}
 */
public record Chart(
    long id,
    String key,
    String name,
    int draftVersion,
    @Nullable Integer publishedVersion,
    Instant createdAt,
    Instant updatedAt,
    @Nullable Instant publishedAt,
    List<String> tags) {
  /** Longest name, in characters. */
  public static final int MAX_NAME = 255;

  public Chart {
    tags = List.copyOf(tags);
  }
}
