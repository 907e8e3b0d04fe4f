package dev.holdfast.http.outbound;

import static dev.holdfast.http.outbound.Senders.EVER;
import static dev.holdfast.http.outbound.Senders.NO_NAMES;
import static dev.holdfast.http.outbound.Senders.OWNER;
import static dev.holdfast.http.outbound.Senders.PATIENT;
import static dev.holdfast.http.outbound.Senders.closed;
import static dev.holdfast.http.outbound.Senders.post;
import static dev.holdfast.http.outbound.Senders.total;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.domain.port.WebhookSenderPort.Sent;
import dev.holdfast.domain.workspace.WorkspaceId;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No receiver keeps a sender longer, or makes it read more, than it is willing to. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
final class OutboundPatienceTest {
  private static final Duration SHORT = Duration.ofMillis(300);
  private static final int BLOCK = 64 * 1_024;

  @Test
  void a_receiver_that_says_nothing_has_not_answered() throws InterruptedException {
    endsInTime((self, connection) -> RawReceiver.hang(connection), "http");
  }

  @Test
  void a_receiver_that_says_nothing_to_a_handshake_has_not_answered() throws InterruptedException {
    endsInTime((self, connection) -> RawReceiver.hang(connection), "https");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "HTTP/1.1 200 ", "HTTP/1.1 200 x\r\nA: "})
  void a_head_that_comes_in_drips_is_no_answer(String begin) throws InterruptedException {
    endsInTime(
        (self, connection) -> {
          self.readRequest(connection);
          RawReceiver.write(connection, begin);
          self.drip(connection, "x");
        },
        "http");
  }

  @ParameterizedTest
  @ValueSource(ints = {100, 102, 103})
  void going_to_answer_is_no_answer_however_often_it_is_said(int status)
      throws InterruptedException {
    endsInTime(
        (self, connection) -> {
          self.readRequest(connection);
          while (connection.isConnected()) {
            RawReceiver.write(connection, "HTTP/1.1 " + status + " x\r\n\r\n");
          }
        },
        "http");
  }

  @Test
  void a_handshake_that_comes_in_drips_is_no_answer() throws InterruptedException {
    // The header of a record of 16 KiB, of which each byte comes late.
    String record = "\u0016\u0003\u0003@\u0000\u0002";
    endsInTime(
        (self, connection) -> {
          RawReceiver.write(connection, record);
          self.drip(connection, "\u0000");
        },
        "https");
  }

  @Test
  void a_receiver_that_does_not_read_has_not_answered() {
    CountDownLatch over = new CountDownLatch(1);
    try (RawReceiver receiver = new RawReceiver((_, _) -> await(over));
        OutboundSender sender = closed(NO_NAMES, total(SHORT))) {
      byte[] more_than_buffers_hold = new byte[64 * 1_024 * 1_024];

      assertInstanceOf(
          Sent.NotAnswered.class,
          sender.send(OWNER, receiver.url(), Map.of(), more_than_buffers_hold));
      over.countDown();
    }
  }

  @Test
  void a_receiver_that_takes_no_connection_has_not_answered() throws IOException {
    List<SocketChannel> filling = new ArrayList<>();
    try (ServerSocket full = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        OutboundSender sender = closed(NO_NAMES, new Patience(EVER, SHORT, EVER, EVER))) {
      for (int i = 0; i < 8; i++) {
        SocketChannel channel = SocketChannel.open();
        channel.configureBlocking(false);
        filling.add(channel);
        channel.connect(new InetSocketAddress(full.getInetAddress(), full.getLocalPort()));
      }

      assertInstanceOf(
          Sent.NotAnswered.class, post(sender, "http://127.0.0.1:" + full.getLocalPort() + "/"));
    } finally {
      for (SocketChannel each : filling) {
        each.close();
      }
    }
  }

  @Test
  void a_name_server_that_says_nothing_is_not_waited_for() {
    CountDownLatch over = new CountDownLatch(1);
    Lookup hanging =
        _ -> {
          await(over);
          return List.of(InetAddress.getLoopbackAddress());
        };
    try (OutboundSender sender = closed(hanging, new Patience(SHORT, SHORT, EVER, EVER))) {
      assertInstanceOf(Sent.NotAnswered.class, post(sender, "http://slow.example/"));
      assertTrue(sender.problemWith(OWNER, "https://slow.example/").isEmpty());
    } finally {
      over.countDown();
    }
  }

  @Test
  void an_attempt_for_which_no_name_server_could_be_asked_is_not_begun() throws Exception {
    NameServers servers = new NameServers();
    try (RawReceiver receiver = RawReceiver.answering("HTTP/1.1 204 x");
        OutboundSender sender = closed(servers, new Patience(SHORT, SHORT, EVER, EVER));
        ExecutorService others = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Sent>> silent = new ArrayList<>();
      for (int name = 0; name < OutboundSender.ATTEMPTS_AT_ONCE / 4; name++) {
        String url = "http://silent-" + name + ".example/";
        silent.add(others.submit(() -> post(sender, url)));
      }
      for (Future<Sent> each : silent) {
        assertInstanceOf(Sent.NotAnswered.class, each.get());
      }
      String url = "http://good.example:" + receiver.port() + "/";
      assertEquals(new Sent.NotBegun(), post(sender, url));
      assertEquals(
          new Sent.Answered(204), sender.send(new WorkspaceId(2), url, Map.of(), new byte[0]));
      assertEquals(1, receiver.connections());
      servers.answerAll();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"Content-Length: 1000000", "Transfer-Encoding: chunked", "X: close"})
  void a_body_that_comes_in_drips_does_not_unsay_the_status(String header)
      throws InterruptedException {
    try (RawReceiver receiver =
            new RawReceiver((self, connection) -> {
              self.answer(connection, "HTTP/1.1 200 x", header);
              self.drip(connection, "1");
            });
        OutboundSender sender = closed(NO_NAMES, new Patience(EVER, EVER, EVER, SHORT))) {
      assertEquals(new Sent.Answered(200), post(sender, receiver.url()));
      assertTrue(receiver.connectionEnds());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"Content-Length: 10000000000", "X: close"})
  void an_endless_body_is_not_read(String header) throws InterruptedException {
    try (RawReceiver receiver =
            new RawReceiver((self, connection) -> {
              self.answer(connection, "HTTP/1.1 200 x", header);
              OutputStream out = connection.getOutputStream();
              while (connection.isConnected()) {
                out.write(new byte[BLOCK]);
              }
            });
        OutboundSender sender = closed(NO_NAMES, PATIENT)) {
      assertEquals(new Sent.Answered(200), post(sender, receiver.url()));
      assertTrue(receiver.connectionEnds());
    }
  }

  @Test
  void a_body_that_breaks_off_does_not_unsay_the_status() {
    try (RawReceiver receiver =
            RawReceiver.answering("HTTP/1.1 500 x", "Content-Length: 100", "", "half");
        OutboundSender sender = closed(NO_NAMES, PATIENT)) {
      assertEquals(new Sent.Answered(500), post(sender, receiver.url()));
    }
  }

  @Test
  void a_compressed_body_is_left_as_it_is() {
    try (RawReceiver receiver =
            RawReceiver.answering(
                "HTTP/1.1 200 x", "Content-Encoding: gzip", "Content-Length: 4", "", "bomb");
        OutboundSender sender = closed(NO_NAMES, PATIENT)) {
      assertEquals(new Sent.Answered(200), post(sender, receiver.url()));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"xxxxxxxx", "A: b\r\n", "\r\n"})
  void an_endless_head_is_not_read(String over_and_over) throws InterruptedException {
    String begin = over_and_over.equals("\r\n") ? "" : "HTTP/1.1 200 x\r\n";
    try (RawReceiver receiver =
            new RawReceiver((self, connection) -> {
              self.readRequest(connection);
              RawReceiver.write(connection, begin);
              while (connection.isConnected()) {
                RawReceiver.write(connection, over_and_over.repeat(1_000));
              }
            });
        OutboundSender sender = closed(NO_NAMES, PATIENT)) {
      assertInstanceOf(Sent.NotAnswered.class, post(sender, receiver.url()));
      assertTrue(receiver.connectionEnds());
    }
  }

  private static void endsInTime(RawReceiver.Conduct conduct, String scheme)
      throws InterruptedException {
    try (RawReceiver receiver = new RawReceiver(conduct);
        OutboundSender sender = closed(NO_NAMES, total(SHORT))) {
      String url = scheme + "://127.0.0.1:" + receiver.port() + "/";

      Sent.NotAnswered sent = assertInstanceOf(Sent.NotAnswered.class, post(sender, url));

      assertTrue(sent.why().startsWith("took too long"), sent.why());
      assertTrue(receiver.connectionEnds());
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
