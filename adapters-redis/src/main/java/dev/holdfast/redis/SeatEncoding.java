package dev.holdfast.redis;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.holdfast.domain.event.EventId;
import dev.holdfast.domain.hold.HoldToken;
import dev.holdfast.domain.port.SeatLockPort;
import dev.holdfast.domain.port.SeatNews;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

/** How events, seats and tokens are written in Redis. */
final class SeatEncoding {
  /** Half a SHA-256: no two tokens will ever meet, and values stay short. */
  private static final int FINGERPRINT_BYTES = 16;

  private final String prefix;

  SeatEncoding(String prefix) {
    this.prefix = prefix;
  }

  /**
   * One key a seat: {@code holdfast:{42}:A-1}. The first pair of braces is the hash tag, so all
   * seats of an event are on one node, whatever characters the label has.
   */
  List<byte[]> keys(EventId event, List<String> labels) {
    String start = prefix + ":{" + event.value() + "}:";
    List<byte[]> keys = new ArrayList<>(labels.size());
    for (String label : labels) {
      keys.add((start + label).getBytes(UTF_8));
    }
    return keys;
  }

  /** A key that belongs to no event. */
  byte[] probe() {
    return (prefix + ":probe").getBytes(UTF_8);
  }

  /**
   * What stands for a token. Not the token itself: whoever may read the lock server, or a copy of
   * its memory, could otherwise book what others hold.
   */
  static byte[] fingerprint(HoldToken token) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(token.value().getBytes(UTF_8));
      return Base64.getUrlEncoder().withoutPadding().encode(Arrays.copyOf(hash, FINGERPRINT_BYTES));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /** At most {@link SeatLockPort#MAX_TTL}; a started millisecond counts, as Redis knows no zero. */
  static byte[] millis(Duration life) {
    Duration most = SeatLockPort.MAX_TTL;
    Duration capped = life.compareTo(most) < 0 ? life : most;
    return ascii(Long.toString(capped.plusNanos(999_999).toMillis()));
  }

  /** The arguments of {@code learn.lua}. */
  static List<byte[]> arguments(List<SeatNews> news) {
    List<byte[]> arguments = new ArrayList<>(4 * news.size());
    for (SeatNews item : news) {
      arguments.add(ascii(kind(item)));
      arguments.add(ascii(Long.toString(item.version())));
      if (item instanceof SeatNews.NowHeld held) {
        arguments.add(fingerprint(held.token()));
        arguments.add(millis(held.remaining()));
      } else {
        arguments.add(new byte[0]);
        arguments.add(millis(SeatLockPort.MAX_TTL));
      }
    }
    return arguments;
  }

  private static String kind(SeatNews news) {
    return switch (news) {
      case SeatNews.NowFree _ -> "f";
      case SeatNews.NowHeld _ -> "h";
      case SeatNews.NowTaken _ -> "t";
    };
  }

  private static byte[] ascii(String text) {
    return text.getBytes(US_ASCII);
  }
}
