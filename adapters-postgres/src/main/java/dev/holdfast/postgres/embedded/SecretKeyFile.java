package dev.holdfast.postgres.embedded;

import dev.holdfast.postgres.SecretBox;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;

/**
 * The file with the key that encrypts what is secret in the store. Without it these secrets cannot
 * be read again, so it belongs into every copy of the data directory.
 */
public record SecretKeyFile(Path path) {
  private static final String NAME = "secret-key";

  /** The one of a data directory. */
  public static SecretKeyFile in(Path dataDirectory) {
    return new SecretKeyFile(dataDirectory.resolve(NAME));
  }

  /**
   * The key, made when there is none. The embedded server guards the directory against others.
   *
   * @throws EmbeddedPostgresException when it cannot be read or written, or is no key
   */
  public SecretBox box() {
    try {
      String text = Files.readString(path, StandardCharsets.UTF_8).strip();
      return new SecretBox(Base64.getDecoder().decode(text));
    } catch (NoSuchFileException e) {
      return make();
    } catch (IOException e) {
      throw EmbeddedPostgresException.about("read", path, e);
    } catch (IllegalArgumentException e) {
      throw new EmbeddedPostgresException(
          "The key file %s holds no key; restore it from a copy".formatted(path));
    }
  }

  private SecretBox make() {
    byte[] key = new byte[SecretBox.KEY_BYTES];
    new SecureRandom().nextBytes(key);
    try {
      DurableFiles.write(path, Base64.getEncoder().encodeToString(key) + "\n");
    } catch (IOException e) {
      throw EmbeddedPostgresException.about("write", path, e);
    }
    return new SecretBox(key);
  }
}
