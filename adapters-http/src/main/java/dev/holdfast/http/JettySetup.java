package dev.holdfast.http;

import io.javalin.config.JettyConfig;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.io.ManagedSelector;
import org.eclipse.jetty.io.SocketChannelEndPoint;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.eclipse.jetty.util.thread.ThreadPool;

/** Jetty as this server wants it: every limit stated, nothing told about itself. */
final class JettySetup {
  /**
   * Keys may hold any character, so a coded slash or percent sign in a path is a character of a key
   * and nothing else: paths are matched as they were sent, and each parameter is decoded once. What
   * could be read in two ways (dot segments, broken coding) stays refused.
   */
  private static final UriCompliance URIS =
      UriCompliance.RFC3986.with(
          "HOLDFAST",
          UriCompliance.Violation.AMBIGUOUS_PATH_SEPARATOR,
          UriCompliance.Violation.AMBIGUOUS_PATH_ENCODING,
          UriCompliance.Violation.SUSPICIOUS_PATH_CHARACTERS);

  private static final int ACCEPTORS = 1;

  /** Each reads many connections; the other half of the processors is for what they ask for. */
  private static final int SELECTORS = Math.max(1, Runtime.getRuntime().availableProcessors() / 2);

  /** For what is left: connections that are over, and timeouts. */
  private static final int OTHER_THREADS = 8;

  private final HttpSettings settings;
  private final Door door;

  JettySetup(HttpSettings settings, Door door) {
    this.settings = settings;
    this.door = door;
  }

  void apply(JettyConfig jetty) {
    jetty.threadPool = threads();
    jetty.modifyServer(this::prepare);
    jetty.modifyHttpConfiguration(this::limit);
    jetty.modifyServletContextHandler(context -> {
      context.getServletHandler().setDecodeAmbiguousURIs(true);
      context.setSessionHandler(new NoSessions());
    });
    jetty.addConnector(this::connector);
  }

  /** Jetty's own threads, none of which ever waits for a request. */
  private static ThreadPool threads() {
    QueuedThreadPool own = new QueuedThreadPool(ACCEPTORS + SELECTORS + OTHER_THREADS, 1);
    own.setName("jetty");
    own.setReservedThreads(0);
    own.setVirtualThreadsExecutor(Thread::startVirtualThread);
    return own;
  }

  private void prepare(Server server) {
    // In place of what Javalin puts there to count and to wait for requests: the door does both.
    server.setHandler((Handler) null);
    server.insertHandler(door);
    server.insertHandler(new CrossOrigin());
    server.setErrorHandler(new JettyErrors());
    NetworkConnectionLimit limit =
        new NetworkConnectionLimit(settings.bounds().connections(), server);
    limit.setEndPointIdleTimeout(settings.bounds().admission().crowdedIdle().toMillis());
    server.addBean(limit);
  }

  private void limit(HttpConfiguration http) {
    http.setRequestHeaderSize(settings.bounds().headerBytes());
    http.setUriCompliance(URIS);
    http.setSendServerVersion(false);
    http.setSendXPoweredBy(false);
  }

  private ServerConnector connector(Server server, HttpConfiguration http) {
    ServerConnector connector = new Sockets(server, http);
    connector.setHost(settings.host());
    connector.setPort(settings.port());
    connector.setIdleTimeout(settings.bounds().idle().toMillis());
    connector.setAcceptQueueSize(settings.bounds().acceptQueue());
    connector.addBean(new SlowHeads(connector, settings.bounds().admission().head()));
    return connector;
  }

  private static final class Sockets extends ServerConnector {
    Sockets(Server server, HttpConfiguration http) {
      super(
          server,
          null,
          null,
          new HeadBuffers(),
          ACCEPTORS,
          SELECTORS,
          new GuestConnection.Factory(http));
    }

    @Override
    protected SocketChannelEndPoint newEndPoint(
        SocketChannel channel, ManagedSelector selector, SelectionKey key) {
      EmptiedSocket socket = new EmptiedSocket(channel, selector, key, getScheduler());
      socket.setIdleTimeout(getIdleTimeout());
      return socket;
    }
  }
}
