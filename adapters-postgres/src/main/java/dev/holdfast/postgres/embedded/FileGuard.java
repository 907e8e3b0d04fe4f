package dev.holdfast.postgres.embedded;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * An exclusive lock on a file, which the operating system drops when the process dies. The file
 * stays and names the process that held it last.
 */
final class FileGuard implements AutoCloseable {
  /** Somebody else holds the lock; the message says who. */
  static final class TakenException extends IOException {
    private static final long serialVersionUID = 1L;

    TakenException(String holder) {
      super(holder);
    }
  }

  // The operating system locks for a whole process, and forgets the lock as soon as that process
  // closes any descriptor of the file. A second attempt in this process must not even open it.
  private static final Set<Path> HELD_HERE = ConcurrentHashMap.newKeySet();
  private static final long INTERVAL_NANOS = 20_000_000;
  private static final int LONGEST_NAME = 32;

  private final Path file;
  private @Nullable FileChannel channel;

  private FileGuard(Path file) {
    this.file = file;
  }

  /**
   * Takes the lock if it is free.
   *
   * @param file in an existing directory whose path is real, so that one file has one name
   * @throws TakenException when another holder, in this process or another, has it
   * @throws IOException when the file cannot be opened or locked at all
   */
  static FileGuard acquire(Path file) throws IOException {
    if (!HELD_HERE.add(file)) {
      throw new TakenException("this process");
    }
    FileGuard guard = new FileGuard(file);
    boolean locked = false;
    try {
      guard.lockAndSign();
      locked = true;
      return guard;
    } finally {
      if (!locked) {
        guard.close();
      }
    }
  }

  /**
   * Takes the lock as soon as it is free.
   *
   * @throws TakenException when it is not free in time, or the waiting thread is interrupted
   */
  static FileGuard await(Path file, Duration bound) throws IOException {
    long deadline = System.nanoTime() + bound.toNanos();
    while (true) {
      try {
        return acquire(file);
      } catch (TakenException e) {
        if (System.nanoTime() - deadline > 0 || Thread.currentThread().isInterrupted()) {
          throw e;
        }
        LockSupport.parkNanos(INTERVAL_NANOS);
      }
    }
  }

  private void lockAndSign() throws IOException {
    Set<StandardOpenOption> options =
        Set.of(StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
    FileChannel opened = FileChannel.open(file, options, DurableFiles.OWNER_ONLY_FILE);
    channel = opened;
    if (opened.tryLock() == null) {
      throw new TakenException("process " + signature(opened));
    }
    opened.truncate(0);
    opened.write(UTF_8.encode(ProcessHandle.current().pid() + "\n"));
  }

  private static String signature(FileChannel opened) throws IOException {
    ByteBuffer name = ByteBuffer.allocate(LONGEST_NAME);
    opened.read(name);
    return UTF_8.decode(name.flip()).toString().strip();
  }

  @Override
  public void close() {
    try (FileChannel _ = channel) {
      channel = null;
    } catch (IOException alreadyGone) {
      // The descriptor is released in any case, and the lock with it.
    } finally {
      HELD_HERE.remove(file);
    }
  }
}
