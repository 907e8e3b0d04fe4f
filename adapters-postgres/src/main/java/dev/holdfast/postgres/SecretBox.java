package dev.holdfast.postgres;

import dev.holdfast.domain.port.StoreFailure;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Encrypts what must be read again, with AES-256-GCM under one key. What is sealed for one owner
 * cannot be opened for another. Safe for use by many threads.
 */
public final class SecretBox {
  /** Length of a key. */
  public static final int KEY_BYTES = 32;

  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;
  private static final int NAME_BYTES = 8;

  private final SecretKeySpec key;
  private final String keyName;
  private final SecureRandom random = new SecureRandom();

  /**
   * A box with this key.
   *
   * @param key {@link #KEY_BYTES} random bytes; copied
   * @throws IllegalArgumentException when there are more or fewer
   */
  public SecretBox(byte[] key) {
    if (key.length != KEY_BYTES) {
      throw new IllegalArgumentException("a secret key has " + KEY_BYTES + " bytes");
    }
    this.key = new SecretKeySpec(key, "AES");
    this.keyName = nameOf(key);
  }

  /** Tells one key from another and nothing about either. */
  private static String nameOf(byte[] key) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      byte[] name = mac.doFinal("holdfast: name of a key".getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(name, 0, NAME_BYTES);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has HMAC-SHA256", e);
    }
  }

  /** What the key is called, beside what it has sealed: 16 hexadecimal digits. */
  public String keyName() {
    return keyName;
  }

  /**
   * Encrypts a text, differently each time.
   *
   * @param owner whose it is
   * @return base64
   */
  public String seal(String text, String owner) {
    byte[] nonce = new byte[NONCE_BYTES];
    random.nextBytes(nonce);
    try {
      byte[] sealed =
          cipher(Cipher.ENCRYPT_MODE, nonce, owner).doFinal(text.getBytes(StandardCharsets.UTF_8));
      byte[] whole = Arrays.copyOf(nonce, NONCE_BYTES + sealed.length);
      System.arraycopy(sealed, 0, whole, NONCE_BYTES, sealed.length);
      return Base64.getEncoder().encodeToString(whole);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has AES-256-GCM", e);
    }
  }

  /**
   * Decrypts what {@link #seal} gave for the same owner.
   *
   * @throws StoreFailure.Unavailable when another key sealed it, or for another owner, or when it
   *     was changed
   */
  public String open(String sealed, String owner) {
    try {
      byte[] whole = Base64.getDecoder().decode(sealed);
      byte[] nonce = Arrays.copyOf(whole, NONCE_BYTES);
      byte[] text =
          cipher(Cipher.DECRYPT_MODE, nonce, owner)
              .doFinal(whole, NONCE_BYTES, Math.max(0, whole.length - NONCE_BYTES));
      return new String(text, StandardCharsets.UTF_8);
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      throw new StoreFailure.Unavailable(
          "the secret of " + owner + " was encrypted with another key, or changed in the store", e);
    }
  }

  private Cipher cipher(int mode, byte[] nonce, String owner) throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
    cipher.updateAAD(owner.getBytes(StandardCharsets.UTF_8));
    return cipher;
  }

  /** Not the key: logs are no place for it. */
  @Override
  public String toString() {
    return "SecretBox[" + keyName + "]";
  }
}
