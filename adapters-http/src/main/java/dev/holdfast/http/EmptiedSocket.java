package dev.holdfast.http;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import org.eclipse.jetty.io.ManagedSelector;
import org.eclipse.jetty.io.SocketChannelEndPoint;
import org.eclipse.jetty.util.thread.Scheduler;

/**
 * A socket that is not asked for what it cannot have. Who read less than there was room for has
 * read all there was, and the selector tells when there is more; behind each request Jetty asks
 * twice all the same.
 */
final class EmptiedSocket extends SocketChannelEndPoint {
  private volatile boolean emptied;

  EmptiedSocket(
      SocketChannel channel, ManagedSelector selector, SelectionKey key, Scheduler scheduler) {
    super(channel, selector, key, scheduler);
  }

  @Override
  public int fill(ByteBuffer buffer) throws IOException {
    if (emptied && !isInputShutdown()) {
      return 0;
    }
    int filled = super.fill(buffer);
    emptied = filled >= 0 && buffer.limit() < buffer.capacity();
    return filled;
  }

  @Override
  public Runnable onSelected() {
    emptied = false;
    return super.onSelected();
  }
}
