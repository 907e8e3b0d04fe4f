package dev.holdfast.app.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.app.node.NodeJs;
import dev.holdfast.app.node.NodeModules;
import dev.holdfast.redis.RedisServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The client that seats.io gives to Node.js integrators, as npm has it, makes its way through
 * journeys in {@code resources/dev/holdfast/app/seatsio}. Client and Node.js are fetched once, see
 * {@code docs/seatsio.md}.
 */
final class SeatsioClientTest {
  private static final String CLIENT = "node_modules/seatsio/dist/src/index.js";
  private static final String LOCK = "/dev/holdfast/app/seatsio/package-lock.json";

  /** Begins every journey, and is none. */
  private static final String COMMON = "venue.mjs";

  private static final int PATIENCE_SECONDS = 300;

  private static RedisServer redis;
  private static Deployment withGateInMemory;
  private static Deployment withGateInRedis;
  private static Path client;
  private static String node;

  @BeforeAll
  static void start() throws IOException, InterruptedException {
    client = NodeModules.of(Files.readString(lock())).resolve(CLIENT);
    node = NodeJs.program();
    redis = RedisServer.start();
    withGateInMemory = Deployment.oneNode(Map.of());
    withGateInRedis = Deployment.oneNode(Map.of("HOLDFAST_REDIS_URL", redis.url()));
  }

  @AfterAll
  static void stop() {
    withGateInMemory.close();
    withGateInRedis.close();
    redis.close();
  }

  private static Path lock() {
    try {
      URL found = Objects.requireNonNull(SeatsioClientTest.class.getResource(LOCK), LOCK);
      return Path.of(found.toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  static List<String> journeys() {
    try (Stream<Path> files = Files.list(lock().getParent())) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".mjs") && !name.equals(COMMON))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @ParameterizedTest
  @MethodSource("journeys")
  void the_client_of_npm_makes_its_way(String journey) throws IOException, InterruptedException {
    go(journey, withGateInMemory);
  }

  /** Those that hold something: the others pass no gate. */
  @ParameterizedTest
  @ValueSource(strings = {"buyers.mjs", "hold-tokens.mjs"})
  void it_does_so_with_the_gate_in_redis(String journey) throws IOException, InterruptedException {
    go(journey, withGateInRedis);
  }

  private static void go(String journey, Deployment deployment)
      throws IOException, InterruptedException {
    Path log = Files.createTempFile("journey", ".log");
    try {
      ProcessBuilder builder =
          new ProcessBuilder(node, lock().resolveSibling(journey).toString())
              .redirectErrorStream(true)
              .redirectOutput(log.toFile());
      Map<String, String> environment = builder.environment();
      environment.keySet().removeIf(name -> name.startsWith("NODE_"));
      environment.put("HOLDFAST_URL", deployment.baseUri().toString());
      environment.put("SYSTEM_SECRET", Deployment.SYSTEM_SECRET);
      environment.put("SEATSIO_CLIENT", client.toUri().toString());
      Process process = builder.start();
      boolean ended = process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
      process.destroyForcibly();
      String told = Files.readString(log, StandardCharsets.UTF_8);
      assertTrue(ended, told);
      assertEquals(0, process.exitValue(), told);
      assertTrue(told.lines().anyMatch(line -> line.matches("# pass [1-9][0-9]*")), told);
    } finally {
      Files.delete(log);
    }
  }
}
