package dev.holdfast.http;

import dev.holdfast.domain.feed.FeedLimits;
import dev.holdfast.domain.port.TimeSource;
import dev.holdfast.http.load.Admission;
import dev.holdfast.http.route.Answer;
import dev.holdfast.http.route.Envelope;
import dev.holdfast.http.route.FaultShape;
import dev.holdfast.http.route.Route;
import dev.holdfast.http.seatsio.SeatsioRoutes;
import dev.holdfast.http.tmt.TmtRoutes;
import dev.holdfast.http.v1.LiveFeed;
import io.javalin.Javalin;
import io.javalin.compression.CompressionStrategy;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpResponseException;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The HTTP server: all dialects on one port. */
public final class HttpServer implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(HttpServer.class);

  /** What a log says of a request that belongs to no route. */
  private static final String OUTSIDE = "outside every route";

  private final HttpSettings settings;
  private final Door door;
  private final LiveFeed feed;
  private final Javalin javalin;

  /** A server over these use cases, not yet listening. */
  public HttpServer(HttpSettings settings, UseCases useCases) {
    this.settings = settings;
    feed = new LiveFeed(useCases.journal(), FeedLimits.STANDARD, TimeSource.system());
    List<Route> routes = Routes.of(settings, useCases, feed);
    KeyCheck keys = new KeyCheck(useCases.workspaces(), settings);
    Admission admission = new Admission(settings.bounds().admission(), TimeSource.system());
    door = new Door(admission, settings.bounds().bodies().drain());
    Dispatcher dispatcher = new Dispatcher(keys, useCases.answers(), admission, settings);
    javalin = Javalin.create(config -> configure(config, routes, dispatcher));
  }

  /** Starts listening. */
  public HttpServer start() {
    javalin.start();
    feed.start();
    LOG.info("listening on {}:{}", settings.host(), port());
    return this;
  }

  /** The port it listens on. */
  public int port() {
    return javalin.port();
  }

  /**
   * Stops: new requests are answered 503 while those under way finish, for a bounded time; then
   * every connection is closed. Streams end at once, since they never would by themselves.
   */
  @Override
  public void close() {
    feed.close();
    try {
      if (!door.closeAndWait(settings.bounds().stop())) {
        LOG.warn("requests were still under way when the server stopped");
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
    javalin.stop();
  }

  private void configure(JavalinConfig config, List<Route> routes, Dispatcher dispatcher) {
    config.startup.showJavalinBanner = false;
    config.startup.showOldJavalinVersionWarning = false;
    config.startup.startupWatcherEnabled = false;
    config.concurrency.useVirtualThreads = true;
    config.router.ignoreTrailingSlashes = false;
    config.http.prefer405over404 = true;
    config.http.compressionStrategy = CompressionStrategy.GZIP;
    new JettySetup(settings, door).apply(config.jetty);
    config.router.javaLangErrorHandler(HttpServer::answerError);
    config.routes.before(HttpServer::lookAtUrl);
    for (Route route : routes) {
      Handler handler = context -> dispatcher.handle(route, context);
      config.routes.addHttpHandler(route.method(), route.path(), handler);
      if (route.method().equals(HandlerType.GET)) {
        // Otherwise Javalin answers HEAD by itself: 200, whoever asks.
        config.routes.addHttpHandler(HandlerType.HEAD, route.path(), handler);
      }
    }
    config.routes.exception(Exception.class, HttpServer::answerFault);
    config.routes.exception(HttpResponseException.class, HttpServer::answerFault);
  }

  private static void lookAtUrl(Context context) {
    if (!PercentCoding.sound(context.req().getRequestURI())
        || !PercentCoding.sound(context.queryString())) {
      throw new Rejection(Envelope.malformed("Malformed URL"));
    }
  }

  /** What happened outside the dispatcher: unknown paths, wrong methods, answers cut off. */
  private static void answerFault(Exception thrown, Context context) {
    Answer answer = shapeOf(context.path()).shape(Faults.answer(OUTSIDE, thrown));
    if (context.res().isCommitted()) {
      return;
    }
    try {
      Dispatcher.send(answer, context);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Outside a route the path alone tells what the caller speaks. */
  static FaultShape shapeOf(String path) {
    if (TmtRoutes.isTmt(path)) {
      return TmtRoutes.FAULTS;
    }
    return SeatsioRoutes.isSeatsio(path) ? SeatsioRoutes.FAULTS : FaultShape.ENVELOPE;
  }

  /** Errors of the machine, which Javalin keeps apart from exceptions. */
  private static void answerError(HttpServletResponse response, Error thrown) {
    Answer answer = Faults.answer(OUTSIDE, thrown);
    if (response.isCommitted()) {
      return;
    }
    response.setStatus(answer.status());
    response.setContentType(Answer.JSON);
    try {
      response.getOutputStream().write(JettyErrors.bytes(answer));
    } catch (IOException e) {
      LOG.debug("the caller is gone", e);
    }
  }
}
