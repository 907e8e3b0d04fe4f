package dev.holdfast.http.outbound;

import java.net.InetAddress;
import java.util.List;
import java.util.stream.Stream;

/** The addresses that begin with the same bits. */
final class AddressRange {
  private final byte[] prefix;
  private final int bits;

  private AddressRange(byte[] prefix, int bits) {
    this.prefix = prefix;
    this.bits = bits;
  }

  /** Ranges written as {@code 10.0.0.0/8}. */
  static List<AddressRange> of(String... ranges) {
    return Stream.of(ranges).map(AddressRange::of).toList();
  }

  /** A range written as {@code 10.0.0.0/8}. */
  static AddressRange of(String range) {
    int slash = range.indexOf('/');
    byte[] prefix = InetAddress.ofLiteral(range.substring(0, slash)).getAddress();
    return new AddressRange(prefix, Integer.parseInt(range.substring(slash + 1)));
  }

  /** Whether it holds an address; one of the other protocol it does not. */
  boolean contains(byte[] address) {
    if (address.length != prefix.length) {
      return false;
    }
    int whole = bits / Byte.SIZE;
    for (int i = 0; i < whole; i++) {
      if (address[i] != prefix[i]) {
        return false;
      }
    }
    int rest = bits % Byte.SIZE;
    return rest == 0 || ((address[whole] ^ prefix[whole]) & (0xff << (Byte.SIZE - rest))) == 0;
  }
}
