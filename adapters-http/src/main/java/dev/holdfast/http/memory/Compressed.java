package dev.holdfast.http.memory;

import dev.holdfast.http.json.JsonContent;

/**
 * JSON as compressed UTF-8.
 *
 * @param seq the number of the journal's entry after which it was true; 0 where that means nothing
 * @param shown objects that it shows, which lapse without an entry; 0 where that means nothing
 */
@SuppressWarnings("ArrayRecordComponent") // never compared, never changed
public record Compressed(byte[] gzip, long seq, int shown) {
  /** JSON that shows objects of an event after an entry of its journal. */
  public static Compressed of(JsonContent content, long seq, int shown) {
    return new Compressed(PackedJson.compress(content), seq, shown);
  }

  /** JSON that has nothing to do with a journal. */
  public static Compressed timeless(byte[] gzip) {
    return new Compressed(gzip, 0, 0);
  }
}
