package dev.holdfast.http;

import dev.holdfast.http.memory.BodyBounds;
import dev.holdfast.http.memory.Budget;
import dev.holdfast.http.route.Envelope;
import dev.holdfast.http.route.Route.BodyKind;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads bodies: bounded before anything is made of them, declared length or not. */
final class RequestBody {
  /** As nearly everybody writes it. */
  private static final String PLAIN_JSON = "application/json";

  private static final Pattern JSON =
      Pattern.compile("application/json\\s*(;\\s*charset\\s*=\\s*\"?utf-?8\"?\\s*)?;?\\s*");

  private static final int BUFFER_BYTES = 16 * 1024;

  /** Attribute of a request whose body was read to its end. */
  private static final String READ = RequestBody.class.getName() + ".read";

  private final BodyBounds bounds;
  private final BodyRoom room;

  RequestBody(BodyBounds bounds) {
    this.bounds = bounds;
    this.room = new BodyRoom(bounds);
  }

  /** A body that was read, and the room that it takes until its request is done. */
  @SuppressWarnings("ArrayRecordComponent") // never compared, never changed
  record Received(byte[] bytes, Budget.Share share) implements AutoCloseable {
    @Override
    public void close() {
      share.close();
    }
  }

  /**
   * The whole body; no bytes when there is none and none is needed. What of a needed one can be
   * refused by its headers is, before there is room for it. One of no declared length may turn out
   * to be empty, and then it need not be declared as anything.
   *
   * @throws Rejection when a body that is needed is not there, when it is too large or too slow,
   *     not declared as JSON where it has to be, or when there is no room
   */
  Received read(HttpServletRequest request, BodyKind kind) {
    if (kind.needed()) {
      if (!announced(request)) {
        throw new Rejection(Envelope.bodyMissing());
      }
      requireDeclared(request, kind);
    }
    Received received = received(request, kind.maxBytes());
    boolean empty = received.bytes().length == 0;
    try {
      if (empty && kind.needed()) {
        throw new Rejection(Envelope.bodyMissing());
      }
      if (!empty) {
        requireDeclared(request, kind);
      }
      return received;
    } catch (Rejection e) {
      received.close();
      throw e;
    }
  }

  private static void requireDeclared(HttpServletRequest request, BodyKind kind) {
    if (!isPlainText(request) || (kind.declared() && !isJson(request.getContentType()))) {
      throw new Rejection(Envelope.notJson());
    }
  }

  private Received received(HttpServletRequest request, int maxBytes) {
    long declared = request.getContentLengthLong();
    if (declared > maxBytes) {
      throw new Rejection(Envelope.bodyTooLarge(maxBytes));
    }
    int atMost = declared >= 0 ? (int) declared : maxBytes;
    Budget.Share share = room.take(atMost);
    try {
      byte[] body = readAtMost(request, atMost, declared >= 0);
      request.setAttribute(READ, true);
      return new Received(body, share);
    } catch (RuntimeException | Error e) {
      share.close();
      throw e;
    }
  }

  private byte[] readAtMost(HttpServletRequest request, int maxBytes, boolean declared) {
    try (TimedInput in = new TimedInput(request, room.timeFor(maxBytes))) {
      // A chunked body declares no length: only a byte too much gives it away.
      int end = declared ? maxBytes : maxBytes + 1;
      byte[] body = new byte[Math.min(BUFFER_BYTES, end)];
      int size = 0;
      int count;
      while (size < end && (count = in.read(body, size, body.length - size)) >= 0) {
        size += count;
        if (size == body.length && size < end) {
          body = Arrays.copyOf(body, (int) Math.min(2L * size, end));
        }
      }
      if (size > maxBytes) {
        throw new Rejection(Envelope.bodyTooLarge(maxBytes));
      }
      return size == body.length ? body : Arrays.copyOf(body, size);
    } catch (IOException e) {
      throw new Rejection(
          e.getCause() instanceof TimeoutException
              ? Envelope.bodyTooSlow()
              : Envelope.malformed("Request body could not be read").with("Connection", "close"));
    }
  }

  /**
   * Reads away what is left of a body that nobody wants. For a short while only: whoever drips, or
   * falls silent, is not waited for.
   *
   * @param maxBytes what the route takes; twice that is read away at most
   */
  void drain(HttpServletRequest request, int maxBytes) {
    if (request.getAttribute(READ) == null && announced(request)) {
      UnwantedBody.readAway(request, bounds.drain(), maxBytes);
    }
  }

  /** Whether there is a body, as far as the headers tell. */
  static boolean announced(HttpServletRequest request) {
    return request.getContentLengthLong() > 0 || request.getHeader("Transfer-Encoding") != null;
  }

  /** Whether it is not compressed. */
  private static boolean isPlainText(HttpServletRequest request) {
    return Optional.ofNullable(request.getHeader("Content-Encoding"))
        .map(encoding -> encoding.equalsIgnoreCase("identity"))
        .orElse(true);
  }

  /** Whether a content type means JSON in UTF-8. */
  static boolean isJson(@Nullable String contentType) {
    return contentType != null
        && (contentType.equals(PLAIN_JSON)
            || JSON.matcher(contentType.toLowerCase(Locale.ROOT)).matches());
  }
}
