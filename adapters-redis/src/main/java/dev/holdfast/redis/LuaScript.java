package dev.holdfast.redis;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A script of this package's resources, with the digest under which servers cache it. */
final class LuaScript {
  private final byte[] text;
  private final byte[] sha1;

  private LuaScript(byte[] text) {
    this.text = text;
    this.sha1 = HexFormat.of().formatHex(digest(text)).getBytes(StandardCharsets.US_ASCII);
  }

  static LuaScript load(String file) {
    try (InputStream in = LuaScript.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException("the script " + file + " is missing from the program");
      }
      return new LuaScript(in.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  byte[] text() {
    return text;
  }

  byte[] sha1() {
    return sha1;
  }

  private static byte[] digest(byte[] text) {
    try {
      return MessageDigest.getInstance("SHA-1").digest(text);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-1", e);
    }
  }
}
