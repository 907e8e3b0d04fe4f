package dev.holdfast.http.outbound;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** A receiver on loopback that can behave as no decent HTTP server does. */
final class RawReceiver implements AutoCloseable {
  private static final int WAIT_SECONDS = 30;

  private final ServerSocket listener;
  private final Conduct conduct;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private final AtomicInteger connections = new AtomicInteger();
  private final CountDownLatch closing = new CountDownLatch(1);

  /** What was received, whole requests only. */
  final BlockingQueue<String> requests = new LinkedBlockingQueue<>();

  /** How many connections came to their end, of themselves or because the sender went away. */
  final BlockingQueue<Boolean> ended = new LinkedBlockingQueue<>();

  /** What is done with a connection; it is closed afterwards. */
  @FunctionalInterface
  interface Conduct {
    void serve(RawReceiver receiver, Socket connection) throws IOException;
  }

  RawReceiver(Conduct conduct) {
    this(InetAddress.getLoopbackAddress(), 0, conduct);
  }

  RawReceiver(InetAddress address, int port, Conduct conduct) {
    this.conduct = conduct;
    try {
      this.listener = new ServerSocket(port, 50, address);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    threads.execute(this::accept);
  }

  /** Reads a request and answers with these lines. */
  static RawReceiver answering(String... lines) {
    return new RawReceiver((receiver, connection) -> receiver.answer(connection, lines));
  }

  void answer(Socket connection, String... lines) throws IOException {
    readRequest(connection);
    write(connection, String.join("\r\n", lines) + "\r\n\r\n");
  }

  static void write(Socket connection, String text) throws IOException {
    OutputStream out = connection.getOutputStream();
    out.write(text.getBytes(StandardCharsets.UTF_8));
    out.flush();
  }

  void readRequest(Socket connection) throws IOException {
    InputStream in = connection.getInputStream();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    while (!bytes.toString(StandardCharsets.UTF_8).endsWith("\r\n\r\n")) {
      bytes.write(byteOf(in));
    }
    String head = bytes.toString(StandardCharsets.UTF_8);
    for (String line : head.toLowerCase(Locale.ROOT).split("\r\n", -1)) {
      if (line.startsWith("content-length:")) {
        bytes.write(in.readNBytes(Integer.parseInt(line.substring(15).trim())));
      }
    }
    requests.add(bytes.toString(StandardCharsets.UTF_8));
  }

  private static int byteOf(InputStream in) throws IOException {
    int read = in.read();
    if (read < 0) {
      throw new IOException("the request broke off");
    }
    return read;
  }

  /** Says a text over and over, slowly, until the sender goes away. */
  void drip(Socket connection, String text) throws IOException {
    while (!pause()) {
      write(connection, text);
    }
  }

  private boolean pause() throws IOException {
    try {
      return closing.await(5, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      throw new IOException(e);
    }
  }

  /** Says nothing until the sender goes away. */
  static void hang(Socket connection) throws IOException {
    while (connection.getInputStream().read() >= 0) {
      // Nothing is said.
    }
  }

  int port() {
    return listener.getLocalPort();
  }

  String url() {
    return "http://127.0.0.1:" + port() + "/hooks";
  }

  int connections() {
    return connections.get();
  }

  String request() throws InterruptedException {
    String request = requests.poll(WAIT_SECONDS, TimeUnit.SECONDS);
    return request == null ? "none" : request;
  }

  boolean connectionEnds() throws InterruptedException {
    return ended.poll(WAIT_SECONDS, TimeUnit.SECONDS) != null;
  }

  private void accept() {
    while (true) {
      try {
        Socket connection = listener.accept();
        connections.incrementAndGet();
        open.add(connection);
        threads.execute(() -> serve(connection));
      } catch (IOException e) {
        return;
      }
    }
  }

  private void serve(Socket connection) {
    try (connection) {
      conduct.serve(this, connection);
    } catch (IOException e) {
      // The sender went away.
    } finally {
      ended.add(true);
    }
  }

  @Override
  public void close() {
    closing.countDown();
    try {
      listener.close();
      for (Socket each : open) {
        each.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    threads.close();
  }
}
