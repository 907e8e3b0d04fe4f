package dev.holdfast.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The list of libraries that Maven writes into the jar; compiling without Maven makes none. */
final class LibrariesTest {
  private static final Pattern LIBRARY =
      Pattern.compile("^[^:\\s]+:(\\S+) (\\S+) \\((.+)\\)$", Pattern.MULTILINE);
  private static final Pattern COPYLEFT =
      Pattern.compile("\\b[AL]?GPL|General Public|SSPL|BUSL|unknown", Pattern.CASE_INSENSITIVE);

  /** One class of each library that a module names, as each is loaded from a jar of its own. */
  private static final List<String> USED =
      List.of(
          "ch.qos.logback.classic.Logger",
          "com.fasterxml.jackson.core.JsonFactory",
          "com.fasterxml.jackson.databind.ObjectMapper",
          "com.github.benmanes.caffeine.cache.Caffeine",
          "com.zaxxer.hikari.HikariDataSource",
          "io.javalin.Javalin",
          "org.apache.hc.client5.http.classic.HttpClient",
          "org.flywaydb.core.Flyway",
          "org.flywaydb.database.postgresql.PostgreSQLDatabaseType",
          "org.postgresql.Driver",
          "org.slf4j.Logger",
          "org.tukaani.xz.XZInputStream",
          "redis.clients.jedis.RedisClient");

  private final List<MatchResult> listed;

  LibrariesTest() throws IOException {
    try (InputStream list = getClass().getResourceAsStream("/META-INF/THIRD-PARTY.txt")) {
      assertNotNull(list, "Maven has not listed the libraries");
      String text = new String(list.readAllBytes(), StandardCharsets.UTF_8);
      listed = LIBRARY.matcher(text).results().toList();
    }
  }

  @Test
  void what_the_server_is_loaded_from_is_listed_in_its_jar() throws Exception {
    Set<String> jars =
        listed.stream()
            .map(library -> library.group(1) + "-" + library.group(2) + ".jar")
            .collect(Collectors.toSet());
    for (String name : USED) {
      Class<?> type = Class.forName(name, false, getClass().getClassLoader());
      Path jar = Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
      assertTrue(jars.contains(jar.getFileName().toString()), jar::toString);
    }
  }

  @Test
  void every_library_may_be_used_under_a_licence_that_does_not_reach_us() {
    assertTrue(listed.size() >= USED.size(), listed::toString);
    assertEquals(
        List.of(),
        listed.stream()
            .filter(library ->
                Stream.of(library.group(3).split(" or ", -1)).allMatch(LibrariesTest::reaches))
            .map(MatchResult::group)
            .toList());
  }

  private static boolean reaches(String licence) {
    return COPYLEFT.matcher(licence).find();
  }
}
