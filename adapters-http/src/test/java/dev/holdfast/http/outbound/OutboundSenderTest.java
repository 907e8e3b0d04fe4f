package dev.holdfast.http.outbound;

import static dev.holdfast.http.outbound.Senders.NO_NAMES;
import static dev.holdfast.http.outbound.Senders.PATIENT;
import static dev.holdfast.http.outbound.Senders.closed;
import static dev.holdfast.http.outbound.Senders.post;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.domain.port.WebhookSenderPort.Sent;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a sender says to a receiver, and what it makes of the answer. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
final class OutboundSenderTest {
  private final OutboundSender sender = closed(NO_NAMES, PATIENT);

  @AfterEach
  void close() {
    sender.close();
  }

  @ParameterizedTest
  @ValueSource(ints = {200, 204, 301, 400, 401, 404, 407, 408, 429, 500, 503})
  void the_status_is_told(int status) {
    try (RawReceiver receiver =
        RawReceiver.answering("HTTP/1.1 " + status + " x", "Content-Length: 0")) {
      assertEquals(new Sent.Answered(status), post(sender, receiver.url()));
    }
  }

  @Test
  void the_request_is_what_was_given_and_what_http_needs() throws InterruptedException {
    try (RawReceiver receiver = RawReceiver.answering("HTTP/1.1 204 x")) {
      String url = "http://127.0.0.1:" + receiver.port() + "//a/../b%2F?c=/d&e";

      assertEquals(new Sent.Answered(204), post(sender, url));

      List<String> lines = receiver.request().lines().toList();
      assertEquals("POST //a/../b%2F?c=/d&e HTTP/1.1", lines.getFirst());
      assertEquals("{\"name\":\"K\u00f6ln\"}", lines.getLast());
      assertEquals(
          List.of(
              "connection: close",
              "content-length: 16",
              "content-type: application/json",
              "host: 127.0.0.1:" + receiver.port(),
              "seats-signature: t=1,v1=00ff",
              "user-agent: holdfast"),
          lines.subList(1, lines.size() - 2).stream()
              .map(each -> each.toLowerCase(Locale.ROOT))
              .sorted()
              .toList());
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {301, 302, 303, 307, 308})
  void a_redirect_is_an_answer_and_not_followed(int status) {
    try (RawReceiver elsewhere = RawReceiver.answering("HTTP/1.1 204 x");
        RawReceiver receiver =
            RawReceiver.answering(
                "HTTP/1.1 " + status + " x", "Location: " + elsewhere.url(), "Content-Length: 0")) {
      assertEquals(new Sent.Answered(status), post(sender, receiver.url()));
      assertEquals(0, elsewhere.connections());
      assertEquals(1, receiver.connections());
    }
  }

  @Test
  void a_cookie_is_not_brought_back() throws InterruptedException {
    try (RawReceiver receiver =
        RawReceiver.answering("HTTP/1.1 200 x", "Set-Cookie: a=b", "Content-Length: 0")) {
      assertEquals(new Sent.Answered(200), post(sender, receiver.url()));
      assertEquals(new Sent.Answered(200), post(sender, receiver.url()));

      assertFalse(receiver.request().contains("ookie"));
      assertFalse(receiver.request().contains("ookie"));
    }
  }

  @Test
  void every_attempt_has_a_connection_of_its_own() {
    AtomicInteger served = new AtomicInteger();
    try (RawReceiver receiver =
        new RawReceiver((self, connection) -> {
          while (served.incrementAndGet() > 0) {
            self.answer(
                connection,
                "HTTP/1.1 200 x",
                "Connection: keep-alive",
                "Keep-Alive: timeout=60",
                "Content-Length: 0");
          }
        })) {
      assertEquals(new Sent.Answered(200), post(sender, receiver.url()));
      assertEquals(new Sent.Answered(200), post(sender, receiver.url()));
      assertEquals(2, receiver.connections());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"Retry-After: 0", "WWW-Authenticate: Basic realm=x"})
  void nothing_is_tried_again_by_the_way(String header) {
    for (int status : new int[] {401, 429, 503}) {
      try (RawReceiver receiver =
          RawReceiver.answering("HTTP/1.1 " + status + " x", header, "Content-Length: 0")) {
        assertEquals(new Sent.Answered(status), post(sender, receiver.url()));
        assertEquals(1, receiver.connections());
      }
    }
  }

  @Test
  void a_receiver_that_hangs_up_has_not_answered_and_is_not_called_again() {
    try (RawReceiver receiver = new RawReceiver(RawReceiver::readRequest)) {
      assertInstanceOf(Sent.NotAnswered.class, post(sender, receiver.url()));
      assertEquals(1, receiver.connections());
    }
  }

  @Test
  void a_receiver_that_hangs_up_before_the_request_has_not_answered() {
    try (RawReceiver receiver = new RawReceiver((_, _) -> {})) {
      assertInstanceOf(Sent.NotAnswered.class, post(sender, receiver.url()));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "HTTP/1.1 20",
        "HTTP/1.1 200 x\r\nContent-Le",
        "HTTP/1.1 abc x\r\n\r\n",
        "HTTP/1.1\r\n\r\n",
        "SSH-2.0-OpenSSH_9.2\r\n",
        "\r\n\r\n\r\n\r\n\r\n\r\n\r\n\r\n\r\n\r\n\r\n\r\n"
      })
  void an_answer_without_a_whole_head_is_none(String answer) {
    try (RawReceiver receiver =
        new RawReceiver((self, connection) -> {
          self.readRequest(connection);
          RawReceiver.write(connection, answer);
        })) {
      assertInstanceOf(Sent.NotAnswered.class, post(sender, receiver.url()));
    }
  }

  @Test
  void a_port_at_which_nobody_listens_has_not_answered() {
    RawReceiver receiver = RawReceiver.answering("HTTP/1.1 204 x");
    receiver.close();

    assertInstanceOf(Sent.NotAnswered.class, post(sender, receiver.url()));
  }

  @Test
  void a_name_without_an_address_has_not_answered() {
    assertEquals(
        new Sent.NotAnswered("the name is not known now"), post(sender, "http://nowhere.example/"));
  }

  @Test
  void the_machines_proxies_are_not_asked() {
    ProxySelector before = ProxySelector.getDefault();
    try (RawReceiver proxy = RawReceiver.answering("HTTP/1.1 502 x", "Content-Length: 0");
        RawReceiver receiver = RawReceiver.answering("HTTP/1.1 204 x")) {
      ProxySelector.setDefault(new Always(proxy.port()));

      assertEquals(new Sent.Answered(204), post(sender, receiver.url()));
      assertEquals(0, proxy.connections());
    } finally {
      ProxySelector.setDefault(before);
    }
  }

  /** A machine that sends all by a proxy: HTTP by one of HTTP, plain sockets by one of SOCKS. */
  private static final class Always extends ProxySelector {
    private final int port;

    Always(int port) {
      this.port = port;
    }

    @Override
    public List<Proxy> select(URI uri) {
      Proxy.Type type = uri.getScheme().startsWith("http") ? Proxy.Type.HTTP : Proxy.Type.SOCKS;
      return List.of(
          new Proxy(type, new InetSocketAddress(InetAddress.getLoopbackAddress(), port)));
    }

    @Override
    public void connectFailed(URI uri, SocketAddress address, IOException e) {
      // The test sees it.
    }
  }

  @Test
  void closing_the_sender_breaks_off_what_is_under_way() throws InterruptedException {
    try (RawReceiver receiver =
        new RawReceiver((self, connection) -> {
          self.readRequest(connection);
          RawReceiver.hang(connection);
        })) {
      CompletableFuture<Sent> sent =
          CompletableFuture.supplyAsync(() -> post(sender, receiver.url()));
      assertTrue(receiver.request().startsWith("POST "));

      sender.close();

      assertInstanceOf(Sent.NotAnswered.class, sent.join());
      assertTrue(receiver.connectionEnds());
      assertInstanceOf(Sent.NotAnswered.class, post(sender, receiver.url()));
      assertEquals(1, receiver.connections());
    }
  }
}
