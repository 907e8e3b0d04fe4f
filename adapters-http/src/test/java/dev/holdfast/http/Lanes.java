package dev.holdfast.http;

import dev.holdfast.domain.writer.Writer;
import dev.holdfast.domain.writer.WriterLimits;

/** The threads of a writer, as many as its limits say, until it is closed. */
final class Lanes implements AutoCloseable {
  private final Writer writer;

  Lanes(Writer writer) {
    this.writer = writer;
    for (int lane = 0; lane < WriterLimits.STANDARD.lanes(); lane++) {
      Thread.ofVirtual().start(this::run);
    }
  }

  private void run() {
    try {
      while (writer.awaitNext()) {
        // Until closed.
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    writer.close();
  }
}
