package dev.holdfast.app.system;

import dev.holdfast.app.Configuration;
import dev.holdfast.app.Demo;
import dev.holdfast.app.Holdfast;
import dev.holdfast.app.v1.ServiceUnderTest;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Nodes of the service in this process, on one database of their own. */
public final class Deployment implements ServiceUnderTest {
  static final String ADMIN_KEY = "the-operator-s-own-key";

  static final String SYSTEM_SECRET = "superSecretSystemApi";

  /**
   * Companies for whoever knows the secret; webhooks to receivers on loopback, with a second
   * between their attempts.
   */
  private static final Map<String, String> SETTINGS =
      Map.of(
          "HOLDFAST_SEATSIO_SYSTEM_SECRET",
          SYSTEM_SECRET,
          "HOLDFAST_WEBHOOK_ALLOW_PRIVATE_ADDRESSES",
          "true",
          "HOLDFAST_WEBHOOK_RETRY_SECONDS",
          "1,1,1,1",
          "HOLDFAST_SECRET_KEY",
          Base64.getEncoder().encodeToString(new byte[32]));

  /** Other nodes keep what they read of the catalog for half a second. */
  private static final Duration OTHER_NODES_FORGET = Duration.ofMillis(600);

  private final List<Holdfast> nodes = new ArrayList<>();
  private final URI address;
  private final RoundRobin balancer;

  private Deployment(int count, Map<String, String> settings) {
    Map<String, String> environment = new HashMap<>(Databases.fresh());
    environment.put("HOLDFAST_PORT", "0");
    environment.put("HOLDFAST_ADMIN_KEY", ADMIN_KEY);
    environment.putAll(SETTINGS);
    environment.putAll(settings);
    environment.values().removeIf(String::isEmpty);
    for (int node = 0; node < count; node++) {
      nodes.add(Holdfast.start(Configuration.of(environment), Deployment::lost));
    }
    balancer = RoundRobin.over(nodes.stream().map(Holdfast::port).toList());
    address = URI.create("http://127.0.0.1:" + balancer.port());
  }

  /** One node. A setting that is given as an empty text is left out. */
  static Deployment oneNode(Map<String, String> settings) {
    return new Deployment(1, settings);
  }

  /** Two nodes behind a balancer that gives each connection to the next one. */
  static Deployment twoNodes(Map<String, String> settings) {
    return new Deployment(2, settings);
  }

  /** Three of them. */
  static Deployment threeNodes(Map<String, String> settings) {
    return new Deployment(3, settings);
  }

  private static void lost() {
    throw new IllegalStateException("these nodes have no embedded database to lose");
  }

  /** What the first node made on its first start. */
  Demo demo() {
    return nodes.getFirst().demo().orElseThrow();
  }

  @Override
  public URI baseUri() {
    return address;
  }

  @Override
  public String adminKey() {
    return ADMIN_KEY;
  }

  @Override
  public Duration remembers() {
    return nodes.size() > 1 ? OTHER_NODES_FORGET : Duration.ZERO;
  }

  @Override
  public void close() {
    balancer.close();
    nodes.forEach(Holdfast::close);
  }
}
