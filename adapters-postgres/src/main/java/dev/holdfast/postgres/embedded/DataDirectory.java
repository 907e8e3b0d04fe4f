package dev.holdfast.postgres.embedded;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;

/**
 * The directory that holds everything of one embedded server, held against a second user.
 *
 * <p>It is made with mode 0700. An existing directory keeps its mode, since it may be a mount point
 * with rules of its own; all that is put into it is private by itself, and a directory in which
 * everybody may write is refused, because anybody could then plant a server program in it.
 *
 * @param root the real path of the directory
 * @param uid the numeric user that files made here belong to, 0 for root
 */
record DataDirectory(Path root, int uid, FileGuard guard) implements AutoCloseable {
  private static final String LOCK = "holdfast.lock";

  /**
   * Makes the directory if need be, locks it and removes leftovers of interrupted starts.
   *
   * @throws EmbeddedPostgresException when it cannot be used, or another process uses it
   */
  static DataDirectory open(Path path) {
    Path root = created(path.toAbsolutePath().normalize());
    FileGuard guard = locked(root);
    boolean opened = false;
    try {
      DataDirectory directory = new DataDirectory(root, probeUser(root), guard);
      for (Path part : new Path[] {directory.cluster(), directory.server(), directory.password()}) {
        directory.requireOwned(part);
      }
      DurableFiles.deletePartials(root);
      opened = true;
      return directory;
    } catch (IOException e) {
      throw EmbeddedPostgresException.about("use the data directory", root, e);
    } finally {
      if (!opened) {
        guard.close();
      }
    }
  }

  /** The files of the database itself. */
  Path cluster() {
    return root.resolve("postgres");
  }

  /** The unpacked programs, one directory per version. */
  Path server() {
    return root.resolve("server");
  }

  /** The password of both roles, readable by the owner only. */
  Path password() {
    return root.resolve("password");
  }

  /** What the server has to say. */
  Path log() {
    return root.resolve("postgres.log");
  }

  /**
   * Refuses what another user made: the server would refuse it later, less clearly, or would trust
   * files that it must not trust.
   */
  void requireOwned(Path part) throws IOException {
    if (!Files.exists(part, LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    Object owner = Files.getAttribute(part, "unix:uid", LinkOption.NOFOLLOW_LINKS);
    if (!owner.equals(uid)) {
      throw new EmbeddedPostgresException(
          "%s belongs to the user %s, but this process writes as %s (uid %d); run as that user, or"
                  .formatted(part, Files.getOwner(part), System.getProperty("user.name"), uid)
              + " change the owner of the whole data directory");
    }
  }

  private static Path created(Path path) {
    try {
      return DurableFiles.openDirectory(path);
    } catch (FileAlreadyExistsException e) {
      throw new EmbeddedPostgresException(
          "The data directory %s is not a directory; choose another one".formatted(path), e);
    } catch (IOException e) {
      throw EmbeddedPostgresException.about("create the data directory", path, e);
    } catch (UnsupportedOperationException e) {
      throw new EmbeddedPostgresException(
          "The data directory %s is on a file system without owners and modes; choose another one"
              .formatted(path),
          e);
    }
  }

  private static FileGuard locked(Path root) {
    Path file = root.resolve(LOCK);
    try {
      return FileGuard.acquire(file);
    } catch (FileGuard.TakenException e) {
      throw new EmbeddedPostgresException(
          "The data directory %s is in use by %s; stop that one or choose another directory"
              .formatted(root, e.getMessage()),
          e);
    } catch (IOException e) {
      throw EmbeddedPostgresException.about("lock the data directory", root, e);
    }
  }

  // The owner of a new file is who we are to this file system, whatever the process believes.
  private static int probeUser(Path root) throws IOException {
    Path probe = DurableFiles.partialOf(root.resolve("probe"));
    Files.createFile(probe, DurableFiles.OWNER_ONLY_FILE);
    try {
      return (Integer) Files.getAttribute(probe, "unix:uid");
    } finally {
      Files.deleteIfExists(probe);
    }
  }

  @Override
  public void close() {
    guard.close();
  }
}
