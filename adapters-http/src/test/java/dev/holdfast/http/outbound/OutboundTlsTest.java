package dev.holdfast.http.outbound;

import static dev.holdfast.http.outbound.Senders.PATIENT;
import static dev.holdfast.http.outbound.Senders.post;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.domain.port.WebhookSenderPort.Sent;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.ExtendedSSLSession;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SNIServerName;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import org.apache.hc.core5.ssl.SSLContexts;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Connected by its address, a receiver must be the host of the URL all the same. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
final class OutboundTlsTest {
  private static final String PASSWORD = "changeit";

  @TempDir private static Path folder;
  private static SSLContext both = SSLContexts.createDefault();

  private final BlockingQueue<String> asked = new LinkedBlockingQueue<>();

  /** A key of hook.example, by the only tool of the JDK that makes certificates. */
  @BeforeAll
  static void makeKey() throws IOException, InterruptedException, GeneralSecurityException {
    Path file = folder.resolve("key.p12");
    Process keytool =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                "hook",
                "-keyalg",
                "EC",
                "-dname",
                "CN=hook.example",
                "-ext",
                "san=dns:hook.example",
                "-storetype",
                "PKCS12",
                "-storepass",
                PASSWORD,
                "-keystore",
                file.toString())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("keytool.log").toFile())
            .start();
    assertTrue(keytool.waitFor(60, TimeUnit.SECONDS));
    assertEquals(0, keytool.exitValue());
    KeyStore key = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(file)) {
      key.load(in, PASSWORD.toCharArray());
    }
    KeyStore trusted = KeyStore.getInstance("PKCS12");
    trusted.load(null, null);
    trusted.setCertificateEntry("hook", key.getCertificate("hook"));
    both =
        SSLContexts.custom()
            .loadKeyMaterial(key, PASSWORD.toCharArray())
            .loadTrustMaterial(trusted, null)
            .build();
  }

  @Test
  void a_receiver_is_asked_for_by_the_name_of_the_url_and_believed_by_it()
      throws InterruptedException {
    try (RawReceiver receiver = encrypted();
        OutboundSender sender = sender(both)) {
      assertEquals(new Sent.Answered(204), post(sender, url("hook.example", receiver)));
      assertEquals("hook.example", asked.poll(30, TimeUnit.SECONDS));
      assertTrue(receiver.request().startsWith("POST /hooks HTTP/1.1\r\n"));
    }
  }

  @Test
  void a_full_stop_at_the_end_of_the_name_makes_no_difference() throws InterruptedException {
    try (RawReceiver receiver = encrypted();
        OutboundSender sender = sender(both)) {
      assertEquals(new Sent.Answered(204), post(sender, url("Hook.Example.", receiver)));
      assertEquals("hook.example", asked.poll(30, TimeUnit.SECONDS));
    }
  }

  @Test
  void a_receiver_of_another_name_gets_nothing() throws InterruptedException {
    try (RawReceiver receiver = encrypted();
        OutboundSender sender = sender(both)) {
      assertInstanceOf(Sent.NotAnswered.class, post(sender, url("other.example", receiver)));
      assertInstanceOf(Sent.NotAnswered.class, post(sender, url("127.0.0.1", receiver)));
      assertTrue(receiver.connectionEnds());
      assertTrue(receiver.connectionEnds());
      assertTrue(receiver.requests.isEmpty());
    }
  }

  @Test
  void a_receiver_that_nobody_vouches_for_gets_nothing() throws InterruptedException {
    try (RawReceiver receiver = encrypted();
        OutboundSender sender = sender(SSLContexts.createDefault())) {
      assertInstanceOf(Sent.NotAnswered.class, post(sender, url("hook.example", receiver)));
      assertTrue(receiver.connectionEnds());
      assertTrue(receiver.requests.isEmpty());
    }
  }

  @Test
  void a_receiver_that_does_not_encrypt_gets_nothing() {
    String hello = "HTTP/1.1 204 x\r\n\r\n";
    try (RawReceiver receiver =
            new RawReceiver((_, connection) -> RawReceiver.write(connection, hello));
        OutboundSender sender = sender(both)) {
      assertInstanceOf(Sent.NotAnswered.class, post(sender, url("hook.example", receiver)));
    }
  }

  private static OutboundSender sender(SSLContext trust) {
    Lookup loopback = _ -> List.of(InetAddress.getLoopbackAddress());
    return new OutboundSender(true, loopback, trust, PATIENT);
  }

  private static String url(String host, RawReceiver receiver) {
    return "https://" + host + ":" + receiver.port() + "/hooks";
  }

  private RawReceiver encrypted() {
    return new RawReceiver((self, connection) -> {
      try (Socket socket = both.getSocketFactory().createSocket(connection, null, false)) {
        SSLSocket encrypted = (SSLSocket) socket;
        encrypted.setUseClientMode(false);
        encrypted.startHandshake();
        ExtendedSSLSession session = (ExtendedSSLSession) encrypted.getSession();
        for (SNIServerName each : session.getRequestedServerNames()) {
          asked.add(((SNIHostName) each).getAsciiName());
        }
        self.answer(encrypted, "HTTP/1.1 204 x");
      }
    });
  }
}
