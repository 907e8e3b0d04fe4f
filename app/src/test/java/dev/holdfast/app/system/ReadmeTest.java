package dev.holdfast.app.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.app.docs.Documents;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The walk in the README, run as it is written. */
final class ReadmeTest {
  private static final Pattern WALK =
      Pattern.compile("## From a chart to a booked seat\\s+```sh\\n(.*?)```", Pattern.DOTALL);

  @Test
  void the_walk_from_a_chart_to_a_booked_seat_works_as_written() throws Exception {
    try (Deployment service = Deployment.oneNode(Map.of())) {
      String key = service.demo().company().testSecret().text();
      String walk =
          walk()
              .replaceFirst("KEY=sk_test_\\S+.*", "KEY=" + key)
              .replace("http://localhost:3000", service.baseUri().toString());
      String printed = run("set -eu\n" + walk);
      assertEquals(2, count(printed, "\"status\":\"held\""), printed);
      // Once in the answer to the booking and once in the event's status.
      assertEquals(4, count(printed, "\"status\":\"booked\""), printed);
      assertTrue(printed.contains("\"orderId\":\"o-1\""), printed);
    }
  }

  private static String walk() {
    Matcher found = WALK.matcher(Documents.read("README.md"));
    assertTrue(found.find(), "the README has no walk");
    return found.group(1);
  }

  private static String run(String script) throws IOException, InterruptedException {
    Process shell = new ProcessBuilder("sh", "-s").redirectErrorStream(true).start();
    shell.getOutputStream().write(script.getBytes(StandardCharsets.UTF_8));
    shell.getOutputStream().close();
    String printed = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertTrue(shell.waitFor(60, TimeUnit.SECONDS), "the walk does not end");
    assertEquals(0, shell.exitValue(), printed);
    return printed;
  }

  private static long count(String text, String part) {
    return Pattern.compile(Pattern.quote(part)).matcher(text).results().count();
  }
}
