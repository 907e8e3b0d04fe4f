package dev.holdfast.postgres.embedded;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.XZOutputStream;

class UnpackingTest {
  private static final Duration BOUND = Duration.ofMinutes(1);

  @TempDir Path temporary;

  @Test
  void a_first_start_that_was_killed_twice_does_not_break_the_third() throws Exception {
    Path data = temporary.resolve("data");
    Path programs = data.resolve("server");
    killOnce(data, () -> count(programs, ".partial-") > 0);
    assertEquals(1, count(programs, ".partial-"));
    killOnce(data, () -> count(data, "postgres.partial-") > 0);
    assertEquals(1, count(data, "postgres.partial-"));
    try (ChildJvm child = ChildJvm.ready(data, programs, "-Xmx64m")) {
      assertTrue(child.server() > 0);
      assertEquals(0, count(programs, ".partial-") + count(data, ".partial-"));
    }
  }

  @Test
  void programs_of_other_versions_are_removed_and_nothing_else() throws Exception {
    Path current = temporary.resolve("18.6-0123456789abcdef/bin");
    Path other = temporary.resolve("17.4-0123456789abcdef/bin");
    Path stranger = temporary.resolve("notes");
    for (Path each : List.of(current, other, stranger)) {
      Files.writeString(Files.createDirectories(each).resolve("file"), "content");
    }
    new ServerInstallation(temporary.resolve("18.6-0123456789abcdef"), "18.6").deleteOthers();
    assertEquals(2, count(temporary, ""));
    assertEquals(0, count(temporary, "17.4"));
  }

  @Test
  void an_archive_that_leads_out_of_its_directory_is_refused() throws Exception {
    Path target = temporary.resolve("target");
    for (byte[] entry :
        List.of(
            entry("../outside", '0', ""),
            entry("/outside", '0', ""),
            entry("link", '2', "../../outside"),
            entry("device", '3', ""))) {
      assertThrows(IOException.class, () -> unpack(target, packed(entry)));
      DurableFiles.deleteTree(target);
    }
    assertEquals(0, count(temporary, "outside"));
  }

  @Test
  void an_archive_cut_short_is_refused() throws Exception {
    byte[] whole = packed(entry("file", '0', ""));
    unpack(temporary.resolve("whole"), whole);
    assertEquals("content", Files.readString(temporary.resolve("whole/file")));
    byte[] cut = Arrays.copyOf(whole, whole.length - 9);
    assertThrows(IOException.class, () -> unpack(temporary.resolve("cut"), cut));
  }

  @Test
  void a_platform_without_programs_is_named() {
    EmbeddedPostgresException refused =
        assertThrows(
            EmbeddedPostgresException.class, () -> ServerArchive.forPlatform("Plan 9", "mips"));
    String message = String.valueOf(refused.getMessage());
    assertTrue(message.contains("postgres-plan-9-mips.txz"), message);
    assertEquals(
        ServerArchive.forPlatform("Linux", "amd64"), ServerArchive.forPlatform("linux", "x86_64"));
  }

  private static void killOnce(Path data, BooleanSupplier moment) throws IOException {
    try (ChildJvm child = ChildJvm.launch(data, data.resolve("server"), List.of("-Xmx64m"))) {
      assertTrue(Waiting.until(BOUND, moment));
      child.kill();
    }
  }

  private static void unpack(Path target, byte[] archive) throws IOException {
    Unpacker.unpack(new ByteArrayInputStream(archive), target);
  }

  private static byte[] packed(byte[] entry) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (XZOutputStream out = new XZOutputStream(bytes, new LZMA2Options(0))) {
      out.write(entry);
      out.write(new byte[1024]);
    }
    return bytes.toByteArray();
  }

  /** One entry as tar writes it, with the word "content" in it if it is a file. */
  private static byte[] entry(String name, char type, String target) {
    byte[] block = new byte[type == '0' ? 1024 : 512];
    put(block, 0, name);
    put(block, 100, "0000600");
    put(block, 124, type == '0' ? "00000000007" : "00000000000");
    block[156] = (byte) type;
    put(block, 157, target);
    if (type == '0') {
      put(block, 512, "content");
    }
    return block;
  }

  private static void put(byte[] block, int offset, String text) {
    byte[] bytes = text.getBytes(US_ASCII);
    System.arraycopy(bytes, 0, block, offset, bytes.length);
  }

  private static long count(Path directory, String part) {
    try (Stream<Path> entries = Files.list(directory)) {
      return entries.filter(each -> String.valueOf(each.getFileName()).contains(part)).count();
    } catch (IOException notThereYet) {
      return 0;
    }
  }
}
