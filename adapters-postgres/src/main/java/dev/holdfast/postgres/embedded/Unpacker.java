package dev.holdfast.postgres.embedded;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.tukaani.xz.XZInputStream;

/**
 * Unpacks a {@code .txz} archive as it streams by, with about 10 MB of memory, and leaves it on
 * disk. The archive is trusted not to be hostile, yet nothing is written outside the target.
 */
final class Unpacker {
  // The dictionary of the archives is 8 MiB; a larger one would not fit a small heap.
  private static final int MEMORY_LIMIT_KIB = 32 * 1024;
  // A thousand small files are forced to disk while the next ones are unpacked, several at a time:
  // the file system then joins them in few commits. One after the other takes several times longer.
  private static final int FORCING_THREADS = 8;

  private final Path target;
  private final ExecutorService forcing;
  private final List<Future<?>> forced = new ArrayList<>();
  private final Set<Path> directories = new LinkedHashSet<>();

  private Unpacker(Path target, ExecutorService forcing) {
    this.target = target.normalize();
    this.forcing = forcing;
  }

  /**
   * Unpacks into a directory that does not exist yet.
   *
   * @throws IOException when the archive is damaged or the disk does not take it
   */
  static void unpack(InputStream archive, Path target) throws IOException {
    Files.createDirectory(target, DurableFiles.OWNER_ONLY_DIRECTORY);
    try (ExecutorService forcing = Executors.newFixedThreadPool(FORCING_THREADS);
        InputStream unpacked =
            new BufferedInputStream(new XZInputStream(archive, MEMORY_LIMIT_KIB))) {
      Unpacker unpacker = new Unpacker(target, forcing);
      TarReader tar = new TarReader(unpacked);
      for (TarReader.Entry entry = tar.next(); entry != null; entry = tar.next()) {
        unpacker.write(entry, tar);
      }
      unpacker.awaitForced();
    }
  }

  private void write(TarReader.Entry entry, TarReader tar) throws IOException {
    Path path = inside(target.resolve(entry.name()));
    makeDirectory(entry.kind() == TarReader.Kind.DIRECTORY ? path : path.resolveSibling("."));
    switch (entry.kind()) {
      case DIRECTORY -> {}
      case LINK -> {
        inside(path.resolveSibling(entry.target()));
        Files.createSymbolicLink(path, Path.of(entry.target()));
      }
      case FILE -> {
        copy(tar, path, entry.executable());
        forced.add(forcing.submit(() -> force(path)));
      }
    }
  }

  private void makeDirectory(Path directory) throws IOException {
    Path path = directory.normalize();
    if (directories.add(path)) {
      Files.createDirectories(path, DurableFiles.OWNER_ONLY_DIRECTORY);
    }
  }

  // The names of the files are on disk only once their directories are.
  private void awaitForced() throws IOException {
    directories.forEach(directory -> forced.add(forcing.submit(() -> force(directory))));
    try {
      for (Future<?> each : forced) {
        each.get();
      }
    } catch (ExecutionException e) {
      throw new IOException("cannot force a file to disk: " + e.getCause(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while unpacking", e);
    }
  }

  private static @Nullable Void force(Path path) throws IOException {
    DurableFiles.force(path);
    return null;
  }

  private static void copy(TarReader tar, Path path, boolean executable) throws IOException {
    var mode = PosixFilePermissions.fromString(executable ? "rwx------" : "rw-------");
    try (OutputStream out =
        Channels.newOutputStream(
            Files.newByteChannel(
                path,
                Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                PosixFilePermissions.asFileAttribute(mode)))) {
      tar.copyTo(out);
    }
  }

  private Path inside(Path path) throws IOException {
    Path normal = path.normalize();
    if (!normal.startsWith(target)) {
      throw new IOException("the archive leads out of its directory: " + path);
    }
    return normal;
  }
}
