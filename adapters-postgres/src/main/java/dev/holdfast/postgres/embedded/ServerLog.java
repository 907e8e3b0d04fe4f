package dev.holdfast.postgres.embedded;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps what the server says in a file of bounded size, with one older file beside it; the end of
 * it also in memory, for messages. The log collector of PostgreSQL itself does not bound a file.
 *
 * <p>A disk that takes no more log loses log. The server must never have to wait for its words.
 */
final class ServerLog {
  /** Bytes in one file before it becomes the older one. */
  static final long FILE_LIMIT = 4L << 20;

  private static final Logger LOG = LoggerFactory.getLogger(ServerLog.class);
  private static final int TAIL = 4096;

  private final Path file;
  private final long limit;
  private final byte[] tail = new byte[TAIL];
  private long received;
  private @Nullable FileChannel channel;
  private boolean complained;

  ServerLog(Path file, long limit) {
    this.file = file;
    this.limit = limit;
  }

  /** Reads until the stream ends, whatever becomes of the file. */
  void drain(InputStream in) {
    byte[] buffer = new byte[8192];
    try (in) {
      for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
        remember(buffer, count);
        write(ByteBuffer.wrap(buffer, 0, count));
      }
    } catch (IOException ended) {
      LOG.debug("The output of PostgreSQL ended: {}", ended.getMessage());
    } finally {
      closeFile();
    }
  }

  /** The last words, at most 4 KB. */
  synchronized String tail() {
    int length = (int) Math.min(received, TAIL);
    byte[] last = new byte[length];
    for (int i = 0; i < length; i++) {
      last[i] = tail[(int) ((received - length + i) % TAIL)];
    }
    return new String(last, UTF_8);
  }

  private synchronized void remember(byte[] bytes, int count) {
    for (int i = 0; i < count; i++) {
      tail[(int) (received++ % TAIL)] = bytes[i];
    }
  }

  private void write(ByteBuffer bytes) {
    try {
      FileChannel out = roomFor(bytes.remaining());
      while (bytes.hasRemaining()) {
        out.write(bytes);
      }
    } catch (IOException e) {
      closeFile();
      if (!complained) {
        complained = true;
        LOG.warn("Cannot write {}: {}; further such trouble is not reported", file, e.getMessage());
      }
    }
  }

  private FileChannel roomFor(int bytes) throws IOException {
    FileChannel current = channel;
    if (current != null && current.size() + bytes > limit) {
      closeFile();
      current = null;
    }
    return current != null ? current : open(bytes);
  }

  private FileChannel open(int bytes) throws IOException {
    if (Files.exists(file) && Files.size(file) + bytes > limit) {
      Path older = file.resolveSibling(file.getFileName() + ".1");
      Files.move(file, older, StandardCopyOption.REPLACE_EXISTING);
    }
    FileChannel opened =
        FileChannel.open(
            file,
            Set.of(StandardOpenOption.CREATE, StandardOpenOption.APPEND),
            DurableFiles.OWNER_ONLY_FILE);
    channel = opened;
    return opened;
  }

  private void closeFile() {
    try (FileChannel _ = channel) {
      channel = null;
    } catch (IOException e) {
      LOG.debug("Closing {}: {}", file, e.getMessage());
    }
  }
}
