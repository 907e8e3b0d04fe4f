package dev.holdfast.http.reference;

import dev.holdfast.http.route.Access;
import dev.holdfast.http.route.Answer;
import dev.holdfast.http.route.Call;
import dev.holdfast.http.route.Route;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The API reference: four files, read once and kept in memory. */
public final class ReferenceRoutes {
  private ReferenceRoutes() {}

  /** The routes to the files. */
  public static List<Route> of() {
    return List.of(
        route("/reference", "index.html", "text/html; charset=utf-8"),
        route("/reference/openapi.json", "openapi.json", "application/json"),
        route("/reference/reference.css", "reference.css", "text/css; charset=utf-8"),
        route("/reference/reference.js", "reference.js", "text/javascript; charset=utf-8"));
  }

  private static Route route(String path, String file, String type) {
    byte[] bytes = read(file);
    // Weak: the same file goes out compressed and plain.
    String tag = "W/\"" + hash(bytes) + '"';
    Map<String, String> headers =
        Map.of(
            "ETag", tag,
            "Cache-Control", "public, max-age=60",
            "Vary", "Accept-Encoding",
            "Content-Security-Policy", "default-src 'self'");
    Answer whole = new Answer(200, headers, new Answer.Whole(type, bytes));
    Answer unchanged = new Answer(304, headers, new Answer.Nothing());
    return Route.get(path, Access.OPEN, call -> knows(call, tag) ? unchanged : whole);
  }

  private static boolean knows(Call call, String tag) {
    return call.header("If-None-Match")
        .map(known -> known.equals("*") || known.contains(tag))
        .orElse(false);
  }

  private static byte[] read(String file) {
    try (InputStream in = ReferenceRoutes.class.getResourceAsStream(file)) {
      return Objects.requireNonNull(in, file).readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(file, e);
    }
  }

  private static String hash(byte[] bytes) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
      return HexFormat.of().formatHex(digest, 0, 16);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
