package dev.holdfast.redis;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.holdfast.domain.event.EventId;
import dev.holdfast.domain.hold.HoldToken;
import dev.holdfast.domain.port.ClaimAnswer.BlockedSeat;
import dev.holdfast.domain.port.SeatLockPort;
import dev.holdfast.domain.port.SeatNews;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How events, seats and tokens are written in Redis. */
final class SeatEncoding {
  /** Half a SHA-256: no two tokens will ever meet, and values stay short. */
  private static final int FINGERPRINT_BYTES = 16;

  private static final byte[] FRESH = ascii("p:0:");
  private static final Pattern ENTRY = Pattern.compile("([a-z]):(\\d{1,18}):(.*)");

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
  static long wholeMillis(Duration life) {
    Duration most = SeatLockPort.MAX_TTL;
    Duration capped = life.compareTo(most) < 0 ? life : most;
    return capped.plusNanos(999_999).toMillis();
  }

  /** The same as an argument of a script. */
  static byte[] millis(Duration life) {
    return ascii(Long.toString(wholeMillis(life)));
  }

  /**
   * A provisional entry of a seat that the gate knew nothing of, as {@code claim.lua} writes it.
   */
  static byte[] provisional(byte[] owner) {
    byte[] entry = Arrays.copyOf(FRESH, FRESH.length + owner.length);
    System.arraycopy(owner, 0, entry, FRESH.length, owner.length);
    return entry;
  }

  /**
   * What an entry says to a claim, read as {@code claim.lua} reads it.
   *
   * @return empty when it stands in nobody's way, or is the owner's own
   */
  static Optional<BlockedSeat> blocked(String label, byte[] entry, byte[] owner) {
    Matcher read = ENTRY.matcher(new String(entry, UTF_8));
    if (!read.matches()) {
      return Optional.empty();
    }
    boolean taken = read.group(1).equals("t");
    boolean free = read.group(1).equals("f");
    if (free || (!taken && read.group(3).equals(new String(owner, UTF_8)))) {
      return Optional.empty();
    }
    return Optional.of(new BlockedSeat(label, taken, Long.parseLong(read.group(2))));
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
