package dev.holdfast.http.route;

import dev.holdfast.http.json.Json;
import dev.holdfast.http.json.JsonContent;
import java.io.IOException;
import java.io.OutputStream;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What is answered, before anything of it is sent.
 *
 * @param headers beside the content's own
 */
public record Answer(int status, Map<String, String> headers, Content content) {
  /** The body of an answer. */
  public sealed interface Content {}

  /** No body. */
  public record Nothing() implements Content {}

  /** A body that is there as a whole. */
  @SuppressWarnings("ArrayRecordComponent") // never compared, never changed
  public record Whole(String type, byte[] bytes) implements Content {}

  /** JSON too large to be put together before it is sent. */
  public record Streamed(JsonContent json) implements Content {
    /** Writes it as it comes. */
    public void writeTo(OutputStream out) throws IOException {
      Json.write(json, out);
    }
  }

  /** JSON's media type. */
  public static final String JSON = "application/json";

  /** 200 with JSON. */
  public static Answer ok(JsonContent content) {
    return json(200, content);
  }

  /** 201 with JSON. */
  public static Answer created(JsonContent content) {
    return json(201, content);
  }

  /** JSON under this status. */
  public static Answer json(int status, JsonContent content) {
    return new Answer(status, Map.of(), new Whole(JSON, Json.bytes(content)));
  }

  /** 200 with JSON that is sent while it is written. */
  public static Answer streamed(JsonContent content) {
    return new Answer(200, Map.of(), new Streamed(content));
  }

  /** The same with one more header. */
  public Answer with(String header, String value) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(header, value);
    return new Answer(status, Map.copyOf(more), content);
  }
}
