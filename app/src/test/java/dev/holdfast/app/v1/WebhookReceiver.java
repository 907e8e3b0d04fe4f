package dev.holdfast.app.v1;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** A server on loopback that webhooks are sent to. It has inboxes, each with a URL of its own. */
public final class WebhookReceiver implements AutoCloseable {

  /** How one request is answered. */
  public interface Reply {
    void to(HttpExchange exchange) throws IOException;
  }

  private static final int BACKLOG = 1_024;
  private static final int PIECE = 64 * 1024;

  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Map<String, WebhookInbox> inboxes = new ConcurrentHashMap<>();
  private final AtomicInteger numbers = new AtomicInteger();
  private final CountDownLatch closed = new CountDownLatch(1);

  private WebhookReceiver() throws IOException {
    InetSocketAddress any = new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0);
    server = HttpServer.create(any, BACKLOG);
    server.createContext("/", this::handle);
    server.setExecutor(threads);
    server.start();
  }

  public static WebhookReceiver open() {
    try {
      return new WebhookReceiver();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A new inbox that answers 204. */
  public WebhookInbox inbox() {
    String path = "/inbox/" + numbers.incrementAndGet();
    String url = "http://127.0.0.1:" + server.getAddress().getPort() + path;
    WebhookInbox inbox = new WebhookInbox(url);
    inboxes.put(path, inbox);
    return inbox;
  }

  private void handle(HttpExchange exchange) throws IOException {
    byte[] body = exchange.getRequestBody().readAllBytes();
    WebhookInbox inbox = inboxes.get(exchange.getRequestURI().getRawPath());
    if (inbox == null) {
      status(404).to(exchange);
      return;
    }
    Attempt attempt =
        new Attempt(exchange.getRequestMethod(), exchange.getRequestHeaders(), body, Instant.now());
    inbox.receive(attempt).to(exchange);
  }

  public static Reply status(int status) {
    return exchange -> {
      exchange.sendResponseHeaders(status, -1);
      exchange.close();
    };
  }

  public static Reply redirect(int status, String location) {
    return exchange -> {
      exchange.getResponseHeaders().set("Location", location);
      exchange.sendResponseHeaders(status, -1);
      exchange.close();
    };
  }

  /** Closes the connection without a word. */
  public static Reply closing() {
    return HttpExchange::close;
  }

  /** A status, and a body that nobody needs. */
  public static Reply lengthy(int status, long bytes) {
    return exchange -> {
      exchange.sendResponseHeaders(status, bytes);
      try (OutputStream out = exchange.getResponseBody()) {
        byte[] piece = new byte[PIECE];
        for (long left = bytes; left > 0; left -= piece.length) {
          out.write(piece, 0, (int) Math.min(PIECE, left));
        }
      } catch (IOException e) {
        // The sender has read enough of it.
        exchange.close();
      }
    };
  }

  /** Says nothing until the receiver is closed. */
  public Reply silence() {
    return exchange -> {
      try {
        closed.await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      exchange.close();
    };
  }

  @Override
  public void close() {
    closed.countDown();
    server.stop(0);
    threads.shutdownNow();
  }
}
