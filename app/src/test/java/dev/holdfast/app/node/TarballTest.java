package dev.holdfast.app.node;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Archives of npm are unpacked as they were packed, or not at all. */
final class TarballTest {
  private final ByteArrayOutputStream tar = new ByteArrayOutputStream();
  @TempDir private Path directory;

  private TarballTest add(String prefix, String name, char kind, String mode, String content) {
    byte[] header = new byte[512];
    put(header, 0, name);
    put(header, 100, mode);
    byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
    put(header, 124, "%011o".formatted(bytes.length));
    header[156] = (byte) kind;
    put(header, 345, prefix);
    tar.writeBytes(header);
    tar.writeBytes(Arrays.copyOf(bytes, Math.ceilDiv(bytes.length, 512) * 512));
    return this;
  }

  private static void put(byte[] header, int at, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    System.arraycopy(bytes, 0, header, at, bytes.length);
  }

  private byte[] compressed() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (OutputStream gzip = new GZIPOutputStream(out)) {
      tar.writeTo(gzip);
    }
    return out.toByteArray();
  }

  private void unpack() throws IOException {
    Tarball.unpack(new ByteArrayInputStream(compressed()), directory);
  }

  private String read(String file) throws IOException {
    return Files.readString(directory.resolve(file));
  }

  @Test
  void files_come_without_the_directory_that_they_were_packed_in() throws IOException {
    add("", "package/package.json", '0', "0000644", "{}");
    add("package/lib/deep", "a.js", '0', "0000644", "x".repeat(600));
    add("", "package/bin/node", '0', "0000755", "program");
    tar.writeBytes(new byte[1024]);
    unpack();
    assertEquals("{}", read("package.json"));
    assertEquals("x".repeat(600), read("lib/deep/a.js"));
    assertTrue(Files.isExecutable(directory.resolve("bin/node")));
    assertFalse(Files.isExecutable(directory.resolve("package.json")));
  }

  @Test
  void a_long_name_stands_before_its_file() throws IOException {
    String name = "package/" + "long/".repeat(30) + "a.js";
    String record = " path=" + name + "\n";
    add("", "PaxHeader/a.js", 'x', "0000644", (record.length() + 3) + record);
    add("", "package/cut", '0', "0000644", "long");
    add("", "package/short", '0', "0000644", "short");
    unpack();
    assertEquals("long", read("long/".repeat(30) + "a.js"));
    assertEquals("short", read("short"));
  }

  @Test
  void nothing_leads_out_of_the_directory_or_is_guessed_at() {
    add("", "package/../../evil", '0', "0000644", "x");
    assertThrows(IOException.class, this::unpack);
    tar.reset();
    add("", "package/link", '2', "0000644", "");
    assertThrows(IOException.class, this::unpack);
    assertFalse(Files.exists(directory.resolveSibling("evil")));
  }

  @Test
  void an_archive_that_is_cut_short_is_refused() {
    add("", "package/a", '0', "0000644", "x".repeat(600));
    byte[] whole = tar.toByteArray();
    tar.reset();
    tar.write(whole, 0, 700);
    assertThrows(IOException.class, this::unpack);
  }

  @Test
  void what_is_not_what_it_was_is_not_unpacked() throws IOException {
    add("", "package/a", '0', "0000644", "x");
    NpmPackage pinned = new NpmPackage("a", "1.0.0", "sha512-AAAA");
    byte[] archive = compressed();
    IOException refused = assertThrows(IOException.class, () -> pinned.unpack(archive, directory));
    assertTrue(String.valueOf(refused.getMessage()).contains("a-1.0.0.tgz is not what it was"));
    assertFalse(Files.exists(directory.resolve("a")));
  }
}
