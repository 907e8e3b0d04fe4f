package dev.holdfast.redis;

import dev.holdfast.redis.RedisSettings.Server;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads the servers' URLs. By hand, as {@code java.net.URI} knows no host names with underscores,
 * and its errors repeat the text, password included.
 */
final class RedisUrls {
  private static final int DEFAULT_PORT = 6379;
  private static final String PLAIN = "redis://";
  private static final String TLS = "rediss://";

  private RedisUrls() {}

  /** User and password of one URL. */
  private record Login(@Nullable String user, @Nullable String password) {
    static final Login NONE = new Login(null, null);
  }

  static RedisSettings parse(String urls) {
    List<String> parts = List.of(urls.strip().split(",", -1));
    boolean tls = parts.getFirst().strip().startsWith(TLS);
    List<Server> servers = new ArrayList<>();
    Login login = Login.NONE;
    int database = 0;
    for (int i = 0; i < parts.size(); i++) {
      String where = parts.size() == 1 ? "the Redis URL: " : "Redis URL " + (i + 1) + ": ";
      String rest = afterScheme(parts.get(i).strip(), tls, i == 0, where);
      int at = rest.lastIndexOf('@');
      if (at >= 0) {
        Login another = login(rest.substring(0, at), where);
        require(i == 0 || another.equals(login), where + "the login differs from the first one's");
        login = another;
      }
      String address = rest.substring(at + 1);
      int slash = address.indexOf('/');
      if (slash >= 0) {
        database = database(address.substring(slash + 1), where);
        address = address.substring(0, slash);
      }
      servers.add(server(address, where));
    }
    return RedisSettings.of(servers, tls, login.user(), login.password(), database);
  }

  private static String afterScheme(String part, boolean tls, boolean first, String where) {
    require(!part.isEmpty(), where + "is empty");
    String scheme = tls ? TLS : PLAIN;
    if (part.startsWith(scheme)) {
      return part.substring(scheme.length());
    }
    require(!first, where + "must begin with redis:// or rediss://");
    require(!part.contains("://"), where + "the scheme differs from the first one's");
    return part;
  }

  private static Login login(String text, String where) {
    int colon = text.indexOf(':');
    require(colon >= 0, where + "has a user but no password; write user:password@ or :password@");
    String user = decoded(text.substring(0, colon), where);
    String password = decoded(text.substring(colon + 1), where);
    require(!password.isEmpty(), where + "has an empty password");
    return new Login(user.isEmpty() ? null : user, password);
  }

  private static String decoded(String text, String where) {
    try {
      // In a URL "+" is a plus; only forms use it for a space.
      return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException _) {
      // Its text would repeat a piece of the password.
      throw new IllegalArgumentException(where + "has a broken percent-encoding before the @");
    }
  }

  private static int database(String text, String where) {
    return text.isEmpty() ? 0 : number(text, where + "what follows the / is no database number");
  }

  private static Server server(String address, String where) {
    boolean six = address.startsWith("[");
    int hostEnd = six ? address.indexOf(']') : address.indexOf(':');
    require(!six || hostEnd > 0, where + "an IPv6 address needs its closing bracket");
    String host = hostEnd < 0 ? address : address.substring(six ? 1 : 0, hostEnd);
    String port = hostEnd < 0 ? "" : address.substring(hostEnd + (six ? 1 : 0));
    require(!host.isEmpty(), where + "has no host");
    require(host.matches(six ? "[0-9A-Fa-f:.%]+" : "[A-Za-z0-9._-]+"), where + "has a bad host");
    if (port.isEmpty()) {
      return new Server(host, DEFAULT_PORT);
    }
    require(port.startsWith(":"), where + "has something between ] and the port");
    int number = number(port.substring(1), where + "the port is no number");
    require(number >= 1 && number <= 65_535, where + "a port is 1 to 65535");
    return new Server(host, number);
  }

  private static int number(String text, String complaint) {
    require(text.matches("[0-9]{1,9}"), complaint);
    return Integer.parseInt(text);
  }

  private static void require(boolean good, String complaint) {
    if (!good) {
      throw new IllegalArgumentException(complaint);
    }
  }
}
