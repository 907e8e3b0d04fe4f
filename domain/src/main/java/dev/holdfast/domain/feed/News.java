package dev.holdfast.domain.feed;

import java.util.List;

/** What a follower is told. */
public sealed interface News<T> {
  /**
   * Entries, in order and without gap after what was told before.
   *
   * @param last the sequence number of the last of them
   */
  record Entries<T>(List<T> rendered, long last) implements News<T> {
    public Entries {
      rendered = List.copyOf(rendered);
    }
  }

  /** Nothing happened within the patience. */
  record Silence<T>() implements News<T> {}

  /** No more will come: the follower was too slow, the event is gone, or the feed is closed. */
  record End<T>() implements News<T> {}
}
