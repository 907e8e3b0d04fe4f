package dev.holdfast.http.reference;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.holdfast.http.route.Access;
import dev.holdfast.http.route.Route;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** {@code docs/seatsio.md} lists the routes of the seats.io dialect, and whose keys open them. */
final class SeatsioDocumentTest {
  /** A line of the table: method and path, keys, what it does. */
  private static final Pattern LINE =
      Pattern.compile("^\\| `((?:GET|POST|DELETE) /[^`]*)` \\| ([^|]+) \\| [^|]+ \\|$");

  @Test
  void every_route_is_listed_with_its_keys_and_nothing_else() throws IOException {
    List<String> documented =
        Files.readAllLines(document()).stream()
            .map(LINE::matcher)
            .filter(line -> line.matches())
            .map(line -> line.group(1) + " by " + line.group(2).strip())
            .sorted()
            .toList();

    assertEquals(
        new World().seatsioRoutes().stream().map(SeatsioDocumentTest::told).sorted().toList(),
        documented);
  }

  private static String told(Route route) {
    Access access = route.access();
    String keys =
        switch (access) {
          case BASIC_SECRET -> "`sk`, `adm`";
          case BASIC_COMPANY -> "`adm`";
          case BASIC_SYSTEM -> "system secret";
          case OPEN, ADMIN, SECRET, SECRET_UNLESS_OPEN, PUBLIC_OR_SECRET ->
              throw new AssertionError(route + " is not opened by HTTP Basic");
        };
    return route + " by " + keys;
  }

  /** Tests run in the module's directory or in the project's. */
  private static Path document() {
    Path document = Path.of("docs", "seatsio.md");
    for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
      if (Files.exists(at.resolve(document))) {
        return at.resolve(document);
      }
    }
    throw new AssertionError("no " + document + " above the working directory");
  }
}
