package dev.holdfast.domain.port;

import java.util.List;

/**
 * One page of a list, newest first.
 *
 * @param total how many there are in all
 */
public record Page<T>(List<T> items, long total) {
  public Page {
    items = List.copyOf(items);
  }

  /**
   * Which page.
   *
   * @param page 1-based
   * @param limit items a page, 1 to 100
   */
  public record Request(int page, int limit) {
    public Request {
      if (page < 1 || limit < 1 || limit > 100) {
        throw new IllegalArgumentException("page " + page + " of " + limit);
      }
    }

    /** How many items stand before this page. */
    public long offset() {
      return (page - 1L) * limit;
    }
  }
}
