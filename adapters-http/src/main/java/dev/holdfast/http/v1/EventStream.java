package dev.holdfast.http.v1;

import dev.holdfast.domain.feed.JournalFeed;
import dev.holdfast.domain.feed.News;
import dev.holdfast.http.memory.PackedJson;
import dev.holdfast.http.route.LiveAnswer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Server-sent events of one event: first a snapshot, unless the reader knows one already, then
 * every entry of the journal after it, each under its sequence number. In silence a comment shows
 * that the line is open and the journal is being read: without that the stream ends, so that
 * silence always means that nothing happened.
 */
final class EventStream implements LiveAnswer {
  /** How often something is sent at least. */
  static final Duration HEARTBEAT = Duration.ofSeconds(10);

  /** How often the reader's key is looked at. */
  private static final Duration LOOK = Duration.ofMillis(500);

  private static final byte[] BEAT = bytes(": still here\n\n");
  private static final byte[] END = bytes("\n\n");

  private final JournalFeed<StreamEntry>.Follower follower;
  private final boolean secrets;
  private final BooleanSupplier journalIsRead;
  private @Nullable PackedJson snapshot;

  /**
   * A stream.
   *
   * @param snapshot what the reader is told first; null: it goes on where it was
   * @param secrets whether the reader may see tokens and extra data
   * @param journalIsRead whether the feed has looked at the journal lately
   */
  EventStream(
      JournalFeed<StreamEntry>.Follower follower,
      @Nullable PackedJson snapshot,
      boolean secrets,
      BooleanSupplier journalIsRead) {
    this.follower = follower;
    this.snapshot = snapshot;
    this.secrets = secrets;
    this.journalIsRead = journalIsRead;
  }

  @Override
  public void tell(Reader reader) throws IOException, InterruptedException {
    PackedJson first = snapshot;
    if (first == null) {
      reader.send(BEAT);
    } else {
      snapshot = null;
      try (first) {
        byte[] head = bytes("id: " + follower.told() + "\nevent: snapshot\ndata: ");
        reader.send(
            first.sending(),
            out -> {
              out.write(head);
              first.writePlain(out);
              out.write(END);
            });
      }
    }
    tellNews(reader);
  }

  private void tellNews(Reader reader) throws IOException, InterruptedException {
    Duration silent = Duration.ZERO;
    while (reader.isAdmitted() && journalIsRead.getAsBoolean()) {
      switch (follower.next(LOOK)) {
        case News.Entries<StreamEntry>(List<StreamEntry> entries, long _) -> {
          reader.send(entries.stream().map(each -> each.forReader(secrets)).toArray(byte[][]::new));
          silent = Duration.ZERO;
        }
        case News.Silence<StreamEntry> _ -> {
          silent = silent.plus(LOOK);
          if (silent.compareTo(HEARTBEAT) >= 0) {
            reader.send(BEAT);
            silent = Duration.ZERO;
          }
        }
        case News.End<StreamEntry> _ -> {
          return;
        }
      }
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    follower.close();
    PackedJson untold = snapshot;
    if (untold != null) {
      snapshot = null;
      untold.close();
    }
  }
}
