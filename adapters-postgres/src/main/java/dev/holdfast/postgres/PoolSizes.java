package dev.holdfast.postgres;

import java.util.stream.IntStream;

/**
 * Most connections of each pool. They are apart so that no kind of work can use up what a sale
 * needs: not pictures of a full house, not deletions that wait for a lock.
 *
 * @param writers transactions of the ledger, 1 to {@value #MAX}
 * @param lookups the short questions on the path of a sale and of the background work, 1 to {@value
 *     #MAX}
 * @param changes small changes of the catalog and batches of housekeeping, 1 to {@value #MAX}
 * @param readers what is large or may take long and somebody waits for: pictures, parts of a
 *     journal, drafts, publishing, 1 to {@value #MAX}
 * @param background what goes on whether anybody asks or not: streams, webhooks, the registry of
 *     nodes, 1 to {@value #MAX}
 */
public record PoolSizes(int writers, int lookups, int changes, int readers, int background) {
  /**
   * For one node: twice the writer's lanes, and 32 in all, so that three nodes fit into the 97 that
   * a PostgreSQL has for ordinary roles unless told otherwise.
   */
  public static final PoolSizes STANDARD = new PoolSizes(8, 12, 4, 4, 4);

  private static final int MAX = 500;

  public PoolSizes {
    if (IntStream.of(writers, lookups, changes, readers, background)
        .anyMatch(size -> size < 1 || size > MAX)) {
      throw new IllegalArgumentException("a pool has 1 to " + MAX + " connections");
    }
  }
}
