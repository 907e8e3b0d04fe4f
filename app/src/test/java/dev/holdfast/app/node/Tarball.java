package dev.holdfast.app.node;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;

/**
 * Archives as npm packs them: files in one directory, whose name is of no account. Names may be
 * long ({@code prefix}, or a {@code path} in an extended header); links are not packed.
 */
final class Tarball {
  private static final int BLOCK = 512;
  private static final int MODE = 100;
  private static final int SIZE = 124;
  private static final int KIND = 156;
  private static final int PREFIX = 345;
  private static final int OWNER_MAY_EXECUTE = 0100;
  private static final Pattern LONG_NAME = Pattern.compile("\\d+ path=([^\\n]*)\\n");

  private final InputStream in;
  private final Path directory;
  private String longName = "";

  private Tarball(InputStream in, Path directory) {
    this.in = in;
    this.directory = directory.normalize();
  }

  /** Unpacks a compressed archive. */
  static void unpack(InputStream compressed, Path directory) throws IOException {
    try (InputStream in = new GZIPInputStream(compressed)) {
      Tarball tarball = new Tarball(in, directory);
      byte[] header = in.readNBytes(BLOCK);
      while (header.length == BLOCK && header[0] != 0) {
        tarball.take(header);
        header = in.readNBytes(BLOCK);
      }
    }
  }

  private void take(byte[] header) throws IOException {
    byte[] content = content(Integer.parseInt(text(header, SIZE, 12), 8));
    switch (header[KIND]) {
      case 0, '0' -> write(header, content);
      case 'x' -> {
        Matcher name = LONG_NAME.matcher(new String(content, StandardCharsets.UTF_8));
        longName = name.find() ? name.group(1) : "";
      }
      // Directories come with their files; a header for all says nothing that matters here.
      case '5', 'g' -> {}
      default -> throw new IOException("unexpected kind of entry: " + (char) header[KIND]);
    }
  }

  private byte[] content(int size) throws IOException {
    byte[] content = in.readNBytes(size);
    if (content.length < size) {
      throw new EOFException("the archive is cut short");
    }
    in.skipNBytes(Math.floorMod(-size, BLOCK));
    return content;
  }

  private void write(byte[] header, byte[] content) throws IOException {
    String name = longName.isEmpty() ? name(header) : longName;
    longName = "";
    Path file = directory.resolve(name.substring(name.indexOf('/') + 1)).normalize();
    if (!file.startsWith(directory)) {
      throw new IOException(name + " leads out of the archive");
    }
    Files.createDirectories(file.getParent());
    Files.write(file, content);
    boolean executable = (Integer.parseInt(text(header, MODE, 8), 8) & OWNER_MAY_EXECUTE) != 0;
    if (executable && !file.toFile().setExecutable(true)) {
      throw new IOException(file + " cannot be made executable");
    }
  }

  private static String name(byte[] header) {
    String prefix = text(header, PREFIX, 155);
    String name = text(header, 0, 100);
    return prefix.isEmpty() ? name : prefix + "/" + name;
  }

  private static String text(byte[] header, int offset, int length) {
    int end = offset;
    while (end < offset + length && header[end] != 0) {
      end++;
    }
    return new String(header, offset, end - offset, StandardCharsets.UTF_8).strip();
  }
}
