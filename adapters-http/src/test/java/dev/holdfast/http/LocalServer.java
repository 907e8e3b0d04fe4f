package dev.holdfast.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.domain.catalog.Charts;
import dev.holdfast.domain.catalog.CompanyWorkspaces;
import dev.holdfast.domain.catalog.Events;
import dev.holdfast.domain.catalog.Houses;
import dev.holdfast.domain.catalog.Notations;
import dev.holdfast.domain.catalog.OpenedCompany;
import dev.holdfast.domain.catalog.Sales;
import dev.holdfast.domain.catalog.Workspaces;
import dev.holdfast.domain.chart.Layout;
import dev.holdfast.domain.chart.Venue;
import dev.holdfast.domain.feed.Histories;
import dev.holdfast.domain.hold.HoldPolicy;
import dev.holdfast.domain.inmemory.InMemoryCatalog;
import dev.holdfast.domain.inmemory.InMemoryHoldTokens;
import dev.holdfast.domain.inmemory.InMemoryIdempotency;
import dev.holdfast.domain.inmemory.InMemoryLedger;
import dev.holdfast.domain.inmemory.InMemorySeatLocks;
import dev.holdfast.domain.inmemory.InMemoryStore;
import dev.holdfast.domain.integrity.Integrity;
import dev.holdfast.domain.port.IdSource;
import dev.holdfast.domain.port.LayoutNotation;
import dev.holdfast.domain.port.TimeSource;
import dev.holdfast.domain.reservation.Desks;
import dev.holdfast.domain.reservation.Gate;
import dev.holdfast.domain.reservation.KeyCaps;
import dev.holdfast.domain.reservation.SeatReservations;
import dev.holdfast.domain.waiting.Deadlines;
import dev.holdfast.domain.workspace.WorkspaceId;
import dev.holdfast.domain.writer.Writer;
import dev.holdfast.domain.writer.WriterLimits;
import dev.holdfast.http.load.RateLimits;
import dev.holdfast.http.seatsio.SeatsioSettings;
import dev.holdfast.http.seatsio.drawing.SeatsioNotation;
import dev.holdfast.http.tmt.TmtSettings;
import dev.holdfast.http.v1.V1LayoutNotation;
import dev.holdfast.http.v1.V1Layouts;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A server over stores in memory, spoken to by bare sockets; one workspace, chart and event. */
final class LocalServer implements AutoCloseable {
  /** Opens the bootstrap of the seats.io dialect. */
  static final String SYSTEM_SECRET = "superSecretSystemApi";

  private final HttpServer server;
  private final Lanes lanes;
  private final OpenedCompany company;
  private final String secretKey;
  private final String publicKey;
  private final String chart;
  private final String event;

  /**
   * Starts one.
   *
   * @param whenRead is run whenever a stored layout is read
   * @param engine what is spoken to, made of the engine itself
   */
  LocalServer(HttpSettings.Bounds bounds, Runnable whenRead, UnaryOperator<UseCases> engine) {
    this(bounds, whenRead, engine, _ -> TmtSettings.STANDARD);
  }

  /**
   * Starts one.
   *
   * @param tmt how the tmt dialect is spoken, by the one workspace
   */
  LocalServer(
      HttpSettings.Bounds bounds,
      Runnable whenRead,
      UnaryOperator<UseCases> engine,
      Function<WorkspaceId, TmtSettings> tmt) {
    this(bounds, RateLimits.OFF, whenRead, engine, tmt, KeyCaps.NONE);
  }

  /** One whose keys may send so many requests a second. */
  LocalServer(HttpSettings.Bounds bounds, RateLimits rates) {
    this(bounds, rates, () -> {}, engine -> engine, _ -> TmtSettings.STANDARD, KeyCaps.NONE);
  }

  /** One through whose keys so much may be held at a time. */
  LocalServer(HttpSettings.Bounds bounds, Function<WorkspaceId, TmtSettings> tmt, KeyCaps caps) {
    this(bounds, RateLimits.OFF, () -> {}, engine -> engine, tmt, caps);
  }

