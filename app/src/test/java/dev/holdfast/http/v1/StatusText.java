package dev.holdfast.http.v1;

import dev.holdfast.domain.port.EventPicture;
import dev.holdfast.http.json.Json;

/** The status of an event as it is sent, for measuring what writing it costs. */
public final class StatusText {
  private StatusText() {}

  /** As somebody with a secret key sees it, not compressed. */
  public static byte[] of(String eventKey, EventPicture picture) {
    return Json.bytes(json -> StatusJson.write(json, eventKey, picture, true));
  }
}
