package dev.holdfast.http.outbound;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import org.apache.hc.core5.http.URIScheme;
import org.jspecify.annotations.Nullable;

/**
 * Where a URL leads. It is read once, and what was read is both checked and connected to: no second
 * parser can read another host out of it.
 *
 * @param encrypted whether by https
 * @param path with the query, as it goes into the request line
 */
record WebhookUrl(boolean encrypted, Host host, int port, String path) {
  /** Most characters of a URL (v1, section 10). */
  static final int MOST_CHARACTERS = 2_048;

  private static final int HTTPS_PORT = 443;
  private static final int HTTP_PORT = 80;
  private static final int MOST_PORT_DIGITS = 5;
  private static final int HIGHEST_PORT = 65_535;

  /**
   * Reads a URL.
   *
   * @param closedNetwork also lets in http and names that only a private network knows
   * @throws UnusableUrl if nothing can be sent there, whatever its name leads to
   */
  static WebhookUrl read(String text, boolean closedNetwork) throws UnusableUrl {
    if (text.length() > MOST_CHARACTERS) {
      throw new UnusableUrl("A URL must contain at most " + MOST_CHARACTERS + " characters");
    }
    URI uri = parsed(text);
    boolean encrypted = isEncrypted(uri.getScheme(), closedNetwork);
    if (uri.getRawFragment() != null) {
      throw new UnusableUrl("A URL of a webhook must not have a fragment");
    }
    String authority = authority(uri);
    int hostEnd = hostEnd(authority);
    Host host = Host.read(authority.substring(0, hostEnd));
    if (host.isLocalName() && !closedNetwork) {
      throw new UnusableUrl(OutboundSender.PRIVATE);
    }
    int port = port(authority.substring(hostEnd), encrypted);
    return new WebhookUrl(encrypted, host, port, path(uri));
  }

  private static URI parsed(String text) throws UnusableUrl {
    try {
      URI uri = new URI(text);
      if (!uri.isAbsolute()) {
        throw new UnusableUrl("Invalid url: it must begin with https://");
      }
      return uri;
    } catch (URISyntaxException e) {
      throw new UnusableUrl("Invalid url");
    }
  }

  private static boolean isEncrypted(String scheme, boolean closedNetwork) throws UnusableUrl {
    boolean encrypted = scheme.equalsIgnoreCase(URIScheme.HTTPS.id);
    if (encrypted || (closedNetwork && scheme.equalsIgnoreCase(URIScheme.HTTP.id))) {
      return encrypted;
    }
    throw new UnusableUrl("A URL of a webhook must be https");
  }

  private static String authority(URI uri) throws UnusableUrl {
    String authority = uri.getRawAuthority();
    if (authority == null) {
      throw new UnusableUrl("A URL of a webhook must name a host");
    }
    if (authority.indexOf('@') >= 0) {
      throw new UnusableUrl("A URL of a webhook must not carry a user or a password");
    }
    if (!StandardCharsets.US_ASCII.newEncoder().canEncode(authority)) {
      throw new UnusableUrl("A host name must be written in ASCII (xn--...)");
    }
    return authority;
  }

  private static int hostEnd(String authority) {
    int colon = authority.indexOf(':', authority.lastIndexOf(']') + 1);
    return colon < 0 ? authority.length() : colon;
  }

  /** The port of {@code :8443}, or the scheme's. */
  private static int port(String text, boolean encrypted) throws UnusableUrl {
    if (text.isEmpty()) {
      return encrypted ? HTTPS_PORT : HTTP_PORT;
    }
    String digits = text.substring(1);
    boolean isNumber =
        digits.length() <= MOST_PORT_DIGITS
            && !digits.isEmpty()
            && digits.chars().allMatch(each -> each >= '0' && each <= '9');
    int port = isNumber ? Integer.parseInt(digits) : 0;
    if (port < 1 || port > HIGHEST_PORT) {
      throw new UnusableUrl("A port must be a number from 1 to " + HIGHEST_PORT);
    }
    return port;
  }

  private static String path(URI uri) throws UnusableUrl {
    try {
      // Letters beyond ASCII are percent-coded; what is coded already stays to the letter.
      URI ascii = new URI(uri.toASCIIString());
      String path = orEmpty(ascii.getRawPath());
      String query = ascii.getRawQuery();
      return (path.isEmpty() ? "/" : path) + (query == null ? "" : "?" + query);
    } catch (URISyntaxException e) {
      throw new UnusableUrl("Invalid url");
    }
  }

  private static String orEmpty(@Nullable String text) {
    return text == null ? "" : text;
  }
}
