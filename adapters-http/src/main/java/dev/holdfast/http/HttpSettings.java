package dev.holdfast.http;

import dev.holdfast.http.load.AdmissionBounds;
import dev.holdfast.http.load.RateLimits;
import dev.holdfast.http.memory.BodyBounds;
import dev.holdfast.http.memory.ReadBounds;
import dev.holdfast.http.seatsio.SeatsioSettings;
import dev.holdfast.http.tmt.TmtSettings;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How the HTTP server is to run.
 *
 * @param host address to listen on
 * @param port 0: any free one
 * @param adminKey opens the admin paths; null: they are closed
 * @param publicKeyBooking whether browser keys may book, as SeatBuilder documents it
 * @param tmt how the tmt dialect is spoken
 * @param seatsio how the seats.io dialect is spoken
 * @param rates how many requests a second each key may send
 */
public record HttpSettings(
    String host,
    int port,
    @Nullable String adminKey,
    boolean publicKeyBooking,
    TmtSettings tmt,
    SeatsioSettings seatsio,
    RateLimits rates,
    Bounds bounds) {
  /** With the other dialects as they are by default, and no key limited. */
  public HttpSettings(
      String host, int port, @Nullable String adminKey, boolean publicKeyBooking, Bounds bounds) {
    this(
        host,
        port,
        adminKey,
        publicKeyBooking,
        TmtSettings.STANDARD,
        SeatsioSettings.STANDARD,
        RateLimits.OFF,
        bounds);
  }

  public HttpSettings {
    if (adminKey != null && adminKey.isEmpty()) {
      throw new IllegalArgumentException("an empty admin key would open the admin paths to all");
    }
  }

  /**
   * What one server takes on at a time.
   *
   * @param connections open at once; more wait to be accepted
   * @param acceptQueue connections that wait
   * @param headerBytes request line and headers of one request
   * @param idle silence after which a connection is closed
   * @param layoutsAtOnce requests that work on a whole layout, each of which takes much memory
   * @param layoutPatience how long such a request waits for its turn
   * @param stop how long requests under way may take to end when the server stops
   * @param bodies what bodies may take of the memory
   * @param reads what large answers may take of it
   * @param admission how many requests are carried out at a time
   */
  public record Bounds(
      int connections,
      int acceptQueue,
      int headerBytes,
      Duration idle,
      int layoutsAtOnce,
      Duration layoutPatience,
      Duration stop,
      BodyBounds bodies,
      ReadBounds reads,
      AdmissionBounds admission) {
    /** Fits a process of one gigabyte. */
    public static final Bounds STANDARD =
        new Bounds(
            10_000,
            1_024,
            16 * 1024,
            Duration.ofSeconds(60),
            2,
            Duration.ofSeconds(10),
            Duration.ofSeconds(10),
            BodyBounds.STANDARD,
            ReadBounds.STANDARD,
            AdmissionBounds.STANDARD);

    /** The same but for how many requests are carried out at a time. */
    public Bounds with(AdmissionBounds other) {
      return new Bounds(
          connections,
          acceptQueue,
          headerBytes,
          idle,
          layoutsAtOnce,
          layoutPatience,
          stop,
          bodies,
          reads,
          other);
    }
  }

  /** Says nothing of the admin key: it is a secret. */
  @Override
  public String toString() {
    return "HttpSettings[" + host + ":" + port + ", admin " + (adminKey != null) + "]";
  }
}
