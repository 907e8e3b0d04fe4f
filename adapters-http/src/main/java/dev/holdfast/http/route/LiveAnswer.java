package dev.holdfast.http.route;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;

/** An answer that goes on while there is something to tell. */
public interface LiveAnswer extends AutoCloseable {
  /** Something too large to be put together before it is sent. */
  @FunctionalInterface
  interface Part {
    void writeTo(OutputStream out) throws IOException;
  }

  /** Where it goes. */
  interface Reader {
    /**
     * Sends bytes at once.
     *
     * @throws IOException when the reader is gone, or too slow to take them
     */
    void send(byte[]... bytes) throws IOException;

    /**
     * Sends something large while it is written.
     *
     * @param patience how long the reader may take for it
     * @throws IOException when the reader is gone, or too slow to take it
     */
    void send(Duration patience, Part part) throws IOException;

    /** Whether the reader's key still opens what it opened at first. */
    boolean isAdmitted();
  }

  /** Tells until there is nothing more to tell, or nobody to tell it to. */
  void tell(Reader reader) throws IOException, InterruptedException;

  /** Gives back what it holds, told or not. */
  @Override
  void close();
}
