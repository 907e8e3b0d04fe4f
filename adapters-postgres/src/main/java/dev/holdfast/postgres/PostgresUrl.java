package dev.holdfast.postgres;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A PostgreSQL URL taken apart: what may be printed, and what may not.
 *
 * @param jdbcUrl without user and password
 * @param user decoded, if the URL had one
 * @param password decoded, if the URL had one
 */
record PostgresUrl(String jdbcUrl, Optional<String> user, Optional<String> password) {
  private static final String JDBC = "jdbc:postgresql:";

  /**
   * Reads any of the three notations.
   *
   * @throws IllegalArgumentException for another kind of URL; the message does not repeat it,
   *     because it may carry a password
   */
  static PostgresUrl parse(String url) {
    String lower = url.toLowerCase(Locale.ROOT);
    if (lower.startsWith(JDBC)) {
      return ofJdbc(url);
    }
    for (String scheme : List.of("postgres://", "postgresql://")) {
      if (lower.startsWith(scheme)) {
        return ofLibpq(url.substring(scheme.length()));
      }
    }
    throw new IllegalArgumentException(
        "a PostgreSQL URL begins with jdbc:postgresql://, postgres:// or postgresql://");
  }

  /** {@code user:password@host:port/database?parameters}. */
  private static PostgresUrl ofLibpq(String rest) {
    int end = rest.length();
    for (char stop : new char[] {'/', '?'}) {
      int at = rest.indexOf(stop);
      end = at < 0 ? end : Math.min(end, at);
    }
    int login = rest.lastIndexOf('@', end);
    if (login < 0) {
      return ofJdbc(JDBC + "//" + rest);
    }
    String[] who = rest.substring(0, login).split(":", 2);
    PostgresUrl bare = ofJdbc(JDBC + "//" + rest.substring(login + 1));
    Optional<String> password = who.length < 2 ? bare.password : Optional.of(decoded(who[1]));
    return new PostgresUrl(bare.jdbcUrl, Optional.of(decoded(who[0])), password);
  }

  /** The driver also takes both as parameters; they are taken out, so that the rest is harmless. */
  private static PostgresUrl ofJdbc(String url) {
    int query = url.indexOf('?');
    if (query < 0) {
      return new PostgresUrl(url, Optional.empty(), Optional.empty());
    }
    Optional<String> user = Optional.empty();
    Optional<String> password = Optional.empty();
    List<String> others = new ArrayList<>();
    for (String parameter : url.substring(query + 1).split("&", -1)) {
      if (parameter.startsWith("user=")) {
        user = Optional.of(decoded(parameter.substring("user=".length())));
      } else if (parameter.startsWith("password=")) {
        password = Optional.of(decoded(parameter.substring("password=".length())));
      } else {
        others.add(parameter);
      }
    }
    String rest = others.isEmpty() ? "" : "?" + String.join("&", others);
    return new PostgresUrl(url.substring(0, query) + rest, user, password);
  }

  private static String decoded(String text) {
    // A plus is itself in the user part of a URL; only percent signs are codes.
    return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
  }

  /** Everything but the password. */
  @Override
  public String toString() {
    return jdbcUrl;
  }
}
