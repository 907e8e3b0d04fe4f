package dev.holdfast.domain.feed;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The room for pages of the journal that followers are told, all together. Whoever comes first has
 * its turn first.
 */
final class PageRoom {
  private final PageLimits limits;
  private final Semaphore weight;
  private final Semaphore reads;

  PageRoom(PageLimits limits) {
    this.limits = limits;
    this.weight = new Semaphore(limits.all(), true);
    this.reads = new Semaphore(limits.reads(), true);
  }

  /** One page: room for the heaviest at first, then for what it turned out to weigh. */
  final class Page implements AutoCloseable {
    private int taken = limits.weight();

    private Page() {}

    /** Whether it is this page's turn to be read; waits for it. */
    boolean begin() throws InterruptedException {
      return reads.tryAcquire(limits.patience().toNanos(), TimeUnit.NANOSECONDS);
    }

    /** Was read, and weighs so much: what it does not need is the others'. */
    void end(long heavy) {
      reads.release();
      int needed = (int) Math.min(heavy, taken);
      weight.release(taken - needed);
      taken = needed;
    }

    /** Was told, or is not to be told. */
    @Override
    public void close() {
      weight.release(taken);
      taken = 0;
    }
  }

  /** Room for a page; waits for it, and gives null when there was none in time. */
  @Nullable Page take() throws InterruptedException {
    boolean taken =
        weight.tryAcquire(limits.weight(), limits.patience().toNanos(), TimeUnit.NANOSECONDS);
    return taken ? new Page() : null;
  }
}
