package dev.holdfast.http;

import dev.holdfast.http.route.LiveAnswer;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.function.BooleanSupplier;

/**
 * The reader of a live answer. What is sent is not compressed and not collected; a reader that does
 * not take it in time is cut off, because others read the same.
 */
final class LiveReader implements LiveAnswer.Reader {
  /** How long a reader may take for what is sent at a time. */
  static final Duration PATIENCE = Duration.ofSeconds(10);

  private final Context context;
  private final BooleanSupplier admitted;
  private final OutputStream out;

  LiveReader(Context context, BooleanSupplier admitted) throws IOException {
    this.context = context;
    this.admitted = admitted;
    // Not the context's own stream, which would compress, and so hold back.
    this.out = context.res().getOutputStream();
  }

  static void prepare(Context context) {
    context.status(200);
    context.contentType("text/event-stream; charset=utf-8");
    context.header("X-Content-Type-Options", "nosniff");
    context.header("Cache-Control", "no-store");
    // Proxies collect answers unless they are told not to.
    context.header("X-Accel-Buffering", "no");
  }

  @Override
  public void send(byte[]... bytes) throws IOException {
    send(
        PATIENCE,
        to -> {
          for (byte[] each : bytes) {
            to.write(each);
          }
        });
  }

  @Override
  public void send(Duration patience, LiveAnswer.Part part) throws IOException {
    try (TimedAnswer _ = new TimedAnswer(context.req(), patience)) {
      part.writeTo(out);
      out.flush();
    }
  }

  @Override
  public boolean isAdmitted() {
    return admitted.getAsBoolean();
  }
}
