package dev.holdfast.postgres;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where the ledger is and how it is used.
 *
 * @param url {@code jdbc:postgresql://...}, without user and password
 * @param user the database role; it needs to own {@code schema}, or the right to create it
 * @param password never printed
 * @param schema where all tables are. One of its own and not {@code public}: a database can then be
 *     shared with other programs, and since PostgreSQL 15 an ordinary role may not create anything
 *     in {@code public} anyway
 * @param pools connections of each pool
 * @param patience how long to wait for a connection before the answer is "unavailable", at least
 *     250 ms; {@link #LOOKUP_PATIENCE} at most where a look-up needs one
 * @param durability whether commits that contain holds only wait for the disk
 * @param secrets encrypts the secrets of webhooks; without it none can be made
 */
public record PostgresSettings(
    String url,
    String user,
    String password,
    String schema,
    PoolSizes pools,
    Duration patience,
    Durability durability,
    Optional<SecretBox> secrets) {
  private static final Pattern SCHEMA = Pattern.compile("[a-z_][a-z0-9_]{0,62}");

  /** Longest wait for a connection on which to look something up: a request does so repeatedly. */
  public static final Duration LOOKUP_PATIENCE = Duration.ofSeconds(1);

  private static final Duration MIN_PATIENCE = Duration.ofMillis(250);

  public PostgresSettings {
    if (!SCHEMA.matcher(schema).matches()) {
      throw new IllegalArgumentException("not a schema name: " + schema);
    }
    if (patience.compareTo(MIN_PATIENCE) < 0) {
      throw new IllegalArgumentException("patience is at least " + MIN_PATIENCE);
    }
  }

  /**
   * The usual settings for a server.
   *
   * @param url {@code jdbc:postgresql://...}, {@code postgres://...} or {@code postgresql://...};
   *     may carry user and password, which then win over the parameters
   * @param user empty when it stands in the URL
   * @param password empty when it stands in the URL, or when none is needed
   * @throws IllegalArgumentException when the URL is of another kind
   */
  public static PostgresSettings of(String url, String user, String password) {
    PostgresUrl parsed = PostgresUrl.parse(url);
    return new PostgresSettings(
        parsed.jdbcUrl(),
        parsed.user().orElse(user),
        parsed.password().orElse(password),
        "holdfast",
        PoolSizes.STANDARD,
        Duration.ofSeconds(3),
        Durability.FULL,
        Optional.empty());
  }

  /** The same with tables in another schema. */
  public PostgresSettings withSchema(String other) {
    return new PostgresSettings(url, user, password, other, pools, patience, durability, secrets);
  }

  /** The same with other pool sizes. */
  public PostgresSettings withPools(PoolSizes other) {
    return new PostgresSettings(url, user, password, schema, other, patience, durability, secrets);
  }

  /** The same with another wait for a connection. */
  public PostgresSettings withPatience(Duration other) {
    return new PostgresSettings(url, user, password, schema, pools, other, durability, secrets);
  }

  /** The same with another durability of holds. */
  public PostgresSettings withDurability(Durability other) {
    return new PostgresSettings(url, user, password, schema, pools, patience, other, secrets);
  }

  /** The same with a key for secrets. */
  public PostgresSettings withSecrets(SecretBox box) {
    return new PostgresSettings(
        url, user, password, schema, pools, patience, durability, Optional.of(box));
  }

  /** Everything but the password and the key. */
  @Override
  public String toString() {
    return "PostgresSettings[url=%s, user=%s, schema=%s, %s, %s, %s]"
        .formatted(url, user, schema, pools, patience, durability);
  }
}
