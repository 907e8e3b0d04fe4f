package dev.holdfast.app;

import dev.holdfast.domain.hold.HoldPolicy;
import dev.holdfast.domain.hold.KeyCap;
import dev.holdfast.domain.hold.TokenTerm;
import dev.holdfast.domain.reservation.KeyCaps;
import dev.holdfast.domain.webhook.RetrySchedule;
import dev.holdfast.http.load.RateLimits;
import dev.holdfast.postgres.SecretBox;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads the environment once, and tells everything that is wrong with it at once. */
final class EnvironmentReader {
  private static final String PREFIX = "HOLDFAST_";

  /** The tests' own variables; the server ignores them. */
  private static final String TEST_PREFIX = "HOLDFAST_TEST_";

  private static final int KEY_MIN = 16;

  private final Map<String, String> environment;
  private final List<String> problems = new ArrayList<>();

  EnvironmentReader(Map<String, String> environment) {
    this.environment = environment;
  }

  Configuration read() {
    rejectUnknownNames();
    Optional<String> redisUrl = text(Setting.HOLDFAST_REDIS_URL);
    Configuration configuration =
        new Configuration(
            text(Setting.HOLDFAST_HOST).orElseThrow(),
            port(),
            directory(),
            postgres(),
            locks(redisUrl),
            redisUrl,
            oneOf(Setting.HOLDFAST_HOLD_DURABILITY, "full", "relaxed").equals("relaxed"),
            key(Setting.HOLDFAST_ADMIN_KEY),
            isTrue(Setting.HOLDFAST_PUBLIC_KEY_BOOKING),
            new Configuration.Limits(heldByToken(), heldByKey(), requestsByKey()),
            new Configuration.Webhooks(
                secretKey(), isTrue(Setting.HOLDFAST_WEBHOOK_ALLOW_PRIVATE_ADDRESSES), retries()),
            new Configuration.Tmt(tmtHold(), text(Setting.HOLDFAST_TMT_OPEN_WORKSPACE)),
            key(Setting.HOLDFAST_SEATSIO_SYSTEM_SECRET),
            foreign());
    if (!problems.isEmpty()) {
      throw new ConfigurationException(problems);
    }
    return configuration;
  }

  private void rejectUnknownNames() {
    Set<String> known =
        Arrays.stream(Setting.values()).map(Setting::name).collect(Collectors.toSet());
    environment.keySet().stream()
        .filter(name -> name.startsWith(PREFIX) && !name.startsWith(TEST_PREFIX))
        .filter(name -> !known.contains(name))
        .sorted()
        .forEach(name -> problems.add(name + ": there is no such setting"));
  }

