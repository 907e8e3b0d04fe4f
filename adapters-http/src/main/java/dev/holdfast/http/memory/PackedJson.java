package dev.holdfast.http.memory;

import dev.holdfast.http.json.Json;
import dev.holdfast.http.json.JsonContent;
import java.io.BufferedWriter;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.zip.Deflater;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * An answer in words, compressed, for one reader or many; JSON as a rule, or a drawing. It is put
 * together as a whole before any of it is sent, so what it was made of can be forgotten however
 * slow its readers are; and it takes room until the last of them is done.
 */
public final class PackedJson implements AutoCloseable {
  private static final int UNIT_BYTES = 1024;
  private static final int BUFFER_BYTES = 16 * 1024;

  private final byte[] gzip;
  private final long seq;
  private final int shown;
  private final Budget room;
  private final Duration sending;
  private Budget.Share share;
  private int readers = 1;

  private PackedJson(Compressed json, Budget room, Budget.Share share, Duration sending) {
    this.gzip = json.gzip();
    this.seq = json.seq();
    this.shown = json.shown();
    this.room = room;
    this.share = share;
    this.sending = sending;
  }

  /** An answer with its first reader; empty when there was no room for it in time. */
  static Optional<PackedJson> of(Compressed json, Budget room, Duration sending) {
    return room.take(units(json.gzip())).map(share -> new PackedJson(json, room, share, sending));
  }

  private static int units(byte[] gzip) {
    return Math.ceilDiv(gzip.length, UNIT_BYTES);
  }

  /** JSON as compressed UTF-8. Fast rather than small: such answers repeat themselves anyway. */
  public static byte[] compress(JsonContent content) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(BUFFER_BYTES);
    try (GZIPOutputStream out = new Fast(bytes)) {
      Json.write(content, out);
    } catch (IOException e) {
      throw new UncheckedIOException("memory does not fail", e);
    }
    return bytes.toByteArray();
  }

  /** What writes a text. */
  @FunctionalInterface
  public interface TextContent {
    /** Writes all of it. */
    void writeTo(Writer out) throws IOException;
  }

  /** Another text as compressed UTF-8. */
  public static byte[] compressText(TextContent content) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(BUFFER_BYTES);
    try (Writer out =
        new BufferedWriter(new OutputStreamWriter(new Fast(bytes), StandardCharsets.UTF_8))) {
      content.writeTo(out);
    } catch (IOException e) {
      throw new UncheckedIOException("memory does not fail", e);
    }
    return bytes.toByteArray();
  }

  private static final class Fast extends GZIPOutputStream {
    private Fast(OutputStream out) throws IOException {
      super(out, BUFFER_BYTES);
      def.setLevel(Deflater.BEST_SPEED);
    }
  }

  /** One reader more; false when the others are done already and there is no room any more. */
  synchronized boolean join() {
    if (readers == 0) {
      Optional<Budget.Share> again = room.takeNow(units(gzip));
      if (again.isEmpty()) {
        return false;
      }
      share = again.get();
    }
    readers++;
    return true;
  }

  /** One reader is done. */
  @Override
  public synchronized void close() {
    readers--;
    if (readers == 0) {
      share.close();
    }
  }

  /** How long a reader may take. */
  public Duration sending() {
    return sending;
  }

  /** The number of the journal's entry after which it was true; 0 where that means nothing. */
  public long seq() {
    return seq;
  }

  /** How many objects it shows; 0 where that means nothing. */
  public int shown() {
    return shown;
  }

  /** Its length in bytes, compressed. */
  public int compressedLength() {
    return gzip.length;
  }

  /** Writes it compressed. */
  public void writeCompressed(OutputStream out) throws IOException {
    out.write(gzip);
  }

  /** Writes it as it is read. */
  public void writePlain(OutputStream out) throws IOException {
    try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(gzip), BUFFER_BYTES)) {
      in.transferTo(out);
    }
  }
}
