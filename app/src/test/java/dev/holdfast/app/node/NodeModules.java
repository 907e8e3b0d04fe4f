package dev.holdfast.app.node;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;

/**
 * Packages as a {@code package-lock.json} pins them. No program of theirs is run to install them.
 */
public final class NodeModules {
  private static final String PARENT = "node_modules/";

  private NodeModules() {}

  /**
   * A directory that has all packages of a lock in its {@code node_modules}.
   *
   * @param lock text of a {@code package-lock.json} of version 3
   * @throws IOException when one cannot be fetched, or is not what it was
   */
  public static Path of(String lock) throws IOException, InterruptedException {
    JsonNode packages = new ObjectMapper().readTree(lock).path("packages");
    return NpmCache.directory("modules-" + digest(lock), directory -> fill(directory, packages));
  }

  private static void fill(Path directory, JsonNode packages)
      throws IOException, InterruptedException {
    for (Map.Entry<String, JsonNode> each : packages.properties()) {
      String path = each.getKey();
      // The first entry is the project itself.
      if (!path.isEmpty()) {
        String name = path.substring(path.lastIndexOf(PARENT) + PARENT.length());
        JsonNode pinned = each.getValue();
        new NpmPackage(name, pinned.path("version").asText(), pinned.path("integrity").asText())
            .unpackTo(directory.resolve(path));
      }
    }
  }

  private static String digest(String lock) {
    try {
      byte[] sum =
          MessageDigest.getInstance("SHA-256").digest(lock.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(sum, 0, 8);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
