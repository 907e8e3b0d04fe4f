package dev.holdfast.http.route;

import io.javalin.http.HandlerType;

/**
 * One operation of the API, as data, so that tests can walk all of them.
 *
 * @param method HTTP method
 * @param path with parameters in braces
 * @param bodyKind what it reads of the body
 * @param wholeLayout whether it reads a whole layout into memory, so that only a few may at a time
 * @param queryKey whether a browser's key may come as {@code ?key=} as well
 * @param faults how it answers what is wrong with a request
 */
public record Route(
    HandlerType method,
    String path,
    Access access,
    BodyKind bodyKind,
    boolean wholeLayout,
    boolean queryKey,
    FaultShape faults,
    Endpoint endpoint) {
  /** What a route reads of a request's body. */
  public enum BodyKind {
    /** Nothing; a body is left unread. */
    NONE(0, false, false),
    /** A JSON object of ordinary size, or nothing at all. */
    OPTIONAL(ORDINARY_BYTES, false, true),
    /** A JSON object of ordinary size. */
    ORDINARY(ORDINARY_BYTES, true, true),
    /** A JSON object that may carry a layout. */
    LAYOUT(LAYOUT_BYTES, true, true),
    /**
     * A JSON value of ordinary size, or nothing at all, whatever it is declared as: what clients of
     * the seats.io dialect say of their bodies is not reliable (its section 1).
     */
    RAW(ORDINARY_BYTES, false, false),
    /** The same that may carry a drawing. */
    RAW_LAYOUT(LAYOUT_BYTES, false, false);

    private final int maxBytes;
    private final boolean needed;
    private final boolean declared;

    BodyKind(int maxBytes, boolean needed, boolean declared) {
      this.maxBytes = maxBytes;
      this.needed = needed;
      this.declared = declared;
    }

    /** Largest body in bytes. */
    public int maxBytes() {
      return maxBytes;
    }

    /** Whether a request without a body is refused. */
    public boolean needed() {
      return needed;
    }

    /** Whether the body has to be declared as JSON. */
    public boolean declared() {
      return declared;
    }

    /** Whether it may carry a whole layout. */
    public boolean layout() {
      return maxBytes == LAYOUT_BYTES;
    }
  }

  private static final int ORDINARY_BYTES = 1024 * 1024;
  private static final int LAYOUT_BYTES = 32 * 1024 * 1024;

  /** A route that reads. */
  public static Route get(String path, Access access, Endpoint endpoint) {
    return new Route(
        HandlerType.GET, path, access, BodyKind.NONE, false, false, FaultShape.ENVELOPE, endpoint);
  }

  /** A route that does something and needs no body to know what. */
  public static Route post(String path, Access access, Endpoint endpoint) {
    return new Route(
        HandlerType.POST, path, access, BodyKind.NONE, false, false, FaultShape.ENVELOPE, endpoint);
  }

  /** A route that does what a body says. */
  public static Route post(String path, Access access, BodyKind body, Endpoint endpoint) {
    return new Route(
        HandlerType.POST, path, access, body, body.layout(), false, FaultShape.ENVELOPE, endpoint);
  }

  /** A route that changes what a body says. */
  public static Route patch(String path, Access access, BodyKind body, Endpoint endpoint) {
    return new Route(
        HandlerType.PATCH, path, access, body, body.layout(), false, FaultShape.ENVELOPE, endpoint);
  }

  /** A route that deletes. */
  public static Route delete(String path, Access access, Endpoint endpoint) {
    return new Route(
        HandlerType.DELETE,
        path,
        access,
        BodyKind.NONE,
        false,
        false,
        FaultShape.ENVELOPE,
        endpoint);
  }

  /** A route that deletes what a body says. */
  public static Route delete(String path, Access access, BodyKind body, Endpoint endpoint) {
    return new Route(
        HandlerType.DELETE,
        path,
        access,
        body,
        body.layout(),
        false,
        FaultShape.ENVELOPE,
        endpoint);
  }

  /** The same as one of those that read a whole layout. */
  public Route ofWholeLayout() {
    return new Route(method, path, access, bodyKind, true, queryKey, faults, endpoint);
  }

  /** The same open to browsers that cannot send a header. */
  public Route withQueryKey() {
    return new Route(method, path, access, bodyKind, wholeLayout, true, faults, endpoint);
  }

  /** The same with another way to answer what is wrong. */
  public Route telling(FaultShape shape) {
    return new Route(method, path, access, bodyKind, wholeLayout, queryKey, shape, endpoint);
  }

  /** Method and template: what a log may say of a request. */
  @Override
  public String toString() {
    return method.name() + " " + path;
  }
}
