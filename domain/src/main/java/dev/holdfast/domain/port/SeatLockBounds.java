package dev.holdfast.domain.port;

import dev.holdfast.domain.hold.HoldToken;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The bounds of {@link SeatLockPort}'s arguments, for backends to check before they do anything.
 *
 * <p>Beside the bounds that the port states, text with an unpaired surrogate is refused: it has no
 * UTF-8, so a backend would write "?" for it and take two labels (or two tokens) for one.
 */
public final class SeatLockBounds {
  private SeatLockBounds() {}

  /**
   * Checks the arguments of {@link SeatLockPort#claim}.
   *
   * @throws IllegalArgumentException when a bound is broken; says which, and nothing of the token
   */
  public static void checkClaim(HoldToken token, List<String> labels, Duration ttl) {
    checkOwn(token, labels);
    if (!ttl.isPositive() || ttl.compareTo(SeatLockPort.MAX_TTL) > 0) {
      throw new IllegalArgumentException(
          "a claim lives more than 0 and at most " + SeatLockPort.MAX_TTL.toMillis() + " ms");
    }
  }

  /**
   * Checks the arguments of {@link SeatLockPort#withdraw}.
   *
   * @throws IllegalArgumentException when a bound is broken; says which, and nothing of the token
   */
  public static void checkOwn(HoldToken token, List<String> labels) {
    CharsetEncoder utf8 = StandardCharsets.UTF_8.newEncoder();
    checkText(utf8, token.value());
    checkCount(labels.size());
    Set<String> seen = new HashSet<>();
    for (String label : labels) {
      checkLabel(utf8, label, seen);
    }
  }

  /**
   * Checks the arguments of {@link SeatLockPort#learn}.
   *
   * @throws IllegalArgumentException when a bound is broken; says which, and nothing of a token
   */
  public static void checkNews(List<SeatNews> news) {
    CharsetEncoder utf8 = StandardCharsets.UTF_8.newEncoder();
    checkCount(news.size());
    Set<String> seen = new HashSet<>();
    for (SeatNews item : news) {
      checkLabel(utf8, item.label(), seen);
      if (item.version() < 1) {
        throw new IllegalArgumentException("the ledger's versions start at 1");
      }
      if (item instanceof SeatNews.NowHeld held) {
        checkText(utf8, held.token().value());
      }
    }
  }

  private static void checkCount(int seats) {
    if (seats < 1 || seats > SeatLockPort.MAX_SEATS) {
      throw new IllegalArgumentException(
          "a call names 1 to " + SeatLockPort.MAX_SEATS + " seats, not " + seats);
    }
  }

  private static void checkLabel(CharsetEncoder utf8, String label, Set<String> seen) {
    checkText(utf8, label);
    if (!seen.add(label)) {
      throw new IllegalArgumentException("a call names each seat once");
    }
  }

  private static void checkText(CharsetEncoder utf8, String text) {
    if (!utf8.canEncode(text)) {
      throw new IllegalArgumentException("a label or token with an unpaired surrogate is no text");
    }
  }
}
