package dev.holdfast.redis;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.holdfast.domain.event.EventId;
import dev.holdfast.domain.hold.HoldToken;
import dev.holdfast.domain.port.GateUnavailable;
import dev.holdfast.domain.port.SeatLockPort;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Errors that a healthy server cannot be made to give: a socket gives them. */
final class RedisErrorsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "LOADING Redis is loading the dataset in memory           | LOADING",
        "BUSY Redis is busy running a script                      | BUSY",
        "CLUSTERDOWN The cluster is down                          | CLUSTERDOWN",
        "MASTERDOWN Link with MASTER is down                      | MASTERDOWN",
        "MISCONF Redis is configured to save RDB snapshots        | MISCONF",
        "ERR max number of clients reached                        | ERR",
        "ERR unknown command 'AUTH', with args beginning: 's3cret'| ERR",
        "s3cret                                                   | ERR",
      })
  void whatever_the_server_answers_only_its_code_is_told(String error, String code)
      throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
      Thread.ofVirtual().start(() -> answer(socket, "-" + error + "\r\n"));
      String url = "redis://127.0.0.1:" + socket.getLocalPort();
      RedisSettings settings = RedisSettings.parse(url).withPatience(Duration.ofSeconds(2));
      try (RedisSeatLocks locks = RedisSeatLocks.open(settings)) {
        List<Runnable> calls =
            List.of(
                locks::check,
                () ->
                    locks.claim(
                        new EventId(1),
                        new HoldToken("s3cret"),
                        List.of("A-1"),
                        SeatLockPort.MAX_TTL));
        for (Runnable call : calls) {
          GateUnavailable trouble = assertThrows(GateUnavailable.class, call::run);
          assertEquals("the lock server says " + code, trouble.getMessage());
          assertNull(trouble.getCause());
        }
      }
    }
  }

  private static void answer(ServerSocket socket, String error) {
    try {
      while (true) {
        Socket client = socket.accept();
        Thread.ofVirtual().start(() -> answerAll(client, error));
      }
    } catch (IOException _) {
      // The test is over.
    }
  }

  private static void answerAll(Socket client, String error) {
    byte[] buffer = new byte[16_384];
    try (client) {
      InputStream in = client.getInputStream();
      while (in.read(buffer) >= 0) {
        client.getOutputStream().write(error.getBytes(UTF_8));
      }
    } catch (IOException _) {
      // The client hung up.
    }
  }
}
