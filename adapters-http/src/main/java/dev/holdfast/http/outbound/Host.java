package dev.holdfast.http.outbound;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The host of a URL: a name, or an address in its one usual notation. Other notations of addresses
 * (octal, hexadecimal, with fewer numbers) are refused: whoever reads them reads something else.
 *
 * @param name in lower case, without the full stop that may end a name and without an address's
 *     brackets
 * @param address if it is one
 */
record Host(String name, Optional<InetAddress> address) {
  private static final int MOST_CHARACTERS = 253;

  /** Letters, digits, hyphens; the underscore is none of DNS, but names in closed networks. */
  private static final Pattern NAME =
      Pattern.compile(
          "LABEL(?:\\.LABEL)*".replace("LABEL", "[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?"));

  private static final Pattern ENDS_IN_A_NUMBER =
      Pattern.compile("(?:.*\\.)?(?:[0-9]+|0x[0-9a-f]*)");

  private static final Pattern IPV4 =
      Pattern.compile("NUMBER(?:\\.NUMBER){3}".replace("NUMBER", "(?:0|[1-9][0-9]{0,2})"));

  private static final Pattern IPV6 = Pattern.compile("\\[[0-9a-f:.]+]");

  private static final Set<String> LOCAL = Set.of("localhost", "local", "internal");

  /** Reads a URL's host. */
  static Host read(String text) throws UnusableUrl {
    String name = text.toLowerCase(Locale.ROOT);
    if (name.startsWith("[")) {
      return ipv6(name);
    }
    if (name.endsWith(".")) {
      name = name.substring(0, name.length() - 1);
    }
    if (name.isEmpty()) {
      throw new UnusableUrl("A URL of a webhook must name a host");
    }
    if (name.length() > MOST_CHARACTERS || !NAME.matcher(name).matches()) {
      throw new UnusableUrl("That is not the name of a host");
    }
    return ENDS_IN_A_NUMBER.matcher(name).matches() ? ipv4(name) : new Host(name, Optional.empty());
  }

  private static Host ipv4(String name) throws UnusableUrl {
    if (!IPV4.matcher(name).matches()) {
      throw new UnusableUrl("An IPv4 address must be written as four decimal numbers");
    }
    return new Host(name, Optional.of(literal(name)));
  }

  private static Host ipv6(String bracketed) throws UnusableUrl {
    if (!IPV6.matcher(bracketed).matches()) {
      throw new UnusableUrl("That is not an IPv6 address");
    }
    String name = bracketed.substring(1, bracketed.length() - 1);
    InetAddress address = literal(name);
    if (!(address instanceof Inet6Address)) {
      throw new UnusableUrl("An IPv4 address must be written as four decimal numbers");
    }
    return new Host(name, Optional.of(address));
  }

  private static InetAddress literal(String name) throws UnusableUrl {
    try {
      return InetAddress.ofLiteral(name);
    } catch (IllegalArgumentException e) {
      throw new UnusableUrl("That is not an IP address");
    }
  }

  /** Whether only a machine or a private network knows a host of this name. */
  boolean isLocalName() {
    return LOCAL.contains(name.substring(name.lastIndexOf('.') + 1));
  }
}