  /** What is not ours: a lock backend of somebody else's gets no secret of Holdfast's. */
  private Map<String, String> foreign() {
    return environment.entrySet().stream()
        .filter(each -> !each.getKey().startsWith(PREFIX))
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  private Optional<String> text(Setting setting) {
    String value = environment.get(setting.name());
    String meant = value == null || value.isBlank() ? setting.fallback() : value.strip();
    return meant.isEmpty() ? Optional.empty() : Optional.of(meant);
  }

  private String oneOf(Setting setting, String... allowed) {
    String value = text(setting).orElseThrow();
    if (!List.of(allowed).contains(value)) {
      problems.add(setting + ": expected " + String.join(" or ", allowed));
    }
    return value;
  }

  private boolean isTrue(Setting setting) {
    return oneOf(setting, "true", "false").equals("true");
  }

  private Optional<SecretBox> secretKey() {
    Optional<String> text = text(Setting.HOLDFAST_SECRET_KEY);
    try {
      return text.map(base64 -> new SecretBox(Base64.getDecoder().decode(base64)));
    } catch (IllegalArgumentException e) {
      // What it looked like is nobody's business.
      problems.add(
          "%s: expected base64 of %d bytes"
              .formatted(Setting.HOLDFAST_SECRET_KEY, SecretBox.KEY_BYTES));
      return Optional.empty();
    }
  }

  private RetrySchedule retries() {
    String text = text(Setting.HOLDFAST_WEBHOOK_RETRY_SECONDS).orElseThrow();
    try {
      return new RetrySchedule(
          Arrays.stream(text.split(",", -1))
              .map(seconds -> Duration.ofSeconds(Integer.parseInt(seconds.strip())))
              .toList());
    } catch (IllegalArgumentException e) {
      problems.add(
          Setting.HOLDFAST_WEBHOOK_RETRY_SECONDS
              + ": expected 1 to 20 whole seconds from 0 to 86400, separated by commas");
      return RetrySchedule.STANDARD;
    }
  }

  private int port() {
    return number(Setting.HOLDFAST_PORT, 0, 65_535, "a port");
  }

  private Duration tmtHold() {
    int most = (int) TokenTerm.MAX_LIFE.toSeconds();
    return Duration.ofSeconds(number(Setting.HOLDFAST_TMT_HOLD_SECONDS, 1, most, "whole seconds"));
  }

  private RateLimits requestsByKey() {
    return new RateLimits(
        rate(Setting.HOLDFAST_LIMIT_REQUESTS_PUBLIC_KEY),
        rate(Setting.HOLDFAST_LIMIT_REQUESTS_SECRET_KEY));
  }

  private int rate(Setting setting) {
    return text(setting).isEmpty()
        ? RateLimits.NONE
        : number(setting, 1, RateLimits.MOST, "whole requests a second");
  }

  private int heldByToken() {
    int most = HoldPolicy.STANDARD.maxObjectsPerToken();
    return number(Setting.HOLDFAST_LIMIT_HELD_TOKEN, 1, most, "a number of objects");
  }

  private KeyCaps heldByKey() {
    return new KeyCaps(
        heldByKey(Setting.HOLDFAST_LIMIT_HELD_PUBLIC_KEY),
        heldByKey(Setting.HOLDFAST_LIMIT_HELD_SECRET_KEY));
  }

  private OptionalInt heldByKey(Setting setting) {
    return text(setting).isEmpty()
        ? OptionalInt.empty()
        : OptionalInt.of(number(setting, 1, KeyCap.MOST, "a number of objects"));
  }

  private int number(Setting setting, int min, int max, String what) {
    String value = text(setting).orElseThrow();
    try {
      int number = Integer.parseInt(value);
      if (number >= min && number <= max) {
        return number;
      }
    } catch (NumberFormatException e) {
      // Told below, like a number out of bounds.
    }
    problems.add("%s: expected %s from %d to %d".formatted(setting, what, min, max));
    return min;
  }

  private Path directory() {
    try {
      return Path.of(text(Setting.HOLDFAST_DATA_DIR).orElseThrow()).toAbsolutePath().normalize();
    } catch (InvalidPathException e) {
      problems.add(Setting.HOLDFAST_DATA_DIR + ": not a path");
      return Path.of("").toAbsolutePath();
    }
  }

  private Optional<Configuration.Postgres> postgres() {
    Optional<String> user = text(Setting.HOLDFAST_POSTGRES_USER);
    Optional<String> password = text(Setting.HOLDFAST_POSTGRES_PASSWORD);
    Optional<String> url = text(Setting.HOLDFAST_POSTGRES_URL);
    if (url.isEmpty() && (user.isPresent() || password.isPresent())) {
      problems.add(
          Setting.HOLDFAST_POSTGRES_URL + ": missing, although a user or a password is given");
    }
    url.filter(value -> !value.matches("(jdbc:postgresql|postgres|postgresql):.*"))
        .ifPresent(_ ->
            problems.add(
                Setting.HOLDFAST_POSTGRES_URL
                    + ": expected jdbc:postgresql://host/database or postgres://host/database"));
    return url.map(value -> new Configuration.Postgres(value, user, password));
  }

  private String locks(Optional<String> redisUrl) {
    String fallback = redisUrl.isPresent() ? Configuration.REDIS : Configuration.MEMORY;
    String locks = text(Setting.HOLDFAST_LOCKS).orElse(fallback);
    if (locks.equals(Configuration.REDIS) && redisUrl.isEmpty()) {
      problems.add(Setting.HOLDFAST_REDIS_URL + ": missing, although the gate is redis");
    }
    return locks;
  }

  private Optional<String> key(Setting setting) {
    Optional<String> key = text(setting);
    if (key.isPresent() && key.get().length() < KEY_MIN) {
      problems.add(setting + ": expected at least " + KEY_MIN + " characters");
    }
    return key;
  }
}