  private LocalServer(
      HttpSettings.Bounds bounds,
      RateLimits rates,
      Runnable whenRead,
      UnaryOperator<UseCases> engine,
      Function<WorkspaceId, TmtSettings> tmt,
      KeyCaps caps) {
    TimeSource clock = TimeSource.system();
    InMemoryStore store = new InMemoryStore(clock);
    InMemoryCatalog catalog = new InMemoryCatalog(store);
    InMemoryLedger ledger = new InMemoryLedger(store);
    IdSource ids = IdSource.secure();
    Writer writer =
        new Writer(ledger, clock, ids, HoldPolicy.STANDARD, WriterLimits.STANDARD, _ -> {});
    lanes = new Lanes(writer);
    Notations notations = new Notations(LayoutNotations.all());
    Sales sales = new Sales(catalog, notations);
    SeatReservations reservations =
        new SeatReservations(
            Desks.waiting(writer, Deadlines.shared()),
            new Gate(new InMemorySeatLocks(clock), clock),
            catalog,
            sales,
            ledger,
            new InMemoryHoldTokens(store),
            new InMemoryIdempotency(store),
            Runnable::run,
            caps);
    Charts charts = new Charts(catalog, ids, List.of(watched(whenRead), new SeatsioNotation()));
    Charts unwatched = new Charts(catalog, ids, LayoutNotations.all());
    Events events = new Events(catalog, ids);
    Workspaces workspaces = new Workspaces(catalog, ids);
    OpenedCompany opened = workspaces.open("x");
    company = opened;
    WorkspaceId workspace =
        workspaces.authenticate(opened.liveSecret().text()).orElseThrow().workspace();
    secretKey = opened.liveSecret().text();
    publicKey = opened.livePublic().text();
    chart =
        unwatched
            .create(
                workspace, "xxx", V1Layouts.draft("{\"rows\":[{\"label\":\"A\",\"seats\":1000}]}"))
            .key();
    unwatched.publish(workspace, chart);
    event = "evt_1";
    events.create(workspace, chart, event, null);
    UseCases useCases =
        new UseCases(
            reservations,
            charts,
            events,
            new Houses(catalog, sales, notations),
            workspaces,
            new CompanyWorkspaces(catalog, ids),
            ledger,
            new Histories(catalog, ledger),
            new Integrity(catalog, ledger, clock),
            NobodyListens.webhooks(store, ids, clock),
            new InMemoryIdempotency(store),
            () -> new Readiness(true, true));
    server =
        new HttpServer(
                new HttpSettings(
                    "127.0.0.1",
                    0,
                    null,
                    false,
                    tmt.apply(workspace),
                    new SeatsioSettings(Optional.of(SYSTEM_SECRET)),
                    rates,
                    bounds),
                engine.apply(useCases))
            .start();
  }

  private static LayoutNotation watched(Runnable whenRead) {
    V1LayoutNotation notation = new V1LayoutNotation();
    return new LayoutNotation() {
      @Override
      public String name() {
        return notation.name();
      }

      @Override
      public Layout read(String text) {
        whenRead.run();
        return notation.read(text);
      }

      @Override
      public Venue venue(String text) {
        return notation.venue(text);
      }

      @Override
      public String write(Layout layout, Venue venue) {
        return notation.write(layout, venue);
      }
    };
  }

  /** A request's head under the secret key, for the rest to follow. */
  String head(String method, String path, String... headers) {
    return headOf(secretKey, method, path, headers);
  }

  /** A request's head under the public key. */
  String publicHead(String method, String path, String... headers) {
    return headOf(publicKey, method, path, headers);
  }

  private String headOf(String key, String method, String path, String... headers) {
    String named = path.replace("{chart}", chart).replace("{event}", event);
    StringBuilder head =
        new StringBuilder(method + " " + named + " HTTP/1.1\r\nHost: x\r\nX-Api-Key: " + key);
    for (String header : headers) {
      head.append("\r\n").append(header);
    }
    return head.append("\r\n\r\n").toString();
  }

