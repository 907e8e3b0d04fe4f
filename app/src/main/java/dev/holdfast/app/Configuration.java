package dev.holdfast.app;

import dev.holdfast.domain.reservation.KeyCaps;
import dev.holdfast.domain.webhook.RetrySchedule;
import dev.holdfast.http.load.RateLimits;
import dev.holdfast.postgres.SecretBox;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * What the environment asked for.
 *
 * @param port 0 takes any free port
 * @param dataDirectory where the embedded PostgreSQL lives
 * @param postgres an external PostgreSQL; empty: the embedded one
 * @param locks name of the gate's backend
 * @param redisUrl where Redis is, if it is the gate
 * @param relaxedHolds whether commits of holds only need not wait for the disk
 * @param adminKey opens the admin paths
 * @param publicKeyBooking whether browser keys may book
 * @param limits how much may be held at a time, and asked for
 * @param webhooks how webhooks are sent
 * @param tmt how the tmt dialect is spoken
 * @param seatsioSystemSecret opens the bootstrap of the seats.io dialect; empty: it does not exist
 * @param environment everything that is not Holdfast's own, for a lock backend of somebody else's
 */
public record Configuration(
    String host,
    int port,
    Path dataDirectory,
    Optional<Postgres> postgres,
    String locks,
    Optional<String> redisUrl,
    boolean relaxedHolds,
    Optional<String> adminKey,
    boolean publicKeyBooking,
    Limits limits,
    Webhooks webhooks,
    Tmt tmt,
    Optional<String> seatsioSystemSecret,
    Map<String, String> environment) {
  /** The gate in this process. */
  public static final String MEMORY = "memory";

  /** The gate in Redis. */
  public static final String REDIS = "redis";

  public Configuration {
    environment = Map.copyOf(environment);
  }

  /**
   * Reads the environment.
   *
   * @throws ConfigurationException naming every variable that is unknown or out of bounds
   */
  public static Configuration of(Map<String, String> environment) {
    return new EnvironmentReader(environment).read();
  }

  /**
   * An external PostgreSQL.
   *
   * @param user empty: the URL names one
   * @param password empty: the URL carries it
   */
  public record Postgres(String url, Optional<String> user, Optional<String> password) {
    /** Without the password, which the URL may carry as well. */
    @Override
    public String toString() {
      return "Postgres[" + url.replaceAll("\\?.*", "").replaceAll("//.*@", "//...@") + "]";
    }
  }

  /**
   * How much may be held at a time, and asked for.
   *
   * @param heldByToken most objects of an event under one hold token
   * @param heldByKey most places of an event through one API key
   * @param requestsByKey requests a second that each key may send to this node
   */
  public record Limits(int heldByToken, KeyCaps heldByKey, RateLimits requestsByKey) {}

  /**
   * How webhooks are sent.
   *
   * @param secretKey encrypts their secrets; empty: none is given
   * @param privateAddresses whether http and addresses of closed networks are fine
   * @param retries when an attempt in vain is made again
   */
  public record Webhooks(
      Optional<SecretBox> secretKey, boolean privateAddresses, RetrySchedule retries) {}

  /**
   * How the tmt dialect is spoken.
   *
   * @param holdLife how long its hold tokens live
   * @param openWorkspace key of the workspace that needs no API key; empty: there is none
   */
  public record Tmt(Duration holdLife, Optional<String> openWorkspace) {}

  /** Without secrets. */
  @Override
  public String toString() {
    return "Configuration[%s:%d, data %s, postgres %s, gate %s, admin %s]"
        .formatted(
            host,
            port,
            dataDirectory,
            postgres.map(Postgres::toString).orElse("embedded"),
            locks,
            adminKey.isPresent() ? "open" : "closed");
  }
}
