package dev.holdfast.postgres.embedded;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.util.HexFormat;
import java.util.Locale;
import java.util.zip.CRC32;

/**
 * The packed programs of the server for this platform, found on the class path.
 *
 * @param resource name on the class path, such as {@code postgres-linux-x86_64.txz}
 * @param identity CRC-32 and length of the archive in hexadecimal: tells one archive from another
 */
record ServerArchive(String resource, String identity) {
  private static final int BUFFER = 1 << 16;

  /**
   * Finds the archive for the machine that this process runs on.
   *
   * @throws EmbeddedPostgresException when none is on the class path or it cannot be read
   */
  static ServerArchive forThisPlatform() {
    return forPlatform(System.getProperty("os.name"), System.getProperty("os.arch"));
  }

  static ServerArchive forPlatform(String systemName, String architecture) {
    String resource = "postgres-%s-%s.txz".formatted(system(systemName), processor(architecture));
    try {
      return new ServerArchive(resource, identify(resource));
    } catch (FileNotFoundException e) {
      throw new EmbeddedPostgresException(
          "No PostgreSQL server for %s on %s: %s is not on the class path; add the binaries for"
                  .formatted(systemName, architecture, resource)
              + " this platform, or use a PostgreSQL server of your own",
          e);
    } catch (IOException e) {
      throw new EmbeddedPostgresException(
          "Cannot read %s from the class path: %s".formatted(resource, e.getMessage()), e);
    }
  }

  /** Opens the archive; the caller closes it. */
  InputStream open() throws IOException {
    return open(resource);
  }

  private static InputStream open(String resource) throws IOException {
    InputStream stream = ServerArchive.class.getResourceAsStream("/" + resource);
    if (stream == null) {
      throw new FileNotFoundException(resource);
    }
    return stream;
  }

  // Read at every start, so it must be quick: 15 MB take 40 ms with the CRC that the processor
  // computes, and more than 120 ms with a cryptographic hash, which would protect from nobody who
  // can change the class path.
  private static String identify(String resource) throws IOException {
    CRC32 crc = new CRC32();
    long length = 0;
    byte[] buffer = new byte[BUFFER];
    try (InputStream in = open(resource)) {
      for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
        crc.update(buffer, 0, count);
        length += count;
      }
    }
    return HexFormat.of().toHexDigits(crc.getValue(), 8) + Long.toHexString(length);
  }

  private static String system(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return lower.startsWith("mac") ? "darwin" : lower.replace(' ', '-');
  }

  private static String processor(String architecture) {
    String lower = architecture.toLowerCase(Locale.ROOT);
    return switch (lower) {
      case "amd64" -> "x86_64";
      case "aarch64", "arm64" -> "arm_64";
      default -> lower;
    };
  }
}
