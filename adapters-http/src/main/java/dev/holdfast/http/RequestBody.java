package dev.holdfast.http;

import dev.holdfast.http.route.Envelope;
import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads bodies: bounded before anything is made of them, declared length or not. */
final class RequestBody {
  private static final Pattern JSON =
      Pattern.compile("application/json\\s*(;\\s*charset\\s*=\\s*\"?utf-?8\"?\\s*)?;?\\s*");

  /** How much of an unwanted body is read at least, so that its sender gets to read the answer. */
  private static final int DRAINED_BYTES = 4 * 1024 * 1024;

  /** How long a body that nobody wants is read away. */
  private static final Duration DRAIN = Duration.ofSeconds(5);

  /** A body that drips in keeps a connection busy for ever; silence has a limit of its own. */
  private static final Duration MAX_TIME = Duration.ofSeconds(60);

  private static final int BUFFER_BYTES = 16 * 1024;

  private RequestBody() {}

  /**
   * The whole body.
   *
   * @throws Rejection when there is none, it is too large, or not declared as JSON
   */
  static byte[] read(HttpServletRequest request, int maxBytes) {
    if (!announced(request)) {
      throw new Rejection(Envelope.bodyMissing());
    }
    if (!declaredJson(request)) {
      throw new Rejection(Envelope.notJson());
    }
    if (request.getContentLengthLong() > maxBytes) {
      throw new Rejection(Envelope.bodyTooLarge(maxBytes));
    }
    byte[] body = readAtMost(request, maxBytes);
    if (body.length == 0) {
      throw new Rejection(Envelope.bodyMissing());
    }
    return body;
  }

  private static byte[] readAtMost(HttpServletRequest request, int maxBytes) {
    try {
      InputStream in = request.getInputStream();
      long deadline = System.nanoTime() + MAX_TIME.toNanos();
      ByteArrayOutputStream body = new ByteArrayOutputStream();
      byte[] buffer = new byte[BUFFER_BYTES];
      int count;
      while ((count = in.read(buffer)) >= 0) {
        // A chunked body declares no length: only counting gives it away.
        if (body.size() + count > maxBytes) {
          throw new Rejection(Envelope.bodyTooLarge(maxBytes));
        }
        if (System.nanoTime() - deadline > 0) {
          throw new Rejection(Envelope.bodyTooSlow());
        }
        body.write(buffer, 0, count);
      }
      return body.toByteArray();
    } catch (IOException e) {
      throw new Rejection(
          e.getCause() instanceof TimeoutException
              ? Envelope.bodyTooSlow()
              : Envelope.malformed("Request body could not be read").with("Connection", "close"));
    }
  }

  /**
   * Reads away what is left of a body that nobody wants. A connection closed with unread bytes is
   * reset, and the sender would lose the answer that says why.
   *
   * <p>For a short while only: whoever drips is not waited for.
   *
   * @param maxBytes what the route takes; twice that is read away at most
   */
  static void drain(HttpServletRequest request, int maxBytes) {
    // Whoever waits for "100 Continue" has not sent it yet, and then need not.
    if (!announced(request) || request.getHeader("Expect") != null) {
      return;
    }
    try {
      InputStream in = request.getInputStream();
      byte[] buffer = new byte[BUFFER_BYTES];
      int left = Math.max(DRAINED_BYTES, 2 * maxBytes);
      long from = System.nanoTime();
      int count;
      while (left > 0
          && System.nanoTime() - from < DRAIN.toNanos()
          && (count = in.read(buffer, 0, Math.min(left, buffer.length))) >= 0) {
        left -= count;
      }
    } catch (IOException _) {
      // The sender is gone or too slow; there is nobody left to be polite to.
    }
  }

  private static boolean announced(HttpServletRequest request) {
    return request.getContentLengthLong() > 0 || request.getHeader("Transfer-Encoding") != null;
  }

  private static boolean declaredJson(HttpServletRequest request) {
    return isJson(request.getContentType())
        && Optional.ofNullable(request.getHeader("Content-Encoding"))
            .map(encoding -> encoding.equalsIgnoreCase("identity"))
            .orElse(true);
  }

  /** Whether a content type means JSON in UTF-8. */
  static boolean isJson(@Nullable String contentType) {
    return contentType != null && JSON.matcher(contentType.toLowerCase(Locale.ROOT)).matches();
  }
}
