package dev.holdfast.app.locks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.domain.contract.SeatLockContract;
import dev.holdfast.domain.port.SeatLockPort;
import dev.holdfast.domain.port.SeatLockProvider;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The page says what the toy does: every excerpt is a piece of it, every rule is the kit's. */
final class LockBackendsPageTest {
  private static final Path MODULE = Path.of(System.getProperty("basedir", "."));
  private static final Path PAGE = MODULE.resolve("../docs/lock-backends.md");
  private static final Path TOY = MODULE.resolve("src/test/java/dev/holdfast/app/locks");
  private static final Pattern ELLIPSIS = Pattern.compile("(?m)^\\s*// \\.\\.\\.\\s*$");
  private static final Path SERVICE =
      MODULE.resolve(
          "src/test/resources/META-INF/services/dev.holdfast.domain.port.SeatLockProvider");

  @Test
  void every_java_excerpt_is_a_piece_of_the_toy() throws IOException {
    StringBuilder sources = new StringBuilder();
    try (Stream<Path> files = Files.list(TOY)) {
      for (Path file : files.filter(it -> it.toString().contains("Toy")).toList()) {
        sources.append(flat(Files.readString(file)));
      }
    }
    List<String> excerpts = blocks("java");
    assertTrue(excerpts.size() >= 4, "the page shows code");
    for (String excerpt : excerpts) {
      for (String piece : ELLIPSIS.splitAsStream(excerpt).toList()) {
        assertTrue(sources.indexOf(flat(piece)) >= 0, () -> "not in the toy's source:\n" + piece);
      }
    }
  }

  @Test
  void the_service_entry_is_the_pages_and_leads_to_the_toy() throws IOException {
    assertEquals(List.of(Files.readString(SERVICE).strip()), blocks("services"));
    List<SeatLockProvider> named =
        ServiceLoader.load(SeatLockProvider.class).stream()
            .map(ServiceLoader.Provider::get)
            .filter(it -> it.name().equals("toy"))
            .toList();
    assertEquals(1, named.size());
    SeatLockProvider toy = named.getFirst();
    try (SeatLockPort locks = toy.open(Map.of("TOY_ADDRESS", "found:1"))) {
      assertInstanceOf(ToySeatLocks.class, locks);
      locks.check();
    }
    IllegalArgumentException missing =
        assertThrows(IllegalArgumentException.class, () -> toy.open(Map.of()));
    assertTrue(missing.toString().contains("TOY_ADDRESS"));
  }

  @Test
  void the_page_lists_exactly_the_kits_rules() throws IOException {
    List<String> rules =
        Arrays.stream(SeatLockContract.class.getMethods())
            .filter(it -> it.isAnnotationPresent(Test.class))
            .map(Method::getName)
            .sorted(Comparator.comparingInt(LockBackendsPageTest::number))
            .map(it -> "* " + it.replaceFirst("_", ": ").replace('_', ' '))
            .toList();
    List<String> listed =
        Files.readString(PAGE).lines().filter(it -> it.matches("\\* L\\d+: .*")).toList();
    assertEquals(rules, listed);
    for (int i = 0; i < rules.size(); i++) {
      assertTrue(rules.get(i).startsWith("* L" + (i + 1) + ":"), "numbers have no gap: " + i);
    }
  }

  private static int number(String rule) {
    return Integer.parseInt(rule.substring(1, rule.indexOf('_')));
  }

  private static List<String> blocks(String language) throws IOException {
    List<String> blocks = new ArrayList<>();
    Matcher fence =
        Pattern.compile("(?ms)^```" + language + "$\\n(.*?)^```$").matcher(Files.readString(PAGE));
    while (fence.find()) {
      blocks.add(fence.group(1).strip());
    }
    return blocks;
  }

  /** How the lines are broken is the formatter's business. */
  private static String flat(String code) {
    return code.replaceAll("\\s+", "");
  }
}
