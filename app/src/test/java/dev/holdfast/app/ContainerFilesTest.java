package dev.holdfast.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.app.docs.Documents;
import dev.holdfast.app.system.ServiceProcess;
import dev.holdfast.postgres.PostgresServer;
import dev.holdfast.redis.RedisServer;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What app/Dockerfile and compose.yaml say, compared with the program; needs no engine. */
final class ContainerFilesTest {
  private static final String IMAGE = Documents.read("app/Dockerfile");
  private static final String COMPOSE = Documents.read("compose.yaml");
  private static final String ROLE_SCRIPT = "app/compose/create-role.sh";

  private static final Pattern INSTRUCTION = Pattern.compile("(?m)^([A-Z]+) (.*(?:\\\\\\n.*)*)$");
  private static final Pattern SERVICE = Pattern.compile("(?m)^  (\\w+):\\n((?:(?: {4}.*)?\\n)+)");
  private static final Pattern VARIABLE = Pattern.compile("(?m)^      ([A-Z_]+): (.+)$");
  private static final Pattern OURS = Pattern.compile("\\bHOLDFAST_[A-Z_]+");

  @Test
  void the_service_starts_with_what_image_and_compose_set() {
    Map<String, String> environment = environmentOfImage();
    variables("holdfast").forEach((name, value) -> environment.put(name, filledIn(value)));
    Configuration configuration = Configuration.of(environment);
    assertEquals("0.0.0.0", configuration.host());
    assertEquals(Setting.HOLDFAST_PORT.fallback(), Integer.toString(configuration.port()));
    assertEquals("redis", configuration.locks());
    assertTrue(configuration.postgres().isPresent());
    assertTrue(configuration.adminKey().isPresent());
  }

  @Test
  void script_and_image_start_the_java_that_is_tested_and_measured() {
    String script = Documents.read("holdfast");
    for (String option : ServiceProcess.JVM_OPTIONS) {
      assertTrue(script.contains(" " + option + " "), option);
      boolean isMemory = option.startsWith("-Xmx");
      assertTrue(isMemory || IMAGE.contains("\"" + option + "\""), option);
    }
  }

  @Test
  void every_name_of_ours_is_a_setting() {
    List<String> settings = List.of(Setting.values()).stream().map(Setting::name).toList();
    for (String file : List.of(IMAGE, COMPOSE)) {
      List<String> names = OURS.matcher(file).results().map(MatchResult::group).toList();
      assertFalse(names.isEmpty());
      assertEquals(List.of(), names.stream().filter(name -> !settings.contains(name)).toList());
    }
  }

  @Test
  void the_port_is_the_default_one_and_published_on_the_loopback_only() {
    String port = Setting.HOLDFAST_PORT.fallback();
    assertEquals(List.of(port), instructions("EXPOSE"));
    assertTrue(IMAGE.contains("/dev/tcp/127.0.0.1/${HOLDFAST_PORT:-" + port + "}"), IMAGE);
    List<String> published =
        Pattern.compile("(?m)^    ports:\\n((?:      - .*\\n)+)")
            .matcher(COMPOSE)
            .results()
            .map(found -> found.group(1).strip())
            .toList();
    assertEquals(List.of("- \"127.0.0.1:%s:%s\"".formatted(port, port)), published);
  }

  @Test
  void the_image_runs_as_a_number_that_is_not_root_s_and_owns_its_data() {
    String user = instructions("USER").getLast();
    assertTrue(user.matches("[1-9]\\d{3,}:[1-9]\\d{3,}"), user);
    String data = environmentOfImage().get("HOLDFAST_DATA_DIR");
    assertEquals(List.of(data), instructions("VOLUME"));
    assertTrue(IMAGE.contains("chown " + user + " " + data), IMAGE);
  }

  @Test
  void java_itself_gets_the_signal_to_stop() {
    assertTrue(instructions("ENTRYPOINT").getLast().startsWith("[\"java\", "));
  }

  @Test
  void the_stores_are_those_that_the_suites_run_on() {
    List<String> images =
        Pattern.compile("(?m)^    image: (.*)$")
            .matcher(COMPOSE)
            .results()
            .map(found -> found.group(1))
            .toList();
    assertEquals(List.of(PostgresServer.IMAGE, RedisServer.IMAGE), images);
  }

  @Test
  void no_secret_has_a_default() {
    List<MatchResult> secrets =
        VARIABLE
            .matcher(COMPOSE)
            .results()
            .filter(found -> found.group(1).matches(".*(PASSWORD|KEY)"))
            .toList();
    assertEquals(4, secrets.size());
    for (MatchResult secret : secrets) {
      assertTrue(secret.group(2).matches("\\$\\{[A-Z_]+:\\?[^}]+\\}"), secret.group(1));
    }
  }

  @Test
  void the_service_works_with_a_role_that_is_no_superuser() {
    assertTrue(COMPOSE.contains("./" + ROLE_SCRIPT + ":/docker-entrypoint-initdb.d/"));
    assertTrue(Files.isExecutable(Documents.root().resolve(ROLE_SCRIPT)));
    String script = Documents.read(ROLE_SCRIPT);
    String role = variables("holdfast").get("HOLDFAST_POSTGRES_USER");
    assertTrue(script.contains("CREATE ROLE " + role + " LOGIN PASSWORD :'password';"), script);
    assertFalse(script.contains("SUPERUSER"), script);
    assertFalse(variables("postgres").containsKey("POSTGRES_USER"), "would be a superuser");
    assertEquals(
        variables("holdfast").get("HOLDFAST_POSTGRES_PASSWORD"),
        variables("postgres").get("ROLE_PASSWORD"));
  }

  private static List<String> instructions(String name) {
    return INSTRUCTION
        .matcher(IMAGE)
        .results()
        .filter(found -> found.group(1).equals(name))
        .map(found -> found.group(2))
        .toList();
  }

  private static Map<String, String> environmentOfImage() {
    Map<String, String> environment = new HashMap<>();
    for (String pairs : instructions("ENV")) {
      for (String pair : pairs.split(" ", -1)) {
        String[] parts = pair.split("=", 2);
        environment.put(parts[0], parts[1]);
      }
    }
    return environment;
  }

  private static Map<String, String> variables(String service) {
    String block =
        SERVICE
            .matcher(COMPOSE)
            .results()
            .filter(found -> found.group(1).equals(service))
            .map(found -> found.group(2))
            .findFirst()
            .orElseThrow();
    Map<String, String> variables = new HashMap<>();
    VARIABLE
        .matcher(block)
        .results()
        .forEach(found -> variables.put(found.group(1), found.group(2)));
    return variables;
  }

  private static String filledIn(String value) {
    return value.replaceAll("\\$\\{[^}]+\\}", "given-by-the-operator");
  }
}
