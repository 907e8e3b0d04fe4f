package dev.holdfast.http.v1;

import dev.holdfast.domain.feed.Rendering;
import dev.holdfast.domain.journal.JournalEntry;
import dev.holdfast.http.json.Json;
import java.nio.charset.StandardCharsets;

/**
 * An entry of the journal as a server-sent event, for those who may see everything and for
 * browsers: put into words once, however many read it.
 */
@SuppressWarnings("ArrayRecordComponent") // never compared, never changed
public record StreamEntry(byte[] whole, byte[] open) {
  /** Makes them; weighed in bytes. */
  public static final Rendering<StreamEntry> RENDERING =
      new Rendering<>() {
        @Override
        public StreamEntry of(JournalEntry entry) {
          return new StreamEntry(block(entry, true), block(entry, false));
        }

        @Override
        public int weight(StreamEntry rendered) {
          return rendered.whole.length + rendered.open.length;
        }
      };

  private static byte[] block(JournalEntry entry, boolean secrets) {
    String data = Json.text(json -> JournalJson.entry(json, entry, secrets));
    String block =
        "id: " + entry.seq() + "\nevent: " + entry.kind().word() + "\ndata: " + data + "\n\n";
    return block.getBytes(StandardCharsets.UTF_8);
  }

  /** What this reader may see. */
  byte[] forReader(boolean secrets) {
    return secrets ? whole : open;
  }
}
