package dev.holdfast.redis;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.utility.DockerImageName;
import redis.clients.jedis.CommandArguments;
import redis.clients.jedis.Connection;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.commands.ProtocolCommand;

/**
 * A real Redis server for tests, in this order:
 *
 * <ul>
 *   <li>the one at {@code HOLDFAST_TEST_REDIS_URL} ({@code redis://} only), flushed first;
 *   <li>a container of {@link #IMAGE}, where the system property {@code holdfast.test.containers}
 *       is true;
 *   <li>else a process of our own on a loopback port.
 * </ul>
 *
 * <p>Where there is no server the test fails: it is never skipped.
 */
public final class RedisServer implements AutoCloseable {
  /** The image of the container, which compose.yaml deploys. */
  public static final String IMAGE = "redis:8";

  /** How a kind of server is brought down and up again. */
  private interface Switches {
    void down();

    void up();

    void pause();

    void resume();

    void close();
  }

  private final String url;
  private final Switches switches;
  private final RedisClient client;

  private RedisServer(String url, Switches switches) {
    this.url = url;
    this.switches = switches;
    this.client = RedisClient.create(url);
  }

  /** An empty server. */
  public static RedisServer start() {
    String given = System.getenv("HOLDFAST_TEST_REDIS_URL");
    RedisServer server;
    if (given != null && !given.isBlank()) {
      server = behindRelay(given.strip(), () -> {});
    } else if (Boolean.getBoolean("holdfast.test.containers")) {
      server = inContainer();
    } else {
      server = startProcess();
    }
    server.flush();
    return server;
  }

  /** A process of our own, whatever the settings say, with more of redis-server's options. */
  public static RedisServer startProcess(String... options) {
    RedisProcess process = RedisProcess.start(List.of(options));
    return new RedisServer("redis://127.0.0.1:" + process.port(), new ProcessSwitches(process));
  }

  private static RedisServer inContainer() {
    GenericContainer<?> container = new GenericContainer<>(DockerImageName.parse(IMAGE));
    container.addExposedPort(6379);
    container.start();
    recordContainer();
    String url = "redis://" + container.getHost() + ":" + container.getMappedPort(6379);
    return behindRelay(url, container::close);
  }

  /** What the profile {@code containers} looks for when the tests are over. */
  private static void recordContainer() {
    try {
      Path directory = Files.createDirectories(Path.of("target", "containers"));
      Files.writeString(directory.resolve("redis"), IMAGE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static RedisServer behindRelay(String url, Runnable closing) {
    RedisSettings.Server server = RedisSettings.parse(url).servers().getFirst();
    if (!url.startsWith("redis://")) {
      throw new IllegalArgumentException("HOLDFAST_TEST_REDIS_URL must be a redis:// URL");
    }
    TcpRelay relay = new TcpRelay(server.host(), server.port());
    int login = url.lastIndexOf('@') + 1;
    int path = url.indexOf('/', "redis://".length());
    String relayed =
        url.substring(0, Math.max(login, "redis://".length()))
            + "127.0.0.1:"
            + relay.port()
            + (path < 0 ? "" : url.substring(path));
    return new RedisServer(relayed, new RelaySwitches(relay, closing));
  }

  /** Where it is, for {@link RedisSettings#parse}. */
  public String url() {
    return url;
  }

  /** A client of its own for looking inside. */
  public RedisClient client() {
    return client;
  }

  /** Any command, for what the client has no method for. */
  public Object run(ProtocolCommand command, String... words) {
    CommandArguments arguments = new CommandArguments(command);
    for (String word : words) {
      arguments.add(word);
    }
    try (Connection connection = client.getPool().getResource()) {
      return connection.executeCommand(arguments);
    }
  }

  /** Forgets every key. */
  public void flush() {
    client.flushDB();
  }

  /** From now on connections are cut and refused. */
  public void kill() {
    switches.down();
    client.getPool().clear();
  }

  /** After {@link #kill()}: the same port again. A process has forgotten everything. */
  public void restart() {
    switches.up();
    client.getPool().clear();
  }

  /** From now on nothing is answered. */
  public void pause() {
    switches.pause();
  }

  /** After {@link #pause()}: answers again. */
  public void resume() {
    switches.resume();
  }

  @Override
  public void close() {
    client.close();
    switches.close();
  }

  private record ProcessSwitches(RedisProcess process) implements Switches {
    @Override
    public void down() {
      process.kill();
    }

    @Override
    public void up() {
      process.restart();
    }

    @Override
    public void pause() {
      process.pause();
    }

    @Override
    public void resume() {
      process.resume();
    }

    @Override
    public void close() {
      process.close();
    }
  }

  private record RelaySwitches(TcpRelay relay, Runnable closing) implements Switches {
    @Override
    public void down() {
      relay.cut();
    }

    @Override
    public void up() {
      relay.mend();
    }

    @Override
    public void pause() {
      relay.hold(true);
    }

    @Override
    public void resume() {
      relay.hold(false);
    }

    @Override
    public void close() {
      relay.cut();
      closing.run();
    }
  }
}
