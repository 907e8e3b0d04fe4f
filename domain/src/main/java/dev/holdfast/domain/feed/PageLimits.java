package dev.holdfast.domain.feed;

import java.time.Duration;

/**
 * What followers may have of the journal at a time.
 *
 * @param weight told at a time, in the unit of {@link Rendering#weight} and in bytes of the
 *     journal; what reaches it ends a page, so that a page takes one entry more at most
 * @param all weight of all pages, from before they are read until they were told
 * @param reads pages read at once
 * @param patience how long a follower waits for room, and then for its turn to read
 */
public record PageLimits(int weight, int all, int reads, Duration patience) {
  /**
   * For one node, where weight is bytes: 64 pages. Both waits together are shorter than a stream
   * may be silent.
   */
  public static final PageLimits STANDARD =
      new PageLimits(256 * 1024, 16 * 1024 * 1024, 2, Duration.ofSeconds(4));

  public PageLimits {
    if (weight < 1 || all < weight || reads < 1) {
      throw new IllegalArgumentException("there is room for one page at least");
    }
  }
}
