package dev.holdfast.http;

import java.nio.ByteBuffer;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.jetty.io.ArrayByteBufferPool;
import org.eclipse.jetty.io.ByteBufferPool;
import org.eclipse.jetty.io.RetainableByteBuffer;
import org.eclipse.jetty.util.BufferUtil;

/**
 * Buffers of the one size that each request needs twice, for what is read of it and for the head of
 * its answer; and Jetty's own for all others. Jetty looks through the first 256 of a size for one
 * that nobody has, and thousands of requests that wait have theirs.
 */
final class HeadBuffers extends ByteBufferPool.Wrapper {
  /** As Jetty has it unless told otherwise. */
  static final int BYTES = 8 * 1024;

  /** 64 MiB: two for each request at work when there are as many as there may be. */
  private static final int KEPT = 8 * 1024;

  /** The one that was given back last is taken first: it is in the processor's cache. */
  private final ConcurrentLinkedDeque<ByteBuffer> free = new ConcurrentLinkedDeque<>();

  private final AtomicInteger kept = new AtomicInteger();

  HeadBuffers() {
    super(new ArrayByteBufferPool());
  }

  @Override
  public RetainableByteBuffer.Mutable acquire(int size, boolean direct) {
    if (size != BYTES || !direct) {
      return super.acquire(size, direct);
    }
    ByteBuffer buffer = free.pollFirst();
    if (buffer == null) {
      return new Taken(BufferUtil.allocateDirect(BYTES));
    }
    kept.decrementAndGet();
    return new Taken(buffer);
  }

  private void giveBack(ByteBuffer buffer) {
    if (kept.incrementAndGet() > KEPT) {
      kept.decrementAndGet();
    } else {
      BufferUtil.reset(buffer);
      free.addFirst(buffer);
    }
  }

  @Override
  public void clear() {
    while (free.pollFirst() != null) {
      kept.decrementAndGet();
    }
    super.clear();
  }

  /** One that is in use. */
  private final class Taken extends RetainableByteBuffer.Pooled {
    Taken(ByteBuffer buffer) {
      super(HeadBuffers.this, buffer);
    }

    @Override
    public boolean release() {
      boolean last = super.release();
      if (last) {
        giveBack(getByteBuffer());
      }
      return last;
    }
  }
}
