package dev.holdfast.postgres.embedded;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HexFormat;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Files that are either wholly there after a crash or not at all. Whatever takes time to write is
 * made beside its place under a name with {@link #PARTIAL} in it, and then renamed.
 */
final class DurableFiles {
  static final FileAttribute<Set<PosixFilePermission>> OWNER_ONLY_FILE =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
  static final FileAttribute<Set<PosixFilePermission>> OWNER_ONLY_DIRECTORY =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));

  private static final Logger LOG = LoggerFactory.getLogger(DurableFiles.class);
  private static final String PARTIAL = ".partial-";

  private DurableFiles() {}

  /**
   * Makes a directory for the owner only, unless it exists; then nobody else may put things there.
   *
   * @return its real path
   * @throws EmbeddedPostgresException when every user may write to it
   */
  static Path openDirectory(Path path) throws IOException {
    if (!Files.isDirectory(path)) {
      Files.createDirectories(path, OWNER_ONLY_DIRECTORY);
    }
    Path real = path.toRealPath();
    if (Files.getPosixFilePermissions(real).contains(PosixFilePermission.OTHERS_WRITE)) {
      throw new EmbeddedPostgresException(
          "The directory %s can be written by every user; take that right away (chmod o-w) or"
                  .formatted(real)
              + " choose another directory");
    }
    return real;
  }

  /** A free name beside the target, for the work before the rename. */
  static Path partialOf(Path target) {
    String random = HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong());
    return target.resolveSibling(target.getFileName() + PARTIAL + random);
  }

  /** Makes a finished piece of work visible under its name, and durably so. */
  static void publish(Path partial, Path target) throws IOException {
    Files.move(
        partial, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    Path parent = target.getParent();
    if (parent != null) {
      force(parent);
    }
  }

  /** Writes a small file that only its owner may read, replacing what was there. */
  static void write(Path target, String content) throws IOException {
    Path partial = partialOf(target);
    try {
      Files.createFile(partial, OWNER_ONLY_FILE);
      try (FileChannel channel = FileChannel.open(partial, StandardOpenOption.WRITE)) {
        ByteBuffer bytes = UTF_8.encode(content);
        while (bytes.hasRemaining()) {
          channel.write(bytes);
        }
        channel.force(true);
      }
      publish(partial, target);
    } finally {
      Files.deleteIfExists(partial);
    }
  }

  /** Waits until a file, or the entries of a directory, are on disk. */
  static void force(Path path) throws IOException {
    boolean directory = Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS);
    StandardOpenOption option = directory ? StandardOpenOption.READ : StandardOpenOption.WRITE;
    try (FileChannel channel = FileChannel.open(path, option)) {
      channel.force(true);
    }
  }

  /**
   * Removes what an interrupted start left behind in a directory. What cannot be removed, perhaps
   * because a program still ends there, is in nobody's way and left to the next start.
   */
  static void deletePartials(Path directory) throws IOException {
    try (DirectoryStream<Path> leftovers =
        Files.newDirectoryStream(directory, "*" + PARTIAL + "*")) {
      for (Path leftover : leftovers) {
        try {
          deleteTree(leftover);
        } catch (IOException e) {
          LOG.warn("Cannot remove the leftover {}: {}", leftover, e.toString());
        }
      }
    }
  }

  /** Removes a file or a directory with all that is in it; follows no symbolic link. */
  static void deleteTree(Path root) throws IOException {
    if (!Files.exists(root, LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    Files.walkFileTree(
        root,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException trouble)
              throws IOException {
            if (trouble != null) {
              throw trouble;
            }
            Files.delete(directory);
            return FileVisitResult.CONTINUE;
          }
        });
  }
}
