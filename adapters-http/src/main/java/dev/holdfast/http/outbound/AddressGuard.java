package dev.holdfast.http.outbound;

import java.net.InetAddress;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;

/**
 * Which addresses nothing is sent to: all that are not of the public Internet (RFC 6890 and the
 * registries of special-purpose addresses), and those at which clouds tell their guests' secrets.
 *
 * <p>Of IPv6, public is only what is handed out as global unicast, so that whatever carries an IPv4
 * address inside (mapped, compatible, NAT64, 6to4, Teredo) is forbidden as a whole: where it would
 * come out is not known here.
 */
final class AddressGuard {
  private static final int IPV4_BYTES = 4;

  /** How an IPv6 address begins that stands for the IPv4 address at its end. */
  private static final byte[] MAPPED = {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, -1, -1};

  private static final int MAPPED_AT = MAPPED.length;

  private static final List<AddressRange> IPV4_FORBIDDEN =
      AddressRange.of(
          "0.0.0.0/8", // this network, "any"
          "10.0.0.0/8", // private
          "100.64.0.0/10", // behind a carrier's NAT; a cloud's metadata at 100.100.100.200
          "127.0.0.0/8", // loopback
          "168.63.129.16/32", // Azure's platform, for its guests alone
          "169.254.0.0/16", // link-local; clouds' metadata at 169.254.169.254
          "172.16.0.0/12", // private
          "192.0.0.0/24", // protocol assignments; a cloud's metadata at 192.0.0.192
          "192.0.2.0/24", // documentation
          "192.88.99.0/24", // relays to 6to4
          "192.168.0.0/16", // private
          "198.18.0.0/15", // benchmarks
          "198.51.100.0/24", // documentation
          "203.0.113.0/24", // documentation
          "224.0.0.0/4", // multicast
          "240.0.0.0/4"); // reserved, broadcast

  /** All else, as fc00::/7, fe80::/10, ff00::/8 or 64:ff9b::/96, is not global unicast. */
  private static final AddressRange IPV6_GLOBAL = AddressRange.of("2000::/3");

  private static final List<AddressRange> IPV6_FORBIDDEN =
      AddressRange.of(
          "2001::/23", // protocol assignments, Teredo, benchmarks
          "2001:db8::/32", // documentation
          "2002::/16", // 6to4
          "3ffe::/16", // the 6bone that was
          "3fff::/20"); // documentation

  /** What even a closed network does not send to: no single receiver can be there. */
  private static final List<AddressRange> NOBODYS =
      AddressRange.of("0.0.0.0/32", "224.0.0.0/4", "255.255.255.255/32", "::/128", "ff00::/8");

  private final boolean allowPrivate;

  /**
   * A guard.
   *
   * @param allowPrivate for closed networks and tests: only addresses that no single receiver can
   *     have are forbidden
   */
  AddressGuard(boolean allowPrivate) {
    this.allowPrivate = allowPrivate;
  }

  /**
   * Whether a name must not be sent to. One forbidden address among its addresses is enough: who
   * mixes them wants to be connected to the other one.
   */
  boolean forbidsAny(Collection<InetAddress> addresses) {
    return addresses.stream().anyMatch(this::forbids);
  }

  /** Whether an address must not be connected to. */
  boolean forbids(InetAddress address) {
    byte[] bytes = address.getAddress();
    if (isIn(NOBODYS, unmapped(bytes))) {
      return true;
    }
    if (allowPrivate) {
      return false;
    }
    return bytes.length == IPV4_BYTES
        ? isIn(IPV4_FORBIDDEN, bytes)
        : !IPV6_GLOBAL.contains(bytes) || isIn(IPV6_FORBIDDEN, bytes);
  }

  /** The IPv4 address inside, if it is that one which the operating system would connect to. */
  private static byte[] unmapped(byte[] address) {
    boolean isMapped =
        address.length > IPV4_BYTES && Arrays.equals(address, 0, MAPPED_AT, MAPPED, 0, MAPPED_AT);
    return isMapped ? Arrays.copyOfRange(address, MAPPED_AT, address.length) : address;
  }

  private static boolean isIn(List<AddressRange> ranges, byte[] address) {
    return ranges.stream().anyMatch(range -> range.contains(address));
  }
}
