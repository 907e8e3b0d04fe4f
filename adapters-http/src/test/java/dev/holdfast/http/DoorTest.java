package dev.holdfast.http;

import static dev.holdfast.http.LocalServer.assertStatus;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.domain.port.TimeSource;
import dev.holdfast.http.load.Admission;
import dev.holdfast.http.load.AdmissionBounds;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.Invocable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The door of a server behind which nearly nothing is. */
final class DoorTest {
  private static final Duration LONG = Duration.ofSeconds(20);

  private final Door door =
      new Door(new Admission(AdmissionBounds.STANDARD, TimeSource.system()), LONG);
  private final Server server = new Server();
  private final ServerConnector connector =
      new ServerConnector(server, 1, 1, new GuestConnection.Factory(new HttpConfiguration()));
  private final List<Thread> workers = new CopyOnWriteArrayList<>();

  /** Behind the door. */
  private final class Behind extends Handler.Abstract {
    @Override
    public boolean handle(Request request, Response response, Callback callback) {
      workers.add(Thread.currentThread());
      return switch (Request.getPathInContext(request)) {
        case "/throws" -> throw new IllegalStateException("as it was meant to be");
        case "/nothing" -> false;
        default -> {
          callback.succeeded();
          yield true;
        }
      };
    }
  }

  @BeforeEach
  void start() throws Exception {
    door.setHandler(new Behind());
    server.setHandler(door);
    server.addConnector(connector);
    server.start();
  }

  @AfterEach
  void stop() throws Exception {
    server.stop();
  }

  private String get(String... paths) throws IOException {
    StringBuilder requests = new StringBuilder();
    for (String path : paths) {
      requests.append("GET ").append(path).append(" HTTP/1.1\r\nHost: x\r\n\r\n");
    }
    requests.insert(requests.length() - 2, "Connection: close\r\n");
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), connector.getLocalPort())) {
      socket.setSoTimeout((int) LONG.toMillis());
      socket.getOutputStream().write(requests.toString().getBytes(StandardCharsets.US_ASCII));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
    }
  }

  @Test
  void I10_no_thread_that_reads_for_many_carries_out_a_request() throws IOException {
    assertSame(Invocable.InvocationType.NON_BLOCKING, server.getInvocationType());
    assertStatus(200, get("/", "/", "/"));
    assertEquals(3, workers.size());
    assertTrue(workers.stream().allMatch(Thread::isVirtual));
  }

  @Test
  void what_is_thrown_is_answered_and_nobody_stays_inside() throws Exception {
    assertStatus(500, get("/throws"));
    assertTrue(door.closeAndWait(LONG));
  }

  @Test
  void what_nobody_answers_is_not_found_and_nobody_stays_inside() throws Exception {
    assertStatus(404, get("/nothing"));
    assertTrue(door.closeAndWait(LONG));
  }

  @Test
  void when_it_is_closed_newcomers_are_turned_away_and_their_connections_end() throws Exception {
    assertTrue(door.closeAndWait(LONG));
    String answer = get("/", "/");
    assertStatus(503, answer);
    assertTrue(answer.contains("Connection: close\r\n"), answer);
    assertFalse(answer.substring(1).contains("HTTP/1.1"), answer);
    assertTrue(workers.isEmpty());
  }
}
