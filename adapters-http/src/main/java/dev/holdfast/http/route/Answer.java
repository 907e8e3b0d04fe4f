package dev.holdfast.http.route;

import dev.holdfast.http.json.Json;
import dev.holdfast.http.json.JsonContent;
import dev.holdfast.http.memory.PackedJson;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is answered, before anything of it is sent.
 *
 * @param headers beside the content's own
 * @param fault what is wrong, where that is what it says
 */
public record Answer(
    int status, Map<String, String> headers, Content content, @Nullable Fault fault) {
  /** An answer that tells of no fault. */
  public Answer(int status, Map<String, String> headers, Content content) {
    this(status, headers, content, null);
  }

  /** The body of an answer. */
  public sealed interface Content {}

  /** No body. */
  public record Nothing() implements Content {}

  /** A body that is there as a whole. */
  @SuppressWarnings("ArrayRecordComponent") // never compared, never changed
  public record Whole(String type, byte[] bytes) implements Content {}

  /** What is there as a whole, compressed, and takes room until it was sent. */
  public record Packed(String type, PackedJson json) implements Content {}

  /** What goes on while there is something to tell, as server-sent events. */
  public record Live(LiveAnswer news) implements Content {}

  /** Nothing has changed since what the caller has. */
  public static Answer notModified() {
    return new Answer(304, Map.of(), new Nothing());
  }

  /** 204: done, and nothing is to be said of it. */
  public static Answer done() {
    return new Answer(204, Map.of(), new Nothing());
  }

  /** 200 with server-sent events, which whoever sends them has to close. */
  public static Answer live(LiveAnswer news) {
    return new Answer(200, Map.of(), new Live(news));
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

  /** 200 with large JSON, which whoever sends it has to close. */
  public static Answer packed(PackedJson json) {
    return packed(JSON, json);
  }

  /** 200 with something else that is large, which whoever sends it has to close. */
  public static Answer packed(String type, PackedJson text) {
    return new Answer(200, Map.of(), new Packed(type, text));
  }

  /** The same with one more header. */
  public Answer with(String header, String value) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(header, value);
    return new Answer(status, Map.copyOf(more), content, fault);
  }

  /** The same as the telling of a fault. */
  Answer about(Fault told) {
    return new Answer(status, headers, content, told);
  }
}
