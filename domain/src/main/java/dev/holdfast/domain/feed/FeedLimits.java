package dev.holdfast.domain.feed;

/**
 * What a feed takes on at most.
 *
 * @param events followed at once
 * @param followers over all events
 * @param entries kept of one event, for followers that are a little behind
 * @param weight of all entries kept, in the unit of {@link Rendering#weight}
 * @param pages what is told at a time, and read for followers that are far behind
 */
public record FeedLimits(int events, int followers, int entries, long weight, PageLimits pages) {
  /** For one node: 64 MiB where weight is bytes. */
  public static final FeedLimits STANDARD =
      new FeedLimits(2_000, 5_000, 4_096, 64L << 20, PageLimits.STANDARD);

  public FeedLimits {
    if (events < 1 || followers < 1 || entries < 1 || weight < 1) {
      throw new IllegalArgumentException("every limit is at least 1");
    }
  }
}
