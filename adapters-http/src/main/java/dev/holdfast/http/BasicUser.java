package dev.holdfast.http;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The user of HTTP Basic (RFC 7617). The password is not looked at: clients send none, an empty
 * one, or the word {@code null}.
 */
final class BasicUser {
  private static final Pattern BASIC =
      Pattern.compile("basic +([A-Za-z0-9+/]+={0,2}) *", Pattern.CASE_INSENSITIVE);

  private BasicUser() {}

  /**
   * The user whom a header names.
   *
   * @param authorization {@code Authorization}
   * @return empty where it is not there, of another scheme, or names nobody
   */
  static Optional<String> of(@Nullable String authorization) {
    Matcher basic = BASIC.matcher(authorization == null ? "" : authorization);
    return basic.matches() ? user(basic.group(1)) : Optional.empty();
  }

  private static Optional<String> user(String coded) {
    try {
      String pair = new String(Base64.getDecoder().decode(coded), StandardCharsets.UTF_8);
      int colon = pair.indexOf(':');
      String user = colon < 0 ? pair : pair.substring(0, colon);
      return user.isEmpty() ? Optional.empty() : Optional.of(user);
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }
}
