package dev.holdfast.app.node;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Base64;

/**
 * One version of a package, as the npm registry has it.
 *
 * @param integrity {@code sha512-} and the sum of its archive in base64
 */
record NpmPackage(String name, String version, String integrity) {
  private static final String REGISTRY = "https://registry.npmjs.org/";
  private static final int ATTEMPTS = 3;
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  private URI address() {
    String file = name.substring(name.lastIndexOf('/') + 1) + "-" + version + ".tgz";
    return URI.create(REGISTRY + name + "/-/" + file);
  }

  /**
   * Fetches it and unpacks what is in it, if it is what it was.
   *
   * @param directory gets its files, without the directory that they come in
   */
  void unpackTo(Path directory) throws IOException, InterruptedException {
    unpack(fetch(), directory);
  }

  /** Unpacks an archive that is said to be this. */
  void unpack(byte[] archive, Path directory) throws IOException {
    String sum = "sha512-" + Base64.getEncoder().encodeToString(sha512(archive));
    if (!sum.equals(integrity)) {
      throw new IOException(address() + " is not what it was: " + sum);
    }
    Tarball.unpack(new ByteArrayInputStream(archive), directory);
  }

  private byte[] fetch() throws IOException, InterruptedException {
    IOException trouble = new IOException("never asked");
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      try (HttpClient client = HttpClient.newHttpClient()) {
        HttpRequest request = HttpRequest.newBuilder(address()).timeout(PATIENCE).build();
        HttpResponse<byte[]> answer = client.send(request, HttpResponse.BodyHandlers.ofByteArray());
        if (answer.statusCode() == 200) {
          return answer.body();
        }
        trouble = new IOException(address() + " answered " + answer.statusCode());
      } catch (IOException e) {
        trouble = new IOException(address() + " cannot be fetched", e);
      }
    }
    throw trouble;
  }

  private static byte[] sha512(byte[] archive) {
    try {
      return MessageDigest.getInstance("SHA-512").digest(archive);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-512", e);
    }
  }
}
