package dev.holdfast.app.rehearsal;

import com.fasterxml.jackson.databind.JsonNode;
import dev.holdfast.app.v1.Json;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** What came back. */
final class Reply {
  private static final int MOST_SHOWN = 200;

  private final int status;
  private final byte[] body;
  private final String tag;
  private final Duration pause;
  private final String trouble;

  private Reply(int status, byte[] body, String tag, Duration pause, String trouble) {
    this.status = status;
    this.body = body;
    this.tag = tag;
    this.pause = pause;
    this.trouble = trouble;
  }

  /**
   * An answer.
   *
   * @param body unpacked
   * @param tag the ETag, or nothing
   * @param pause for how long not to ask again; zero where that was not told
   */
  static Reply of(int status, byte[] body, String tag, Duration pause) {
    return new Reply(status, body, tag, pause, "");
  }

  /** There was none. */
  static Reply nothing(String why) {
    return new Reply(0, new byte[0], "", Duration.ZERO, why);
  }

  /** 0 where nothing came. */
  int status() {
    return status;
  }

  byte[] body() {
    return body;
  }

  String tag() {
    return tag;
  }

  Duration pause() {
    return pause;
  }

  JsonNode json() {
    return Json.parseOrMissing(text());
  }

  private String text() {
    return new String(body, StandardCharsets.UTF_8);
  }

  /** The same may succeed later, and nothing was done. */
  boolean comeBack() {
    return status == 503 || status == 429;
  }

  /** Perhaps it was done. */
  boolean unknown() {
    return status == 0 || status == 500 || status == 502 || status == 504;
  }

  /** One line of it. */
  String shortly() {
    String text = status == 0 ? trouble : status + " " + text();
    return text.substring(0, Math.min(MOST_SHOWN, text.length())).replaceAll("\\s+", " ");
  }
}