  /** The company whose live workspace has the chart and the event. */
  OpenedCompany company() {
    return company;
  }

  /** A request under HTTP Basic, without a password, and the whole answer. */
  String basic(String user, String method, String path, String... headers) throws IOException {
    return whole(basicHead(user, method, path, headers));
  }

  /** The same with a body, declared as no JSON. */
  String basicSending(String user, String method, String path, String body) throws IOException {
    int bytes = body.getBytes(StandardCharsets.UTF_8).length;
    return whole(
        basicHead(
                user,
                method,
                path,
                "Content-Type: application/x-www-form-urlencoded",
                "Content-Length: " + bytes)
            + body);
  }

  /** The head of a request under HTTP Basic, on a connection that is then closed. */
  static String basicHead(String user, String method, String path, String... headers) {
    String pair = Base64.getEncoder().encodeToString((user + ":").getBytes(StandardCharsets.UTF_8));
    StringBuilder head =
        new StringBuilder(method + " " + path + " HTTP/1.1\r\nHost: x\r\nConnection: close");
    head.append("\r\nAuthorization: Basic ").append(pair);
    for (String header : headers) {
      head.append("\r\n").append(header);
    }
    return head.append("\r\n\r\n").toString();
  }

  /** Asks without a body, and waits for the whole answer. */
  String get(String path) throws IOException {
    return whole(head("GET", path, "Connection: close"));
  }

  /** Sends a body as a whole, and waits for the whole answer. */
  String post(String path, String body) throws IOException {
    String head =
        head(
            "POST",
            path,
            "Connection: close",
            "Content-Type: application/json",
            "Content-Length: " + body.length());
    return whole(head + body);
  }

  /** Draws the chart anew: so many rows of 1,000 seats. */
  String patchLayout(int rows) throws IOException {
    String layout =
        IntStream.rangeClosed(1, rows)
            .mapToObj(row -> "{\"label\":\"R" + row + "\",\"seats\":1000}")
            .collect(Collectors.joining(",", "{\"draftVersion\":{\"rows\":[", "]}}"));
    String head =
        head(
            "PATCH",
            "/api/v1/charts/{chart}",
            "Connection: close",
            "Content-Type: application/json",
            "Content-Length: " + layout.length());
    return whole(head + layout);
  }

  /** Sends this and waits for the whole answer. */
  String whole(String request) throws IOException {
    try (Caller caller = call(request)) {
      return caller.answer();
    }
  }

  /** Sends this on a connection that stays open. */
  Caller call(String request) throws IOException {
    Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port());
    socket.setSoTimeout((int) Duration.ofSeconds(20).toMillis());
    Caller caller = new Caller(socket);
    caller.send(request);
    return caller;
  }

  /** What may fail as sockets do. */
  interface Asking {
    String ask() throws IOException;
  }

  /** Asks where no socket may fail. */
  static String quietly(Asking asking) {
    try {
      return asking.ask();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static void assertStatus(int status, String answer) {
    assertEquals("HTTP/1.1 " + status, answer.substring(0, Math.min(12, answer.length())), answer);
  }

  /** One connection. */
  record Caller(Socket socket) implements Closeable {
    private static final int FAR_TOO_MUCH = 1_000_000;

    void send(String text) throws IOException {
      socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    /** All that comes until the server closes. */
    String answer() throws IOException {
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    /** Reads until this has come, of what may have no end. */
    void awaitText(String text) throws IOException {
      StringBuilder read = new StringBuilder();
      while (read.indexOf(text) < 0) {
        int next = socket.getInputStream().read();
        assertTrue(next >= 0 && read.length() < FAR_TOO_MUCH, read::toString);
        read.append((char) next);
      }
    }

    @Override
    public void close() throws IOException {
      socket.close();
    }
  }

  @Override
  public void close() {
    server.close();
    lanes.close();
  }
}
