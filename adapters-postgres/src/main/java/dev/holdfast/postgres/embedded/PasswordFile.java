package dev.holdfast.postgres.embedded;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;

/**
 * The file with the password of both roles. Removing it while the server is down is how a password
 * is changed: the next start makes another one.
 */
record PasswordFile(Path path) {
  private static final int RANDOM_BYTES = 32;

  /**
   * Reads the password.
   *
   * @return empty when there is no file
   * @throws EmbeddedPostgresException when it cannot be read or holds nothing
   */
  Optional<String> read() {
    try {
      String password = Files.readString(path, UTF_8).strip();
      if (password.isEmpty()) {
        throw new EmbeddedPostgresException(
            "The password file %s is empty; restore it, or delete it to get a new password"
                .formatted(path));
      }
      return Optional.of(password);
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw EmbeddedPostgresException.about("read", path, e);
    }
  }

  /** Stores a password, readable by the owner only. */
  void write(String password) {
    try {
      DurableFiles.write(path, password + "\n");
    } catch (IOException e) {
      throw EmbeddedPostgresException.about("write", path, e);
    }
  }

  /** 43 characters with 256 random bits, none of which needs quoting anywhere. */
  static String random() {
    byte[] bytes = new byte[RANDOM_BYTES];
    new SecureRandom().nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
