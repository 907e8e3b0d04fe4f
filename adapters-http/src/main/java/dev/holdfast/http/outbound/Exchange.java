package dev.holdfast.http.outbound;

import dev.holdfast.domain.port.WebhookSenderPort.Sent;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import javax.net.ssl.SSLContext;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.Method;
import org.apache.hc.core5.http.URIScheme;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.http.message.BasicClassicHttpRequest;
import org.jspecify.annotations.Nullable;

/** Posts a message and listens for the status. */
final class Exchange {
  /**
   * Most bytes that are read after the status, and thrown away: a receiver that is cut off before
   * it has said its little takes that for an error.
   */
  private static final int MOST_OF_THE_REST = 64 * 1_024;

  private static final int BUFFER = 8 * 1_024;

  private final OneConnection connections;
  private final Duration rest;

  /**
   * Exchanges.
   *
   * @param rest how long to read what follows the status
   */
  Exchange(SSLContext trust, Duration rest) {
    this.connections = new OneConnection(trust);
    this.rest = rest;
  }

  /** What is posted. */
  record Message(WebhookUrl to, Map<String, String> headers, HttpEntity body) {
    static Message of(WebhookUrl to, Map<String, String> headers, byte[] body) {
      return new Message(to, headers, new ByteArrayEntity(body, null));
    }

    ClassicHttpRequest request() {
      ClassicHttpRequest request = new BasicClassicHttpRequest(Method.POST, receiver(), to.path());
      headers.forEach(request::setHeader);
      request.setHeader(HttpHeaders.CONNECTION, "close");
      request.setEntity(body);
      return request;
    }

    HttpHost receiver() {
      URIScheme scheme = to.encrypted() ? URIScheme.HTTPS : URIScheme.HTTP;
      return new HttpHost(scheme.id, to.host().name(), to.port());
    }
  }

  /**
   * How a receiver is reached.
   *
   * @param addresses checked ones, tried in this order
   * @param connect longest for each of them
   * @param silence longest wait for a byte; the attempt's deadline is the cord's
   */
  record Way(List<InetAddress> addresses, Duration connect, Duration silence) {}

  /** Posts a message. It ends when the cord is cut, if not before. */
  Sent post(Message message, Cord cord, Way way) {
    int status = 0;
    try (CloseableHttpClient client = connections.client(cord, way);
        ClassicHttpResponse answer =
            client.executeOpen(message.receiver(), message.request(), null)) {
      status = answer.getCode();
      cord.cutIn(rest);
      if (!readsToTheEnd(answer.getEntity())) {
        // Closing would read on.
        cord.cut();
      }
      return new Sent.Answered(status);
    } catch (IOException e) {
      return status > 0 ? new Sent.Answered(status) : notAnswered(cord, e);
    }
  }

  private static boolean readsToTheEnd(@Nullable HttpEntity rest) throws IOException {
    if (rest == null) {
      return true;
    }
    InputStream bytes = rest.getContent();
    byte[] buffer = new byte[BUFFER];
    for (int read = 0; read < MOST_OF_THE_REST; ) {
      int more = bytes.read(buffer);
      if (more < 0) {
        return true;
      }
      read += more;
    }
    return false;
  }

  /** In words of ours: those of the library quote the receiver. */
  private static Sent.NotAnswered notAnswered(Cord cord, IOException e) {
    // The library's own clock may run out an instant before the cord is cut.
    boolean late = cord.isCut() || e instanceof InterruptedIOException;
    String why = late ? "took too long" : "was not reached or broke off";
    return new Sent.NotAnswered(why + " (" + e.getClass().getSimpleName() + ")");
  }
}
