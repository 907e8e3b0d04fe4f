package dev.holdfast.postgres.embedded;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;

/**
 * Reads the plain kind of tar archive that the server comes in: files, directories and symbolic
 * links with names of at most 100 bytes. Anything else is refused rather than guessed at. Memory
 * does not grow with the archive.
 */
final class TarReader {
  /** What an entry is. */
  enum Kind {
    FILE,
    DIRECTORY,
    LINK
  }

  /**
   * One entry.
   *
   * @param name path inside the archive, not checked against leaving it
   * @param size bytes of content, 0 unless it is a file
   * @param target where a symbolic link points to, empty otherwise
   */
  record Entry(String name, Kind kind, boolean executable, long size, String target) {}

  private static final int BLOCK = 512;
  private static final int NAME_LENGTH = 100;
  private static final int MODE = 100;
  private static final int SIZE = 124;
  private static final int KIND = 156;
  private static final int TARGET = 157;
  private static final int OWNER_MAY_EXECUTE = 0100;

  private final InputStream in;
  private final byte[] header = new byte[BLOCK];
  private final byte[] buffer = new byte[1 << 16];
  private long unread;
  private long padding;

  TarReader(InputStream in) {
    this.in = in;
  }

  /**
   * Goes to the next entry; what was not read of the last one is skipped.
   *
   * @return null at the end, after the stream was read to its end so that its checksum is verified
   * @throws IOException when the archive is cut short or holds something unexpected
   */
  @Nullable Entry next() throws IOException {
    in.skipNBytes(unread + padding);
    unread = 0;
    padding = 0;
    if (in.readNBytes(header, 0, BLOCK) < BLOCK) {
      throw new EOFException("the archive is cut short");
    }
    if (header[0] == 0) {
      in.transferTo(OutputStream.nullOutputStream());
      return null;
    }
    Kind kind = kind();
    unread = kind == Kind.FILE ? octal(SIZE, 12) : 0;
    padding = Math.floorMod(-unread, BLOCK);
    boolean executable = (octal(MODE, 8) & OWNER_MAY_EXECUTE) != 0;
    return new Entry(text(0), kind, executable, unread, kind == Kind.LINK ? text(TARGET) : "");
  }

  /** Copies the content of the entry last returned. */
  void copyTo(OutputStream out) throws IOException {
    while (unread > 0) {
      int count = in.read(buffer, 0, (int) Math.min(buffer.length, unread));
      if (count < 0) {
        throw new EOFException("the archive is cut short");
      }
      out.write(buffer, 0, count);
      unread -= count;
    }
  }

  private Kind kind() throws IOException {
    return switch (header[KIND]) {
      case 0, '0' -> Kind.FILE;
      case '5' -> Kind.DIRECTORY;
      case '2' -> Kind.LINK;
      default ->
          throw new IOException(
              "unexpected archive entry %s of type %d".formatted(text(0), header[KIND]));
    };
  }

  private String text(int offset) {
    int end = offset;
    while (end < offset + NAME_LENGTH && header[end] != 0) {
      end++;
    }
    return new String(header, offset, end - offset, UTF_8);
  }

  private long octal(int offset, int length) throws IOException {
    long value = 0;
    for (int i = offset; i < offset + length; i++) {
      byte digit = header[i];
      if (digit >= '0' && digit <= '7') {
        value = value * 8 + (digit - '0');
      } else if (digit != 0 && digit != ' ') {
        throw new IOException("unexpected number in the archive entry " + text(0));
      }
    }
    return value;
  }
}
